//! The program as its users see it: what it prints, where, and with which exit code.

#[path = "../../loopback/mod.rs"]
mod loopback;

use std::io::{Read, Write};
use std::net::TcpListener;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use kinde_api::Endpoint;
use kinde_api::emulator::{Emulator, Fault, Misbehaviour, TOKEN};
use kinde_api::organizations::{AddOrganizationUsers, GetOrganizationUsers, GetOrganizations};

/// What the program did: its exit code, standard output and standard error.
#[derive(Debug, PartialEq)]
struct Outcome {
    code: Option<i32>,
    stdout: String,
    stderr: String,
}

impl Outcome {
    fn success(stdout: impl Into<String>) -> Self {
        Self { code: Some(0), stdout: stdout.into(), stderr: String::new() }
    }

    fn failure(code: i32, stderr: impl Into<String>) -> Self {
        Self { code: Some(code), stdout: String::new(), stderr: stderr.into() }
    }
}

/// The program without a configuration.
fn kinde(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kinde"));
    for name in ["KINDE_DOMAIN", "KINDE_TOKEN", "KINDE_MANAGEMENT_CLIENT_ID", "KINDE_MANAGEMENT_CLIENT_SECRET"] {
        command.env_remove(name);
    }
    command.args(arguments);
    command
}

fn run(command: &mut Command, input: &str) -> Outcome {
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it runs");
    // Who doesn't read what it is given, closes the pipe.
    let _ = child.stdin.take().expect("it has one").write_all(input.as_bytes());
    let output = child.wait_with_output().expect("it ends");
    let text = |bytes| String::from_utf8(bytes).expect("it prints text");
    Outcome { code: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) }
}

fn emulated(arguments: &[&str], input: &str) -> Outcome {
    run(kinde(arguments).arg("--emulator"), input)
}

/// The program, configured for an emulator that is served.
fn served(emulator: &Emulator, arguments: &[&str]) -> Command {
    let address = loopback::serve(emulator.clone(), 0).expect("there is a free port");
    let mut command = kinde(arguments);
    command.env("KINDE_DOMAIN", format!("http://{address}")).env("KINDE_TOKEN", emulator.token());
    command
}

/// A business with so many users, and a file of them.
fn business(users: usize) -> (Emulator, String) {
    let emulator = Emulator::new();
    emulator.add_role("admin");
    let rows =
        (1..=users).map(|number| format!("{},admin\n", emulator.add_user(format!("member{number}@example.com"))));
    let file = format!("id,roles\n{}", rows.collect::<String>());
    (emulator, file)
}

#[test]
fn lists_organizations() {
    assert_eq!(
        emulated(&["organizations"], ""),
        Outcome::success(
            "\
CODE             NAME                  HANDLE  EXTERNAL_ID  IS_DEFAULT
org_87a4d48befa  Default Organization                       true
org_0142ffe7b71  Acme                                       false
org_6c6fddac366  Example Trading                            false
org_2bae5154242  Sample Works                               false\n"
        )
    );
    assert_eq!(
        emulated(&["organizations", "--format", "csv"], ""),
        Outcome::success(
            "\
code,name,handle,external_id,is_default
org_87a4d48befa,Default Organization,,,true
org_0142ffe7b71,Acme,,,false
org_6c6fddac366,Example Trading,,,false
org_2bae5154242,Sample Works,,,false\n"
        )
    );
    assert_eq!(
        emulated(&["organizations", "--format", "json"], ""),
        Outcome::success(
            r#"{"code":"org_87a4d48befa","name":"Default Organization","handle":null,"is_default":true,"external_id":null,"is_auto_membership_enabled":false}
{"code":"org_0142ffe7b71","name":"Acme","handle":null,"is_default":false,"external_id":null,"is_auto_membership_enabled":false}
{"code":"org_6c6fddac366","name":"Example Trading","handle":null,"is_default":false,"external_id":null,"is_auto_membership_enabled":false}
{"code":"org_2bae5154242","name":"Sample Works","handle":null,"is_default":false,"external_id":null,"is_auto_membership_enabled":false}
"#
        )
    );
}

