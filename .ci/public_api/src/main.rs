//! Writes `public-api.txt`, the listing of all that a user of the library can name; with `--check`, compares it.
//!
//! Either way, the listing must not name a crate below 1.0 but `ureq`: its next version would break this library's API.

use std::collections::BTreeSet;
use std::error::Error;
use std::path::PathBuf;
use std::process::{Command, ExitCode};
use std::{env, fs, io};

const LISTING: &str = "public-api.txt";

/// The user of the feature chooses it, and its own policy is to break no one before 4.0.
const BELOW_ONE_ALLOWED: &[&str] = &["ureq"];

fn main() -> Result<ExitCode, Box<dyn Error>> {
    env::set_current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))?;
    let listing = listing()?;
    let unstable = unstable_crates(&listing, &fs::read_to_string("Cargo.lock")?);
    if !unstable.is_empty() {
        eprintln!("The public API names crates below 1.0: {unstable:?}");
        return Ok(ExitCode::FAILURE);
    }
    if !env::args().any(|argument| argument == "--check") {
        fs::write(LISTING, listing)?;
        return Ok(ExitCode::SUCCESS);
    }
    if fs::read_to_string(LISTING)? != listing {
        eprintln!("{LISTING} is not current: run `cargo run --package public_api`, and look at the difference.");
        return Ok(ExitCode::FAILURE);
    }
    Ok(ExitCode::SUCCESS)
}

/// One line for each item, in order.
fn listing() -> Result<String, Box<dyn Error>> {
    let json = rustdoc_json()?;
    let api = public_api::Builder::from_rustdoc_json(json)
        .omit_auto_trait_impls(true)
        .omit_blanket_impls(true)
        .omit_auto_derived_impls(true)
        .build()?;
    Ok(api.to_string())
}

/// The form that rustdoc writes for tools is unstable: the variable lets a stable compiler write it.
fn rustdoc_json() -> io::Result<PathBuf> {
    let target = "target/public_api";
    let status = Command::new(env::var_os("CARGO").unwrap_or("cargo".into()))
        .env("RUSTC_BOOTSTRAP", "1")
        .args(["rustdoc", "--quiet", "--package", "kinde-api", "--lib", "--all-features", "--target-dir", target])
        .args(["--", "-Z", "unstable-options", "--output-format", "json", "--cap-lints", "allow"])
        .status()?;
    if !status.success() {
        return Err(io::Error::other("rustdoc failed"));
    }
    Ok(PathBuf::from(target).join("doc/kinde_api.json"))
}

/// The crates that the listing names, and that the lock file has in a version below 1.0.
fn unstable_crates<'a>(listing: &'a str, lock_file: &str) -> BTreeSet<&'a str> {
    let named = listing.lines().flat_map(crates_named);
    named.filter(|name| !BELOW_ONE_ALLOWED.contains(name) && is_below_one(name, lock_file)).collect()
}

/// The first segments of all paths of a line.
fn crates_named(line: &str) -> impl Iterator<Item = &str> {
    line.match_indices("::").filter_map(|(end, _)| {
        let start = line[..end].rfind(|character: char| !character.is_alphanumeric() && character != '_');
        let start = start.map_or(0, |before| before + 1);
        let is_first = start < end && !line[..start].ends_with(':');
        is_first.then(|| &line[start..end])
    })
}

fn is_below_one(name: &str, lock_file: &str) -> bool {
    let (name, name_with_dashes) = (format!("name = \"{name}\"\n"), format!("name = \"{}\"\n", name.replace('_', "-")));
    let mut packages = lock_file.split("[[package]]\n");
    packages.any(|package| {
        let is_it = package.starts_with(&name) || package.starts_with(&name_with_dashes);
        is_it && package.contains("\nversion = \"0.") && package.contains("\nsource = ")
    })
}

#[cfg(test)]
mod tests {
    use super::{crates_named, is_below_one, unstable_crates};

    const LINE: &str = "pub fn kinde_api::A::b<T: core::fmt::Debug>(&self, &percent_encoding::AsciiSet) -> http::Uri";
    const LOCK_FILE: &str = "[[package]]\nname = \"http\"\nversion = \"1.5.0\"\nsource = \"x\"\n\n\
        [[package]]\nname = \"percent-encoding\"\nversion = \"0.9.1\"\nsource = \"x\"\n\n\
        [[package]]\nname = \"ureq\"\nversion = \"0.9.1\"\nsource = \"x\"\n\n\
        [[package]]\nname = \"kinde-api\"\nversion = \"0.1.0\"\n";

    #[test]
    fn finds_the_crates_of_a_line() {
        assert_eq!(crates_named(LINE).collect::<Vec<_>>(), ["kinde_api", "core", "percent_encoding", "http"]);
    }

    #[test]
    fn knows_which_are_below_one() {
        assert!(is_below_one("percent_encoding", LOCK_FILE));
        assert!(!is_below_one("http", LOCK_FILE));
        assert!(!is_below_one("kinde_api", LOCK_FILE), "the library itself may be");
        assert_eq!(Vec::from_iter(unstable_crates(LINE, LOCK_FILE)), ["percent_encoding"]);
        assert!(unstable_crates("pub fn a(ureq::Agent)", LOCK_FILE).is_empty());
    }
}
