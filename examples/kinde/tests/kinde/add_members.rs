//! `add-members`: who was added, who was a member already, who is not to be found, and where to go on.

use kinde_api::Endpoint;
use kinde_api::emulator::{Emulator, Fault, Misbehaviour, ReceivedRequest};
use kinde_api::organizations::AddOrganizationUsers;

use crate::outcome::{Outcome, business, calls, emulated, run, served};

#[test]
fn says_what_became_of_each() {
    let emulator = Emulator::new();
    let organization = emulator.add_organization("Acme");
    let (one, two) = (emulator.add_user("one@example.com"), emulator.add_user("two@example.com"));
    let add =
        |file: &str, format: &str| run(&mut served(&emulator, &["add-members", "Acme", "-", "--format", format]), file);
    assert_eq!(
        add("email\nOne@example.com\n", "table"),
        Outcome::new(
            0,
            format!(
                "LINE  OUTCOME  ID                                   EMAIL\n2     added    {one}  One@example.com\n"
            ),
            "note: added: 1, already members: 0, not found: 0\n",
        )
    );
    let file = format!("id,email\n,one@example.com\nkp_0,\n,nobody@example.com\n{two},\n");
    let stderr = "\
note: added: 1, already members: 1, not found: 2
error: nobody was found for lines 3, 4
help: all others are members; correct these lines and add them again\n";
    let table = format!(
        "\
LINE  OUTCOME           ID                                   EMAIL
2     already a member  {one}  one@example.com
3     not found         kp_0
4     not found                                              nobody@example.com
5     added             {two}\n"
    );
    assert_eq!(add(&file, "table"), Outcome::new(6, table, stderr));
    let csv = format!(
        "\
line,outcome,id,email
2,already a member,{one},one@example.com
3,not found,kp_0,
4,not found,,nobody@example.com
5,already a member,{two},\n"
    );
    let stderr = stderr.replace("added: 1, already members: 1", "added: 0, already members: 2");
    assert_eq!(add(&file, "csv"), Outcome::new(6, csv.clone(), stderr.clone()));
    let json = format!(
        r#"{{"line":2,"id":"{one}","email":"one@example.com","outcome":"already a member"}}
{{"line":3,"id":"kp_0","email":null,"outcome":"not found"}}
{{"line":4,"id":null,"email":"nobody@example.com","outcome":"not found"}}
{{"line":5,"id":"{two}","email":null,"outcome":"already a member"}}
"#
    );
    assert_eq!(add(&file, "json"), Outcome::new(6, json, stderr));
    assert_eq!(organization_users(&emulator, organization.as_str()), [one, two]);
}

fn organization_users(emulator: &Emulator, org_code: &str) -> Vec<kinde_api::UserId> {
    let members = emulator.client().items(kinde_api::organizations::GetOrganizationUsers::new(org_code));
    members.map(|member| member.expect("it is there").id.expect("it has one")).collect()
}

#[test]
fn adds_a_hundred_by_a_call() {
    let (emulator, file) = business(250);
    let organization = emulator.default_organization();
    let arguments = ["add-members", organization.as_str(), "-", "--format", "json"];
    let outcome = run(&mut served(&emulator, &arguments), &file);
    assert_eq!((outcome.code, outcome.stdout.matches(r#""outcome":"added""#).count()), (Some(0), 250));
    assert_eq!(outcome.stderr, "note: added: 250, already members: 0, not found: 0\n");
    let users = |request: &ReceivedRequest| request.json()?["users"].as_array().map(Vec::len);
    assert_eq!(emulator.requests().iter().map(users).collect::<Vec<_>>(), [Some(100), Some(100), Some(50)]);

    let again = run(&mut served(&emulator, &arguments), &file);
    assert_eq!(again.stderr, "note: added: 0, already members: 250, not found: 0\n");
}

/// A file of addresses such as `member1@example.com`.
fn addresses(name: &str, count: usize) -> String {
    let addresses: Vec<_> = (1..=count).map(|number| format!("{name}{number}@example.com")).collect();
    format!("email\n{}\n", addresses.join("\n"))
}

#[test]
fn looks_addresses_up_before_anybody_is_added() {
    let (emulator, _) = business(150);
    let organization = emulator.default_organization();
    let outcome = run(&mut served(&emulator, &["add-members", organization.as_str(), "-"]), &addresses("member", 150));
    assert_eq!(outcome.stderr, "note: added: 150, already members: 0, not found: 0\n");
    assert_eq!(calls(&emulator), ["getUsers", "getUsers", "AddOrganizationUsers", "AddOrganizationUsers"]);
}

#[test]
fn looks_for_an_unknown_id_only_where_kinde_refuses() {
    let (emulator, file) = business(150);
    let organization = emulator.default_organization();
    let file = format!("{file}kp_0,admin\n");
    let outcome = run(&mut served(&emulator, &["add-members", organization.as_str(), "-"]), &file);
    let stderr = "\
note: added: 150, already members: 0, not found: 1
error: nobody was found for line 152
help: all others are members; correct these lines and add them again\n";
    assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(6), stderr));
    let add = AddOrganizationUsers::OPERATION_ID;
    assert_eq!(calls(&emulator), [add, add, "getUsers", add]);
}

#[test]
fn names_ten_lines_of_those_who_are_not_found() {
    let outcome = emulated(&["add-members", "Acme", "-"], &addresses("nobody", 12));
    let expected = "\
error: nobody was found for lines 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 2 more
help: all others are members; correct these lines and add them again\n";
    assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(6), expected));
}

