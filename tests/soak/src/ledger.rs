//! What must be so by what the answers said.

use std::collections::{BTreeMap, BTreeSet};

use crate::calls::Fate;

/// A fact about an organization, by the label that the organization was created with.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fact {
    /// Whether it is there.
    Organization,
    /// Its name. In one that is shared, the last of several threads decides.
    Name,
    /// The value of its only property.
    Property,
    /// The override of its only feature flag.
    Flag,
    /// The bytes of its logo.
    Logo,
    /// The roles of a member, by id; absent for one who is none.
    Member(String),
    /// An invitation, by its address, and whether it is pending.
    Invite(String),
}

pub(crate) type Value = Option<String>;

/// The facts of all organizations, as they are.
pub(crate) type State = BTreeMap<(String, Fact), String>;

/// For each fact, what it can be. What stands in no line is absent.
#[derive(Debug, Default)]
pub(crate) struct Ledger(BTreeMap<(String, Fact), BTreeSet<Value>>);

impl Ledger {
    /// What a fact can be.
    pub(crate) fn possible(&self, label: &str, fact: &Fact) -> BTreeSet<Value> {
        let line = self.0.get(&(label.to_owned(), fact.clone()));
        line.cloned().unwrap_or_else(|| BTreeSet::from([None]))
    }

    /// What a fact is, where that is known.
    pub(crate) fn known(&self, label: &str, fact: &Fact) -> Option<Value> {
        let possible = self.possible(label, fact);
        possible.first().filter(|_| possible.len() == 1).cloned()
    }

    /// The invitations of an organization that are written down.
    pub(crate) fn invites(&self, label: &str) -> Vec<Fact> {
        let facts = self.0.keys().filter(|(known, _)| known == label).map(|(_, fact)| fact);
        facts.filter(|fact| matches!(fact, Fact::Invite(_))).cloned().collect()
    }

    /// Writes down that a call was to make this of a fact.
    pub(crate) fn set(&mut self, fate: Fate, label: &str, fact: Fact, value: Value) {
        let mut possible = match fate {
            Fate::Refused => return,
            Fate::Done => BTreeSet::new(),
            Fate::Unknown => self.possible(label, &fact),
        };
        possible.insert(value);
        self.0.insert((label.to_owned(), fact), possible);
    }

    /// Writes down that one of several threads set a fact: it can be any of what they set, or what it was before.
    pub(crate) fn set_shared(&mut self, label: &str, fact: Fact, value: Value) {
        self.set(Fate::Unknown, label, fact, value);
    }

    /// Writes down what a fact was seen to be.
    ///
    /// # Panics
    ///
    /// Where it can't be that.
    pub(crate) fn see(&mut self, label: &str, fact: Fact, value: Value) {
        let possible = self.possible(label, &fact);
        assert!(possible.contains(&value), "{fact:?} of {label} is {value:?}, and can only be {possible:?}");
        self.0.insert((label.to_owned(), fact), BTreeSet::from([value]));
    }

    /// Writes down that an organization was to be deleted with all that it has.
    pub(crate) fn delete(&mut self, fate: Fate, label: &str) {
        let facts: Vec<Fact> =
            self.0.keys().filter(|(known, _)| known == label).map(|(_, fact)| fact.clone()).collect();
        for fact in facts {
            self.set(fate, label, fact, None);
        }
    }

    /// Writes down an organization that was there before, with its label as its name.
    pub(crate) fn is_there(&mut self, label: &str) {
        self.set(Fate::Done, label, Fact::Organization, Some("there".to_owned()));
        self.set_shared(label, Fact::Name, Some(label.to_owned()));
        // Nobody deletes it.
        let names = self.0.entry((label.to_owned(), Fact::Name)).or_default();
        names.remove(&None);
    }

    /// Adds what another thread wrote down.
    pub(crate) fn merge(&mut self, other: Self) {
        for (key, possible) in other.0 {
            self.0.entry(key).or_default().extend(possible);
        }
    }

    /// Compares what must be so with what is so, and tells how many facts that were.
    ///
    /// # Panics
    ///
    /// Where one of them is another.
    pub(crate) fn compare(&self, state: &State) -> u64 {
        for (label, fact) in state.keys() {
            assert!(self.0.contains_key(&(label.clone(), fact.clone())), "nobody made {fact:?} of {label}");
        }
        for ((label, fact), possible) in &self.0 {
            let value = state.get(&(label.clone(), fact.clone())).cloned();
            assert!(possible.contains(&value), "{fact:?} of {label} is {value:?}, and can only be {possible:?}");
        }
        self.0.len() as u64
    }
}
