//! Page by page: with tokens of Kinde's kind, and by the ids of what is listed.

use std::cmp::Reverse;
use std::collections::VecDeque;

use super::answer::Refusal;
use super::base64;
use super::call::Call;

/// How many results a page has unless it is said.
const PAGE_SIZE: usize = 10;

/// A `page_size` above this is taken as this.
const LARGEST_PAGE: usize = 500;

/// In the order of creation: how lists are sorted unless it is said. Kinde once took it as a sort too.
pub(super) const BY_ID: &str = "id_asc";

/// Which page is asked for.
#[derive(Debug, PartialEq)]
pub(super) struct Page {
    pub(super) offset: u64,
    pub(super) size: usize,
    pub(super) sort: &'static str,
}

impl Page {
    /// Reads `page_size`, `next_token` and, where there are sorts, `sort`.
    pub(super) fn of(call: &Call, sorts: &'static [&'static str]) -> Result<Self, Refusal> {
        let size = match call.query("page_size") {
            None => PAGE_SIZE,
            Some(text) => page_size(text)?,
        };
        let known = |text: &str| sorts.iter().copied().find(|sort| *sort == text);
        let sort = match call.query("sort").filter(|_| !sorts.is_empty()) {
            None => None,
            Some(text) => {
                Some(known(text).ok_or_else(|| Refusal::bad_value("sort", format_args!("is not one of {sorts:?}")))?)
            }
        };
        let Some(token) = call.query("next_token").filter(|token| !token.is_empty()) else {
            return Ok(Self { offset: 0, size, sort: sort.unwrap_or(BY_ID) });
        };
        let bad_token = || Refusal::bad("NEXT_TOKEN_INVALID", "the next_token is not one of this list");
        let (offset, sort_of_token) = read_token(token).ok_or_else(bad_token)?;
        let sort_of_token =
            known(&sort_of_token).or((sort_of_token == BY_ID).then_some(BY_ID)).ok_or_else(bad_token)?;
        if sort.is_some_and(|sort| sort != sort_of_token) {
            return Err(bad_token());
        }
        Ok(Self { offset, size, sort: sort_of_token })
    }

    /// How many results come before the page; all of them where there are more than a list can have.
    pub(super) fn skipped(&self) -> usize {
        usize::try_from(self.offset).unwrap_or(usize::MAX)
    }

    /// The token for what comes after so many results of this page.
    pub(super) fn token_after(&self, results: usize) -> String {
        let offset = self.offset.saturating_add(results as u64);
        base64::encode(format!("{offset}:::{}", self.sort).as_bytes())
    }

    /// Results of which one more than a page was taken: those of the page, and a token if there are more.
    pub(super) fn cut<T>(&self, mut results: Vec<T>) -> (Vec<T>, Option<String>) {
        let has_more = results.len() > self.size;
        results.truncate(self.size);
        let next_token = has_more.then(|| self.token_after(results.len()));
        (results, next_token)
    }
}

impl Page {
    /// Puts what is in the order of creation into that of the sort. `field` gives the text of the field that a sort
    /// such as `name_asc` names; case doesn't matter. `id` is the order of creation itself.
    pub(super) fn sort<T>(&self, items: &mut [T], field: impl Fn(&T, &str) -> String) {
        let (name, direction) = self.sort.rsplit_once('_').unwrap_or((self.sort, "asc"));
        match (name, direction) {
            ("id", "asc") => {}
            ("id", _) => items.reverse(),
            (_, "asc") => items.sort_by_cached_key(|item| field(item, name).to_lowercase()),
            _ => {
                // What is equal is in the opposite order too.
                items.reverse();
                items.sort_by_cached_key(|item| Reverse(field(item, name).to_lowercase()));
            }
        }
    }

    /// The page of a whole list as it is seen, and a token if there are more. Views are made of what is on the page alone.
    pub(super) fn of_list<T, V>(
        &self,
        items: impl IntoIterator<Item = T>,
        view: impl FnMut(T) -> V,
    ) -> (Vec<V>, Option<String>) {
        let (page, next_token) = self.cut(items.into_iter().skip(self.skipped()).take(self.size + 1).collect());
        (page.into_iter().map(view).collect(), next_token)
    }
}

/// Which page is asked for by the id of what is before or after it.
#[derive(Debug, PartialEq)]
pub(super) struct IdPage<'a> {
    pub(super) size: usize,
    pub(super) place: Place<'a>,
}