#[test]
fn adds_what_it_has_listed() {
    for list in [&["members", "Example Trading"][..], &["users", "--email=member4@example.com"]] {
        let members = emulated(&[list, &["--format", "csv"]].concat(), "").stdout;
        let outcome = emulated(&["add-members", "Sample Works", "-", "--format", "csv"], &members);
        assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(0), ""));
        assert!(outcome.stdout.contains("added,kp_7ff502595f6a4e638818b4db848b4e35,member4@example.com\n"));
        let again = emulated(&["add-members", "Acme", "-", "--format", "csv"], &outcome.stdout);
        assert_eq!(again.code, Some(0), "what it prints itself, too: {again:?}");
    }
}

#[test]
fn says_where_to_go_on_after_a_batch_that_failed() {
    let (emulator, file) = business(250);
    let organization = emulator.default_organization();
    let broken = Misbehaviour::new(Fault::AnswerLost).on::<AddOrganizationUsers>().every(2).times(1);
    emulator.misbehave(broken);
    let outcome = run(&mut served(&emulator, &["add-members", organization.as_str(), "-", "--format", "csv"]), &file);
    assert_eq!((outcome.code, outcome.stdout.lines().count()), (Some(3), 101));
    let mut report = outcome.stderr.lines();
    let error = report.next().unwrap_or_default();
    assert!(error.starts_with("error: AddOrganizationUsers got no answer from "), "{error}");
    assert_eq!(
        report.collect::<Vec<_>>(),
        [
            "help: check the domain and the network",
            "note: the first 100 users of the file are done: go on with --skip 100; lines 102 to 201 may have been added"
        ]
    );
    let arguments = ["add-members", organization.as_str(), "-", "--skip", "100"];
    let rest = run(&mut served(&emulator, &arguments), &file);
    assert_eq!(rest.stderr, "note: added: 50, already members: 100, not found: 0\n");
}

#[test]
fn says_where_to_go_on_after_a_refusal() {
    let (emulator, file) = business(150);
    let organization = emulator.default_organization();
    let file = format!("{}owner\n", file.strip_suffix("admin\n").unwrap_or_default());
    let outcome = run(&mut served(&emulator, &["add-members", organization.as_str(), "-"]), &file);
    let expected = "\
error: AddOrganizationUsers did not succeed: 400 Bad Request: ROLE_INVALID: there is no role `owner`
help: correct what Kinde complains of
note: the first 100 users of the file are done: go on with --skip 100\n";
    assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(1), expected));
    assert_eq!(outcome.stdout.lines().count(), 101);
}

#[test]
fn says_that_nobody_was_added() {
    let (_, file) = business(3);
    let expected = "\
error: AddOrganizationUsers did not succeed: 400 Bad Request: ORGANIZATION_INVALID: there is no organization `org_0`
help: look for its code among `kinde organizations`
note: nobody was added\n";
    assert_eq!(emulated(&["add-members", "org_0", "-"], &file), Outcome::failure(1, expected));
}

#[test]
fn goes_on_where_it_is_told_to() {
    let (emulator, file) = business(3);
    let organization = emulator.default_organization();
    let outcome = run(
        &mut served(&emulator, &["add-members", organization.as_str(), "-", "--skip", "2", "--format", "csv"]),
        &file,
    );
    let last = file.lines().last().and_then(|line| line.split(',').next()).unwrap_or_default();
    assert_eq!(
        outcome,
        Outcome::new(
            0,
            format!("line,outcome,id,email\n4,added,{last},\n"),
            "note: added: 1, already members: 0, not found: 0\n"
        )
    );
}
