//! From an address, a key or a name to what Kinde wants, and by how many calls.

use kinde_api::emulator::{Emulator, Role, User};
use kinde_api::organizations::UpdateOrganization;
use kinde_api::users::{CreateUserIdentity, IdentityType};

use crate::outcome::{Outcome, business, calls, emulated, run, served};

const HEAD: &str = "id,email,first_name,last_name,username,is_suspended,created_on,last_signed_in\n";

#[test]
fn a_user_is_known_by_id_and_by_address() {
    let emulator = Emulator::new();
    let id = emulator.add_user(User::new("Member1@example.com").first_name("Member").last_name("1"));
    let expected = Outcome::success(format!("{HEAD}{id},Member1@example.com,Member,1,,false,2026-01-01T00:00:00Z,\n"));
    for arguments in [
        ["user", id.as_str()].as_slice(),
        &["user", "member1@EXAMPLE.com"],
        &["users", "--email", "member1@example.com"],
    ] {
        emulator.clear_requests();
        assert_eq!(run(served(&emulator, arguments).args(["--format", "csv"]), ""), expected);
        assert_eq!(calls(&emulator), ["getUsers"]);
    }
}

#[test]
fn a_user_is_known_by_each_of_their_addresses() {
    let emulator = Emulator::new();
    let id = emulator.add_user("member1@example.com");
    let another = CreateUserIdentity::new(&id, "one@example.com", IdentityType::Email);
    emulator.client().send(&another).expect("it is free");
    let outcome = run(&mut served(&emulator, &["user", "one@example.com", "--format", "csv"]), "");
    assert_eq!(outcome, Outcome::success(format!("{HEAD}{id},member1@example.com,,,,false,2026-01-01T00:00:00Z,\n")));
}

#[test]
fn says_who_is_not_found() {
    let help = "help: look for them in `kinde users --all`\n";
    for (user, error) in
        [("kp_0", "there is no user `kp_0`"), ("nobody@example.com", "nobody has the address nobody@example.com")]
    {
        assert_eq!(emulated(&["user", user], ""), Outcome::failure(6, format!("error: {error}\n{help}")));
    }
    let addresses = ["users", "--email", "a@example.com", "--email", "member3@example.com", "--email", "b@example.com"];
    let outcome = emulated(&[&addresses[..], &["--format", "csv"]].concat(), "");
    let expected = Outcome::new(
        6,
        format!(
            "{HEAD}kp_4eea927ca4e62c737835badd52c7deef,member3@example.com,Member,3,,false,2026-01-01T00:00:00Z,\n"
        ),
        format!("error: nobody has the address a@example.com, b@example.com\n{help}"),
    );
    assert_eq!(outcome, expected);
}

#[test]
fn many_addresses_take_a_call_for_a_hundred() {
    let (emulator, _) = business(250);
    let addresses: Vec<String> = (1..=250).rev().map(|number| format!("--email=member{number}@example.com")).collect();
    let outcome = run(served(&emulator, &["users", "--format", "csv"]).args(&addresses), "");
    let listed: Vec<_> = outcome.stdout.lines().skip(1).filter_map(|line| line.split(',').nth(1)).collect();
    let asked: Vec<_> = addresses.iter().filter_map(|address| address.strip_prefix("--email=")).collect();
    assert_eq!((outcome.code, listed), (Some(0), asked), "in the order in which they were asked for");
    assert_eq!(calls(&emulator), ["getUsers"; 3]);
}

#[test]
fn a_role_is_known_by_key_and_by_id() {
    let emulator = Emulator::new();
    let id = emulator.add_role(Role::new("auditor").permissions(["read:reports"]));
    for (role, called) in [("auditor", &["GetRoles", "GetRolePermissions"][..]), (id.as_str(), &["GetRolePermissions"])]
    {
        emulator.clear_requests();
        let outcome = run(&mut served(&emulator, &["permissions", "--role", role, "--format", "csv"]), "");
        assert!(outcome.stdout.ends_with(",read:reports,read:reports,\n"), "{outcome:?}");
        assert_eq!(calls(&emulator), called);
    }
    assert_eq!(
        run(&mut served(&emulator, &["permissions", "--role", "owner"]), ""),
        Outcome::failure(6, "error: there is no role `owner`\nhelp: look for it in `kinde roles`\n")
    );
}

#[test]
fn an_organization_is_known_by_code_handle_name_and_own_id() {
    let emulator = Emulator::new();
    let code = emulator.add_organization("Sample Works");
    let update = UpdateOrganization::new(&code).handle("samples").external_id("customer-17");
    emulator.client().send(&update).expect("the handle is free");
    let expected = format!("code,name,handle,external_id,is_default\n{code},Sample Works,samples,customer-17,false\n");
    for named in [code.as_str(), "samples", "Sample Works", "customer-17"] {
        emulator.clear_requests();
        let outcome = run(&mut served(&emulator, &["organization", named, "--format", "csv"]), "");
        assert_eq!(outcome, Outcome::success(expected.clone()));
        let called = if named == code { &["getOrganization"][..] } else { &["getOrganizations", "getOrganization"] };
        assert_eq!(calls(&emulator), called);
    }
}

#[test]
fn a_name_that_is_not_there_or_not_the_only_one_is_an_error() {
    let emulator = Emulator::new();
    let (first, second) = (emulator.add_organization("Twin"), emulator.add_organization("Twin"));
    assert_eq!(
        run(&mut served(&emulator, &["members", "Twin"]), ""),
        Outcome::failure(
            2,
            format!(
                "error: several organizations are called `Twin`: {first}, {second}\nhelp: say which one by its code\n"
            )
        )
    );
    assert_eq!(
        run(&mut served(&emulator, &["members", "twin"]), ""),
        Outcome::failure(6, "error: there is no organization `twin`\nhelp: look for it in `kinde organizations`\n")
    );
}
