//! The program against an emulator that is served on loopback.

#[path = "../../loopback/mod.rs"]
mod loopback;

use std::process::Command;

use http::StatusCode;
use kinde_api::emulator::{Emulator, Fault, Misbehaviour};
use kinde_api::organizations::{AddOrganizationUser, AddOrganizationUsers, CreateOrganization};

/// Five organizations, of which one has 1,200 members.
fn emulator() -> Emulator {
    let emulator = Emulator::new();
    let client = emulator.client();
    for number in 1..5 {
        client.send(&CreateOrganization::new(format!("Organization {number}"))).unwrap();
    }
    let users: Vec<_> = (0..1200).map(|number| emulator.add_user(format!("member{number}@example.com"))).collect();
    let users = users.into_iter().map(AddOrganizationUser::new);
    for batch in AddOrganizationUsers::batches(emulator.default_organization(), users) {
        client.send(&batch).unwrap();
    }
    emulator.clear_requests();
    emulator
}

#[test]
fn it_counts_the_members_of_all_organizations_over_one_token() {
    let emulator = emulator();
    emulator.misbehave(Misbehaviour::new(Fault::ServerError(StatusCode::SERVICE_UNAVAILABLE)).times(2));
    let address = loopback::serve(emulator.clone(), 0).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_async_reqwest"))
        .env_remove("KINDE_TOKEN")
        .env("KINDE_DOMAIN", format!("http://{address}"))
        .env("KINDE_MANAGEMENT_CLIENT_ID", emulator.client_id())
        .env("KINDE_MANAGEMENT_CLIENT_SECRET", emulator.client_secret())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut lines: Vec<_> = str::from_utf8(&output.stdout).unwrap().lines().map(str::to_owned).collect();
    lines.sort_by_key(|line| !line.contains("1200"));
    assert_eq!(lines[0], format!("{}: 1200 members", emulator.default_organization()));
    assert_eq!(lines.len(), 5);
    assert!(lines[1..].iter().all(|line| line.ends_with(": 0 members")), "{lines:?}");
    let tokens = emulator.requests().iter().filter(|request| request.uri.path() == "/oauth2/token").count();
    assert!(tokens <= 3, "one token, and two tries that were answered with 503 at most: {tokens}");
}
