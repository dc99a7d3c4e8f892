//! Every answer fits the document, but where the live API differs from it.

use serde_json::Value;

use super::operations;
use super::world::Everything;

const FLAT_CONNECTIONS: &[&str] = &[
    ".connections[].code is not there",
    ".connections[].connection is not there",
    ".connections[].display_name is not declared",
    ".connections[].id is not declared",
    ".connections[].message is not there",
    ".connections[].name is not declared",
    ".connections[].strategy is not declared",
];

/// At the end of a list there is no token.
const NO_TOKEN: &[&str] = &[".next_token is not there"];

/// Where the emulator answers as the live API does, and not as the document says.
const DEVIATIONS: &[(&str, &[&str])] = &[
    ("GetApplicationConnections", FLAT_CONNECTIONS),
    ("GetConnections", FLAT_CONNECTIONS),
    (
        "GetIdentity",
        &[
            ".code is not declared",
            ".connection_id is not there",
            ".created_on is not there",
            ".email is not there",
            ".id is not there",
            ".identity is not declared",
            ".is_confirmed is not there",
            ".is_primary is not there",
            ".last_login_on is not there",
            ".message is not declared",
            ".name is not there",
            ".total_logins is not there",
            ".type is not there",
        ],
    ),
    ("GetOrganizationUserRoles", NO_TOKEN),
    ("GetOrganizationPropertyValues", NO_TOKEN),
    ("GetOrganizationConnections", FLAT_CONNECTIONS),
    ("CreatePermission", &[".permission is not declared"]),
];

#[test]
fn fit_the_document() {
    let mut deviations = Vec::new();
    for (operation, declared) in operations() {
        let everything = Everything::new();
        let (status, body) = everything.send(&everything.call(operation));
        let id = operation.operation_id;
        assert_eq!(status, declared.success(), "{id}: {}", String::from_utf8_lossy(&body));
        if declared.answer.is_none() {
            assert!(body.is_empty(), "{id} has a body that is not declared");
            continue;
        }
        let misfits = declared.misfits(&serde_json::from_slice::<Value>(&body).unwrap());
        if !misfits.is_empty() {
            deviations.push((id, misfits));
        }
    }
    let expected: Vec<(&str, Vec<String>)> = DEVIATIONS
        .iter()
        .map(|(id, misfits)| (*id, misfits.iter().map(|misfit| (*misfit).to_owned()).collect()))
        .collect();
    assert_eq!(deviations, expected);
}

/// A logo that isn't there is a 204, and so is the one success that has two statuses declared.
#[test]
fn have_another_status_where_there_is_nothing_to_delete() {
    let everything = Everything::new();
    for id in ["DeleteLogo", "DeleteOrganizationLogo"] {
        let (operation, declared) = operations().find(|(operation, _)| operation.operation_id == id).unwrap();
        let call = everything.call(operation);
        assert_eq!(declared.statuses[..2], [200, 204]);
        assert_eq!(everything.send(&call).0, 200);
        assert_eq!(everything.send(&call), (204, Vec::new()));
    }
}
