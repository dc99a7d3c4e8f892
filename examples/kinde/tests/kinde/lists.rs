//! Lists: organizations, members, users, roles, permissions.

use kinde_api::Endpoint;
use kinde_api::emulator::{Emulator, Fault, Misbehaviour};
use kinde_api::organizations::GetOrganizationUsers;
use std::time::Duration;

use crate::outcome::{Outcome, business, calls, emulated, kinde, run, served};

#[test]
fn lists_organizations() {
    assert_eq!(
        emulated(&["organizations"], ""),
        Outcome::success(
            "\
CODE             NAME                  HANDLE  EXTERNAL_ID  IS_DEFAULT
org_87a4d48befa  Default Organization                       true
org_2bae5154242  Acme                                       false
org_bf70e5f4d8f  Example Trading                            false
org_de148cdfeeb  Sample Works                               false\n"
        )
    );
    assert_eq!(
        emulated(&["organizations", "--format", "csv"], ""),
        Outcome::success(
            "\
code,name,handle,external_id,is_default
org_87a4d48befa,Default Organization,,,true
org_2bae5154242,Acme,,,false
org_bf70e5f4d8f,Example Trading,,,false
org_de148cdfeeb,Sample Works,,,false\n"
        )
    );
    assert_eq!(
        emulated(&["organizations", "--format", "json"], ""),
        Outcome::success(
            r#"{"code":"org_87a4d48befa","name":"Default Organization","handle":null,"is_default":true,"external_id":null,"is_auto_membership_enabled":false}
{"code":"org_2bae5154242","name":"Acme","handle":null,"is_default":false,"external_id":null,"is_auto_membership_enabled":false}
{"code":"org_bf70e5f4d8f","name":"Example Trading","handle":null,"is_default":false,"external_id":null,"is_auto_membership_enabled":false}
{"code":"org_de148cdfeeb","name":"Sample Works","handle":null,"is_default":false,"external_id":null,"is_auto_membership_enabled":false}
"#
        )
    );
}

#[test]
fn shows_an_organization() {
    assert_eq!(
        emulated(&["organization", "org_de148cdfeeb"], ""),
        Outcome::success(
            "\
CODE             NAME          HANDLE  EXTERNAL_ID  IS_DEFAULT
org_de148cdfeeb  Sample Works                       false\n"
        )
    );
    assert_eq!(
        emulated(&["organization", "org_de148cdfeeb", "--format", "csv"], ""),
        Outcome::success("code,name,handle,external_id,is_default\norg_de148cdfeeb,Sample Works,,,false\n")
    );
    let json = emulated(&["organization", "org_de148cdfeeb", "--format", "json"], "");
    let expected = concat!(
        r#"{"code":"org_de148cdfeeb","name":"Sample Works","handle":null,"is_default":false,"external_id":null,"#,
        r#""is_auto_membership_enabled":false,"logo":null,"logo_dark":null,"favicon_svg":null,"#,
        r#""favicon_fallback":null,"allowed_domains":[],"link_color":null,"background_color":null,"#,
        r#""button_color":null,"button_text_color":null,"link_color_dark":null,"background_color_dark":null,"#,
        r#""button_text_color_dark":null,"button_color_dark":null,"button_border_radius":null,"#,
        r#""card_border_radius":null,"input_border_radius":null,"theme_code":"light","color_scheme":"light","#,
        r#""created_on":"2026-01-01T00:00:00Z","is_allow_registrations":null,"sender_name":null,"#,
        r#""sender_email":null,"is_suspended":false,"suspended_on":null,"billing":null}"#,
        "\n"
    );
    assert_eq!(json, Outcome::success(expected));
}

#[test]
fn lists_members() {
    assert_eq!(
        emulated(&["members", "org_de148cdfeeb"], ""),
        Outcome::success(
            "\
ID                                   FULL_NAME  EMAIL                ROLES         JOINED_ON             LAST_ACCESSED_ON
kp_0bb376ff3377c0dcc1fe4b80e6af65d7  Member 1   member1@example.com  member;admin  2026-01-01T00:00:00Z
kp_32c3402f17fe745b3502f2ae0ef70ddf  Member 2   member2@example.com  member        2026-01-01T00:00:00Z
kp_4eea927ca4e62c737835badd52c7deef  Member 3   member3@example.com  member        2026-01-01T00:00:00Z\n"
        )
    );
    assert_eq!(
        emulated(&["members", "org_de148cdfeeb", "--format", "csv"], ""),
        Outcome::success(
            "\
id,full_name,email,roles,joined_on,last_accessed_on
kp_0bb376ff3377c0dcc1fe4b80e6af65d7,Member 1,member1@example.com,member;admin,2026-01-01T00:00:00Z,
kp_32c3402f17fe745b3502f2ae0ef70ddf,Member 2,member2@example.com,member,2026-01-01T00:00:00Z,
kp_4eea927ca4e62c737835badd52c7deef,Member 3,member3@example.com,member,2026-01-01T00:00:00Z,\n"
        )
    );
    assert_eq!(
        emulated(&["members", "org_de148cdfeeb", "--format", "json"], ""),
        Outcome::success(
            r#"{"id":"kp_0bb376ff3377c0dcc1fe4b80e6af65d7","email":"member1@example.com","full_name":"Member 1","last_name":"1","first_name":"Member","picture":null,"joined_on":"2026-01-01T00:00:00Z","last_accessed_on":null,"is_suspended":false,"roles":["member","admin"]}
{"id":"kp_32c3402f17fe745b3502f2ae0ef70ddf","email":"member2@example.com","full_name":"Member 2","last_name":"2","first_name":"Member","picture":null,"joined_on":"2026-01-01T00:00:00Z","last_accessed_on":null,"is_suspended":false,"roles":["member"]}
{"id":"kp_4eea927ca4e62c737835badd52c7deef","email":"member3@example.com","full_name":"Member 3","last_name":"3","first_name":"Member","picture":null,"joined_on":"2026-01-01T00:00:00Z","last_accessed_on":null,"is_suspended":false,"roles":["member"]}
"#
        )
    );
}

