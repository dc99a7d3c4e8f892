//! Help, the manual page, and what completes commands.

use crate::outcome::{Outcome, kinde, run};

#[test]
fn documents_its_exit_codes() {
    let help = run(&mut kinde(&["--help"]), "");
    assert_eq!((help.code, help.stderr.as_str()), (Some(0), ""));
    let codes = help.stdout.split("Exit codes:\n").nth(1);
    assert_eq!(
        codes,
        Some(
            "  0    Done, or nobody reads any more what is printed
  1    Kinde refused
  2    Wrong arguments, environment or file; nothing was changed
  3    Kinde was not reached, or the connection broke
  4    Kinde asks to try again later
  5    The output can't be written
  6    Somebody or something was not found; all else is done
  130  Stopped by Ctrl-C\n"
        )
    );
}

#[test]
fn completes_commands_in_each_shell() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = run(&mut kinde(&["completions", shell]), "");
        assert_eq!((script.code, script.stderr.as_str()), (Some(0), ""), "{shell}");
        assert!(script.stdout.contains("add-members") && script.stdout.contains("quiet"), "{shell}");
    }
}

#[test]
fn has_a_manual_page_for_each_command() {
    let page = run(&mut kinde(&["man"]), "");
    assert_eq!((page.code, page.stderr.as_str()), (Some(0), ""));
    assert!(page.stdout.contains(".TH kinde 1"), "{}", page.stdout);
    assert!(page.stdout.contains("Stopped by Ctrl\\-C"), "{}", page.stdout);

    let page = run(&mut kinde(&["man", "add-members"]), "");
    assert!(page.stdout.contains(".TH kinde-add-members 1"), "{}", page.stdout);
    assert!(page.stdout.contains("\\fB\\-\\-skip\\fR"), "{}", page.stdout);

    assert_eq!(
        run(&mut kinde(&["man", "nothing"]), ""),
        Outcome::failure(2, "error: there is no command `nothing`\nhelp: look for it in `kinde --help`\n")
    );
}
