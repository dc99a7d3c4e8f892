//! HTTPS, with an authority of its own.

use super::running::Running;

#[test]
fn serves_https_that_its_authority_vouches_for() {
    let program = Running::start(&["--tls"]);
    assert!(program.domain().starts_with("https://127.0.0.1:"));
    assert_eq!(program.api().get("users?page_size=1").status, 200);
}

#[test]
fn is_known_by_every_name() {
    let program = Running::start(&["--tls", "--host", "localhost", "--name", "kinde.localhost", "--seed", "empty"]);
    assert!(program.domain().starts_with("https://kinde.localhost:"));
    let port = program.address().rsplit_once(':').unwrap().1;
    let output = std::process::Command::new("curl")
        .args(["--silent", "--fail", "--noproxy", "*", "--cacert", program.variable("KINDE_EMULATOR_CA")])
        .args(["--resolve", &format!("kinde.localhost:{port}:127.0.0.1")])
        .arg(format!("https://kinde.localhost:{port}/_emulator/health"))
        .output();
    match output {
        Ok(output) => assert!(output.status.success(), "{output:?}"),
        Err(error) => eprintln!("not tried, since there is no curl: {error}"),
    }
}

#[test]
fn keeps_its_authority_from_one_start_to_the_next() {
    let first = Running::start(&["--tls", "--seed", "empty"]);
    let authority = std::fs::read(first.variable("KINDE_EMULATOR_CA")).unwrap();
    // Two at once share it.
    let folder = first.folder.path().to_str().unwrap();
    let second = Running::start(&["--tls", "--seed", "empty", "--folder", folder]);
    assert_eq!(std::fs::read(second.variable("KINDE_EMULATOR_CA")).unwrap(), authority);
    assert_eq!(second.token().status, 200);
    assert_eq!(first.token().status, 200);
}

#[cfg(unix)]
#[test]
fn nobody_else_can_read_its_keys() {
    use std::os::unix::fs::PermissionsExt;

    let program = Running::start(&["--tls", "--seed", "empty"]);
    for entry in std::fs::read_dir(program.folder.path()).unwrap() {
        let entry = entry.unwrap();
        assert_eq!(entry.metadata().unwrap().permissions().mode() & 0o077, 0, "{entry:?}");
    }
}
