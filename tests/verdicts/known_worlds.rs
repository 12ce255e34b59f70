//! The worlds that the rules were written for, each with the verdicts of its claims in their order.

use mission::claim::{Verdict, judge};
use mission::evidence::{conditions, evidence};
use mission::facts::{Attribute, Claim, Facts, Key, ListedRow, Names, Period, Scope, Subject};
use mission::words::Stage;

/// Subject, category, region, city; count, source, origin. Empty = not said.
type Row<'r> = (&'r str, &'r str, &'r str, &'r str, &'r str, &'r str, &'r str);

fn said<'t, T: From<&'t str>>(text: &'t str) -> Option<T> {
    (!text.is_empty()).then(|| text.into())
}

fn world(claims: &[Row<'_>]) -> Facts {
    let claim = |(index, (subject, category, region, city, count, source, origin)): (usize, &Row<'_>)| Claim {
        id: format!("c{index}"),
        subject: Subject::of(subject),
        scope: Scope { category: said(category), region: said(region), city: said(city), day: None },
        count: count.parse().unwrap(),
        stage: Stage::Reported,
        source: (*source).to_owned(),
        origin: said(origin),
    };
    let days = Some(("2025-10-04".into(), "2025-10-11".into()));
    Facts { claims: claims.iter().enumerate().map(claim).collect(), days, ..Facts::default() }
}

fn row(category: &str, region: &str) -> ListedRow {
    ListedRow {
        min: 1,
        max: 1,
        category: said::<Key>(category).into(),
        region: said::<Key>(region).into(),
        city: Attribute::Unknown,
        period: None,
        in_mission: true,
    }
}

fn names() -> Names {
    Names { regions: ["brussels", "flanders", "wallonia"].map(str::to_owned).into(), ..Names::default() }
}

/// The verdicts, how many numbers are wrong at least, and the conditions in words.
fn judged(facts: &Facts) -> (String, i64, Vec<String>) {
    let names = names();
    let judged = judge(facts, &names);
    assert!(judged.wrong.exact && !judged.cut);
    let verdicts: Vec<&str> = judged.claims.iter().map(|claim| claim.verdict.word()).collect();
    let conditions = judged.contradictions.iter().filter_map(|found| conditions(found, facts, &names));
    (verdicts.join(" "), judged.wrong.at_least, conditions.collect())
}

fn verdicts(facts: &Facts) -> String {
    judged(facts).0
}

const FLEMISH: [Row<'_>; 3] = [
    ("participants", "company", "flanders", "", "112", "s1", ""),
    ("participants", "organisation", "flanders", "", "8", "s1", ""),
    ("participants", "university", "flanders", "", "10", "s1", ""),
];

#[test]
fn a_misprinted_total_makes_its_own_source_inconsistent_and_one_number_wrong() {
    let facts = world(&[&FLEMISH[..], &[("participants", "", "flanders", "", "121", "s1", "")]].concat());
    let (verdicts, wrong, _) = judged(&facts);
    assert_eq!((verdicts.as_str(), wrong), ("inconsistent inconsistent inconsistent inconsistent", 1));
}

#[test]
fn a_total_that_adds_up_within_its_own_source_is_unverified() {
    let facts = world(&[&FLEMISH[..], &[("participants", "", "flanders", "", "130", "s1", "")]].concat());
    assert_eq!(verdicts(&facts), "unverified unverified unverified unverified");
    let judged = judge(&facts, &names());
    for claim in &judged.claims {
        let told = evidence(claim, &[], &facts, &names()).join("; ");
        assert!(told.contains("adds up within its own source"), "{told}");
    }
}

#[test]
fn two_numbers_of_one_source_on_one_scope_are_inconsistent() {
    let companies = |count, source| ("participants", "company", "", "", count, source, "");
    assert_eq!(verdicts(&world(&[companies("221", "s1"), companies("218", "s1")])), "inconsistent inconsistent");
}

#[test]
fn an_expected_number_is_neither_refuted_nor_supported_by_rows_which_name_the_outcome() {
    let mut facts = world(&[("agreements", "", "", "", "2", "s1", "")]);
    facts.claims[0].stage = Stage::Expected;
    facts.agreements = vec![row("", ""); 3];
    assert_eq!(verdicts(&facts), "unverified");
    let judged = judge(&facts, &names());
    assert_eq!(evidence(&judged.claims[0], &[], &facts, &names()), ["outcome: 3 listed; 2 expected"]);
}

#[test]
fn about_ten_with_twelve_rows_is_conditional() {
    let mut facts = world(&[("agreements", "", "", "", "~10", "s1", "")]);
    facts.agreements = vec![row("", ""); 12];
    let (verdicts, wrong, conditions) = judged(&facts);
    assert_eq!((verdicts.as_str(), wrong), ("conditional", 0));
    assert_eq!(conditions, ["fits only if ~10 allows 12 (7–13 at the widest)"]);
}

#[test]
fn a_briefing_before_the_mission_refutes_no_number_of_it() {
    let on = |day: &str| ListedRow {
        period: Some(Period { first: day.into(), last: day.into(), every_day: true }),
        in_mission: day >= "2025-10-04",
        ..row("", "")
    };
    let mut facts = world(&[("events", "", "", "", "1", "s1", "")]);
    facts.events = vec![on("2025-10-05"), on("2025-09-16")];
    assert_eq!(verdicts(&facts), "unverified");
}

#[test]
fn one_firm_listed_under_two_spellings_refutes_no_one() {
    let mut facts = world(&[("participants", "", "", "", "1", "s1", "")]);
    let twice = ListedRow { min: 0, max: 2, ..row("company", "") };
    facts.participants = vec![ListedRow { min: 1, max: 0, ..row("company", "") }, twice];
    assert_eq!(verdicts(&facts), "unverified");
    let listed = judge(&facts, &names()).claims[0].listed.unwrap();
    assert_eq!((listed.min, listed.max), (1, 2));
}

fn regions(wallonia: &str) -> Facts {
    world(&[
        ("participants", "company", "brussels", "", "37", "s1", ""),
        ("participants", "company", "flanders", "", "112", "s2", ""),
        ("participants", "company", "wallonia", "", wallonia, "s3", ""),
        ("participants", "company", "", "", "221", "s4", ""),
    ])
}

#[test]
fn regions_of_several_sources_that_come_to_two_more_are_conditional() {
    let (verdicts, wrong, conditions) = judged(&regions("74"));
    assert_eq!((verdicts.as_str(), wrong), ("conditional conditional conditional conditional", 0));
    assert_eq!(conditions, ["fits only if at least 2 are counted in two regions (one in three counts as 2)"]);
}

#[test]
fn regions_that_come_to_two_less_fit_if_two_belong_to_none_or_a_number_is_rounded() {
    let (verdicts, wrong, conditions) = judged(&regions("70"));
    assert_eq!((verdicts.as_str(), wrong), ("conditional conditional conditional conditional", 0));
    let no_region = "fits only if at least 2 belong to no region with the numbers as written";
    assert_eq!(conditions, [format!("{no_region}, or if 70 is rounded (65–75 allows 72)")]);
}

/// Nobody published the companies of Flanders: what bounds those of the other regions bounds them all the same.
#[test]
fn what_the_other_regions_leave_for_one_without_a_number_is_held_against_its_whole() {
    let claim = |category, region, count, source| ("participants", category, region, "", count, source, "");
    let facts = world(&[
        claim("company", "", "5", "s1"),
        claim("company", "wallonia", "0", "s2"),
        claim("company", "brussels", "0", "s3"),
        claim("", "flanders", "<3", "s4"),
    ]);
    let (verdicts, wrong, conditions) = judged(&facts);
    assert_eq!((verdicts.as_str(), wrong), ("conditional conditional conditional conditional", 0));
    assert_eq!(conditions, ["fits only if at least 3 belong to no region"]);
}

#[test]
fn regions_of_a_free_word_are_conditional() {
    let contracts = |region, count, source| ("contracts", "", region, "", count, source, "");
    let facts = world(&[
        contracts("flanders", "20", "s1"),
        contracts("wallonia", "21", "s2"),
        contracts("brussels", "23", "s3"),
        contracts("", "51", "s4"),
    ]);
    assert_eq!(verdicts(&facts), "conditional conditional conditional conditional");
}

fn people(counts: &[(&'static str, &'static str, &'static str)]) -> Facts {
    let row = |(count, source, origin): &(&'static str, _, _)| ("people", "", "", "", *count, *source, *origin);
    world(&counts.iter().map(row).collect::<Vec<_>>())
}

#[test]
fn five_hundred_and_more_than_500_fit_if_500_is_rounded() {
    let (verdicts, wrong, conditions) = judged(&people(&[("500", "s1", ""), (">500", "s2", "")]));
    assert_eq!((verdicts.as_str(), wrong), ("conditional conditional", 0));
    assert_eq!(conditions, ["fits only if 500 is rounded (450–550 allows 501)"]);
}

#[test]
fn exactly_500_and_more_than_500_conflict() {
    assert_eq!(verdicts(&people(&[("500=", "s1", ""), (">500", "s2", "")])), "conflicting conflicting");
}

#[test]
fn two_prints_of_one_origin_support_nothing_and_two_origins_do() {
    let repeated = people(&[(">500", "s1", "belga"), (">500", "s2", "belga")]);
    assert_eq!(verdicts(&repeated), "unverified unverified");
    let counted = people(&[(">500", "s1", "feb"), (">500", "s2", "awex")]);
    assert_eq!(verdicts(&counted), "supported supported");
}

#[test]
fn what_follows_from_a_supported_number_is_supported_whoever_says_it() {
    let facts = people(&[("301", "s1", "o1"), ("301", "s2", "o2"), (">300", "s3", "")]);
    assert_eq!(verdicts(&facts), "supported supported supported");
}

#[test]
fn enough_rows_support_more_than_30_without_any_declaration_and_refute_less() {
    let mut facts = world(&[("agreements", "", "", "", ">30", "s1", "")]);
    facts.agreements = vec![row("", ""); 31];
    assert_eq!(verdicts(&facts), "supported");
    let mut facts = world(&[("agreements", "", "", "", ">30", "s1", ""), ("agreements", "", "", "", "25", "s1", "")]);
    facts.agreements = vec![row("", ""); 31];
    assert_eq!(verdicts(&facts), "supported refuted");
}

fn flanders(company: &'static str, university: &'static str, all: &'static str) -> Facts {
    world(&[
        ("participants", "company", "flanders", "", company, "s1", ""),
        ("participants", "university", "flanders", "", university, "s2", ""),
        ("participants", "", "flanders", "", all, "s3", ""),
    ])
}

#[test]
fn categories_that_come_to_too_much_even_if_rounded_down_conflict() {
    assert_eq!(verdicts(&flanders("100", "10", "95")), "conflicting conflicting conflicting");
}

#[test]
fn a_listed_row_of_another_category_counts_beside_the_published_parts() {
    let mut facts = flanders("101", "31", "132");
    assert_eq!(verdicts(&facts), "unverified unverified unverified");
    facts.participants = vec![row("federation", "flanders")];
    assert_eq!(verdicts(&facts), "conflicting conflicting conflicting");
}

#[test]
fn a_conflict_on_a_part_draws_nobody_else_in_who_fits_one_of_the_numbers() {
    let companies = |region, count, source| ("participants", "company", region, "", count, source, "");
    let facts = world(&[
        companies("brussels", "37", "s1"),
        companies("brussels", "39", "s2"),
        companies("flanders", "112", "s3"),
        companies("wallonia", "72", "s4"),
        companies("", "221", "s5"),
    ]);
    let (verdicts, wrong, _) = judged(&facts);
    assert_eq!(verdicts, "conflicting conflicting conditional conditional conditional");
    assert_eq!(wrong, 1);
}

#[test]
fn cities_that_come_to_more_than_all_agreements_conflict() {
    let facts = world(&[
        ("agreements", "", "", "san-francisco", ">30", "s1", ""),
        ("agreements", "", "", "los-angeles", "35", "s2", ""),
        ("agreements", "", "", "", "61", "s3", ""),
    ]);
    assert_eq!(verdicts(&facts), "conflicting conflicting conflicting");
}

#[test]
fn two_releases_of_one_agency_conflict_and_are_no_error_of_one_source() {
    let facts = people(&[("335", "s1", "agency"), ("333", "s2", "agency")]);
    assert_eq!(verdicts(&facts), "conflicting conflicting");
    assert!(judge(&facts, &names()).claims.iter().all(|claim| claim.verdict > Verdict::Inconsistent));
}

#[test]
fn a_number_that_is_repeated_is_one_number_in_one_contradiction() {
    let people = |count, source| ("people", "", "", "", count, source, "");
    let facts = world(&[people("218", "s1"), people("221", "s2"), people("218", "s3"), people("221", "s4")]);
    let judged = judge(&facts, &names());
    assert_eq!((judged.contradictions.len(), judged.wrong.at_least), (1, 1));
    assert_eq!(judged.contradictions[0].claims, [0, 1, 2, 3]);
}

#[test]
fn a_total_that_nobody_published_follows_from_its_parts() {
    let categories =
        [("participants", "company", "", "", "221", "s1", ""), ("participants", "university", "", "", "37", "s2", "")];
    let facts = world(&categories);
    let total = judge(&facts, &names()).implied[&(Subject::Participants, Scope::default())];
    assert_eq!((total.min, total.max), (258, None));
}

/// The values that two numbers are rounded from are of one world: 18 and 12 come to 30, and so do no other two.
#[test]
fn values_that_make_several_numbers_fit_fit_together() {
    let facts = world(&[
        ("people", "", "wallonia", "", "~30", "s1", ""),
        ("people", "", "brussels", "", "12", "s2", ""),
        ("people", "", "", "", "~30", "s3", ""),
    ]);
    let (verdicts, _, conditions) = judged(&facts);
    assert_eq!(verdicts, "conditional conditional conditional");
    let together = "~30 allows 34 (22–38 at the widest) and wallonia ~30 allows 22 (22–38 at the widest)";
    let once = "at least 6 are counted in two regions (one in three counts as 2) with the numbers as written";
    assert_eq!(conditions, [format!("fits only if {once}, or if {together}")]);
}

#[test]
fn what_bears_a_claim_out_is_told_with_its_sum_and_without_what_is_not_needed() {
    let facts = world(&[
        ("agreements", "", "", "la", "15", "s3", "o3"),
        ("agreements", "", "", "la", "15", "s4", "o4"),
        ("agreements", "", "", "sf", "20=", "s1", "o1"),
        ("agreements", "", "", "sf", "20=", "s2", "o2"),
        ("agreements", "", "", "", ">=35", "s5", "o5"),
    ]);
    let told = |facts: &Facts, claim: usize| {
        let judged = judge(facts, &names());
        evidence(&judged.claims[claim], &[], facts, &names()).last().unwrap().clone()
    };
    assert_eq!(told(&facts, 4), "follows from la 15 (s3, s4) + sf 20= (s1, s2) = 35");
}

#[test]
fn a_scope_whose_only_number_is_refuted_has_what_follows_from_the_others() {
    let mut facts = world(&[("agreements", "", "", "sd", "0", "s1", ""), ("agreements", "", "", "", "5", "s2", "")]);
    facts.agreements = vec![ListedRow { city: Attribute::Is("sd".into()), ..row("", "") }];
    assert_eq!(verdicts(&facts), "refuted unverified");
    let in_sd = Scope { city: Some("sd".into()), ..Scope::default() };
    let implied = judge(&facts, &names()).implied[&(Subject::Agreements, in_sd)];
    assert_eq!((implied.min, implied.max), (1, Some(5)));
}

/// The other numbers alone do not say how far the total must be: 5 and 3 come to it only beside it.
#[test]
fn how_far_a_number_is_from_what_fits_is_found_beside_the_others() {
    let facts = world(&[
        ("participants", "", "", "", "~4", "s0", ""),
        ("participants", "university", "wallonia", "", "<3", "s0", ""),
        ("participants", "", "wallonia", "", "~4", "s0", ""),
        ("participants", "university", "", "", "~>4", "s0", ""),
    ]);
    let names = Names { regions: ["flanders", "wallonia"].map(str::to_owned).into(), ..Names::default() };
    let judged = judge(&facts, &names);
    let sizes: Vec<i64> =
        judged.contradictions.iter().flat_map(|found| found.conditions.iter().flatten()).map(|of| of.size).collect();
    assert_eq!(sizes, [1, 1, 1, 1]);
}