#[derive(Debug, PartialEq)]
pub(super) enum Place<'a> {
    First,
    After(&'a str),
    Before(&'a str),
}

impl<'a> IdPage<'a> {
    /// Reads `page_size`, `starting_after` and `ending_before`. `size` is how many results a page has unless it is said.
    pub(super) fn of(call: &'a Call, size: usize) -> Result<Self, Refusal> {
        let size = call.query("page_size").map_or(Ok(size), page_size)?;
        let given = |name| call.query(name).filter(|id| !id.is_empty());
        let place = match (given("starting_after"), given("ending_before")) {
            (None, None) => Place::First,
            (Some(id), None) => Place::After(id),
            (None, Some(id)) => Place::Before(id),
            (Some(_), Some(_)) => {
                let message = "starting_after and ending_before can't be given both";
                return Err(Refusal::bad("TOO_MANY_PARAMETERS", message));
            }
        };
        Ok(Self { size, place })
    }

    /// Refuses a `page_size` above the largest, where Kinde does so instead of giving fewer.
    pub(super) fn at_most(self, largest: usize) -> Result<Self, Refusal> {
        if self.size > largest {
            let message = format!("page_size: is at most {largest}");
            return Err(Refusal::bad("PAGE_SIZE_LIMIT_EXCEEDED", message));
        }
        Ok(self)
    }

    /// The page of a whole list that is in its order, and whether there are more beyond it: after the page, or before
    /// it when it was asked for backwards.
    pub(super) fn of_list<T>(
        &self,
        items: impl IntoIterator<Item = T>,
        id: impl Fn(&T) -> &str,
    ) -> Result<(Vec<T>, bool), Refusal> {
        let mut items = items.into_iter();
        match self.place {
            Place::First => {}
            Place::After(wanted) => {
                items.by_ref().find(|item| id(item) == wanted).ok_or_else(|| not_listed("starting_after", wanted))?;
            }
            Place::Before(wanted) => return self.before(items, id, wanted),
        }
        let mut page: Vec<T> = items.take(self.size + 1).collect();
        let has_more = page.len() > self.size;
        page.truncate(self.size);
        Ok((page, has_more))
    }

    fn before<T>(
        &self,
        items: impl Iterator<Item = T>,
        id: impl Fn(&T) -> &str,
        wanted: &str,
    ) -> Result<(Vec<T>, bool), Refusal> {
        let mut page = VecDeque::with_capacity(self.size + 1);
        for item in items {
            if id(&item) == wanted {
                let has_more = page.len() > self.size;
                return Ok((page.into_iter().skip(usize::from(has_more)).collect(), has_more));
            }
            if page.len() > self.size {
                page.pop_front();
            }
            page.push_back(item);
        }
        Err(not_listed("ending_before", wanted))
    }
}

pub(super) fn not_listed(name: &str, id: &str) -> Refusal {
    Refusal::bad_value(name, format_args!("`{id}` is not in this list"))
}

fn page_size(text: &str) -> Result<usize, Refusal> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    // What is too large to read is too large for a page.
    let size = text.parse().unwrap_or(LARGEST_PAGE);
    if !is_number || size == 0 {
        return Err(Refusal::bad_value("page_size", "is not a number above zero"));
    }
    Ok(size.min(LARGEST_PAGE))
}

fn read_token(token: &str) -> Option<(u64, String)> {
    let text = String::from_utf8(base64::decode(token)?).ok()?;
    let (offset, sort) = text.split_once(":::")?;
    Some((offset.parse().ok()?, sort.to_owned()))
}

#[cfg(test)]
mod tests {
    use http::HeaderMap;

    use super::{IdPage, Page, Place};
    use crate::emulator::answer::Refusal;
    use crate::emulator::call::{Call, pairs};

    const LETTERS: [&str; 5] = ["a", "b", "c", "d", "e"];

    fn page_of(query: &str) -> Result<(Vec<&'static str>, bool), Refusal> {
        let headers = HeaderMap::new();
        let call = call(query, &headers);
        IdPage::of(&call, 10)?.of_list(LETTERS, |letter| letter)
    }

    fn call<'a>(query: &str, headers: &'a HeaderMap) -> Call<'a> {
        Call { parameters: Vec::new(), query: pairs(query), headers, body: b"", origin: String::new(), now: 0 }
    }

    #[test]
    fn cuts_a_list_by_ids() {
        for (query, page, has_more) in [
            ("", &LETTERS[..], false),
            ("page_size=5", &LETTERS, false),
            ("page_size=4", &LETTERS[..4], true),
            ("page_size=2&starting_after=b", &LETTERS[2..4], true),
            ("page_size=2&starting_after=c", &LETTERS[3..], false),
            ("starting_after=e", &[], false),
            ("starting_after=", &LETTERS, false),
            ("page_size=2&ending_before=d", &LETTERS[1..3], true),
            ("page_size=2&ending_before=c", &LETTERS[..2], false),
            ("page_size=2&ending_before=b", &LETTERS[..1], false),
            ("ending_before=a", &[], false),
        ] {
            assert_eq!(page_of(query).unwrap(), (page.to_vec(), has_more), "{query}");
        }
    }

    #[test]
    fn refuses_places_that_are_none() {
        for (query, code) in [
            ("starting_after=f", "BAD_REQUEST"),
            ("ending_before=f", "BAD_REQUEST"),
            ("starting_after=a&ending_before=c", "TOO_MANY_PARAMETERS"),
            ("page_size=0", "BAD_REQUEST"),
            ("page_size=-1", "BAD_REQUEST"),
            ("page_size=x", "BAD_REQUEST"),
        ] {
            assert!(format!("{:?}", page_of(query).unwrap_err()).contains(code), "{query}");
        }
    }

    #[test]
    fn takes_what_is_too_large_for_the_largest() {
        let headers = HeaderMap::new();
        let call = call("page_size=10000", &headers);
        assert_eq!(IdPage::of(&call, 10).unwrap(), IdPage { size: 500, place: Place::First });
        assert!(IdPage::of(&call, 10).unwrap().at_most(100).is_err());
    }

    #[test]
    fn sorts_without_case() {
        let sorted = |sort| {
            let page = Page { offset: 0, size: 10, sort };
            let mut names = ["b", "A", "c", "a"];
            page.sort(&mut names, |name, field| if field == "name" { (*name).to_owned() } else { String::new() });
            names
        };
        assert_eq!(sorted("id_asc"), ["b", "A", "c", "a"]);
        assert_eq!(sorted("id_desc"), ["a", "c", "A", "b"]);
        assert_eq!(sorted("name_asc"), ["A", "a", "b", "c"]);
        assert_eq!(sorted("name_desc"), ["c", "b", "a", "A"]);
    }
}
