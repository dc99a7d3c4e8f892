//! The last of what happened, of which no more is kept than there is room for.

use std::collections::VecDeque;

/// At most so many, of at most so many bytes together; the oldest go first.
#[derive(Debug)]
pub(crate) struct Kept<T> {
    things: VecDeque<(T, usize)>,
    bytes: usize,
    most: usize,
    most_bytes: usize,
}

impl<T> Kept<T> {
    pub(crate) fn new(most: usize, most_bytes: usize) -> Self {
        Self { things: VecDeque::new(), bytes: 0, most, most_bytes }
    }

    pub(crate) fn push(&mut self, thing: T, bytes: usize) {
        self.things.push_back((thing, bytes));
        self.bytes += bytes;
        while self.things.len() > self.most || self.bytes > self.most_bytes {
            let Some((_, bytes)) = self.things.pop_front() else {
                return;
            };
            self.bytes -= bytes;
        }
    }

    /// The oldest first.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &T> {
        self.things.iter().map(|(thing, _)| thing)
    }

    pub(crate) fn iter_mut(&mut self) -> impl DoubleEndedIterator<Item = &mut T> {
        self.things.iter_mut().map(|(thing, _)| thing)
    }

    pub(crate) fn clear(&mut self) {
        self.things.clear();
        self.bytes = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::Kept;

    #[test]
    fn forgets_the_oldest() {
        let mut kept = Kept::new(3, 10);
        for (thing, bytes) in [(1, 1), (2, 1), (3, 1), (4, 1)] {
            kept.push(thing, bytes);
        }
        assert_eq!(kept.iter().collect::<Vec<_>>(), [&2, &3, &4]);
        kept.push(5, 9);
        assert_eq!(kept.iter().collect::<Vec<_>>(), [&4, &5]);
        kept.push(6, 11);
        assert_eq!(kept.iter().count(), 0, "one that is too large alone");
        kept.push(7, 10);
        assert_eq!(kept.iter().collect::<Vec<_>>(), [&7]);
    }
}