#[test]
fn shows_an_organization() {
    assert_eq!(
        emulated(&["organization", "org_2bae5154242"], ""),
        Outcome::success(
            "\
CODE             NAME          HANDLE  EXTERNAL_ID  IS_DEFAULT
org_2bae5154242  Sample Works                       false\n"
        )
    );
    assert_eq!(
        emulated(&["organization", "org_2bae5154242", "--format", "csv"], ""),
        Outcome::success("code,name,handle,external_id,is_default\norg_2bae5154242,Sample Works,,,false\n")
    );
    let json = emulated(&["organization", "org_2bae5154242", "--format", "json"], "");
    let expected = concat!(
        r#"{"code":"org_2bae5154242","name":"Sample Works","handle":null,"is_default":false,"external_id":null,"#,
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
        emulated(&["members", "org_2bae5154242"], ""),
        Outcome::success(
            "\
ID                                   FULL_NAME  EMAIL                ROLES         JOINED_ON             LAST_ACCESSED_ON
kp_5eab4c776f53d8f1764cdcd5af926471  Member 1   member1@example.com  member;admin  2026-01-01T00:00:00Z
kp_0bb376ff3377c0dcc1fe4b80e6af65d7  Member 2   member2@example.com  member        2026-01-01T00:00:00Z
kp_32c3402f17fe745b3502f2ae0ef70ddf  Member 3   member3@example.com  member        2026-01-01T00:00:00Z\n"
        )
    );
    assert_eq!(
        emulated(&["members", "org_2bae5154242", "--format", "csv"], ""),
        Outcome::success(
            "\
id,full_name,email,roles,joined_on,last_accessed_on
kp_5eab4c776f53d8f1764cdcd5af926471,Member 1,member1@example.com,member;admin,2026-01-01T00:00:00Z,
kp_0bb376ff3377c0dcc1fe4b80e6af65d7,Member 2,member2@example.com,member,2026-01-01T00:00:00Z,
kp_32c3402f17fe745b3502f2ae0ef70ddf,Member 3,member3@example.com,member,2026-01-01T00:00:00Z,\n"
        )
    );
    assert_eq!(
        emulated(&["members", "org_2bae5154242", "--format", "json"], ""),
        Outcome::success(
            r#"{"id":"kp_5eab4c776f53d8f1764cdcd5af926471","email":"member1@example.com","full_name":"Member 1","last_name":"1","first_name":"Member","picture":null,"joined_on":"2026-01-01T00:00:00Z","last_accessed_on":null,"is_suspended":false,"roles":["member","admin"]}
{"id":"kp_0bb376ff3377c0dcc1fe4b80e6af65d7","email":"member2@example.com","full_name":"Member 2","last_name":"2","first_name":"Member","picture":null,"joined_on":"2026-01-01T00:00:00Z","last_accessed_on":null,"is_suspended":false,"roles":["member"]}
{"id":"kp_32c3402f17fe745b3502f2ae0ef70ddf","email":"member3@example.com","full_name":"Member 3","last_name":"3","first_name":"Member","picture":null,"joined_on":"2026-01-01T00:00:00Z","last_accessed_on":null,"is_suspended":false,"roles":["member"]}
"#
        )
    );
}

