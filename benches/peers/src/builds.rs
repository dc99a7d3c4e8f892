//! What programs and the library take to build: processor time of `cargo` and all that it starts.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike;
use yardsticks::table::{Figure, Table};

const ROUNDS: u32 = 2;
/// How many cores the goals are for.
const JOBS: &str = "--jobs=2";

/// Builds the programs in `programs/`, by turns.
///
/// # Panics
///
/// Where a build fails.
pub fn measure_all(table: &mut Table) {
    let programs = ["without_features", "with_ureq", "with_reqwest"];
    // Packages that are not there yet are fetched before anything is measured.
    for program in programs {
        cargo("fetch", program, &[]);
    }
    let [without_features, with_ureq, with_reqwest] = shortest(|_, index| {
        forget(programs[index]);
        cargo("build", programs[index], &["--release", JOBS])
    });
    table.head(&["clean release build, against reqwest with rustls", "without features", "with `ureq`"]);
    table.row(
        "processor time",
        &[
            Some(Figure::at_most(0.20, without_features / with_reqwest)),
            Some(Figure::at_most(0.48, with_ureq / with_reqwest)),
        ],
    );

    let (library, before) = (root(), before());
    let [release, check, release_before, check_before] = shortest(|_, index| match index {
        0 => library_alone("build", &library, &["--release"]),
        1 => library_alone("check", &library, &[]),
        2 => library_alone("build", &before, &["--release"]),
        _ => library_alone("check", &before, &[]),
    });
    #[expect(clippy::cast_precision_loss, reason = "there are fewer than 2^52 operations")]
    let more = (inventory::operations().count() - OPERATIONS_BEFORE) as f64;
    table.head(&["the library alone, against that of the operations of organizations", "processor time"]);
    table.row("`cargo check` against", &[Some(Figure::at_most(3.0, check / check_before))]);
    table.row(
        "a release build, in ms an operation more",
        &[Some(Figure::at_most(50.0, (release - release_before) * 1e3 / more))],
    );
}

/// The last commit with the operations of organizations alone, and how many these are.
const BEFORE: &str = "a53c735";
const OPERATIONS_BEFORE: usize = 45;

/// The library as it was then, in a folder of its own.
fn before() -> PathBuf {
    let folder = folder().join("target/before");
    fs::create_dir_all(&folder).expect("the folder can be made");
    let archive = folder.with_extension("tar");
    let git = Command::new("git").args(["archive", "--output"]).arg(&archive).arg(BEFORE).current_dir(root()).status();
    assert!(git.expect("git is installed").success(), "{BEFORE} is not in this clone");
    let tar = Command::new("tar").arg("-xf").arg(&archive).arg("-C").arg(&folder).status();
    assert!(tar.expect("tar is installed").success(), "the archive can't be unpacked");
    folder
}

/// Builds or checks the library of a workspace, without its dependencies, which are there already.
fn library_alone(command: &str, workspace: &Path, arguments: &[&str]) -> f64 {
    let run = |command: &str, arguments: &[&str]| {
        let status = Command::new("cargo")
            .args([command, "--quiet", "--package", "kinde-api"])
            .args(arguments)
            .current_dir(workspace)
            .env("CARGO_TARGET_DIR", workspace.join("target/builds"))
            .env("CARGO_INCREMENTAL", "0")
            .status();
        assert!(status.expect("cargo is installed").success(), "the library does not build");
    };
    let all = [&["--lib", JOBS], arguments].concat();
    run(command, &all);
    run("clean", arguments);
    let before = processor_time_of_children();
    run(command, &all);
    processor_time_of_children() - before
}

fn root() -> PathBuf {
    folder().join("../..")
}

/// The shortest of each, of some rounds in which all take their turns.
fn shortest<const COUNT: usize>(mut measure: impl FnMut(u32, usize) -> f64) -> [f64; COUNT] {
    let mut shortest = [f64::INFINITY; COUNT];
    for round in 0..ROUNDS {
        for (index, shortest) in shortest.iter_mut().enumerate() {
            *shortest = shortest.min(measure(round, index));
        }
    }
    shortest
}

/// Runs `cargo` for a program, and gives the processor time of all processes of that, in seconds.
fn cargo(command: &str, program: &str, arguments: &[&str]) -> f64 {
    let before = processor_time_of_children();
    let status = Command::new("cargo")
        .args([command, "--quiet", "--manifest-path"])
        .arg(folder().join("programs").join(program).join("Cargo.toml"))
        .args(arguments)
        .env("CARGO_TARGET_DIR", target(program))
        .env("CARGO_INCREMENTAL", "0")
        .status()
        .expect("cargo is installed");
    assert!(status.success(), "{program} does not build");
    processor_time_of_children() - before
}

#[expect(clippy::cast_precision_loss, reason = "nobody builds for 2^52 microseconds")]
fn processor_time_of_children() -> f64 {
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).expect("every process has a usage");
    (usage.user_time() + usage.system_time()).num_microseconds() as f64 / 1e6
}

/// Removes what was built of a program, if anything was.
fn forget(program: &str) {
    let target = target(program);
    if target.exists() {
        fs::remove_dir_all(target).expect("what cargo wrote can be removed");
    }
}

fn target(program: &str) -> PathBuf {
    folder().join("target/programs").join(program)
}

fn folder() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
