//! What the README says of the code, checked against it.

use kinde_api::organizations::OPERATIONS;

const README: &str = include_str!("../README.md");

#[test]
fn the_table_lists_each_operation_with_its_request_and_scope() {
    let listed: Vec<String> = README.lines().filter_map(|line| line.strip_prefix("| `")).map(listed).collect();
    let operations = OPERATIONS.iter().map(|operation| {
        let operation_id = operation.operation_id.to_ascii_lowercase();
        format!("{operation_id} {} {} {}", operation.method, operation.path, operation.scope)
    });
    assert_eq!(
        listed.iter().filter(|row| row.contains(" /api/v1/")).cloned().collect::<Vec<_>>(),
        operations.collect::<Vec<_>>()
    );
}

/// A row without its table: the type's name in the case of the operation's, then the request and the scope.
fn listed(row: &str) -> String {
    let (name, rest) = row.split_once("` | ").unwrap_or((row, ""));
    format!("{} {}", name.to_ascii_lowercase(), rest.replace("` | `", " ").trim_matches(['`', '|', ' ']))
}

#[test]
fn the_features_are_those_of_the_crate() {
    let manifest = include_str!("../Cargo.toml");
    for feature in ["ureq", "ureq-agent", "emulator"] {
        assert!(README.contains(&format!("\n| `{feature}` |")), "{feature}");
        assert!(manifest.contains(&format!("\n{feature} = [")), "{feature}");
    }
}