#[test]
fn lists_all_pages() {
    for (format, heads) in [("table", 1), ("csv", 1), ("json", 0)] {
        let outcome = emulated(&["members", "org_87a4d48befa", "--format", format], "");
        let members: Vec<&str> = outcome.stdout.lines().skip(heads).collect();
        assert_eq!((outcome.code, members.len(), outcome.stderr.as_str()), (Some(0), 640, ""), "{format}");
        for (index, member) in members.iter().enumerate() {
            let email = format!("member{}@example.com", index + 1);
            assert!(member.contains(&email), "{member} is not {email}");
        }
    }
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
fn a_pipe_that_is_closed_is_no_error() {
    for format in ["table", "csv", "json"] {
        let mut command = kinde(&["members", "org_87a4d48befa", "--emulator", "--format", format]);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it runs");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("it ends");
        assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()), "{format}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_is_lost_is_an_error() {
    for format in ["table", "csv", "json"] {
        let full = std::fs::File::options().write(true).open("/dev/full").expect("every Linux has it");
        let mut command = kinde(&["organizations", "--emulator", "--format", format]);
        let output = command.stdout(full).output().expect("it runs");
        let stderr = String::from_utf8_lossy(&output.stderr);
        let expected = "error: No space left on device (os error 28)\nhelp: look where the output goes\n";
        assert_eq!((output.status.code(), stderr.as_ref()), (Some(5), expected), "{format}");
    }
}

#[test]
fn a_dry_run_sends_nothing() {
    let (emulator, _) = business(0);
    let list = run(served(&emulator, &["organizations", "--dry-run"]).env("KINDE_DOMAIN", "acme.kinde.com"), "");
    assert_eq!(
        list,
        Outcome::success(
            r#"curl --globoff --path-as-is --request GET 'https://acme.kinde.com/api/v1/organizations?page_size=100' \
  --header "authorization: Bearer $KINDE_TOKEN" \
  --header 'accept: application/json'
"#
        )
    );
    let file = "id,permissions,roles\nkp_1,read:reports,admin; member\nkp_2,,\n";
    let mut command = served(&emulator, &["add-members", "org_1", "-", "--dry-run", "--skip", "0", "--format", "csv"]);
    command.env_remove("KINDE_TOKEN").env("KINDE_DOMAIN", "https://acme.kinde.com");
    command.env("KINDE_MANAGEMENT_CLIENT_ID", "an-id").env("KINDE_MANAGEMENT_CLIENT_SECRET", "s3cret");
    assert_eq!(
        run(&mut command, file),
        Outcome::success(
            r#"curl --globoff --path-as-is --request POST 'https://acme.kinde.com/api/v1/organizations/org_1/users' \
  --header "authorization: Bearer $KINDE_TOKEN" \
  --header 'accept: application/json' \
  --header 'content-type: application/json' \
  --header 'Expect:' \
  --data-raw '{"users":[{"id":"kp_1","roles":["admin","member"],"permissions":["read:reports"]},{"id":"kp_2"}]}'
"#
        )
    );
    for arguments in [&["members", "org_1"][..], &["organization", "org_1"], &["add-members", "org_1", "-"]] {
        let outcome = run(served(&emulator, arguments).arg("--dry-run"), file);
        assert!(outcome.stdout.starts_with("curl "), "{outcome:?}");
    }
    assert_eq!(emulator.requests().len(), 0);
}

#[test]
fn adds_members_in_batches() {
    let (emulator, file) = business(250);
    let organization = emulator.default_organization();
    let outcome = run(&mut served(&emulator, &["add-members", organization.as_str(), "-"]), &file);
    assert_eq!(outcome, Outcome::success("250 users added\n"));
    let users_of = |request: &kinde_api::emulator::ReceivedRequest| request.json()?["users"].as_array().map(Vec::len);
    assert_eq!(emulator.requests().iter().map(users_of).collect::<Vec<_>>(), [Some(100), Some(100), Some(50)]);

    let again = run(&mut served(&emulator, &["add-members", organization.as_str(), "-"]), &file);
    assert_eq!(again, Outcome::success("0 users added\n"));
}

#[test]
fn adds_what_it_has_listed() {
    let members = emulated(&["members", "org_6c6fddac366", "--format", "csv"], "").stdout;
    let outcome = emulated(&["add-members", "org_2bae5154242", "-"], &members);
    assert_eq!(outcome, Outcome::success("37 users added\n"));
}

#[test]
fn tells_how_to_go_on_after_a_batch_that_failed() {
    let (emulator, file) = business(250);
    let organization = emulator.default_organization();
    let broken = Misbehaviour::new(Fault::Closed).operation(AddOrganizationUsers::OPERATION_ID).every(2).times(1);
    emulator.misbehave(broken);
    let outcome = run(&mut served(&emulator, &["add-members", organization.as_str(), "-"]), &file);
    assert_eq!(outcome.code, Some(3));
    let mut report = outcome.stderr.lines();
    let error = report.next().unwrap_or_default();
    assert!(error.starts_with("error: AddOrganizationUsers got no answer from "), "{error}");
    assert_eq!(
        report.collect::<Vec<_>>(),
        [
            "help: check KINDE_DOMAIN and the network",
            "note: 100 users are done, lines 102 to 201 are not, or not for sure: go on by --skip 100"
        ]
    );
    let arguments = ["add-members", organization.as_str(), "-", "--skip", "100"];
    assert_eq!(run(&mut served(&emulator, &arguments), &file), Outcome::success("150 users added\n"));

    let unknown = file.replacen("\nkp_", "\nkp_0", 250).replacen("\nkp_0", "\nkp_", 249);
    let last = unknown.lines().last().and_then(|line| line.split(',').next()).unwrap_or_default();
    let expected = format!(
        "\
error: AddOrganizationUsers did not succeed: 400 Bad Request: USER_INVALID: there is no user `{last}`
help: correct what Kinde complains of
note: 200 users are done, lines 202 to 251 are not, or not for sure: go on by --skip 200\n"
    );
    let outcome = run(&mut served(&emulator, &["add-members", organization.as_str(), "-"]), &unknown);
    assert_eq!(outcome, Outcome::failure(1, expected));
}

#[test]
fn names_the_line_of_the_file_that_is_wrong() {
    for (file, error) in [
        ("id,role\nkp_1,admin\n", "the column `role` is none of id, roles and permissions"),
        ("id;roles\nkp_1;admin\n", "the column `id;roles` is none of id, roles and permissions"),
        ("id,roles\nkp_1,admin\n ,admin\n", "line 3 has no id"),
        ("roles\nadmin\n", "line 2 has no id"),
        ("id,roles\nkp_1,admin\nkp_2,\n\nkp_1,member\n", "line 5 has the id of line 2"),
        (
            "id,roles\nkp_1\n",
            "CSV error: record 1 (line: 2, byte: 9): found record with 1 fields, but the previous record has 2 fields",
        ),
    ] {
        let expected = format!("error: {error}\nhelp: correct -: nothing was sent\n");
        let outcome = emulated(&["add-members", "org_2bae5154242", "-"], file);
        assert_eq!(outcome, Outcome::failure(2, expected));
    }
    assert_eq!(
        emulated(&["add-members", "org_2bae5154242", "nowhere.csv"], ""),
        Outcome::failure(
            2,
            "error: No such file or directory (os error 2)\nhelp: correct nowhere.csv: nothing was sent\n"
        )
    );
}

#[test]
fn names_the_scope_that_is_missing() {
    let (emulator, _) = business(0);
    emulator.declare_token("reader", [GetOrganizations::SCOPE]);
    let outcome = run(served(&emulator, &["members", "org_1"]).env("KINDE_TOKEN", "reader"), "");
    let expected = "\
error: GetOrganizationUsers did not succeed: 403 Forbidden: SCOPE_MISSING: Scope is missing: read:organization_users
help: the token lacks `read:organization_users`; add it to the M2M application under APIs → Manage scopes\n";
    assert_eq!(outcome, Outcome::failure(1, expected));
}

#[test]
fn tells_what_to_do_about_a_refusal() {
    let (emulator, _) = business(0);
    assert_eq!(
        emulated(&["members", "org_0"], ""),
        Outcome::failure(
            1,
            "\
error: GetOrganizationUsers did not succeed: 400 Bad Request: ORGANIZATION_INVALID: there is no organization `org_0`
help: look for its code among `kinde organizations`\n"
        )
    );
    assert_eq!(
        run(served(&emulator, &["organizations"]).env("KINDE_TOKEN", "another"), ""),
        Outcome::failure(
            1,
            "\
error: getOrganizations did not succeed: 401 Unauthorized: TOKEN_INVALID: the token was not issued by this business
help: get a new token: this one is no longer good, or is another business's\n"
        )
    );
}

#[test]
fn tells_when_to_try_again() {
    let (emulator, _) = business(0);
    emulator.misbehave(Misbehaviour::new(Fault::RateLimited { reset: Duration::from_secs(300) }));
    let expected = "\
error: getOrganizations did not succeed: 429 Too Many Requests: TOO_MANY_REQUESTS: Request was throttled.
help: try again in 300 seconds\n";
    assert_eq!(run(&mut served(&emulator, &["organizations"]), ""), Outcome::failure(4, expected));
}

#[test]
fn shows_what_came_before_an_error() {
    let (emulator, file) = business(150);
    let organization = emulator.default_organization();
    assert_eq!(run(&mut served(&emulator, &["add-members", organization.as_str(), "-"]), &file).code, Some(0));
    let limited = Fault::RateLimited { reset: Duration::from_secs(300) };
    emulator.misbehave(Misbehaviour::new(limited).operation(GetOrganizationUsers::OPERATION_ID).every(2));
    for format in ["table", "csv"] {
        let outcome = run(&mut served(&emulator, &["members", organization.as_str(), "--format", format]), "");
        assert_eq!((outcome.code, outcome.stdout.lines().count()), (Some(4), 101), "{format}");
        assert!(outcome.stderr.ends_with("help: try again in 300 seconds\nnote: 100 were listed before\n"));
    }
}

#[test]
fn tells_what_is_wrong_with_the_credentials() {
    let (emulator, _) = business(0);
    let mut command = served(&emulator, &["organizations"]);
    command.env_remove("KINDE_TOKEN");
    command.env("KINDE_MANAGEMENT_CLIENT_ID", emulator.client_id()).env("KINDE_MANAGEMENT_CLIENT_SECRET", "s3cret");
    let expected = "\
error: getOrganizations has no token: the token endpoint answered 401 Unauthorized: invalid_client: Client authentication failed: unknown client, or a wrong secret.
help: check KINDE_MANAGEMENT_CLIENT_ID and KINDE_MANAGEMENT_CLIENT_SECRET\n";
    assert_eq!(run(&mut command, ""), Outcome::failure(1, expected));

    command.env("KINDE_MANAGEMENT_CLIENT_SECRET", emulator.client_secret());
    assert_eq!(run(&mut command, "").code, Some(0));
    let tokens = emulator.requests().iter().filter(|request| request.operation_id == Some(TOKEN)).count();
    assert_eq!(tokens, 2, "one that was refused, one for the whole run");
}

#[test]
fn asks_for_the_right_domain() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("there is a free port");
    let address = listener.local_addr().expect("it has one");
    let server = thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("the program comes");
        let _ = stream.read(&mut [0; 4096]);
        let answer = "HTTP/1.1 404 Not Found\r\nContent-Length: 9\r\nConnection: close\r\n\r\nnot found";
        stream.write_all(answer.as_bytes()).expect("it is there");
    });
    let mut command = kinde(&["organizations"]);
    command.env("KINDE_DOMAIN", format!("http://{address}"));
    command.env("KINDE_MANAGEMENT_CLIENT_ID", "an-id").env("KINDE_MANAGEMENT_CLIENT_SECRET", "s3cret");
    let expected = "\
error: getOrganizations has no token: the token endpoint answered 404 Not Found: is this the right domain?
help: check KINDE_DOMAIN: it is the one that Kinde gave you, such as acme.kinde.com, not your own\n";
    assert_eq!(run(&mut command, ""), Outcome::failure(1, expected));
    server.join().expect("it answered");
}

