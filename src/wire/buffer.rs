//! What a path and a query are written into, each value percent-encoded.

use std::{fmt, slice};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_encode_byte};

use crate::wire::template::is_unreserved;

/// All but RFC 3986's unreserved characters, for what is encoded elsewhere.
pub(crate) const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// What most paths and queries fit into.
const ROOM: usize = 512;

/// Which bytes are not in [`RESERVED`]: a look-up for each byte, at a third of the instructions of `percent_encode`.
static UNRESERVED: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0_u8;
    while byte < u8::MAX {
        table[byte as usize] = is_unreserved(byte);
        byte += 1;
    }
    table
};

/// Copies what stands for itself, up to the first byte that does not or finds no room, and tells how much that was.
fn copy_unreserved(bytes: &[u8], room: &mut [u8]) -> usize {
    let pairs = bytes.iter().zip(room).take_while(|(byte, _)| UNRESERVED[usize::from(**byte)]);
    pairs.map(|(byte, place)| *place = *byte).count()
}

/// Bytes that stay on the stack until they are too many for it: most requests are short, and then copied once, into a
/// place of the right size.
#[derive(Clone)]
pub(crate) struct Buffer {
    stack: [u8; ROOM],
    length: usize,
    /// All of the bytes, once the stack is too small.
    heap: Vec<u8>,
}

impl Buffer {
    pub(crate) fn new() -> Self {
        Self { stack: [0; ROOM], length: 0, heap: Vec::new() }
    }

    pub(crate) fn push(&mut self, bytes: &[u8]) {
        let end = self.length + bytes.len();
        match self.stack.get_mut(self.length..end) {
            Some(room) => {
                room.copy_from_slice(bytes);
                self.length = end;
            }
            None => self.push_to_heap(bytes),
        }
    }

    pub(crate) fn push_byte(&mut self, byte: u8) {
        match self.stack.get_mut(self.length) {
            Some(place) => {
                *place = byte;
                self.length += 1;
            }
            None => self.push_to_heap(&[byte]),
        }
    }

    #[cold]
    fn push_to_heap(&mut self, bytes: &[u8]) {
        if self.heap.is_empty() {
            self.heap.extend_from_slice(&self.stack[..self.length]);
            // From here on nothing fits the stack.
            self.length = ROOM;
        }
        self.heap.extend_from_slice(bytes);
    }

    pub(crate) fn push_encoded(&mut self, text: &str) {
        let mut rest = text.as_bytes();
        loop {
            let kept = copy_unreserved(rest, &mut self.stack[self.length..]);
            self.length += kept;
            let Some((byte, after)) = rest[kept..].split_first() else { return };
            self.push(if is_unreserved(*byte) { slice::from_ref(byte) } else { percent_encode_byte(*byte).as_bytes() });
            rest = after;
        }
    }

    pub(crate) fn as_slice(&self) -> &[u8] {
        if self.heap.is_empty() { &self.stack[..self.length] } else { &self.heap }
    }
}

/// Encodes what is written to it, so that a value's `Display` needs no text of its own in between.
pub(crate) struct Encoded<'a>(pub(crate) &'a mut Buffer);

impl fmt::Write for Encoded<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.push_encoded(text);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use percent_encoding::percent_encode;

    use super::{RESERVED, UNRESERVED};

    #[test]
    fn both_ways_to_encode_are_the_same() {
        for byte in 0..=u8::MAX {
            let is_kept = percent_encode(&[byte], RESERVED).eq([std::str::from_utf8(&[byte]).unwrap_or_default()]);
            assert_eq!(UNRESERVED[usize::from(byte)], is_kept, "{byte}");
        }
    }
}
