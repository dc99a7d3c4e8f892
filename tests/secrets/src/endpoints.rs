//! One value of each endpoint, with the marked content in what it uploads.

use inventory::{AnyEndpoint, Inputs};

use crate::CONTENT;

/// One value of each endpoint, with all of its options. A file's content is the marked one.
#[must_use]
pub fn every_endpoint() -> Vec<Box<dyn AnyEndpoint>> {
    let inputs = Inputs { bytes: image(), ..Inputs::plain() };
    inventory::operations().map(|operation| operation.endpoint(&inputs)).collect()
}

/// Bytes that are no text.
fn image() -> Vec<u8> {
    [b"\x89PNG\r\n\x1a\n", CONTENT.as_bytes()].concat()
}
