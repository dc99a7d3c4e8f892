//! `--dry-run`: what would be sent, as curl commands.

use crate::outcome::{Outcome, business, run, served};

#[test]
fn a_dry_run_sends_nothing() {
    let (emulator, _) = business(0);
    let list = run(served(&emulator, &["organizations", "--dry-run"]).env("KINDE_DOMAIN", "acme.kinde.com"), "");
    assert_eq!(
        list,
        Outcome::success(
            r#"curl --globoff --path-as-is --request GET 'https://acme.kinde.com/api/v1/organizations?page_size=500' \
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
    for arguments in [
        &["members", "Acme"][..],
        &["organization", "org_1"],
        &["user", "kp_1"],
        &["user", "member1@example.com"],
        &["users", "--all"],
        &["roles"],
        &["permissions", "--role", "admin"],
        &["add-members", "org_1", "-"],
    ] {
        let outcome = run(served(&emulator, arguments).arg("--dry-run"), file);
        assert!(outcome.stdout.starts_with("curl "), "{outcome:?}");
    }
    assert_eq!(emulator.requests().len(), 0);
}

#[test]
fn an_address_stands_for_the_id_that_it_is_looked_up_for() {
    let (emulator, _) = business(0);
    let mut command = served(&emulator, &["add-members", "org_1", "-", "--dry-run", "--domain", "acme.kinde.com"]);
    assert_eq!(
        run(&mut command, "email\nmember1@example.com\n"),
        Outcome::success(
            r#"curl --globoff --path-as-is --request GET 'https://acme.kinde.com/api/v1/users?page_size=500&email=member1%40example.com&expand=identities' \
  --header "authorization: Bearer $KINDE_TOKEN" \
  --header 'accept: application/json'
curl --globoff --path-as-is --request POST 'https://acme.kinde.com/api/v1/organizations/org_1/users' \
  --header "authorization: Bearer $KINDE_TOKEN" \
  --header 'accept: application/json' \
  --header 'content-type: application/json' \
  --header 'Expect:' \
  --data-raw '{"users":[{"id":"member1@example.com"}]}'
"#
        )
    );
}
