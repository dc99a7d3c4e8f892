//! The seeds of the fuzz target `answers`: a full answer of every type.

use std::fs;
use std::path::PathBuf;

use inventory::{Operation, operations_by_answer};
use serde_json::Value;

fn path() -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "../../fuzz/seeds/answers"].iter().collect()
}

/// The operation's id, and the answer, which is null where there is none.
fn seed(operation: &Operation) -> (String, Value) {
    (operation.id.to_owned(), serde_json::from_str(operation.answer).unwrap_or_default())
}

fn read(operation: &Operation) -> Option<(String, Value)> {
    let seed = fs::read_to_string(path().join(operation.id)).ok()?;
    let (id, answer) = seed.split_once('\n')?;
    Some((id.to_owned(), serde_json::from_str(answer).unwrap_or_default()))
}

#[test]
fn there_is_one_for_each_answer() {
    for operation in operations_by_answer() {
        assert_eq!(
            read(operation),
            Some(seed(operation)),
            "make it: cargo test --package invariants --test seeds -- --ignored"
        );
    }
    let seeds = fs::read_dir(path()).expect("the directory is there");
    assert_eq!(seeds.count(), operations_by_answer().count(), "make them anew");
}

#[test]
#[ignore = "makes the seeds"]
fn make_them() {
    for seed in fs::read_dir(path()).expect("the directory is there") {
        fs::remove_file(seed.expect("it can be listed").path()).expect("the directory can be written to");
    }
    for operation in operations_by_answer() {
        let (id, answer) = seed(operation);
        let answer = if answer.is_null() { String::new() } else { answer.to_string() };
        fs::write(path().join(operation.id), format!("{id}\n{answer}")).expect("the directory can be written to");
    }
}
