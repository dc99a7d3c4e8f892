//! Whatever comes in, the program answers; and what it refuses changes nothing.

use invariants::seeds;
use proptest::collection::vec;
use proptest::prelude::*;
use steering::{check_control, check_seed_file};

#[test]
fn seeds_of_seed_files_hold() {
    for (name, file) in seeds("seed_files") {
        println!("{name}");
        check_seed_file(&file);
    }
}

#[test]
fn seeds_of_control_hold() {
    for (name, script) in seeds("control") {
        println!("{name}");
        check_control(&script);
    }
}

/// A seed of a target in which some pieces were replaced by pieces of others, or by a byte.
fn mixed(target: &str) -> impl Strategy<Value = Vec<u8>> + use<> {
    let seeds: Vec<Vec<u8>> = seeds(target).into_iter().map(|(_, seed)| seed).collect();
    let seed = prop::sample::select(seeds.clone());
    let piece = prop_oneof![
        (prop::sample::select(seeds), any::<prop::sample::Index>(), 0..40_usize).prop_map(|(seed, at, length)| {
            let start = at.index(seed.len());
            seed[start..(start + length).min(seed.len())].to_vec()
        }),
        vec(any::<u8>(), 0..2),
    ];
    (seed, vec((any::<prop::sample::Index>(), 0..20_usize, piece), 0..4)).prop_map(|(mut seed, pieces)| {
        for (at, length, piece) in pieces {
            let start = at.index(seed.len() + 1);
            seed.splice(start..(start + length).min(seed.len()), piece);
        }
        seed
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn seed_files_hold(file in mixed("seed_files")) {
        check_seed_file(&file);
    }

    #[test]
    fn control_holds(script in mixed("control")) {
        check_control(&script);
    }
}
