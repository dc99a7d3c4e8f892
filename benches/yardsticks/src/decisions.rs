//! What a session decides about a call: the same call with its decisions, and without them.

use std::time::Duration;

use http::Response;
use kinde_api::{Api, Credentials, Endpoint, Session, Step};

use crate::samples;
use crate::work::Subject;

const NOW: Duration = Duration::from_secs(1);

/// A call that succeeds at once, with a token that was fetched before: by a session, and by the endpoint alone.
pub const CALL: [Subject; 2] = [
    Subject {
        name: "a call of a session",
        make: || {
            let session = session();
            let organization = samples::get_organization();
            Box::new(move || {
                let mut call = session.call(&organization);
                let Step::Send(request) = call.next(NOW, 0.0) else { unreachable!("there is a token") };
                call.answer(answer());
                (request, call.next(NOW, 0.0))
            })
        },
    },
    Subject {
        name: "a call without decisions",
        make: || {
            let api = Api::new(samples::ORIGIN, samples::token()).expect("the samples make an Api");
            let organization = samples::get_organization();
            Box::new(move || {
                let request = organization.request(&api);
                let answer = answer();
                let output = organization.response(&answer);
                (request, output.map(|output| answer.map(|_| output)))
            })
        },
    },
];

fn answer() -> Response<Vec<u8>> {
    Response::new(br#"{"code":"org_1ccfb819462","name":"Acme"}"#.to_vec())
}

/// A session that has its token.
fn session() -> Session {
    let credentials = Credentials::client("an-id", "a-secret");
    let session = Session::new(samples::ORIGIN, credentials).expect("the samples make a session");
    let organization = samples::get_organization();
    let mut call = session.call(&organization);
    assert!(matches!(call.next(NOW, 0.0), Step::Send(_)), "a token is fetched");
    let token = format!(r#"{{"access_token":"{}","expires_in":86400}}"#, samples::token());
    call.answer(Response::new(token.into_bytes()));
    assert!(matches!(call.next(NOW, 0.0), Step::Send(_)), "there is a token");
    drop(call);
    session
}
