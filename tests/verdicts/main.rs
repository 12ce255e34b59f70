//! The verdicts against brute force: small worlds, all of whose units are enumerated, and the worlds that the rules were
//! written for.
//!
//! `VERDICT_CASES=100000 cargo test --release --test verdicts` makes a longer run.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod by_hand;
mod case;
mod counts;
mod engine;
mod known_worlds;
mod layout;
mod listed_rows;
mod one_dimension;
mod same_however_said;
mod sound;
mod support;
mod worlds;

/// The same cases each time, unless a number of them is asked for.
fn config() -> proptest::prelude::ProptestConfig {
    use proptest::test_runner::RngSeed;
    let asked = std::env::var("VERDICT_CASES").ok().and_then(|cases| cases.parse().ok());
    let rng_seed = if asked.is_some() { RngSeed::Random } else { RngSeed::Fixed(14) };
    proptest::prelude::ProptestConfig {
        cases: asked.unwrap_or(500),
        rng_seed,
        failure_persistence: None,
        ..Default::default()
    }
}
