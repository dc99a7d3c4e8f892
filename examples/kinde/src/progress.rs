//! What standard error tells beside errors: how far the work is, what it waits for, and notes.
//!
//! The progress line is for terminals alone. What can't be written is left out: it changes nothing of the work.

use std::io::{Write, stderr};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use kinde_api::{Event, WaitReason};

#[derive(Clone)]
pub(crate) struct Progress {
    bar: ProgressBar,
    is_quiet: bool,
}

impl Progress {
    pub(crate) fn new(is_quiet: bool) -> Self {
        let bar = if is_quiet { ProgressBar::hidden() } else { ProgressBar::new_spinner() };
        // Shown from when there is something to tell until there is something else to print.
        bar.finish_and_clear();
        Self { bar, is_quiet }
    }

    /// Shows that an answer is waited for.
    pub(crate) fn during<R>(&self, call: impl FnOnce() -> R) -> R {
        self.begin("{spinner} asking Kinde{msg}");
        let answer = call();
        self.end();
        answer
    }

    /// Counts what nobody knows the number of.
    pub(crate) fn count(&self, what: &str) {
        self.begin(&format!("{{spinner}} {{pos}} {what}{{msg}}"));
    }

    /// Counts towards a number that is known.
    pub(crate) fn count_to(&self, total: usize, what: &str) {
        self.bar.set_length(total as u64);
        self.begin(&format!("[{{bar:30}}] {{pos}} of {{len}} {what}{{msg}}"));
    }

    fn begin(&self, template: &str) {
        self.bar.set_style(style(template));
        self.bar.reset();
        self.bar.enable_steady_tick(Duration::from_millis(100));
    }

    pub(crate) fn advance(&self, by: usize) {
        self.bar.inc(by as u64);
    }

    pub(crate) fn end(&self) {
        self.bar.finish_and_clear();
    }

    /// Takes the line away while something else is printed.
    pub(crate) fn suspend<R>(&self, print: impl FnOnce() -> R) -> R {
        self.bar.suspend(print)
    }

    /// Shows what a call waits for, until it is sent.
    pub(crate) fn tell(&self, event: &Event<'_>) {
        match event {
            Event::Waiting { wait, reason: WaitReason::RateLimit, .. } => {
                self.bar.set_message(format!(", waiting {} s for Kinde's rate limit", seconds(*wait)));
            }
            Event::Waiting { wait, .. } => self.bar.set_message(format!(", waiting {} s to try again", seconds(*wait))),
            Event::Sending { .. } => self.bar.set_message(""),
            _ => {}
        }
    }

    pub(crate) fn note(&self, text: &str) {
        if !self.is_quiet {
            self.suspend(|| _ = writeln!(stderr(), "note: {text}"));
        }
    }
}

fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).expect("it is a template").progress_chars("=> ")
}

/// Whole ones, without the fraction that spreads the calls of several programs.
fn seconds(time: Duration) -> u64 {
    time.as_secs().max(1)
}
