//! What the README and the guide say of the code, checked against it.

use std::fs;
use std::path::Path;

use kinde_api::{Operation, operations};

const README: &str = include_str!("../README.md");
const GUIDE: &str = include_str!("../src/guide/operations.md");

/// The cells of the rows of a table, without quotes and links.
fn rows(page: &str) -> impl Iterator<Item = Vec<String>> {
    page.lines().filter_map(|line| line.strip_prefix("| ")).map(|row| {
        let cells = row.trim_end_matches(" |").split(" | ");
        cells.map(|cell| cell.split("](").next().unwrap_or_default().replace(['[', ']', '`'], "")).collect()
    })
}

fn scope(operation: &Operation) -> String {
    if operation.scope.is_empty() { "none".to_owned() } else { operation.scope.to_owned() }
}

#[test]
fn the_guide_lists_each_operation_with_its_request_and_scope() {
    let listed: Vec<Vec<String>> = rows(GUIDE)
        .filter(|cells| cells.len() == 3 && cells[1].contains(" /api/v1/"))
        .map(|cells| vec![cells[0].to_ascii_lowercase(), cells[1].clone(), cells[2].clone()])
        .collect();
    let expected: Vec<Vec<String>> = operations()
        .map(|operation| {
            // `GetEnvironementFeatureFlags` is spelled wrong in Kinde's document alone.
            let name = operation.operation_id.to_ascii_lowercase().replace("environement", "environment");
            vec![name, format!("{} {}", operation.method, operation.path), scope(operation)]
        })
        .collect();
    assert_eq!(listed, expected);
}

#[test]
fn the_table_of_areas_counts_the_operations_of_each() {
    let listed: Vec<(String, String)> = rows(README)
        .filter(|cells| cells.len() == 3 && cells[1].parse::<usize>().is_ok())
        .map(|cells| (cells[0].clone(), cells[1].clone()))
        .collect();
    let names = GUIDE
        .lines()
        .filter(|line| !line.contains("()`]("))
        .filter_map(|line| line.strip_prefix("[`")?.split_once("`](crate::").map(|(name, _)| name));
    let sections = GUIDE.split("\n# ").skip(1);
    let counts = sections.map(|section| section.matches(" /api/v1/").count().to_string());
    let expected: Vec<(String, String)> = names.map(str::to_owned).zip(counts).collect();
    assert_eq!(listed, expected);
    assert_eq!(operations().count(), GUIDE.matches(" /api/v1/").count());
}

/// A page of the crate's documentation.
fn page(path: &str) -> String {
    format!("https://docs.rs/kinde-api/latest/kinde_api/{path}/index.html")
}

#[test]
fn the_table_of_areas_has_their_pages_and_the_first_lines_of_these() {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/endpoints");
    let areas = rows(README).filter(|cells| cells.len() == 3 && cells[1].parse::<usize>().is_ok());
    for cells in areas {
        let [area, _, about] = &cells[..] else { unreachable!("they were counted") };
        let source = [format!("{area}.rs"), format!("{area}/mod.rs")].map(|file| sources.join(file));
        let source = source.iter().find_map(|file| fs::read_to_string(file).ok()).expect("an area has a file");
        assert_eq!(source.lines().next(), Some(format!("//! {about}").as_str()));
        assert!(README.contains(&format!("| [`{area}`]({}) |", page(area))), "{area}");
    }
}

#[test]
fn the_readme_links_to_each_page_of_the_guide() {
    let pages: Vec<&str> = include_str!("../src/guide/mod.rs")
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(" {}"))
        .collect();
    assert_eq!(pages.len(), 9);
    for name in pages {
        assert!(README.contains(&format!("]({})", page(&format!("guide/{name}")))), "{name}");
    }
}

/// The page of a package has the README, and nothing that lies beside it.
#[test]
fn no_link_is_relative() {
    let targets: Vec<&str> =
        README.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(target, _)| target).collect();
    let relative: Vec<&&str> = targets.iter().filter(|target| !target.starts_with("https://")).collect();
    assert!(targets.len() > 30 && relative.is_empty(), "{relative:?}");
}

#[cfg(feature = "emulator")]
#[test]
fn errors_look_as_the_readme_shows_them() {
    use kinde_api::emulator::Emulator;
    use kinde_api::organizations::{GetOrganizations, RemoveOrganizationUser};
    use kinde_api::{Client, Credentials};

    let emulator = Emulator::new();
    emulator.declare_token("a-token", ["read:users"]);
    let over_it = |credentials| Client::new(emulator.clone(), "https://acme.kinde.com", credentials).unwrap();
    let client = over_it(Credentials::token("a-token"));
    let stranger = over_it(Credentials::client("an-id", "not-the-secret"));
    let errors = [
        client.send(&GetOrganizations::new()).unwrap_err(),
        stranger.send(&GetOrganizations::new()).unwrap_err(),
        client.send(&RemoveOrganizationUser::new("", "kp_1")).unwrap_err(),
    ];
    let (_, shown) = README.split_once("```text\n").unwrap();
    let (shown, _) = shown.split_once("```").unwrap();
    assert_eq!(shown, errors.map(|error| format!("{error}\n")).concat());
}

#[test]
fn the_features_are_those_of_the_crate() {
    let manifest = include_str!("../Cargo.toml");
    for feature in ["ureq", "ureq-agent", "ureq-platform-verifier", "ureq-socks-proxy", "emulator"] {
        assert!(README.contains(&format!("\n| `{feature}` |")), "{feature}");
        assert!(manifest.contains(&format!("\n{feature} = [")), "{feature}");
    }
}
