//! Page by page, with tokens of Kinde's kind.

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
                Some(known(text).ok_or_else(|| Refusal::bad_value("sort", format_args!("is none of {sorts:?}")))?)
            }
        };
        let Some(token) = call.query("next_token").filter(|token| !token.is_empty()) else {
            return Ok(Self { offset: 0, size, sort: sort.unwrap_or(BY_ID) });
        };
        let bad_token = || Refusal::bad("NEXT_TOKEN_INVALID", "the next_token is none of this list");
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

fn page_size(text: &str) -> Result<usize, Refusal> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    // What is too large to read is too large for a page.
    let size = text.parse().unwrap_or(LARGEST_PAGE);
    if !is_number || size == 0 {
        return Err(Refusal::bad_value("page_size", "is no number above zero"));
    }
    Ok(size.min(LARGEST_PAGE))
}

fn read_token(token: &str) -> Option<(u64, String)> {
    let text = String::from_utf8(base64::decode(token)?).ok()?;
    let (offset, sort) = text.split_once(":::")?;
    Some((offset.parse().ok()?, sort.to_owned()))
}
