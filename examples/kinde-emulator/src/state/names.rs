//! What things are called, so that others refer to them.

use std::collections::{HashMap, HashSet};

use super::problem::Problem;

/// Things of one kind by their ids and all their names. What is an id is no name, so that an id always does.
pub(crate) struct Names<T> {
    /// What one is called, as in “there is no role `x`”.
    kind: &'static str,
    ids: HashMap<String, T>,
    called: HashMap<String, Meaning<T>>,
}

/// What a name means.
#[derive(Clone, Debug, PartialEq)]
enum Meaning<T> {
    One(T),
    Several,
}

impl<T: Clone + PartialEq> Names<T> {
    pub(crate) fn new(kind: &'static str) -> Self {
        Self { kind, ids: HashMap::new(), called: HashMap::new() }
    }

    pub(crate) fn add(&mut self, id: impl AsRef<str>, names: impl IntoIterator<Item: AsRef<str>>, thing: &T) {
        self.ids.insert(id.as_ref().to_owned(), thing.clone());
        for name in names {
            let one = Meaning::One(thing.clone());
            let meaning = self.called.entry(name.as_ref().to_owned()).or_insert_with(|| one.clone());
            if *meaning != one {
                *meaning = Meaning::Several;
            }
        }
    }

    fn find(&self, name: &str) -> Option<Meaning<&T>> {
        if let Some(thing) = self.ids.get(name) {
            return Some(Meaning::One(thing));
        }
        self.called.get(name).map(|meaning| match meaning {
            Meaning::One(thing) => Meaning::One(thing),
            Meaning::Several => Meaning::Several,
        })
    }

    /// What a field refers to.
    pub(crate) fn get(&self, name: &str, field: &str) -> Result<&T, Problem> {
        match self.find(name) {
            Some(Meaning::One(thing)) => Ok(thing),
            Some(Meaning::Several) => {
                Err(Problem::at(field, format!("there are several {}s `{name}`: say the id", self.kind)))
            }
            None => Err(Problem::at(field, format!("there is no {} `{name}`", self.kind))),
        }
    }

    /// Those of a list.
    pub(crate) fn all(&self, names: &[String], field: &str) -> Result<Vec<T>, Problem> {
        let one = |(index, name): (usize, &String)| self.get(name, &format!("{field}[{index}]")).cloned();
        names.iter().enumerate().map(one).collect()
    }

    /// The first of the names that means the thing with this id alone, else the id.
    pub(crate) fn of<'a>(&self, id: &'a str, names: impl IntoIterator<Item = &'a str>) -> String {
        let thing = self.ids.get(id);
        let means_it = |name: &&str| matches!(self.find(name), Some(Meaning::One(known)) if Some(known) == thing);
        names.into_iter().find(means_it).unwrap_or(id).to_owned()
    }
}

/// The ids that something has, of which none may be chosen again.
#[derive(Default)]
pub(crate) struct Ids(HashSet<String>);

impl Ids {
    /// Longer than any of Kinde's.
    const LONGEST: usize = 100;

    /// Notes an id that nobody chose.
    pub(crate) fn add(&mut self, id: impl Into<String>) {
        self.0.insert(id.into());
    }

    pub(crate) fn choose(&mut self, id: &str, field: &str) -> Result<(), Problem> {
        let is_id = |character: char| character.is_ascii_alphanumeric() || "_-.:".contains(character);
        // In the path of a request, these two would lead to something else.
        let is_dots = [".", ".."].contains(&id);
        if id.is_empty() || is_dots || id.len() > Self::LONGEST || !id.chars().all(is_id) {
            let message =
                format!("`{id}` can't be an id: 1 to {} letters, digits, `_`, `-`, `.` or `:`", Self::LONGEST);
            return Err(Problem::at(field, message));
        }
        if !self.0.insert(id.to_owned()) {
            return Err(Problem::at(field, format!("something else has the id `{id}` already")));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Ids, Names};

    #[test]
    fn finds_by_every_name_but_one_that_several_have() {
        let mut names = Names::new("connection");
        for (id, name, thing) in [("conn_1", "Google", 1), ("conn_2", "Google", 2), ("conn_3", "Okta", 3)] {
            names.add(id, [name], &thing);
        }
        assert_eq!(names.get("Okta", "x"), Ok(&3));
        assert_eq!(names.get("conn_2", "x"), Ok(&2));
        let several = names.get("Google", "connections[0]").unwrap_err();
        assert_eq!(several.to_string(), "connections[0]: there are several connections `Google`: say the id");
        let unknown = names.all(&["Okta".to_owned(), "x".to_owned()], "connections").unwrap_err();
        assert_eq!(unknown.to_string(), "connections[1]: there is no connection `x`");
        assert_eq!(names.of("conn_1", ["Google"]), "conn_1");
        assert_eq!(names.of("conn_3", ["Okta"]), "Okta");
    }

    #[test]
    fn an_id_means_what_has_it_whatever_else_is_called_so() {
        let mut names = Names::new("role");
        for (id, name, thing) in [("a", "b", 1), ("b", "a", 2)] {
            names.add(id, [name], &thing);
        }
        assert_eq!((names.get("a", "x"), names.get("b", "x")), (Ok(&1), Ok(&2)));
        assert_eq!((names.of("a", ["b"]), names.of("b", ["a"])), ("a".to_owned(), "b".to_owned()));
    }

    #[test]
    fn takes_no_id_twice() {
        let mut ids = Ids::default();
        ids.add("conn_1");
        assert_eq!(
            ids.choose("conn_1", "connections[0].id").unwrap_err().to_string(),
            "connections[0].id: something else has the id `conn_1` already"
        );
        assert_eq!(ids.choose("kp_1", "users[0].id"), Ok(()));
        assert_eq!(
            ids.choose("kp_1", "users[1].id").unwrap_err().to_string(),
            "users[1].id: something else has the id `kp_1` already"
        );
        for id in ["", ".", "..", "a b", "a/b", "é", &"x".repeat(101)] {
            assert!(ids.choose(id, "users[0].id").is_err(), "{id}");
        }
    }
}
