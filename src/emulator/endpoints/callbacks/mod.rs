//! The URLs of an application that sign-in and sign-out may lead back to.

mod logout_urls;
mod redirect_urls;

use serde::Deserialize;

use super::Entry;
use super::applications::{application, application_mut};
use crate::callbacks::{
    AddLogoutRedirectUrls, AddRedirectCallbackUrls, DeleteCallbackUrls, DeleteLogoutUrls, GetCallbackUrls,
    GetLogoutUrls, ReplaceLogoutRedirectUrls, ReplaceRedirectCallbackUrls,
};
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::{Call, required};
use crate::emulator::state::Business;
use crate::emulator::state::applications::Application;

pub(super) static TABLE: &[Entry] = &[
    Entry::of::<GetCallbackUrls>(redirect_urls::list),
    Entry::of::<AddRedirectCallbackUrls>(redirect_urls::add),
    Entry::of::<ReplaceRedirectCallbackUrls>(redirect_urls::replace),
    Entry::of::<DeleteCallbackUrls>(redirect_urls::delete),
    Entry::of::<GetLogoutUrls>(logout_urls::list),
    Entry::of::<AddLogoutRedirectUrls>(logout_urls::add),
    Entry::of::<ReplaceLogoutRedirectUrls>(logout_urls::replace),
    Entry::of::<DeleteLogoutUrls>(logout_urls::delete),
];

/// Which of the two lists of an application.
type Urls = fn(&mut Application) -> &mut Vec<String>;

fn read(business: &Business, call: &Call<'_>) -> Result<Vec<String>, Refusal> {
    #[derive(Deserialize)]
    struct Body {
        urls: Option<Vec<String>>,
    }

    application(business, call)?;
    let body: Body = call.json()?;
    let urls = required(body.urls, "urls")?;
    check(&urls)?;
    Ok(urls)
}

/// A mobile application has a scheme of its own.
pub(super) fn check(urls: &[String]) -> Result<(), Refusal> {
    match urls.iter().find(|url| !url.contains("://")) {
        Some(other) => Err(Refusal::bad("URL_INVALID", format!("`{other}` is not a URL"))),
        None => Ok(()),
    }
}

/// What is there already is not added a second time.
fn add(business: &mut Business, call: &Call<'_>, urls: Urls) -> Result<Answer, Refusal> {
    let added = read(business, call)?;
    let urls = urls(application_mut(business, call)?);
    for url in added {
        if !urls.contains(&url) {
            urls.push(url);
        }
    }
    Ok(Answer::success())
}

/// An empty list leaves none.
fn replace(business: &mut Business, call: &Call<'_>, urls: Urls) -> Result<Answer, Refusal> {
    let replacing = read(business, call)?;
    *urls(application_mut(business, call)?) = replacing;
    Ok(Answer::success())
}

/// The URLs are in the query, joined by commas; one that isn't there does no harm.
fn delete(business: &mut Business, call: &Call<'_>, urls: Urls) -> Result<Answer, Refusal> {
    application(business, call)?;
    let deleted = call.query_list("urls");
    if deleted.is_empty() {
        return Err(Refusal::missing("urls"));
    }
    urls(application_mut(business, call)?).retain(|url| !deleted.contains(&url.as_str()));
    Ok(Answer::success())
}
