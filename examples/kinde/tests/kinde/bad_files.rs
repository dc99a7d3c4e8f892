//! Files that can't mean what they say: an error with its line, before anything is sent.

use std::process::Command;

use crate::outcome::{Outcome, business, emulated, kinde, run, served};

#[test]
fn says_what_is_wrong_with_a_file() {
    let (emulator, _) = business(0);
    for (file, error) in [
        ("", "the file is empty"),
        ("\n \n", "the file is empty"),
        ("\u{feff}", "the file is empty"),
        ("id,roles\n", "the file has no users, only the names of columns"),
        ("roles\nadmin\n", "there is no column `id` and no column `email`"),
        ("kp_1\nkp_2\n", "the column `kp_1` is not one of id, email, roles, permissions"),
        ("id,role\nkp_1,admin\n", "the column `role` is not one of id, email, roles, permissions"),
        (
            "id;roles\nkp_1;admin\n",
            "the column `id;roles` is not one of id, email, roles, permissions: commas come between columns",
        ),
        (
            "email,first_name\na@example.com,\n\nb@example.com,\"Ann\nc@example.com,Bob\nd@example.com,Cy",
            "line 4: a cell goes on in the next line: a `\"` is not closed",
        ),
        (
            "email,first_name\na@example.com,\"Ann\nb@example.com,\"Bob\"\n",
            "line 2: a cell goes on in the next line: a `\"` is not closed",
        ),
        ("email,roles\na@example.com,\"admin", "line 2: a cell goes on in the next line: a `\"` is not closed"),
        ("id,roles,id\nkp_1,admin,kp_2\n", "the column `id` is there twice"),
        ("id,roles\nkp_1,admin\n ,admin\n", "line 3: there is neither an id nor an address"),
        ("id,email\na@example.com,b@example.com\n", "line 2: `a@example.com` and `b@example.com` can't both be it"),
        ("id,email\n,\n", "line 2: there is neither an id nor an address"),
        ("email\nmember1\n", "line 2: `member1` is not an e-mail address"),
        ("email\n\"a@example.com,b@example.com\"\n", "line 2: `a@example.com,b@example.com` is not an e-mail address"),
        ("id\nkp 1\n", "line 2: `kp 1` is not the id of a user"),
        ("id\n@example.com\n", "line 2: `@example.com` is not an e-mail address"),
        ("id,roles\nkp_1,admin\nkp_2,\n\nkp_1,member\n", "line 5: `kp_1` is in line 2 already"),
        ("email\na@example.com\nA@Example.com\n", "line 3: `a@example.com` is in line 2 already"),
        ("id,email\nkp_1,a@example.com\n,a@example.com\n", "line 3: `a@example.com` is in line 2 already"),
        (
            "id,roles\nkp_1\n",
            "CSV error: record 1 (line: 2, byte: 9): found record with 1 fields, but the previous record has 2 fields",
        ),
    ] {
        let expected = format!("error: {error}\nhelp: correct -: nothing was sent\n");
        let outcome = run(&mut served(&emulator, &["add-members", "Acme", "-"]), file);
        assert_eq!(outcome, Outcome::failure(2, expected), "{file:?}");
    }
    assert_eq!(emulator.requests().len(), 0);
}

#[test]
fn a_file_may_begin_with_a_byte_order_mark() {
    let outcome =
        emulated(&["add-members", "Sample Works", "-", "--format", "csv"], "\u{feff}email\nmember1@example.com\n");
    let expected =
        "line,outcome,id,email\n2,already a member,kp_0bb376ff3377c0dcc1fe4b80e6af65d7,member1@example.com\n";
    assert_eq!(outcome, Outcome::success(expected));
}

#[test]
fn says_that_a_file_is_not_there_or_no_text() {
    assert_eq!(
        emulated(&["add-members", "Acme", "nowhere.csv"], ""),
        Outcome::failure(
            2,
            "error: nowhere.csv: No such file or directory (os error 2)\n\
             help: look which file it is: nothing was sent\n"
        )
    );
    let program = env!("CARGO_BIN_EXE_kinde");
    assert_eq!(
        emulated(&["add-members", "Acme", program], ""),
        Outcome::failure(
            2,
            format!("error: {program}: this is not text in UTF-8\nhelp: look which file it is: nothing was sent\n")
        )
    );
}

#[test]
fn a_skip_past_the_end_is_an_error() {
    let (emulator, file) = business(3);
    for skip in ["3", "4", "18446744073709551615"] {
        let outcome = run(&mut served(&emulator, &["add-members", "Acme", "-", "--skip", skip]), &file);
        let expected =
            format!("error: --skip {skip} leaves nobody: the file has 3 users\nhelp: skip fewer: nothing was sent\n");
        assert_eq!(outcome, Outcome::failure(2, expected));
    }
    assert_eq!(emulator.requests().len(), 0);
}

#[test]
fn one_user_by_two_names_is_an_error() {
    let file = "id,email\nkp_0bb376ff3377c0dcc1fe4b80e6af65d7,\n,member2@example.com\n,member1@example.com\n";
    let expected = "\
error: lines 2 and 4 are the same user, `kp_0bb376ff3377c0dcc1fe4b80e6af65d7`
help: correct -: nobody was added\n";
    assert_eq!(emulated(&["add-members", "Acme", "-"], file), Outcome::failure(2, expected));
}

#[test]
fn refuses_wrong_arguments() {
    assert_eq!(
        emulated(&["members", "org_1/.."], ""),
        Outcome::failure(
            2,
            "error: the path parameter `org_code` has a slash, which could address another resource\nhelp: correct the arguments\n"
        )
    );
    let first_line = |command: &mut Command| {
        let outcome = run(command, "");
        (outcome.code, outcome.stdout, outcome.stderr.lines().next().unwrap_or_default().to_owned())
    };
    for (arguments, error) in [
        (&["members"][..], "error: the following required arguments were not provided:"),
        (&["nothing"], "error: unrecognized subcommand 'nothing'"),
        (&["user", ""], "error: invalid value '' for '<USER>': `` is not the id of a user"),
        (
            &["users", "--email", "member1"],
            "error: invalid value 'member1' for '--email <ADDRESS>': `member1` is not an e-mail address",
        ),
        (
            &["users", "--all", "--email", "member1@example.com"],
            "error: the argument '--all' cannot be used with '--email <ADDRESS>'",
        ),
        (
            &["roles", "--emulator", "--domain", "acme.kinde.com"],
            "error: the argument '--emulator' cannot be used with '--domain <DOMAIN>'",
        ),
        (&["add-members", "Acme", "-", "--skip", "-1"], "error: unexpected argument '-1' found"),
    ] {
        assert_eq!(first_line(&mut kinde(arguments)), (Some(2), String::new(), error.to_owned()));
    }
}
