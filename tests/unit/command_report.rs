use super::reports;
use crate::language::Phrase;
use crate::report::Report;

#[test]
fn the_columns_of_the_catalogue_are_as_wide_as_its_names() {
    let report = |name, title| Report { name, view: "", title, key: &["mission_id"], nulls: &[], bars: None };
    let catalogue = [
        report("events", Phrase::EventsPerDay),
        report("participants-by-enterprise", Phrase::ParticipantsByRegionAndCategory),
    ];
    let expected = "Reports:\n  \
                    events                      Events per day                       --mission\n  \
                    participants-by-enterprise  Participants by region and category  --mission";
    assert_eq!(reports(&catalogue), expected);
}
