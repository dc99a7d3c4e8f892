//! Where results go: to standard output or to a file.

use std::fs::File;
use std::io::{Write, stdout};

use anyhow::Context;

use crate::arguments::Options;
use crate::failure::{Failure, NO_OUTPUT};
use crate::table;

pub(crate) struct Output {
    pub(crate) writer: Box<dyn Write + Send>,
    /// How wide a table may be there; absent for any width.
    pub(crate) width: Option<u16>,
}

impl Output {
    /// Before anything is sent, so that a file that can't be written costs nothing.
    pub(crate) fn open(options: &Options) -> Result<Self, Failure> {
        let Some(path) = &options.output else {
            return Ok(Self { writer: Box::new(stdout()), width: table::width_of_terminal() });
        };
        let file = File::create(path)
            .with_context(|| path.display().to_string())
            .map_err(|error| Failure::new(NO_OUTPUT, error, "choose another --output: nothing was sent"))?;
        Ok(Self { writer: Box::new(file), width: None })
    }

    pub(crate) fn print(mut self, text: &[u8]) -> Result<(), Failure> {
        Ok(self.writer.write_all(text)?)
    }
}
