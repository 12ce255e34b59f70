//! Hints that prevent wrong verdicts: claims whose subject is another word for one that is counted, or whose number may
//! be of another unit.

use crate::cell::folded_name;
use crate::count::Count;
use crate::dataset::RowStart;
use crate::defect::DefectKind;
use crate::facts::Subject;
use crate::model::{Category, Claim};
use std::collections::HashMap;

/// Subjects that a misspelt one may have been meant for.
const SUBJECTS: [&str; 4] = ["participants", "people", "agreements", "events"];

/// The category that the overview of missions counts.
const COMPANY: &str = "company";

/// Words for the subjects in the languages of the sources, folded, and the category that they say as well.
const WORDS: [(&str, &[&str], Option<&str>); 5] = [
    (
        "participants",
        &[
            "bedrijf",
            "bedrijven",
            "onderneming",
            "ondernemingen",
            "entreprise",
            "entreprises",
            "societes",
            "companies",
            "firms",
        ],
        Some(COMPANY),
    ),
    ("participants", &["deelnemer", "deelnemers", "deelnemendeorganisaties"], None),
    ("people", &["personen", "mensen", "delegatieleden", "personnes", "gens", "delegates", "persons"], None),
    ("agreements", &["akkoord", "akkoorden", "overeenkomst", "overeenkomsten", "accord", "accords"], None),
    (
        "events",
        &["evenement", "evenementen", "evenements", "activiteit", "activiteiten", "activites", "activities"],
        None,
    ),
];

/// From here on, that one source counts as many people as participants is hardly chance.
const MANY: u64 = 20;

#[derive(Default)]
pub(super) struct ClaimHints {
    /// The key of each category, by itself and by its labels, folded.
    categories: HashMap<String, String>,
    first_category: Option<RowStart>,
    /// People and participants in numbers, by mission, source and number: the first subject.
    numbers: HashMap<(String, String, String), bool>,
    counts_participants: bool,
}

impl ClaimHints {
    pub(super) fn category(&mut self, category: &Category<'_>, start: RowStart) {
        self.first_category.get_or_insert(start);
        for word in [category.category_id, category.label_en, category.label_nl, category.label_fr] {
            self.categories.insert(folded_name(word), category.category_id.to_owned());
        }
    }

    pub(super) fn participant(&mut self) {
        self.counts_participants = true;
    }

    /// What is worth knowing of a claim: of its subject, and of its number.
    pub(super) fn claim(&mut self, claim: &Claim<'_>) -> (Option<DefectKind>, Option<DefectKind>) {
        self.counts_participants |= Subject::of(claim.subject) == Subject::Participants;
        (self.other_word(claim).or_else(|| nearly_a_subject(claim)), self.other_unit(claim))
    }

    fn other_word(&self, claim: &Claim<'_>) -> Option<DefectKind> {
        if !matches!(Subject::of(claim.subject), Subject::Other(_)) {
            return None;
        }
        let word = folded_name(&claim.subject.replace('-', " "));
        let listed = WORDS.iter().find(|(_, words, _)| words.contains(&word.as_str()));
        let category = self.categories.get(&word).map(String::as_str);
        let (subject, category) = match listed {
            Some((subject, _, category)) => (*subject, *category),
            None => ("participants", Some(category?)),
        };
        let meant = match category {
            Some(category) => format!("{subject} with category_id {category}"),
            None => subject.to_owned(),
        };
        Some(DefectKind::AnotherWord { subject: claim.subject.to_owned(), meant })
    }

    fn other_unit(&mut self, claim: &Claim<'_>) -> Option<DefectKind> {
        let is_people = match Subject::of(claim.subject) {
            Subject::People => true,
            Subject::Participants => false,
            Subject::Agreements | Subject::Events | Subject::Other(_) => return None,
        };
        let (count, ..) = claim.count;
        if count.parse::<u64>().is_ok_and(|n| n < MANY) {
            return None;
        }
        let canonical = count.parse().map_or_else(|_| count.to_owned(), |count: Count| count.canonical());
        let key = (claim.mission_id.to_owned(), claim.source_id.to_owned(), canonical);
        let before = *self.numbers.entry(key).or_insert(is_people);
        (before != is_people).then(|| DefectKind::OtherUnit { count: count.to_owned() })
    }

    /// Where the overview would count no companies, the first category is the place to say so.
    pub(super) fn no_companies(&self) -> Option<RowStart> {
        self.first_category.filter(|_| self.counts_participants && !self.categories.values().any(|key| key == COMPANY))
    }
}

fn nearly_a_subject(claim: &Claim<'_>) -> Option<DefectKind> {
    let differences = |known: &&str| strsim::osa_distance(claim.subject, known);
    let nearest = SUBJECTS.iter().find(|known| (1..=2).contains(&differences(known)))?;
    Some(DefectKind::NearlyASubject { subject: claim.subject.to_owned(), nearest })
}
