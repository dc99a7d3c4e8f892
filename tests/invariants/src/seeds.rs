//! The seeds of fuzz targets, for tests without a fuzzer.

use std::fs;
use std::path::PathBuf;

/// The seeds of the fuzz target of this name, each with what it is about.
///
/// # Panics
///
/// Where there are none, or one can't be read.
#[must_use]
pub fn seeds(target: &str) -> Vec<(String, Vec<u8>)> {
    let path: PathBuf = [env!("CARGO_MANIFEST_DIR"), "../../fuzz/seeds", target].iter().collect();
    let read = |entry: fs::DirEntry| {
        let name = entry.file_name().into_string().expect("it is text");
        (name, fs::read(entry.path()).expect("it can be read"))
    };
    let entries = fs::read_dir(path).expect("the directory is there");
    let seeds: Vec<_> = entries.map(|entry| read(entry.expect("it can be listed"))).collect();
    assert!(!seeds.is_empty());
    seeds
}
