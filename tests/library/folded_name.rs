//! Spellings of one name.

use mission::cell::folded_name as folded;

#[test]
fn spellings_of_a_name_are_alike_when_only_case_accents_signs_or_the_legal_form_differ() {
    for (a, b) in [
        ("Société Générale SA", "societe generale"),
        ("Acme N.V.", "ACME"),
        ("NV Acme", "Acme nv"),
        ("L'Oréal", "L’Oreal"),
        ("A-Z Tech BV", "A Z Tech (srl)"),
    ] {
        assert_eq!(folded(a), folded(b));
    }
    assert_ne!(folded("Acme Brussels"), folded("Acme Ghent"));
    assert_ne!(folded("NV"), folded("SA"), "nothing else is left");
}
