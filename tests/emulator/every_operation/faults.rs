//! What can go wrong on the way goes wrong for every operation alike.

use std::time::Duration;

use http::StatusCode;
use http::header::CONTENT_LENGTH;
use kinde_api::emulator::{Closed, Fault, Misbehaviour};

use super::operations;
use super::world::Everything;

#[test]
fn some_are_before_anything_is_carried_out() {
    let everything = Everything::new();
    let before = everything.state();
    for (operation, _) in operations() {
        let id = operation.operation_id;
        let call = everything.call(operation);
        let misbehave = |fault| everything.emulator.misbehave(Misbehaviour::new(fault).operation(id).times(1));
        misbehave(Fault::RateLimited { reset: Duration::from_secs(1) });
        misbehave(Fault::ServerError(StatusCode::BAD_GATEWAY));
        misbehave(Fault::Closed);
        assert_eq!(everything.send(&call).0, 429, "{id}");
        assert_eq!(everything.send(&call).0, 502, "{id}");
        assert_eq!(everything.emulator.respond(everything.request(operation)).map(|_| ()), Err(Closed), "{id}");
    }
    assert_eq!(everything.state(), before);
}

#[test]
fn some_are_after_it_was_carried_out() {
    for (operation, declared) in operations() {
        let id = operation.operation_id;
        let (well, badly, cut) = (Everything::new(), Everything::new(), Everything::new());
        let answer = well.emulator.respond(well.request(operation)).unwrap();
        badly.emulator.misbehave(Misbehaviour::new(Fault::AnswerLost).operation(id).times(1));
        assert_eq!(badly.emulator.respond(badly.request(operation)).map(|_| ()), Err(Closed), "{id}");
        assert_eq!(badly.state(), well.state(), "{id}");

        cut.emulator.misbehave(Misbehaviour::new(Fault::TruncatedBody).operation(id).times(1));
        let truncated = cut.emulator.respond(cut.request(operation)).unwrap();
        assert_eq!(truncated.status().as_u16(), declared.success(), "{id}");
        if !answer.body().is_empty() {
            assert!(truncated.body().len() < answer.body().len(), "{id}");
            assert_eq!(truncated.headers()[CONTENT_LENGTH], answer.body().len().to_string(), "{id}");
        }
    }
}
