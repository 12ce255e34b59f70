//! The cost of judging: many missions of 50 claims each, where it must grow with the number of missions, no faster; one
//! mission of very many claims; and many exact claims that contradict each other.
//!
//! `cargo bench --bench verdicts`

use divan::Bencher;
use mission::claim::judge;
use mission::facts::{Attribute, Claim, Facts, ListedRow, Names, Period, Scope, Subject};
use mission::words::Stage;

fn main() {
    divan::main();
}

const REGIONS: [Option<&str>; 4] = [None, Some("flanders"), Some("wallonia"), Some("brussels")];
const CATEGORIES: [Option<&str>; 3] = [None, Some("company"), Some("university")];

fn names() -> Names {
    let regions = REGIONS.iter().flatten().map(|region| (*region).to_owned()).collect();
    Names { regions, ..Names::default() }
}

/// Numbers that seem drawn by lot, and are the same each time (Marsaglia's xorshift).
struct Lot(u64);

impl Lot {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }

    fn one_of<'a>(&mut self, all: &[Option<&'a str>]) -> Option<&'a str> {
        usize::try_from(self.below(all.len() as u64)).ok().and_then(|index| all[index])
    }
}

fn claim(lot: &mut Lot, subject: Subject, scope: Scope, count: u64, index: u64) -> Option<Claim> {
    Some(Claim {
        id: format!("claim-{index}"),
        subject,
        scope,
        count: count.to_string().parse().ok()?,
        stage: if lot.below(4) == 0 { Stage::Expected } else { Stage::Reported },
        source: format!("source-{}", lot.below(30)),
        origin: (lot.below(2) == 0).then(|| format!("origin-{}", lot.below(9))),
    })
}

/// Claims on regions and categories that nearly all contradict each other.
fn mission(number: u64) -> Facts {
    let mut lot = Lot(number * 7919 + 1);
    let claims = (0..50).filter_map(|index| {
        let subject = if index % 3 == 0 { Subject::People } else { Subject::Participants };
        let (region, category) = (lot.one_of(&REGIONS), lot.one_of(&CATEGORIES));
        let scope = Scope { region: region.map(Into::into), category: category.map(Into::into), ..Scope::default() };
        let count = 20 + lot.below(90);
        claim(&mut lot, subject, scope, count, index)
    });
    Facts { claims: claims.collect(), ..Facts::default() }
}

/// Claims that people would publish: on regions and categories, one in 50 of them not the true number.
fn mission_of_parts(number: u64) -> Facts {
    let mut lot = Lot(number * 7919 + 1);
    let claims = (0..50).filter_map(|index| {
        let subject = if index % 3 == 0 { Subject::People } else { Subject::Participants };
        let parts = [lot.below(4), lot.below(3)];
        let count = |all: u64, part: u64, of: u64| if part == 0 { all * of } else { all };
        let truth = count(count(20 + number % 50, parts[0], 3), parts[1], 2);
        let [region, category] = [REGIONS[parts[0] as usize], CATEGORIES[parts[1] as usize]];
        let scope = Scope { region: region.map(Into::into), category: category.map(Into::into), ..Scope::default() };
        let wrong = if lot.below(50) == 0 { 1 + lot.below(9) } else { 0 };
        claim(&mut lot, subject, scope, truth + wrong, index)
    });
    Facts { claims: claims.collect(), ..Facts::default() }
}

/// Claims on agreements and events in 200 cities, of which one in `wrong` is not the true number.
fn mission_of_cities(number: u64, wrong: u64) -> Facts {
    let mut lot = Lot(88_172_645_463_325_252);
    let claims = (0..number).filter_map(|index| {
        let city = lot.below(200);
        let truth = 5 + (city * 7919) % 90;
        let subject = if lot.below(3) == 0 { Subject::Events } else { Subject::Agreements };
        let day = (subject == Subject::Events && lot.below(2) == 0)
            .then(|| format!("2025-10-{:02}", 4 + lot.below(8)).into());
        let scope = Scope { city: Some(format!("city-{city}").into()), day, ..Scope::default() };
        let count = if lot.below(wrong) == 0 { truth + 1 + lot.below(9) } else { truth };
        claim(&mut lot, subject, scope, count, index)
    });
    let claims = claims.collect();
    let event = |lot: &mut Lot| ListedRow {
        min: 1,
        max: 1,
        category: Attribute::Unknown,
        region: Attribute::Unknown,
        city: Attribute::Is(format!("city-{}", lot.below(200)).into()),
        period: Some(Period {
            first: format!("2025-10-{:02}", 4 + lot.below(7)).into(),
            last: "2025-10-11".into(),
            every_day: false,
        }),
        in_mission: true,
    };
    let events = (0..1_600).map(|_| event(&mut lot)).collect();
    Facts { claims, events, ..Facts::default() }
}

#[divan::bench(args = [500, 1_000, 2_000], sample_count = 5)]
fn missions_of_50_claims(bencher: Bencher, missions: u64) {
    let (names, facts): (_, Vec<Facts>) = (names(), (0..missions).map(mission).collect());
    bencher.bench_local(|| facts.iter().map(|facts| judge(facts, &names).contradictions.len()).sum::<usize>());
}

#[divan::bench(args = [500, 1_000, 2_000], sample_count = 5)]
fn missions_of_50_claims_of_which_one_is_wrong(bencher: Bencher, missions: u64) {
    let (names, facts): (_, Vec<Facts>) = (names(), (0..missions).map(mission_of_parts).collect());
    bencher.bench_local(|| facts.iter().map(|facts| judge(facts, &names).contradictions.len()).sum::<usize>());
}

#[divan::bench(args = [1_250, 2_500, 5_000, 20_000], sample_count = 3)]
fn one_mission_with_a_wrong_claim_in_50(bencher: Bencher, claims: u64) {
    let (names, facts) = (names(), mission_of_cities(claims, 50));
    bencher.bench_local(|| judge(&facts, &names).contradictions.len());
}

#[divan::bench(args = [1_250, 2_500, 5_000, 20_000], sample_count = 3)]
fn one_mission_with_every_other_claim_wrong(bencher: Bencher, claims: u64) {
    let (names, facts) = (names(), mission_of_cities(claims, 2));
    bencher.bench_local(|| judge(&facts, &names).contradictions.len());
}

#[divan::bench(sample_count = 5)]
fn exact_claims_500_over_20_cities(bencher: Bencher) {
    let mut lot = Lot(1);
    let claims = (0..500).filter_map(|index| {
        let city = (index % 21 > 0).then(|| format!("city-{}", index % 21).into());
        let count = if city.is_some() { 20 + lot.below(60) } else { 900 + lot.below(200) };
        claim(&mut lot, Subject::Agreements, Scope { city, ..Scope::default() }, count, index)
    });
    let (names, facts) = (names(), Facts { claims: claims.collect(), ..Facts::default() });
    bencher.bench_local(|| judge(&facts, &names).contradictions.len());
}
