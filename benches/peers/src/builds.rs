//! What programs take to build: processor time of `cargo` and all that it starts, and lines of LLVM's language.

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
            Some(Figure::at_most(0.18, without_features / with_reqwest)),
            Some(Figure::at_most(0.48, with_ureq / with_reqwest)),
        ],
    );

    // The packages below are built before anything is measured, and a flag that says nothing makes `rustc` run again.
    let programs = ["one", "all"];
    forget("endpoints");
    let lines = programs.map(lines_of_functions);
    let times = shortest(|round, index| {
        let flag = format!("--cfg=round_{round}");
        cargo("rustc", "endpoints", &["--release", JOBS, "--bin", programs[index], "--", &flag])
    });
    table.head(&["a program that calls all 45 operations, built", "against one that calls one", "each further one"]);
    for (what, [one, all]) in [("lines of LLVM's language", lines), ("processor time", times)] {
        table.row(what, &[Some(Figure::shown(all / one)), Some(Figure::shown((all - one) / 44.0 / one))]);
    }
}

/// What `rustc` gives to LLVM, of the program itself and of what it copies from generic code.
#[expect(clippy::cast_precision_loss, reason = "no program has 2^52 lines")]
fn lines_of_functions(program: &str) -> f64 {
    let flags = ["--emit=llvm-ir,link", "-Cno-prepopulate-passes", "-Ccodegen-units=1"];
    cargo("rustc", "endpoints", &[&["--release", JOBS, "--bin", program, "--"], &flags[..]].concat());
    let files = fs::read_dir(target("endpoints").join("release/deps")).expect("cargo wrote there");
    let mut files = files.map(|file| file.expect("the folder can be read").path());
    let is_wanted = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(&format!("{program}-")) && name.ends_with(".ll")
    };
    let text = fs::read_to_string(files.find(is_wanted).expect("rustc wrote it")).expect("it is text");
    let mut is_inside = false;
    let is_of_function = |line: &&str| {
        let is_last = *line == "}";
        is_inside = line.starts_with("define") || is_inside && !is_last;
        is_inside || is_last
    };
    text.lines().filter(is_of_function).count() as f64
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
