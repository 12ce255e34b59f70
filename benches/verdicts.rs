//! The cost of judging: missions with 50 claims each. It must grow with the number of missions, no faster.
//!
//! `cargo bench --bench verdicts`

use divan::Bencher;
use mission::claim::{Claim, Facts, Names, Scope, Subject, evidence, judge};
use mission::count::Interval;
use mission::words::Stage;

fn main() {
    divan::main();
}

const REGIONS: [Option<&str>; 4] = [None, Some("flanders"), Some("wallonia"), Some("brussels")];
const CATEGORIES: [Option<&str>; 3] = [None, Some("company"), Some("university")];

/// The claims of one mission: every scope of region and category several times, published by different sources.
fn mission(number: i64) -> Facts {
    let claim = |index: i64| {
        let pick = |n: usize| usize::try_from(index * 7 + number).unwrap_or_default() / n;
        Claim {
            id: format!("claim-{index}"),
            subject: if index % 3 == 0 { Subject::People } else { Subject::Participants },
            scope: Scope {
                region: REGIONS[pick(1) % 4].map(str::to_owned),
                category: CATEGORIES[pick(4) % 3].map(str::to_owned),
                ..Scope::default()
            },
            notation: format!("{}", 20 + (index * 13 + number) % 90),
            count: Interval::exactly(20 + (index * 13 + number) % 90),
            stage: if index % 2 == 0 { Stage::Reported } else { Stage::Expected },
            source: format!("source-{}", index % 9),
        }
    };
    Facts { claims: (0..50).map(claim).collect(), ..Facts::default() }
}

#[divan::bench(args = [500, 1_000, 2_000], sample_count = 10)]
fn missions_of_50_claims(bencher: Bencher, missions: i64) {
    let regions = REGIONS.iter().flatten().map(|region| (*region).to_owned()).collect();
    let names = Names { regions, ..Names::default() };
    let facts: Vec<Facts> = (0..missions).map(mission).collect();
    bencher.bench_local(|| {
        let judged = facts.iter().flat_map(|facts| judge(facts, &names));
        judged.map(|judged| evidence(judged.claim, &judged.arguments, &names).len()).sum::<usize>()
    });
}
