//! Things by the order in which they were made, and by their ids.

use std::collections::{BTreeSet, VecDeque};
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::emulator::unknown::{Thing, Unknown};

/// Where a thing is in its register. No number is given twice, so that what refers to one never means another thing.
pub(crate) type Number = u32;

/// What a register holds.
pub(crate) trait Registered {
    /// What it is called where it is not found.
    const THING: Thing;

    fn id(&self) -> &str;
}

/// What has a key beside its id. Keys may change, and are not looked up by an index: there are few such things.
pub(crate) trait Keyed: Registered {
    fn key(&self) -> &str;
}

/// Things in the order in which they were made, each found by its number or its id at once.
#[derive(Debug)]
pub(crate) struct Register<T> {
    /// By their numbers, from `first` on. Boxed, since little room is to be left where one has been; none is left before
    /// the oldest, which is what a server that runs for months forgets.
    things: VecDeque<Option<Box<T>>>,
    first: Number,
    ids: Index,
    length: usize,
}

impl<T> Default for Register<T> {
    fn default() -> Self {
        Self { things: VecDeque::new(), first: 0, ids: Index::default(), length: 0 }
    }
}

impl<T: Registered> Register<T> {
    pub(crate) fn add(&mut self, thing: T) -> Number {
        // Nobody makes four thousand millions of them.
        let number =
            Number::try_from(self.things.len()).map_or(Number::MAX, |length| self.first.saturating_add(length));
        self.ids.insert(thing.id(), number);
        self.things.push_back(Some(Box::new(thing)));
        self.length += 1;
        number
    }

    pub(crate) fn remove(&mut self, number: Number) -> Option<T> {
        let thing = self.things.get_mut(self.place(number)?)?.take()?;
        self.length -= 1;
        self.ids.remove(thing.id(), number);
        while self.things.front().is_some_and(Option::is_none) {
            self.things.pop_front();
            self.first += 1;
        }
        Some(*thing)
    }

    /// Where a number stands, unless all up to it are gone.
    fn place(&self, number: Number) -> Option<usize> {
        usize::try_from(number.checked_sub(self.first)?).ok()
    }

    pub(crate) fn number(&self, id: &str) -> Result<Number, Unknown> {
        let is_it = |number: &Number| self.at(*number).is_some_and(|thing| thing.id() == id);
        self.ids.candidates(id).find(is_it).ok_or_else(|| T::THING.unknown(id))
    }

    pub(crate) fn at(&self, number: Number) -> Option<&T> {
        self.things.get(self.place(number)?)?.as_deref()
    }

    pub(crate) fn at_mut(&mut self, number: Number) -> Option<&mut T> {
        let place = self.place(number)?;
        self.things.get_mut(place)?.as_deref_mut()
    }

    pub(crate) fn get(&self, id: &str) -> Result<&T, Unknown> {
        self.number(id).and_then(|number| self.at(number).ok_or_else(|| T::THING.unknown(id)))
    }

    pub(crate) fn get_mut(&mut self, id: &str) -> Result<&mut T, Unknown> {
        let number = self.number(id)?;
        self.at_mut(number).ok_or_else(|| T::THING.unknown(id))
    }

    /// Those of some numbers, in the order of these.
    pub(crate) fn of<'a>(&'a self, numbers: &'a [Number]) -> impl Iterator<Item = &'a T> {
        numbers.iter().filter_map(|number| self.at(*number))
    }

    /// The oldest first.
    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = &T> {
        self.things.iter().filter_map(Option::as_deref)
    }

    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.things.iter_mut().filter_map(Option::as_deref_mut)
    }

    pub(crate) fn numbered(&self) -> impl Iterator<Item = (Number, &T)> {
        (self.first..).zip(&self.things).filter_map(|(number, thing)| Some((number, thing.as_deref()?)))
    }

    /// Those that were made after one of them.
    pub(crate) fn after(&self, number: Number) -> impl Iterator<Item = &T> {
        let start = self.place(number).map_or(0, |place| place + 1).min(self.things.len());
        self.things.range(start..).filter_map(Option::as_deref)
    }

    /// Those that were made before one of them, the oldest first.
    pub(crate) fn before(&self, number: Number) -> impl DoubleEndedIterator<Item = &T> {
        let end = self.place(number).unwrap_or_default().min(self.things.len());
        self.things.range(..end).filter_map(Option::as_deref)
    }

    pub(crate) fn len(&self) -> usize {
        self.length
    }
}

impl<T: Keyed> Register<T> {
    pub(crate) fn number_by_key(&self, key: &str) -> Result<Number, Unknown> {
        let found = self.numbered().find(|(_, thing)| thing.key() == key);
        found.map(|(number, _)| number).ok_or_else(|| T::THING.unknown(key))
    }

