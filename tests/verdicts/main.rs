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

fn config() -> proptest::prelude::ProptestConfig {
    let cases = std::env::var("VERDICT_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(500);
    proptest::prelude::ProptestConfig { cases, failure_persistence: None, ..Default::default() }
}
