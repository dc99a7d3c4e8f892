//! What standard error tells beside errors: how far the work is, what it waits for, and notes.
//!
//! The progress line is for terminals alone. Elsewhere a long wait is a line of its own. What can't be written is left out:
//! it changes nothing of the work.

use std::io::{IsTerminal, Write, stderr};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use kinde_api::{Event, WaitReason};

/// A wait that is longer than this is told without a terminal.
const UNNOTICED: Duration = Duration::from_secs(1);

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
            Event::Waiting { wait, reason, .. } if stderr().is_terminal() => {
                let reason = match reason {
                    WaitReason::RateLimit => "for Kinde's rate limit",
                    _ => "to try again",
                };
                self.bar.set_message(format!(", waiting {} s {reason}", seconds(*wait)));
            }
            Event::Waiting { wait, reason, .. } if *wait > UNNOTICED && !self.is_quiet => {
                _ = writeln!(stderr(), "{}", line(*wait, *reason));
            }
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

/// What a wait is without a terminal.
fn line(wait: Duration, reason: WaitReason) -> String {
    let reason = match reason {
        WaitReason::RateLimit => "Kinde asked for a pause",
        _ => "the last try failed",
    };
    format!("waiting {} s: {reason}", seconds(wait))
}

/// Whole ones, without the fraction that spreads the calls of several programs.
fn seconds(time: Duration) -> u64 {
    time.as_secs().max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_why_it_waits() {
        let wait = Duration::from_millis(12_400);
        assert_eq!(line(wait, WaitReason::RateLimit), "waiting 12 s: Kinde asked for a pause");
        assert_eq!(line(wait, WaitReason::Backoff), "waiting 12 s: the last try failed");
    }
}
