//! What goes wrong between the program and Kinde, and what to do about it.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::thread;
use std::time::Duration;

use kinde_api::Endpoint;
use kinde_api::emulator::{Fault, Misbehaviour, TOKEN};
use kinde_api::organizations::GetOrganizations;

use crate::outcome::{Outcome, business, calls, emulated, kinde, run, served};

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
    let tokens = calls(&emulator).iter().filter(|operation_id| **operation_id == TOKEN).count();
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
help: check the domain: it is the one that Kinde gave you, such as acme.kinde.com, not your own\n";
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
fn a_domain_can_be_named() {
    let (emulator, _) = business(0);
    let mut command = served(&emulator, &["roles", "--format", "csv"]);
    let domain = command.get_envs().find(|(name, _)| *name == "KINDE_DOMAIN").and_then(|(_, domain)| domain);
    let domain = domain.expect("it is set").to_owned();
    command.env("KINDE_DOMAIN", "another.kinde.com").arg("--domain").arg(domain);
    assert_eq!(run(&mut command, "").code, Some(0));
    assert_eq!(calls(&emulator), ["GetRoles"]);

    let help = "help: see --help for arguments and environment, or try out --emulator\n";
    for (domain, reason) in [
        ("acme kinde.com", "has an invalid host"),
        ("http://acme.kinde.com", "is plain http, which is for loopback hosts only"),
    ] {
        let outcome = run(kinde(&["roles", "--domain", domain]).env("KINDE_TOKEN", "a-token"), "");
        assert_eq!(outcome, Outcome::failure(2, format!("error: the origin {reason}\n{help}")));
    }
}
