//! What the README and the guide say of the code, checked against it.

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

#[test]
fn the_features_are_those_of_the_crate() {
    let manifest = include_str!("../Cargo.toml");
    for feature in ["ureq", "ureq-agent", "ureq-platform-verifier", "emulator"] {
        assert!(README.contains(&format!("\n| `{feature}` |")), "{feature}");
        assert!(manifest.contains(&format!("\n{feature} = [")), "{feature}");
    }
}
