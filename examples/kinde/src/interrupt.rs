//! What Ctrl-C does.

use std::sync::mpsc;
use std::{process, thread};

use crate::failure::STOPPED;

/// Has something done at the first Ctrl-C, by a thread of its own. The second one ends the program at once.
///
/// Where the system doesn't let it, Ctrl-C ends the program as it does any other.
pub(crate) fn on_ctrl_c(stop: impl FnOnce() + Send + 'static) {
    let (press, presses) = mpsc::channel();
    let is_set = ctrlc::set_handler(move || {
        if press.send(()).is_err() {
            process::exit(STOPPED.into());
        }
    });
    if is_set.is_ok() {
        thread::spawn(move || {
            let press = presses.recv();
            drop(presses);
            press.map(|()| stop())
        });
    }
}
