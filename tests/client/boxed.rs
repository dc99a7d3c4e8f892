//! Transports whose type does not show.

use std::error::Error as _;
use std::sync::Arc;

use http::{Request, Response};
use kinde_api::organizations::{CreateOrganization, GetOrganization};
use kinde_api::{BoxTransport, Client, Credentials, Retry, Transport};

use crate::clock::TestClock;
use crate::script::{Broken, ORIGIN, Script, answer, broken, hopeless, not_sent};

fn client<T: Transport>(transport: T, clock: &Arc<TestClock>) -> Client<T> {
    Client::new(transport, ORIGIN, Credentials::token("fixed")).unwrap().with_clock(clock.clone())
}

#[test]
fn a_boxed_client_knows_what_its_transport_knows_of_errors() {
    for (answers, sent) in [
        (vec![not_sent(), answer(200, "{}")], 2),
        (vec![broken(), answer(200, "{}")], 1),
        (vec![hopeless(), answer(200, "{}")], 1),
    ] {
        let (script, clock) = (Script::new(answers), TestClock::new());
        let boxed: Client<BoxTransport> = client(script.clone(), &clock).boxed();
        assert_eq!(boxed.send(&CreateOrganization::new("Acme")).is_ok(), sent == 2);
        assert_eq!(script.requests().len(), sent);
    }
}

#[test]
fn a_boxed_client_shares_the_session() {
    let (script, clock) =
        (Script::new([crate::script::token("a", 60), answer(200, "{}"), answer(200, "{}")]), TestClock::new());
    let client = script.client(&clock);
    client.clone().boxed().send(&GetOrganization::new("org_1")).unwrap();
    client.send(&GetOrganization::new("org_1")).unwrap();
    assert_eq!(script.token_requests(), 1);
}

#[test]
fn the_error_is_still_there() {
    let transport = BoxTransport::new(Arc::clone(&Script::new([hopeless()])));
    let error = transport.send(Request::new(Vec::new())).unwrap_err();
    assert_eq!((error.to_string().as_str(), error.source().is_none()), ("the connection broke", true));
    assert!(error.downcast_ref::<Broken>().is_some_and(|error| !error.is_retryable));
    assert!(error.downcast_ref::<std::io::Error>().is_none());
    assert_eq!(
        format!("{error:?} {transport:?}"),
        "Broken { is_retryable: false, was_not_sent: false } BoxTransport { .. }"
    );
}

#[test]
fn a_closure_may_fail_with_what_is_no_error_itself() {
    let send =
        |_: Request<Vec<u8>>| Err::<Response<Vec<u8>>, Box<dyn std::error::Error + Send + Sync>>("no route".into());
    let client = client(BoxTransport::from_fn(send), &TestClock::new()).with_retry(Retry::none());
    let error = client.send(&GetOrganization::new("org_1")).unwrap_err();
    assert_eq!(error.to_string(), "getOrganization got no answer from acme.kinde.com: no route");
    assert!(error.is_retryable());
}

#[test]
fn a_box_of_a_transport_is_one() {
    for (answers, sent) in [(vec![not_sent(), answer(200, "{}")], 2), (vec![hopeless()], 1)] {
        let (script, clock) = (Script::new(answers), TestClock::new());
        let transport: Box<dyn Transport<Error = Broken> + Send + Sync> = Box::new(script.clone());
        assert_eq!(client(transport, &clock).send(&CreateOrganization::new("Acme")).is_ok(), sent == 2);
        assert_eq!(script.requests().len(), sent);
    }
}

#[test]
fn what_its_transport_calls_hopeless_is_not_tried_again() {
    let boxed = |script: &Arc<Script>| -> Box<dyn Transport<Error = Broken> + Send + Sync> { Box::new(script.clone()) };
    let script = Script::new([hopeless()]);
    client(script.clone(), &TestClock::new()).boxed().send(&GetOrganization::new("org_1")).unwrap_err();
    assert_eq!(script.requests().len(), 1);

    let script = Script::new([hopeless()]);
    client(boxed(&script), &TestClock::new()).send(&GetOrganization::new("org_1")).unwrap_err();
    assert_eq!(script.requests().len(), 1);

    let script = Script::new([broken()]);
    client(boxed(&script), &TestClock::new()).send(&CreateOrganization::new("Acme")).unwrap_err();
    assert_eq!(script.requests().len(), 1, "it may have been done");
}

#[test]
fn a_transport_that_says_nothing_of_its_errors_may_have_sent_the_request() {
    struct Silent(Arc<Script>);

    impl Transport for Silent {
        type Error = Broken;

        fn send(&self, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, Broken> {
            self.0.send(request)
        }
    }

    let script = Script::new([not_sent()]);
    client(Silent(script.clone()), &TestClock::new()).send(&CreateOrganization::new("Acme")).unwrap_err();
    assert_eq!(script.requests().len(), 1);
}

#[test]
fn the_source_is_that_of_the_transport_s_error() {
    #[derive(Debug, thiserror::Error)]
    #[error("the connection broke")]
    struct Caused(#[source] Broken);

    let send =
        |_: Request<Vec<u8>>| Err::<Response<Vec<u8>>, _>(Caused(Broken { is_retryable: true, was_not_sent: false }));
    let error = BoxTransport::new(send).send(Request::new(Vec::new())).unwrap_err();
    assert!(error.source().is_some_and(<dyn std::error::Error>::is::<Broken>));
}
