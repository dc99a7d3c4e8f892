//! 50,000 members in pages of 500 over loopback: by the library, and by hand.

use std::array;
use std::thread;

use yardsticks::callgrind::count;
use yardsticks::table::{Figure, Table};
use yardsticks::work::{Subject, Work};

use crate::listing::{self, Listed};
use crate::process::{Program, Usage, measure};
use crate::server;

const MEMBERS: &str = "org_50000";
const TEN_TIMES: &str = "org_500000";
const ROUNDS: usize = 25;

/// What runs in a process of its own.
pub const PROGRAMS: [Program; 5] = [
    Program { name: "library", run: |origin, org_code| check(listing::by_library(origin, org_code)) },
    Program { name: "ureq", run: |origin, org_code| check(listing::by_ureq(origin, org_code)) },
    Program { name: "tuned ureq", run: |origin, org_code| check(listing::by_tuned_ureq(origin, org_code)) },
    Program { name: "reqwest", run: |origin, org_code| check(listing::by_reqwest(origin, org_code)) },
    Program { name: "library, two threads", run: in_two_threads },
];

/// Ten pages each, whose instructions are counted.
pub const TEN_PAGES: [Subject; 2] = [
    Subject { name: "ten pages", make: || ten_pages(listing::by_library) },
    Subject { name: "ten pages by tuned ureq", make: || ten_pages(listing::by_tuned_ureq) },
];

/// Measures all of it.
///
/// # Panics
///
/// Where a run fails.
pub fn measure_all(table: &mut Table) {
    let origin = server::serve().expect("there is a free port");
    let [library, ureq, tuned, reqwest, two_threads] = usages(&origin, MEMBERS);
    let large = measure(&PROGRAMS[0], &origin, TEN_TIMES).peak_memory;

    table.head(&["50,000 members in pages of 500", "`ureq`, `from_slice`", "`ureq`, tuned", "reqwest"]);
    let time = |other: Usage| library.processor_time.as_secs_f64() / other.processor_time.as_secs_f64();
    table.row(
        "processor time against",
        &[
            Some(Figure::at_most(0.80, time(ureq))),
            Some(Figure::shown(time(tuned))),
            Some(Figure::at_most(0.78, time(reqwest))),
        ],
    );
    let [of_library, of_tuned] = TEN_PAGES.each_ref().map(count);
    let instructions = of_library.instructions / of_tuned.instructions;
    table.row("instructions a page against", &[None, Some(Figure::at_most(1.03, instructions)), None]);
    let memory = |other: Usage| Some(Figure::shown(megabytes(library.peak_memory) / megabytes(other.peak_memory)));
    table.row("peak memory against", &[memory(ureq), memory(tuned), memory(reqwest)]);

    table.head(&["50,000 members in pages of 500", "the library"]);
    table.row("peak memory, in MB", &[Some(Figure::at_most(6.0, megabytes(library.peak_memory)))]);
    table.row("peak memory with 500,000, in MB", &[Some(Figure::at_most(6.0, megabytes(large)))]);
    table.row(
        "processor time a member, two threads that share a client against one",
        &[Some(Figure::at_most(1.15, 0.5 / time(two_threads)))],
    );
}

fn check(listed: Listed) {
    assert_ne!(listed.expect("every call succeeds"), 0);
}

fn in_two_threads(origin: &str, org_code: &str) {
    let client = listing::client(origin).expect("the origin is one");
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| check(listing::list_with(&client, org_code)));
        }
    });
}

fn ten_pages(list: listing::List) -> Box<dyn Work> {
    let origin = server::serve().expect("there is a free port");
    Box::new(move || list(&origin, "org_5000").expect("every call succeeds"))
}

/// The programs take turns, and the shortest time of each counts: what else runs on the machine only ever adds to it.
fn usages(origin: &str, org_code: &str) -> [Usage; PROGRAMS.len()] {
    let rounds: [_; ROUNDS] = array::from_fn(|_| PROGRAMS.each_ref().map(|program| measure(program, origin, org_code)));
    array::from_fn(|index| Usage {
        processor_time: rounds.iter().map(|round| round[index].processor_time).min().unwrap_or_default(),
        peak_memory: rounds.iter().map(|round| round[index].peak_memory).max().unwrap_or_default(),
    })
}

#[expect(clippy::cast_precision_loss, reason = "memory is far below 2^52 bytes")]
fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}

#[cfg(test)]
mod tests {
    use super::{PROGRAMS, listing, server};

    #[test]
    fn all_ways_list_all_members() {
        let origin = server::serve().unwrap();
        for list in [listing::by_library, listing::by_ureq, listing::by_tuned_ureq, listing::by_reqwest] {
            assert_eq!(list(&origin, "org_500").unwrap(), 500);
            assert_eq!(list(&origin, "org_1500").unwrap(), 1500);
        }
    }

    #[test]
    fn programs_have_names_of_their_own() {
        let mut names = PROGRAMS.map(|program| program.name);
        names.sort_unstable();
        assert!(names.windows(2).all(|pair| pair[0] != pair[1]));
    }
}
