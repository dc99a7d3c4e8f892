//! The figures beside their goals.

use std::fmt;

use crate::callgrind::{Counts, count};
use crate::time::shortest;
use crate::work::Subject;
use crate::{bad_input, decisions, requests, responses, samples, users};

/// A figure, and the most that it may be.
#[derive(Clone, Copy, Debug)]
pub struct Figure {
    /// What was measured.
    pub value: f64,
    /// The most that it may be; none where it is only shown.
    pub goal: Option<f64>,
}

impl Figure {
    /// A figure with a goal.
    #[must_use]
    pub fn at_most(goal: f64, value: f64) -> Self {
        Self { value, goal: Some(goal) }
    }

    /// A figure without one.
    #[must_use]
    pub fn shown(value: f64) -> Self {
        Self { value, goal: None }
    }

    fn is_missed(self) -> bool {
        self.goal.is_some_and(|goal| self.value > goal)
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:.3}", self.value)?;
        if let Some(goal) = self.goal {
            write!(formatter, " (goal {goal:.2}{})", if self.is_missed() { ", MISSED" } else { "" })?;
        }
        Ok(())
    }
}

/// Another way to build the four requests.
#[derive(Debug)]
pub struct Peer {
    /// Its name in the table.
    pub name: &'static str,
    /// The most that the library's time may be of the peer's.
    pub goals: [Option<f64>; 4],
    /// `GetOrganization`, `GetOrganizationUsers`, `UpdateOrganization` and `AddOrganizationLogo`.
    pub subjects: [Subject; 4],
}

/// Prints tables, and counts the goals that were missed.
#[derive(Debug, Default)]
pub struct Table {
    missed: usize,
}

impl Table {
    /// Begins a table.
    pub fn head(&mut self, columns: &[&str]) {
        println!("\n| {} |\n|{}", columns.join(" | "), "---|".repeat(columns.len()));
    }

    /// A row of figures; what is not measured is none.
    pub fn row(&mut self, what: &str, figures: &[Option<Figure>]) {
        self.missed += figures.iter().flatten().filter(|figure| figure.is_missed()).count();
        let cells: Vec<String> =
            figures.iter().map(|figure| figure.map_or_else(|| "–".to_owned(), |figure| figure.to_string())).collect();
        println!("| {what} | {} |", cells.join(" | "));
    }

    /// How many goals were missed.
    #[must_use]
    pub fn missed(&self) -> usize {
        self.missed
    }

    /// Building a request, against both yardsticks and a peer.
    pub fn requests(&mut self, peer: Option<&Peer>) {
        let at_limit = [
            instructions(&requests::GET_ORGANIZATION),
            instructions(&requests::GET_ORGANIZATION_USERS),
            instructions(&requests::UPDATE_ORGANIZATION),
            instructions(&requests::ADD_ORGANIZATION_LOGO),
        ];
        let figures = |goals: [Option<f64>; 4], value: &dyn Fn(&[Counts]) -> f64| -> Vec<Option<Figure>> {
            let pairs = goals.iter().zip(&at_limit);
            pairs.map(|(goal, counts)| goal.map(|goal| Figure::at_most(goal, value(counts)))).collect()
        };
        self.head(&["per request", "GET organization", "GET members", "PATCH", "logo"]);
        self.row(
            "instructions against the limit",
            &figures([Some(0.95), Some(0.92), Some(0.95), Some(0.65)], &|counts| ratio(counts, 1)),
        );
        self.row(
            "instructions against idiomatic",
            &figures([Some(0.40), Some(0.60), Some(0.55), None], &|counts| ratio(counts, 2)),
        );
        self.row(
            "allocations",
            &figures([Some(3.0), Some(3.0), Some(4.0), Some(5.0)], &|counts| counts[0].allocations),
        );
        self.row(
            "reallocations",
            &figures([Some(0.0), Some(0.0), Some(0.0), Some(0.0)], &|counts| counts[0].reallocations),
        );
        let times = [
            time_ratios(&requests::GET_ORGANIZATION),
            time_ratios(&requests::GET_ORGANIZATION_USERS),
            time_ratios(&requests::UPDATE_ORGANIZATION),
            time_ratios(&requests::ADD_ORGANIZATION_LOGO),
        ];
        self.row("time against the limit", &times.each_ref().map(|ratios| ratios.first().copied().map(Figure::shown)));
        self.row("time against idiomatic", &times.each_ref().map(|ratios| ratios.get(1).copied().map(Figure::shown)));
        if let Some(Peer { name, goals, subjects }) = peer {
            let libraries = [
                &requests::GET_ORGANIZATION[0],
                &requests::GET_ORGANIZATION_USERS[0],
                &requests::UPDATE_ORGANIZATION[0],
                &requests::ADD_ORGANIZATION_LOGO[0],
            ];
            let figures = [0, 1, 2, 3].map(|index| {
                let [library, peer] = shortest([libraries[index], &subjects[index]]);
                Some(Figure { value: library / peer, goal: goals[index] })
            });
            self.row(&format!("time against {name}"), &figures);
        }
        self.long_parameters();
        self.boundaries();
    }

