//! Which connections there are, and which of them goes where there are too many.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::task::AbortHandle;

/// How many there can be at once. Most systems let a program have 1,024 files open.
pub(crate) const MOST: usize = 512;

/// How far a connection has got. One that has got less far goes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Stage {
    /// Nothing was asked yet.
    Silent,
    /// It has its answer, and may ask again.
    Idle,
    /// It waits for an answer.
    Busy,
}

/// All connections of a server.
#[derive(Clone, Debug, Default)]
pub(crate) struct Connections(Arc<Mutex<Table>>);

#[derive(Debug, Default)]
struct Table {
    entries: BTreeMap<u64, Entry>,
    /// Counts everything that happens, so that what happened earlier has a smaller number.
    count: u64,
}

#[derive(Debug)]
struct Entry {
    stage: Stage,
    /// When it came into its stage.
    since: u64,
    task: Option<AbortHandle>,
}

impl Table {
    fn next(&mut self) -> u64 {
        self.count += 1;
        self.count
    }

    fn enter(&mut self) -> u64 {
        let number = self.next();
        self.entries.insert(number, Entry { stage: Stage::Silent, since: number, task: None });
        number
    }

    fn advance(&mut self, number: u64, stage: Stage) {
        let since = self.next();
        if let Some(entry) = self.entries.get_mut(&number) {
            (entry.stage, entry.since) = (stage, since);
        }
    }

    /// The one to end: that which has got least far, and of these the one that has been there for longest.
    fn victim(&self) -> Option<u64> {
        self.entries.iter().min_by_key(|(_, entry)| (entry.stage, entry.since)).map(|(number, _)| *number)
    }
}

impl Connections {
    fn table(&self) -> MutexGuard<'_, Table> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Makes room where there is none, and takes a connection in.
    pub(crate) fn enter(&self) -> Connection {
        while self.table().entries.len() >= MOST && self.end_one() {}
        Connection { number: self.table().enter(), connections: self.clone() }
    }

    /// Ends one: whether there was any.
    pub(crate) fn end_one(&self) -> bool {
        let mut table = self.table();
        let Some(entry) = table.victim().and_then(|number| table.entries.remove(&number)) else {
            return false;
        };
        if let Some(task) = entry.task {
            task.abort();
        }
        true
    }

    /// Which task a connection is served by.
    pub(crate) fn set_task(&self, number: u64, task: AbortHandle) {
        match self.table().entries.get_mut(&number) {
            Some(entry) => entry.task = Some(task),
            // It was ended already, or has come to its end.
            None => task.abort(),
        }
    }
}

/// A connection that is open; it is forgotten where this is dropped.
#[derive(Debug)]
pub(crate) struct Connection {
    pub(crate) number: u64,
    connections: Connections,
}

impl Connection {
    pub(crate) fn advance(&self, stage: Stage) {
        self.connections.table().advance(self.number, stage);
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.connections.table().entries.remove(&self.number);
    }
}

#[cfg(test)]
mod tests {
    use super::{Connections, MOST, Stage, Table};

    #[test]
    fn ends_first_who_has_asked_for_nothing() {
        let mut table = Table::default();
        let [busy, idle, silent, newer] = std::array::from_fn(|_| table.enter());
        table.advance(busy, Stage::Busy);
        table.advance(idle, Stage::Busy);
        table.advance(idle, Stage::Idle);
        for expected in [silent, newer, idle, busy] {
            assert_eq!(table.victim(), Some(expected));
            table.entries.remove(&expected);
        }
        assert_eq!(table.victim(), None);
    }

    #[test]
    fn ends_of_those_who_wait_the_one_that_has_waited_longest() {
        let mut table = Table::default();
        let [first, second] = std::array::from_fn(|_| table.enter());
        table.advance(second, Stage::Idle);
        table.advance(first, Stage::Idle);
        assert_eq!(table.victim(), Some(second));
    }

    #[test]
    fn never_has_more_than_there_can_be() {
        let connections = Connections::default();
        let all: Vec<_> = (0..MOST + 10).map(|_| connections.enter()).collect();
        assert_eq!(connections.table().entries.len(), MOST);
        drop(all);
        assert!(connections.table().entries.is_empty());
    }
}