#[test]
fn lists_all_pages() {
    for arguments in [&["members", "org_87a4d48befa"][..], &["users", "--all"]] {
        for (format, heads) in [("table", 1), ("csv", 1), ("json", 0)] {
            let outcome = emulated(&[arguments, &["--format", format]].concat(), "");
            let members: Vec<&str> = outcome.stdout.lines().skip(heads).collect();
            assert_eq!((outcome.code, members.len(), outcome.stderr.as_str()), (Some(0), 640, ""), "{format}");
            for (index, member) in members.iter().enumerate() {
                let email = format!("member{}@example.com", index + 1);
                assert!(member.contains(&email), "{member} is not {email}");
            }
        }
    }
}

#[test]
fn lists_a_hundred_users_and_says_that_there_are_more() {
    let (emulator, _) = business(101);
    let outcome = run(&mut served(&emulator, &["users", "--format", "csv"]), "");
    assert_eq!((outcome.code, outcome.stdout.lines().count()), (Some(0), 101));
    assert_eq!(outcome.stderr, "note: these are the first 100: --all lists all of them\n");
    assert_eq!(calls(&emulator), ["getUsers"]);

    let quiet = run(&mut served(&emulator, &["users", "--format", "csv", "--quiet"]), "");
    assert_eq!(quiet, Outcome::success(outcome.stdout));
}

#[test]
fn says_of_a_hundred_users_that_they_are_all() {
    let (emulator, _) = business(100);
    let outcome = run(&mut served(&emulator, &["users", "--format", "csv"]), "");
    assert_eq!((outcome.stdout.lines().count(), outcome.stderr.as_str()), (101, ""));
}

#[test]
fn lists_roles_and_permissions() {
    assert_eq!(
        emulated(&["roles"], ""),
        Outcome::success(
            "\
ID                                    KEY     NAME           DESCRIPTION  IS_DEFAULT_ROLE
5eab4c77-6f53-d8f1-764c-dcd5af926471  admin   Administrator               false
fc526b0e-dfd1-7841-10c3-495c6a971178  member  Member                      false\n"
        )
    );
    let permissions = emulated(&["permissions"], "").stdout;
    let keys: Vec<_> = permissions.lines().filter_map(|line| line.split_whitespace().nth(1)).collect();
    assert_eq!(keys, ["KEY", "read:reports", "write:reports"]);
}

#[test]
fn an_empty_list_has_the_names_of_its_columns() {
    let emulator = Emulator::new();
    let list = |format| run(&mut served(&emulator, &["permissions", "--format", format]), "");
    assert_eq!(list("table"), Outcome::success("ID  KEY  NAME  DESCRIPTION\n"));
    assert_eq!(list("csv"), Outcome::success("id,key,name,description\n"));
    assert_eq!(list("json"), Outcome::success(""));
}

#[test]
fn a_name_does_not_move_the_cursor() {
    let (emulator, _) = business(0);
    let organization = emulator.add_organization("\x1b[2JBell\x07");
    let outcome = run(&mut served(&emulator, &["organization", organization.as_str()]), "");
    let expected = format!(
        "CODE             NAME       HANDLE  EXTERNAL_ID  IS_DEFAULT\n{organization}  \u{fffd}[2JBell\u{fffd}                       false\n"
    );
    assert_eq!(outcome, Outcome::success(expected));
}

#[test]
fn shows_what_came_before_an_error() {
    let (emulator, file) = business(650);
    let organization = emulator.default_organization();
    assert_eq!(run(&mut served(&emulator, &["add-members", organization.as_str(), "-"]), &file).code, Some(0));
    let limited = Fault::RateLimited { reset: Duration::from_secs(300) };
    emulator.misbehave(Misbehaviour::new(limited).operation(GetOrganizationUsers::OPERATION_ID).every(2));
    for format in ["table", "csv"] {
        let outcome = run(&mut served(&emulator, &["members", organization.as_str(), "--format", format]), "");
        assert_eq!((outcome.code, outcome.stdout.lines().count()), (Some(4), 501), "{format}");
        assert!(outcome.stderr.ends_with("help: try again in 300 seconds\nnote: 500 were listed before\n"));
    }
}

#[test]
fn says_that_a_kinde_in_memory_forgets() {
    let outcome = run(kinde(&["permissions", "--emulator", "--format", "json"]).arg("--role=member"), "");
    let note = "note: this Kinde is in memory, and forgets everything when the program ends\n";
    assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(0), note));
}