    /// What a parameter costs that makes the URI as long as it may be.
    fn long_parameters(&mut self) {
        self.head(&["a parameter of 65,000 bytes", "plain", "encoded", "every other byte"]);
        let ratios = requests::LONG_PARAMETERS.each_ref().map(|subjects| time_ratios(subjects)[0]);
        self.row("time against the limit", &ratios.map(|ratio| Some(Figure::at_most(2.0, ratio))));
    }

    /// What the form of a logo costs beside the copy of its bytes, in such copies.
    fn boundaries(&mut self) {
        let [copy, logos @ ..] = shortest(requests::LOGOS.each_ref());

        self.head(&[
            "boundary of 64 KiB, in copies of it",
            "random bytes",
            "`\\r\\n--`",
            "lines of 59 dashes",
            "of 70",
        ]);
        let goals = [Some(2.0), Some(2.0), None, None];
        let costs = logos.map(|logo| (logo - copy) / copy);
        let figures: Vec<_> = goals.iter().zip(costs).map(|(&goal, value)| Some(Figure { value, goal })).collect();
        self.row("time", &figures);
    }

    /// Reading a page, against serde alone.
    pub fn responses(&mut self) {
        let counts = responses::PAGE.each_ref().map(count);
        let [library, from_slice, from_str] = shortest(responses::PAGE.each_ref());
        self.head(&["per page of 500 members (186 KB)", "`from_slice`, same structs", "`from_str`, plain structs"]);
        self.row(
            "instructions against",
            &[Some(Figure::at_most(0.86, ratio(&counts, 1))), Some(Figure::at_most(1.03, ratio(&counts, 2)))],
        );
        self.row(
            "time against",
            &[Some(Figure::at_most(0.80, library / from_slice)), Some(Figure::shown(library / from_str))],
        );
    }

    /// Three requests about users, and a page of them.
    pub fn users(&mut self) {
        let requests = [&users::GET_USERS, &users::CREATE_USER, &users::UPDATE_USER_PROPERTIES];
        let ratios = requests.map(|subjects| Some(Figure::at_most(0.95, ratio(&instructions(subjects), 1))));
        self.head(&["per request", "`GetUsers`, all options", "`CreateUser`, 3 identities", "20 properties"]);
        self.row("instructions against the limit", &ratios);

        let counts = instructions(&users::PAGE_OF_USERS);
        let [library, from_slice] = shortest(users::PAGE_OF_USERS.each_ref());
        self.head(&["per page of 500 users with `expand`", "`from_slice`, same structs"]);
        self.row("instructions against", &[Some(Figure::at_most(0.80, ratio(&counts, 1)))]);
        self.row("time against", &[Some(Figure::shown(library / from_slice))]);
    }

    /// What a session's decisions cost beside the request and the answer.
    pub fn decisions(&mut self) {
        let [with, without] = decisions::CALL.each_ref().map(count);
        self.head(&["per call that succeeds at once", "decisions"]);
        self.row("instructions", &[Some(Figure::at_most(300.0, with.instructions - without.instructions))]);
        self.row("allocations", &[Some(Figure::shown(with.allocations - without.allocations))]);
    }

    /// What ten times the input takes, in tenths (what no longer fits a cache takes longer; what grew with the square of
    /// the size would take ten times as long), and what it takes against a good page of its size.
    pub fn bad_input(&mut self) {
        self.head(&["bad input, against", "a tenth of it, ten times", "a good page of the size"]);
        for (what, [small, large]) in &bad_input::BAD_INPUT {
            let [small, large, page] = shortest([small, large, &responses::PAGE[0]]);
            let tenfold = Some(Figure::at_most(3.0, large / small / 10.0));
            let good = page * 1e7 / samples::PAGE_SIZE;
            let of_page = what.contains("10 MB").then(|| Figure::shown(large / good));
            self.row(what, &[tenfold, of_page]);
        }
    }
}

fn instructions(subjects: &[Subject]) -> Vec<Counts> {
    subjects.iter().map(count).collect()
}

/// Of the first, the library, against another.
fn ratio(counts: &[Counts], other: usize) -> f64 {
    counts[0].instructions / counts[other].instructions
}

/// Of the first, the library, against each other.
fn time_ratios<const COUNT: usize>(subjects: &[Subject; COUNT]) -> Vec<f64> {
    let times = shortest(subjects.each_ref());
    times[1..].iter().map(|time| times[0] / time).collect()
}
