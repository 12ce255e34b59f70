//! What was probably meant.

/// The valid name that is most like a given one, if it is like enough to be meant.
pub fn nearest<S: AsRef<str>>(name: &str, valid: impl IntoIterator<Item = S>) -> Option<String> {
    let name = name.to_lowercase();
    let likeness = |other: &str| {
        let other = other.to_lowercase();
        // In a short name, two letters that changed places leave little that is alike.
        let slip = name.len() > 2 && strsim::osa_distance(&name, &other) == 1;
        strsim::jaro_winkler(&name, &other).max(if slip { 0.9 } else { 0.0 })
    };
    valid
        .into_iter()
        .map(|other| (likeness(other.as_ref()), other.as_ref().to_owned()))
        .filter(|(likeness, _)| *likeness >= 0.8)
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, other)| other)
}
