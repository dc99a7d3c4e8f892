//! One value of each endpoint, with the marked secret and the marked content in what it sends.

use inventory::{AnyEndpoint, Inputs};

use crate::{CONTENT, SECRET};

/// One value of each endpoint, with all of its options. Each secret and each content of a file is the marked one.
#[must_use]
pub fn every_endpoint() -> Vec<Box<dyn AnyEndpoint>> {
    let inputs = Inputs { secrets: vec![SECRET.to_owned()], bytes: image(), ..Inputs::plain() };
    inventory::operations().map(|operation| operation.endpoint(&inputs)).collect()
}

/// Bytes that are no text.
fn image() -> Vec<u8> {
    [b"\x89PNG\r\n\x1a\n", CONTENT.as_bytes()].concat()
}