    pub(crate) fn by_key(&self, key: &str) -> Result<&T, Unknown> {
        self.iter().find(|thing| thing.key() == key).ok_or_else(|| T::THING.unknown(key))
    }

    pub(crate) fn by_key_mut(&mut self, key: &str) -> Result<&mut T, Unknown> {
        let number = self.number_by_key(key)?;
        self.at_mut(number).ok_or_else(|| T::THING.unknown(key))
    }

    /// Whether something other than `own` has a key.
    pub(crate) fn is_taken(&self, key: &str, own: Option<Number>) -> bool {
        self.numbered().any(|(number, thing)| Some(number) != own && thing.key() == key)
    }
}

/// Numbers by the hashes of texts: 16 bytes an entry, where a map of the texts would hold each once more.
#[derive(Debug, Default)]
pub(crate) struct Index(BTreeSet<(u64, Number)>);

impl Index {
    pub(crate) fn insert(&mut self, text: &str, number: Number) {
        self.0.insert((hash(text), number));
    }

    pub(crate) fn remove(&mut self, text: &str, number: Number) {
        self.0.remove(&(hash(text), number));
    }

    /// The numbers that a text may have: whoever asks compares the text itself.
    pub(crate) fn candidates(&self, text: &str) -> impl Iterator<Item = Number> {
        let hash = hash(text);
        self.0.range((hash, Number::MIN)..=(hash, Number::MAX)).map(|(_, number)| *number)
    }
}

fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::{Keyed, Register, Registered};
    use crate::emulator::unknown::Thing;

    #[derive(Debug, PartialEq)]
    struct Letter(&'static str, &'static str);

    impl Registered for Letter {
        const THING: Thing = Thing::Role;

        fn id(&self) -> &str {
            self.0
        }
    }

    impl Keyed for Letter {
        fn key(&self) -> &str {
            self.1
        }
    }

    fn letters() -> Register<Letter> {
        let mut letters = Register::default();
        for letter in [Letter("1", "a"), Letter("2", "b"), Letter("3", "c")] {
            letters.add(letter);
        }
        letters
    }

    #[test]
    fn finds_by_number_id_and_key() {
        let letters = letters();
        assert_eq!(letters.number("2"), Ok(1));
        assert_eq!(letters.at(1), Some(&Letter("2", "b")));
        assert_eq!(letters.get("3"), Ok(&Letter("3", "c")));
        assert_eq!(letters.number_by_key("c"), Ok(2));
        assert_eq!(letters.get("b"), Err(Thing::Role.unknown("b")));
        assert_eq!(letters.by_key("2"), Err(Thing::Role.unknown("2")));
    }

    #[test]
    fn gives_no_number_twice() {
        let mut letters = letters();
        assert_eq!(letters.remove(2), Some(Letter("3", "c")));
        assert_eq!(letters.remove(2), None);
        assert_eq!(letters.get("3"), Err(Thing::Role.unknown("3")));
        assert_eq!(letters.add(Letter("3", "d")), 3);
        assert_eq!(letters.number("3"), Ok(3));
        assert_eq!(letters.of(&[3, 2, 0]).collect::<Vec<_>>(), [&Letter("3", "d"), &Letter("1", "a")]);
    }

    #[test]
    fn keeps_no_room_before_the_oldest() {
        let mut letters = letters();
        letters.remove(1);
        assert_eq!(letters.things.len(), 3);
        letters.remove(0);
        assert_eq!(letters.things.len(), 1);
        assert_eq!((letters.at(0), letters.at(1), letters.at(2)), (None, None, Some(&Letter("3", "c"))));
        assert_eq!(letters.remove(0), None);
        assert_eq!(letters.add(Letter("4", "d")), 3);
        assert_eq!(letters.numbered().map(|(number, _)| number).collect::<Vec<_>>(), [2, 3]);
        assert_eq!(letters.after(0).collect::<Vec<_>>(), [&Letter("3", "c"), &Letter("4", "d")]);
        assert_eq!(letters.after(9).count() + letters.before(0).count(), 0);
        assert_eq!(letters.before(3).collect::<Vec<_>>(), [&Letter("3", "c")]);
    }

    #[test]
    fn goes_on_from_any_place() {
        let letters = letters();
        assert_eq!(letters.after(0).collect::<Vec<_>>(), [&Letter("2", "b"), &Letter("3", "c")]);
        assert_eq!(letters.before(2).collect::<Vec<_>>(), [&Letter("1", "a"), &Letter("2", "b")]);
    }

    #[test]
    fn tells_whether_a_key_is_taken() {
        let letters = letters();
        assert!(letters.is_taken("b", None));
        assert!(letters.is_taken("b", Some(0)));
        assert!(!letters.is_taken("b", Some(1)));
        assert!(!letters.is_taken("d", None));
    }
}
