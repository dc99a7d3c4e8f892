//! What the calls of a session share, under a model checker that lets its threads take turns in any order.
//!
//! The files are the library's own, over shuttle's locks instead of std's. A run that hangs, because of a wake-up that was
//! lost, say, is a test that fails. shuttle knows no time: nobody stops waiting by a time limit.
//!
//! An ordinary run takes seconds. `MODEL_ROUNDS=100000 cargo test -p model --release` looks longer.
#![cfg(test)]

mod client;
mod rate_limit;
mod token_cache;

use kinde_api::{Api, TokenError};

/// Runs a scenario in many orders: half of them at random, half by PCT, which is better at rare ones.
fn explore(scenario: impl Fn() + Send + Sync + Copy + 'static) {
    let rounds = std::env::var("MODEL_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(300);
    shuttle::check_random(scenario, rounds);
    shuttle::check_pct(scenario, rounds, 3);
}