#[test]
fn names_the_variable_that_is_missing() {
    let help = "help: see --help for arguments and environment, or try out --emulator\n";
    let missing =
        |name: &str| Outcome::failure(2, format!("error: the environment variable {name} is not set\n{help}"));
    assert_eq!(run(&mut kinde(&["organizations"]), ""), missing("KINDE_DOMAIN"));
    assert_eq!(
        run(kinde(&["organizations"]).env("KINDE_DOMAIN", "acme.kinde.com"), ""),
        missing("KINDE_TOKEN or KINDE_MANAGEMENT_CLIENT_ID")
    );
    assert_eq!(
        run(kinde(&["organizations"]).env("KINDE_TOKEN", "t").env("KINDE_DOMAIN", "http://acme.kinde.com"), ""),
        Outcome::failure(
            2,
            format!(
                "error: the environment variable KINDE_DOMAIN is plain http, which is for loopback hosts only\n{help}"
            )
        )
    );
}

#[test]
fn refuses_wrong_arguments() {
    assert_eq!(
        emulated(&["members", ".."], ""),
        Outcome::failure(
            2,
            "error: the path parameter `org_code` is a dot segment, which would address another resource\nhelp: correct the arguments\n"
        )
    );
    assert_eq!(emulated(&["members"], "").code, Some(2));
    assert_eq!(emulated(&["nothing"], "").code, Some(2));
}

#[test]
fn documents_its_exit_codes() {
    let help = emulated(&["--help"], "");
    assert_eq!((help.code, help.stderr.as_str()), (Some(0), ""));
    let codes = help.stdout.split("Exit codes:\n").nth(1);
    assert_eq!(
        codes,
        Some(
            "  0  Done, or nobody reads any more what is printed
  1  Kinde refused
  2  Wrong arguments, environment or file; nothing was sent
  3  Kinde was not reached, or the connection broke
  4  Kinde asks to try again later
  5  The output can't be written\n"
        )
    );
}
