//! What a path and a query are written into, each value percent-encoded.

use std::fmt;

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

/// How long an encoded byte is: `%2F`.
const ENCODED: usize = 3;

/// Copies what stands for itself, up to the first byte that does not or finds no room, and tells how much that was.
fn copy_unreserved(bytes: &[u8], room: &mut [u8]) -> usize {
    let pairs = bytes.iter().zip(room).take_while(|(byte, _)| UNRESERVED[usize::from(**byte)]);
    pairs.map(|(byte, place)| *place = *byte).count()
}

/// Bytes that stay on the stack until they are too many for it: most requests are short, and then copied once, into a
/// place of the right size.
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
        self.heap_with_room(bytes.len()).extend_from_slice(bytes);
    }

    fn heap_with_room(&mut self, length: usize) -> &mut Vec<u8> {
        self.heap.reserve(self.length + length);
        if self.heap.is_empty() {
            self.heap.extend_from_slice(&self.stack[..self.length]);
            // From here on nothing fits the stack.
            self.length = ROOM;
        }
        &mut self.heap
    }

    /// Tells whether the text is written as it is, since nothing in it has to be encoded.
    pub(crate) fn push_encoded(&mut self, text: &str) -> bool {
        let mut rest = text.as_bytes();
        let mut is_plain = true;
        loop {
            let kept = copy_unreserved(rest, &mut self.stack[self.length..]);
            self.length += kept;
            rest = &rest[kept..];
            let Some((&byte, after)) = rest.split_first() else { return is_plain };
            let Some(room) = self.stack.get_mut(self.length..self.length + ENCODED) else { break };
            if UNRESERVED[usize::from(byte)] {
                break;
            }
            room.copy_from_slice(percent_encode_byte(byte).as_bytes());
            self.length += ENCODED;
            is_plain = false;
            rest = after;
        }
        self.push_encoded_to_heap(rest) && is_plain
    }

    /// Like [`push_encoded`](Self::push_encoded), for what finds no room on the stack.
    #[cold]
    fn push_encoded_to_heap(&mut self, mut rest: &[u8]) -> bool {
        let is_plain = rest.iter().all(|byte| UNRESERVED[usize::from(*byte)]);
        let heap = self.heap_with_room(rest.len());
        if is_plain {
            heap.extend_from_slice(rest);
            return true;
        }
        while !rest.is_empty() {
            let kept = rest.iter().position(|byte| !UNRESERVED[usize::from(*byte)]).unwrap_or(rest.len());
            heap.extend_from_slice(&rest[..kept]);
            let reserved = rest[kept..].iter().position(|byte| UNRESERVED[usize::from(*byte)]);
            let end = reserved.map_or(rest.len(), |length| kept + length);
            for byte in &rest[kept..end] {
                heap.extend_from_slice(percent_encode_byte(*byte).as_bytes());
            }
            rest = &rest[end..];
        }
        false
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

    use super::{Buffer, RESERVED, ROOM, UNRESERVED};

    #[test]
    fn both_ways_to_encode_are_the_same() {
        for byte in 0..=u8::MAX {
            let is_kept = percent_encode(&[byte], RESERVED).eq([std::str::from_utf8(&[byte]).unwrap_or_default()]);
            assert_eq!(UNRESERVED[usize::from(byte)], is_kept, "{byte}");
        }
    }

    #[test]
    fn a_short_text_stays_on_the_stack() {
        for (text, encoded) in [("ab-1", "ab-1"), ("/", "%2F"), ("//a/b", "%2F%2Fa%2Fb"), ("a é", "a%20%C3%A9")] {
            let mut buffer = Buffer::new();
            buffer.push_encoded(text);
            assert_eq!((buffer.as_slice(), buffer.heap.len()), (encoded.as_bytes(), 0), "{text}");
        }
    }

    #[test]
    fn a_long_text_takes_as_much_as_it_is_long() {
        let mut buffer = Buffer::new();
        buffer.push(&[b'x'; ROOM - 12]);
        buffer.push(&[b'x'; ROOM]);
        assert_eq!((buffer.as_slice().len(), buffer.heap.capacity()), (2 * ROOM - 12, 2 * ROOM - 12));
    }

    #[test]
    fn a_text_is_encoded_wherever_the_room_on_the_stack_ends() {
        for text in ["a", "/", "a/", "//a", "é", "aa/b%"] {
            for start in ROOM - 8..ROOM + 8 {
                let mut buffer = Buffer::new();
                buffer.push(&vec![b'x'; start]);
                let text = text.repeat(9);
                assert_eq!(buffer.push_encoded(&text), !text.contains(|character| !matches!(character, 'a')), "{text}");
                assert!(buffer.push_encoded("a"));
                buffer.push_byte(b'!');
                let encoded: String = percent_encode(text.as_bytes(), RESERVED).collect();
                let expected = [&*"x".repeat(start), &encoded, "a!"].concat();
                assert_eq!(String::from_utf8_lossy(buffer.as_slice()), expected);
            }
        }
    }
}
