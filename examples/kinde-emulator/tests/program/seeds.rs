//! The seed file.

use std::fs::File;

use super::running::{Running, command};

fn refusal(json: &str) -> (Option<i32>, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("seed.json");
    std::fs::write(&path, json).unwrap();
    let output = command(&folder, &["--seed", path.to_str().unwrap()]).output().unwrap();
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

#[test]
fn begins_with_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("seed.json");
    std::fs::write(&path, r#"{"users": [{"id": "kp_1", "email": "member1@example.com"}]}"#).unwrap();
    let path = path.to_str().unwrap().to_owned();
    let program = Running::start_in(folder, &["--seed", &path]);
    let api = program.api();
    assert_eq!(api.get("user?id=kp_1").status, 200);
    assert_eq!(api.call("DELETE", "user?id=kp_1", "").status, 200);
    program.steer("POST", "reset", "");
    assert_eq!(api.get("user?id=kp_1").status, 200);
}

#[test]
fn begins_empty() {
    let program = Running::start(&["--seed", "empty"]);
    let api = program.api();
    assert_eq!(api.get("users").json["users"].as_array().map_or(0, Vec::len), 0);
    assert_eq!(api.get("organizations").json["organizations"][0]["name"], "Default Organization");
}

#[test]
fn says_line_and_field_of_what_is_wrong() {
    for (json, expected) in [
        (
            "{\n\"users\": [{\"email\": 1}]}",
            "line 2, column 21: users[0].email: invalid type: integer `1`, expected a string",
        ),
        (
            "{\n\"roles\": [{\"key\": \"a\", \"permissions\": [\"x\"]}]}",
            "line 2, column 42: roles[0].permissions[0]: there is no permission `x`",
        ),
        ("", "line 1, column 0: there is nothing in it"),
    ] {
        let (code, message) = refusal(json);
        assert_eq!(code, Some(4), "{json}");
        assert!(message.contains(expected), "{message}");
    }
}

#[test]
fn a_file_that_is_not_there_or_too_large_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let output = command(&folder, &["--seed", "no-such-file.json"]).output().unwrap();
    assert_eq!(output.status.code(), Some(4));
    let path = folder.path().join("large.json");
    File::create(&path).unwrap().set_len(100 * 1024 * 1024).unwrap();
    let output = command(&folder, &["--seed", path.to_str().unwrap()]).output().unwrap();
    let message = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(4));
    assert!(message.contains("is larger than 32 MiB"), "{message}");
}
