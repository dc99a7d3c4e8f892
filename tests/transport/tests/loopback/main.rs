//! The client and the transport over real sockets, each outcome written down.

mod agents;
mod broken_servers;
mod connections;
mod errors;
mod limits;
mod proxies;
mod retries;
mod secure;
mod tokens;
mod wire;

use std::sync::Arc;

use kinde_api::organizations::{DeleteOrganization, GetOrganization, GetOrganizationResponse};
use kinde_api::ureq::{UreqError, UreqTransport};
use kinde_api::{Client, Credentials, Error};
use transport::{Server, TestClock, texts, without_ports};

/// What must be nowhere but in requests.
const TOKEN: &str = "s3cret-token";

/// A client with a fixed token, on a clock that takes no time.
fn client(origin: &str) -> (Client<UreqTransport>, Arc<TestClock>) {
    over(UreqTransport::default(), origin, Credentials::token(TOKEN))
}

fn over(transport: UreqTransport, origin: &str, credentials: Credentials) -> (Client<UreqTransport>, Arc<TestClock>) {
    let clock = Arc::new(TestClock::default());
    (Client::new(transport, origin, credentials).unwrap().with_clock(clock.clone()), clock)
}

/// A client that fetches its tokens.
fn buying(server: &Server) -> (Client<UreqTransport>, Arc<TestClock>) {
    over(UreqTransport::default(), &server.origin(), Credentials::client("an-id", "s3cret-key"))
}

fn get_organization(client: &Client<UreqTransport>) -> Result<GetOrganizationResponse, Error<UreqError>> {
    client.send(&GetOrganization::new("org_1"))
}

/// The text with all causes, which says nothing twice, and with no port in it. What is secret is in none of the ways to
/// print an error.
fn printed(error: &Error<UreqError>) -> String {
    let texts = texts(error);
    for (position, text) in texts.iter().enumerate() {
        assert!(!texts[position + 1..].iter().any(|cause| text.contains(cause) || cause.contains(text)), "{texts:?}");
    }
    let text = texts.join(": ");
    for printed in [&text, &format!("{error:?}"), &format!("{error:#?}")] {
        assert!(!printed.contains("s3cret"), "{printed}");
    }
    without_ports(&text)
}

/// What there is of a call: a name, or the error's text, how often it was sent, and whether it may be sent again.
fn outcome(result: Result<GetOrganizationResponse, Error<UreqError>>) -> Result<Option<String>, (String, u32, bool)> {
    result
        .map(|organization| organization.name)
        .map_err(|error| (printed(&error), error.attempts(), error.is_retryable()))
}

fn delete_organization(client: &Client<UreqTransport>) -> Result<(), Error<UreqError>> {
    client.send(&DeleteOrganization::new("org_1")).map(drop)
}
