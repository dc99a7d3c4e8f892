//! What few have.

use std::collections::BTreeMap;
use std::ops::{Deref, DerefMut};

/// A collection that is empty for most: it takes the room of a pointer then. Reading an empty one makes nothing; changing
/// it does.
#[derive(Debug)]
pub(crate) struct Rare<T>(Option<Box<T>>);

/// What has an empty value that lives for ever.
pub(crate) trait Empty: 'static {
    const EMPTY: &'static Self;
}

impl<K: 'static, V: 'static> Empty for BTreeMap<K, V> {
    const EMPTY: &'static Self = &Self::new();
}

impl<T: 'static> Empty for Vec<T> {
    const EMPTY: &'static Self = &Self::new();
}

impl<T> Default for Rare<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T: Empty> Deref for Rare<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0.as_deref().unwrap_or(T::EMPTY)
    }
}

impl<T: Empty + Default> DerefMut for Rare<T> {
    fn deref_mut(&mut self) -> &mut T {
        self.0.get_or_insert_default()
    }
}

#[cfg(test)]
mod tests {
    use super::Rare;

    #[test]
    fn is_empty_until_it_is_changed() {
        let mut rare = Rare::<Vec<u8>>::default();
        assert!(rare.is_empty() && rare.0.is_none());
        rare.push(17);
        assert_eq!(*rare, [17]);
        assert_eq!(size_of::<Rare<Vec<u8>>>(), size_of::<usize>());
    }
}
