//! Every public item of the library is shown in an example.

use std::collections::BTreeSet;
use std::path::Path;

use documentation::{areas_without_an_example, items_below, items_of, not_shown};

/// Items that need no example: each with the reason.
const EXCEPTIONS: [(&str, &str); 1] = [("Readme", "is there for the tests of the README alone")];

#[test]
fn every_public_item_is_shown() {
    let items = items_below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../src"));
    assert!(items.len() > 200, "only {} were found", items.len());
    let not_shown: BTreeSet<&str> = not_shown(&items).into_iter().collect();
    assert_eq!(not_shown, EXCEPTIONS.iter().map(|(name, _)| *name).collect());
}

#[test]
fn every_area_s_page_has_an_example() {
    let endpoints = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../src/endpoints");
    assert_eq!(areas_without_an_example(&endpoints), [""; 0]);
}

#[test]
fn an_item_without_an_example_is_found() {
    for (source, names) in [
        ("pub fn a() {}", &["a"][..]),
        ("/// ```\n/// a();\n/// ```\npub fn a() {}", &[]),
        ("/// ```\n/// # a();\n/// ```\npub fn a() {}", &["a"]),
        ("fn a() {} pub(crate) fn b() {} #[cfg(test)] mod tests { pub fn c() {} }", &[]),
        ("pub static A: u8 = 0;", &["A"]),
        ("pub struct A; impl A { pub fn b(&self) {} fn c() {} }", &["A", "A::b"]),
        ("pub trait A { fn b(); }", &["A", "A::b"]),
        ("open_enum! { pub enum A { B = \"b\", } }", &["A"]),
        ("ids! { /// An id.\n A; /** ```\nB\n``` */ B; }", &[]),
        ("setters! { A { b: into String; } }", &[]),
        ("options! { A::new(a: into String) { b: into String; } }", &[]),
    ] {
        assert_eq!(not_shown(&items_of(source, "")), names, "{source}");
    }
}

#[test]
fn a_method_is_shown_where_it_is_called() {
    for (example, names) in [
        ("A::new().b();", &[][..]),
        ("A::<u8>::new().b();", &[]),
        ("Z::new().b();", &["A::new"]),
        ("A::new().c();", &["A::b"]),
        ("A::new().bb();", &["A::b"]),
        ("A::new().b;", &["A::b"]),
    ] {
        let source = format!(
            "/// ```\n/// {example}\n/// ```\npub struct A; impl A {{ pub fn new() {{}} pub fn b(&self) {{}} }}"
        );
        assert_eq!(not_shown(&items_of(&source, "")), names, "{example}");
    }
}

#[test]
fn a_type_is_shown_where_its_documentation_links_to() {
    for (docs, example, names) in [
        ("As [`Z`] has it.", "z().b;", &[][..]),
        ("As [`Z`] has it.", "z().r#b;", &[]),
        ("As [`Z`] has it.", "z().c;", &["A"]),
        ("As [`Z`] has it.", "A;", &[]),
        ("As [`Z`] has it.", "AA;", &["A"]),
        ("As Z has it.", "A;", &["A"]),
    ] {
        let source =
            format!("/// {docs}\npub struct A {{ pub r#b: u8, c: u8 }} /// ```\n/// {example}\n/// ```\npub struct Z;");
        assert_eq!(not_shown(&items_of(&source, "")), names, "{docs} {example}");
    }
}

#[test]
fn an_output_is_shown_where_its_endpoint_is() {
    let endpoint = "/// ```\n/// Z;\n/// ```\npub struct Z;";
    let output = "/// What [`Z`] answers.\npub struct A { pub b: u8 }";
    assert_eq!(not_shown(&items_of(&format!("{output} {endpoint}"), "")), [""; 0]);
    assert_eq!(not_shown(&items_of(&format!("{output} pub struct Z;"), "")), ["A", "Z"]);
}

#[test]
fn the_page_of_the_module_shows_what_it_names() {
    let source = "pub struct A; impl A { pub fn b(&self) {} }";
    assert_eq!(not_shown(&items_of(source, "```\nA.b();\n```")), [""; 0]);
    assert_eq!(not_shown(&items_of(source, "```\nA;\n```")), ["A::b"]);
    assert_eq!(not_shown(&items_of(source, "```\nz.b();\n```")), ["A", "A::b"]);
    assert_eq!(not_shown(&items_of(source, "A.b();")), ["A", "A::b"]);
}
