//! The public items of a crate, read from its source: which of them no example shows, and what their documentation says.
//!
//! An item is shown by an example of its own, or by one
//!
//! - of its type or trait, if it is a method, that calls it;
//! - of an item that its documentation or its type's links to (“What [`GetOrganizations`] answers.”), that calls it, or
//!   has the type, a field or a variant of it;
//! - of the page of its module, likewise.
//!
//! Fields, variants and what the macros `setters!` and `options!` make need none: they say no more than their field. Neither
//! does the output of an endpoint that is shown, nor an id or a key of the `ids!` macro, whose page links to what all of
//! them can do.
//!
//! Of an endpoint, what the documentation says of method, path, scope and Kinde's reference is compared with its constants.

mod endpoint;
mod example;
mod item;

use std::path::{Path, PathBuf};
use std::{fs, iter};

use walkdir::WalkDir;

pub use endpoint::Endpoint;
use example::Example;
pub use item::{Item, Kind};

/// All public items below a directory of source files.
///
/// A private module is read like a public one: what is public in it is exported, or `unreachable_pub` would complain.
///
/// # Panics
///
/// Where a file can't be read or is no Rust.
#[must_use]
pub fn items_below(directory: &Path) -> Vec<Item> {
    sources_below(directory)
        .flat_map(|source| items_of(&fs::read_to_string(&source).unwrap(), &page_of(&source)))
        .collect()
}

/// All endpoints below a directory that has a file or a folder for each area of Kinde's reference.
///
/// # Panics
///
/// Where a file can't be read or is no Rust.
#[must_use]
pub fn endpoints_below(directory: &Path) -> Vec<Endpoint> {
    let endpoints = |source: PathBuf| {
        let area = source.strip_prefix(directory).unwrap().components().next().unwrap();
        let tag = Path::new(&area).with_extension("").to_string_lossy().replace('_', "-");
        endpoints_of(&fs::read_to_string(&source).unwrap(), &tag)
    };
    sources_below(directory).flat_map(endpoints).collect()
}

/// All endpoints of a source file, which belongs to the area of this tag.
///
/// # Panics
///
/// Where it is no Rust.
#[must_use]
pub fn endpoints_of(source: &str, tag: &str) -> Vec<Endpoint> {
    endpoint::collect(source, tag)
}

/// The areas below such a directory whose page has no example.
///
/// # Panics
///
/// Where a file can't be read or is no Rust.
#[must_use]
pub fn areas_without_an_example(directory: &Path) -> Vec<String> {
    let sources = sources_below(directory).map(|source| (fs::read_to_string(&source).unwrap(), source));
    let areas = sources.filter(|(source, _)| source.contains("pub static OPERATIONS"));
    let without = areas.filter(|(source, _)| Example::of(&item::docs_of_file(source)).is_empty());
    without.map(|(_, source)| source.strip_prefix(directory).unwrap().display().to_string()).collect()
}

fn sources_below(directory: &Path) -> impl Iterator<Item = PathBuf> {
    let files = WalkDir::new(directory).sort_by_file_name().into_iter().map(|file| file.unwrap().into_path());
    files.filter(|file| file.extension().is_some_and(|extension| extension == "rs"))
}

/// The documentation of the module that exports what a file has: its own, or that of the first of the folders around it
/// whose page has an example. Private ones have none.
fn page_of(source: &Path) -> String {
    let roots = source.ancestors().skip(1).flat_map(|folder| ["mod.rs", "lib.rs"].map(|name| folder.join(name)));
    let modules = iter::once(source.to_owned()).chain(roots.filter(|root| root.exists()));
    let mut pages = modules.map(|module| item::docs_of_file(&fs::read_to_string(module).unwrap()));
    pages.find(|page| !Example::of(page).is_empty()).unwrap_or_default()
}

/// All public items of a source file, whose module has this documentation.
///
/// # Panics
///
/// Where it is no Rust.
#[must_use]
pub fn items_of(source: &str, page: &str) -> Vec<Item> {
    item::collect(source, page)
}

/// The names of the items that no example shows.
#[must_use]
pub fn not_shown(items: &[Item]) -> Vec<&str> {
    items.iter().filter(|item| !is_shown(item, items)).map(|item| item.name.as_str()).collect()
}

fn is_shown(item: &Item, items: &[Item]) -> bool {
    let find = |name: &str| items.iter().find(|other| other.name == name);
    let owner = item.owner().and_then(find);
    let linked = [Some(item), owner].into_iter().flatten().flat_map(|item| example::links(&item.docs)).filter_map(find);
    let page = Example::of(&item.page);
    let is_output = item.docs.trim_start().starts_with("What [`");
    item.is_id
        || is_output && example::links(&item.docs).filter_map(find).any(|endpoint| is_shown(endpoint, items))
        || !Example::of(&item.docs).is_empty()
        || linked.chain(owner).any(|other| Example::of(&other.docs).shows(item))
        || page.names(item.owner().unwrap_or(&item.name)) && page.shows(item)
}
