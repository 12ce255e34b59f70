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

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn the_nearest_name_is_suggested_only_when_it_is_near() {
        let names = ["participants", "agreements", "events", "missions"];
        assert_eq!(nearest("Particpants", names).as_deref(), Some("participants"));
        assert_eq!(nearest("event", names).as_deref(), Some("events"));
        assert_eq!(nearest("xyz", names), None);
        assert_eq!(nearest("dya", ["city", "day"]).as_deref(), Some("day"));
    }
}
