//! What stands in the code blocks of a documentation.

use crate::{Item, Kind};

/// The lines of all code blocks that a reader sees.
pub(crate) struct Example(String);

impl Example {
    pub(crate) fn of(docs: &str) -> Self {
        let mut is_code = false;
        let mut code = String::new();
        for line in docs.lines().map(str::trim) {
            if line.starts_with("```") {
                is_code = !is_code;
            } else if is_code && line != "#" && !line.starts_with("# ") {
                code.push_str(line);
                code.push('\n');
            }
        }
        Self(code)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether it calls a function, or has a type, a field or a variant of it.
    pub(crate) fn shows(&self, item: &Item) -> bool {
        match &item.kind {
            Kind::Function => self.names(&item.name),
            Kind::Method { owner, name } => self.calls(owner, name),
            Kind::Type { parts } => self.names(&item.name) || parts.iter().any(|part| self.reads(part)),
        }
    }

    /// Whether this name is there.
    pub(crate) fn names(&self, name: &str) -> bool {
        self.words(name).next().is_some()
    }

    /// Whether a function of this type is called, or implemented.
    fn calls(&self, owner: &str, name: &str) -> bool {
        self.words(name).any(|(before, after)| {
            let is_called = before.ends_with('.') || before.ends_with("fn ");
            (is_called || is_after_owner(before, owner)) && (after.starts_with('(') || after.starts_with("::<"))
        })
    }

    /// Whether a field of this name is read, or a variant of this name is there.
    fn reads(&self, part: &str) -> bool {
        self.words(part).any(|(before, _)| [".", ".r#", "::"].iter().any(|prefix| before.ends_with(prefix)))
    }

    /// What stands before and after a word, wherever it is.
    fn words<'a>(&'a self, word: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let is_of_a_word = |character: char| character.is_alphanumeric() || character == '_';
        self.0
            .match_indices(word)
            .map(move |(at, _)| (&self.0[..at], &self.0[at + word.len()..]))
            .filter(move |(before, after)| !before.ends_with(is_of_a_word) && !after.starts_with(is_of_a_word))
    }
}

/// A generic type has its parameters in between.
fn is_after_owner(before: &str, owner: &str) -> bool {
    let Some(path) = before.strip_suffix("::") else {
        return false;
    };
    let path = path.strip_suffix('>').and_then(|path| path.rsplit_once("::<")).map_or(path, |(path, _)| path);
    path.ends_with(owner)
}

/// The names of the items to which a documentation links, without paths before them.
pub(crate) fn links(docs: &str) -> impl Iterator<Item = &str> {
    docs.split("[`").skip(1).filter_map(|rest| rest.split_once("`]")).map(|(name, _)| name)
}
