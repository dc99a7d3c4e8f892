//! What holds for listings, whatever the pages are.

use std::convert::Infallible;
use std::sync::atomic::{AtomicUsize, Ordering};

use http::{Request, Response};
use kinde_api::organizations::GetOrganizations;
use kinde_api::properties::GetProperties;
use kinde_api::{Client, Credentials, Paged, Retry};

/// How many different pages a token or an id leads to here.
const TOKENS: u8 = 6;

/// One page as a server sends it: where it leads, how much is on it, and what is wrong with it.
#[derive(Clone, Copy)]
struct Page {
    next: Option<u8>,
    items: u8,
    state: u8,
}

impl Page {
    fn of_byte(byte: u8) -> Self {
        // The first one leads nowhere, and so does the second, by an empty token.
        Self { next: (byte % 8).checked_sub(1), items: byte / 8 % 4, state: byte / 32 }
    }

    fn is_good(self) -> bool {
        self.state < 6
    }

    fn token(self) -> String {
        self.next.filter(|next| (1..=TOKENS).contains(next)).map_or_else(String::new, |next| format!("page-{next}"))
    }

    fn answer(self) -> Response<Vec<u8>> {
        let items: Vec<String> = (0..self.items)
            .map(|number| {
                let is_last = number + 1 == self.items;
                let id = if is_last { self.token() } else { format!("item-{number}") };
                format!(r#"{{"id":"{id}"}}"#)
            })
            .collect();
        let list = match self.state {
            5 if items.is_empty() => "null".to_owned(),
            _ => format!("[{}]", items.join(",")),
        };
        let next = match self.next {
            None => "null".to_owned(),
            Some(_) => format!("\"{}\"", self.token()),
        };
        let has_more = self.next.is_some();
        let body =
            format!(r#"{{"organizations":{list},"properties":{list},"next_token":{next},"has_more":{has_more}}}"#);
        let (status, body) = match self.state {
            6 => (503, body),
            7 => (200, r#"{"message":"Service temporarily unavailable"}"#.to_owned()),
            _ => (200, body),
        };
        let mut answer = Response::new(body.into_bytes());
        *answer.status_mut() = status.try_into().expect("it is a status");
        answer
    }
}

/// Lists what pages have, a byte each; after them the pages go round in a circle.
///
/// Every listing ends; it gives what is on the pages up to the first error, in their order, and nothing after it.
///
/// # Panics
///
/// Where the library breaks one of these promises.
pub fn check_paging(pages: &[u8]) {
    check_items(GetOrganizations::new(), pages);
    check_items(GetProperties::new(), pages);
}

fn check_items<P: Paged + Clone>(first: P, pages: &[u8]) {
    let asked = AtomicUsize::new(0);
    let page = |number: usize| {
        let in_circle = [0x0b, 0x0c, 0x0d][number % 3];
        Page::of_byte(pages.get(number).copied().unwrap_or(in_circle))
    };
    let transport = |_: Request<Vec<u8>>| Ok::<_, Infallible>(page(asked.fetch_add(1, Ordering::Relaxed)).answer());
    let client = Client::new(transport, "https://acme.kinde.com", Credentials::token("a-token"));
    let client = client.expect("the origin and the token are good").with_retry(Retry::none());

    // A circle is found within three times its length, after as many pages as there were before it.
    let most = 4 * (pages.len() + 16);
    let (mut given, mut has_failed) = (0, false);
    let mut items = client.items(first);
    for item in &mut items {
        assert!(!has_failed, "something comes after an error");
        match item {
            Ok(_) => given += 1,
            Err(_) => has_failed = true,
        }
        assert!(asked.load(Ordering::Relaxed) <= most, "it does not end");
    }
    assert!(items.next().is_none(), "it goes on after its end");
    let asked = asked.load(Ordering::Relaxed);
    let on_pages =
        (0..asked).map(page).filter(|page| page.is_good()).map(|page| usize::from(page.items)).sum::<usize>();
    assert_eq!(given, on_pages, "of {asked} pages");
    let bad_pages = (0..asked).filter(|number| !page(*number).is_good()).count();
    assert!(bad_pages == 0 || (bad_pages == 1 && has_failed), "{bad_pages} pages were taken for good ones");
    assert!(items.next_endpoint().is_some() == has_failed, "an end is not an error");
}
