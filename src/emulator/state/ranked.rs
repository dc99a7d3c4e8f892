//! Things in an order, of which the one at any place is found at once.

use std::cmp::Ordering;

/// How many things a chunk has at most.
const LARGEST_CHUNK: usize = 128;

/// Sorted things in chunks. To look one up, and to go to a place deep in a long list, costs a look at the chunks alone; and
/// what comes in its order leaves no room unused, as the nodes of a tree do.
#[derive(Debug)]
pub(crate) struct Ranked<T> {
    /// None is empty.
    chunks: Vec<Vec<T>>,
}

impl<T> Default for Ranked<T> {
    fn default() -> Self {
        Self { chunks: Vec::new() }
    }
}

impl<T> Ranked<T> {
    /// Where a thing is, or else where it would be: the chunk, and the place in it. `order` compares one to that wanted.
    fn find(&self, order: &impl Fn(&T) -> Ordering) -> Result<(usize, usize), (usize, usize)> {
        let is_before = |chunk: &Vec<T>| chunk.last().is_some_and(|last| order(last) == Ordering::Less);
        let chunk = self.chunks.partition_point(is_before);
        let things = self.chunks.get(chunk).map_or(&[][..], Vec::as_slice);
        things.binary_search_by(order).map(|place| (chunk, place)).map_err(|place| (chunk, place))
    }

    pub(crate) fn get(&self, order: impl Fn(&T) -> Ordering) -> Option<&T> {
        let (chunk, place) = self.find(&order).ok()?;
        self.chunks[chunk].get(place)
    }

    pub(crate) fn get_mut(&mut self, order: impl Fn(&T) -> Ordering) -> Option<&mut T> {
        let (chunk, place) = self.find(&order).ok()?;
        self.chunks[chunk].get_mut(place)
    }

    /// Puts a thing at its place, unless there is one already.
    pub(crate) fn insert(&mut self, thing: T, order: impl Fn(&T) -> Ordering) {
        let Err((chunk, place)) = self.find(&order) else {
            return;
        };
        if chunk == self.chunks.len() {
            return self.push(thing);
        }
        if self.chunks[chunk].len() < LARGEST_CHUNK {
            return self.chunks[chunk].insert(place, thing);
        }
        let mut tail = self.chunks[chunk].split_off(LARGEST_CHUNK / 2);
        match place.checked_sub(LARGEST_CHUNK / 2) {
            Some(place) => tail.insert(place, thing),
            None => self.chunks[chunk].insert(place, thing),
        }
        self.chunks.insert(chunk + 1, tail);
    }

    /// Puts what is after all others at the end.
    fn push(&mut self, thing: T) {
        match self.chunks.last_mut() {
            Some(last) if last.len() < LARGEST_CHUNK => last.push(thing),
            _ => self.chunks.push(vec![thing]),
        }
    }

    pub(crate) fn remove(&mut self, order: impl Fn(&T) -> Ordering) -> Option<T> {
        let (chunk, place) = self.find(&order).ok()?;
        let thing = self.chunks[chunk].remove(place);
        if self.chunks[chunk].is_empty() {
            self.chunks.remove(chunk);
        }
        Some(thing)
    }

    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.chunks.iter_mut().flatten()
    }

    /// All but the first so many.
    pub(crate) fn skip(&self, skipped: usize) -> impl Iterator<Item = &T> {
        self.skip_where(skipped, |_| true)
    }

    /// All that are wanted, but the first so many.
    pub(crate) fn skip_where(&self, skipped: usize, is_wanted: impl Fn(&T) -> bool) -> impl Iterator<Item = &T> {
        let (chunk, place) = passed(self.chunks.iter(), skipped, &is_wanted);
        self.chunks.iter().skip(chunk).flatten().filter(move |thing| is_wanted(thing)).skip(place)
    }

    /// All that are wanted, from the last to the first, but so many at the end.
    pub(crate) fn skip_back_where(&self, skipped: usize, is_wanted: impl Fn(&T) -> bool) -> impl Iterator<Item = &T> {
        let (chunk, place) = passed(self.chunks.iter().rev(), skipped, &is_wanted);
        let things = self.chunks.iter().rev().skip(chunk).flat_map(|chunk| chunk.iter().rev());
        things.filter(move |thing| is_wanted(thing)).skip(place)
    }
}

/// In how many whole chunks so many wanted things are, and how many more are in the next. Whole chunks are counted, which
/// takes a fraction of what it takes to go from thing to thing.
fn passed<'a, T: 'a>(
    chunks: impl Iterator<Item = &'a Vec<T>>,
    mut skipped: usize,
    is_wanted: impl Fn(&T) -> bool,
) -> (usize, usize) {
    let mut whole = 0;
    for chunk in chunks {
        let wanted = chunk.iter().filter(|thing| is_wanted(thing)).count();
        if skipped < wanted {
            break;
        }
        skipped -= wanted;
        whole += 1;
    }
    (whole, skipped)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::Ranked;

    /// The same numbers, scattered, in it and in a set of the standard library.
    fn both() -> (Ranked<u32>, BTreeSet<u32>) {
        let (mut ranked, mut set) = (Ranked::default(), BTreeSet::new());
        for number in (0..2_000_u32).map(|number| number * 7_919 % 2_003) {
            ranked.insert(number, |other| other.cmp(&number));
            set.insert(number);
        }
        for number in (0..2_003).step_by(3) {
            assert_eq!(ranked.remove(|other| other.cmp(&number)), set.take(&number));
        }
        (ranked, set)
    }

    #[test]
    fn is_sorted_from_any_place_and_both_ways() {
        let (ranked, set) = both();
        for skipped in [0, 1, 63, 64, 65, 127, 128, 500, 1_000, set.len() - 1, set.len(), usize::MAX] {
            assert!(ranked.skip(skipped).eq(set.iter().skip(skipped)), "{skipped}");
            assert!(ranked.skip_back_where(skipped, |_| true).eq(set.iter().rev().skip(skipped)), "{skipped}");
        }
        assert_eq!(Ranked::<u32>::default().skip(0).count(), 0);
    }

    #[test]
    fn passes_over_what_is_not_wanted() {
        let (ranked, set) = both();
        let is_wanted = |number: &u32| number % 10 == 1 && *number > 700;
        let wanted: Vec<u32> = set.iter().copied().filter(is_wanted).collect();
        for skipped in [0, 1, 9, wanted.len() - 1, wanted.len(), usize::MAX] {
            assert!(ranked.skip_where(skipped, is_wanted).eq(wanted.iter().skip(skipped)), "{skipped}");
            assert!(ranked.skip_back_where(skipped, is_wanted).eq(wanted.iter().rev().skip(skipped)), "{skipped}");
        }
    }

    #[test]
    fn finds_what_is_there_and_nothing_else() {
        let (mut ranked, set) = both();
        for number in 0..2_010 {
            assert_eq!(ranked.get(|other| other.cmp(&number)), set.get(&number));
            assert_eq!(ranked.get_mut(|other| other.cmp(&number)).copied(), set.get(&number).copied());
        }
        let length = set.len();
        ranked.insert(1, |other| other.cmp(&1));
        assert_eq!(ranked.skip(0).count(), length, "it was there already");
        assert_eq!(ranked.iter_mut().count(), length);
    }
}
