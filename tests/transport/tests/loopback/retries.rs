//! What is sent again, and after how long.

use kinde_api::Retry;
use kinde_api::organizations::{CreateOrganization, RemoveOrganizationUser, UpdateOrganization};
use transport::{Answer, Server};

use crate::{client, delete_organization, get_organization, outcome, printed};

fn busy(headers: &[&str]) -> Answer {
    Answer::new(429, headers, r#"{"errors":[{"code":"TOO_MANY","message":"Slow down"}]}"#)
}

#[test]
fn three_times_429_and_then_200() {
    let server = Server::sequence([
        busy(&[]),
        busy(&["RateLimit-Reset: 3"]),
        busy(&["Retry-After: 4", "RateLimit-Reset: 2"]),
        Answer::json(r#"{"name":"Acme"}"#),
    ]);
    let (client, clock) = client(&server.origin());
    assert_eq!(outcome(get_organization(&client)), Ok(Some("Acme".to_owned())));
    assert_eq!(clock.waits(), [500, 3000, 4000]);
    assert_eq!((server.received().len(), server.connections()), (4, 1));
}

#[test]
fn a_429_was_not_carried_out_whatever_the_method() {
    let server =
        Server::sequence([busy(&["RateLimit-Reset: 1"]), Answer::json(r#"{"organization":{"code":"org_2"}}"#)]);
    let (client, clock) = client(&server.origin());
    let created = client.send(&CreateOrganization::new("Acme")).unwrap();
    assert_eq!(created.organization.and_then(|organization| organization.code), Some("org_2".into()));
    assert_eq!(clock.waits(), [1000]);
    let bodies: Vec<_> = server.received().into_iter().map(|request| request.body).collect();
    assert_eq!(bodies, [br#"{"name":"Acme"}"#, br#"{"name":"Acme"}"#]);
}

#[test]
fn a_reset_an_hour_away_is_not_waited_for() {
    let server = Server::constant(busy(&["RateLimit-Reset: 3600"]));
    let (client, clock) = client(&server.origin());
    let error = get_organization(&client).unwrap_err();
    assert_eq!(printed(&error), "getOrganization did not succeed: 429 Too Many Requests: TOO_MANY: Slow down");
    assert_eq!((error.attempts(), error.is_retryable(), clock.waits()), (1, true, vec![]));
    let answer = error.response().unwrap();
    assert_eq!((answer.status().as_u16(), answer.code()), (429, Some("TOO_MANY")));
    assert_eq!(answer.retry_after().map(|wait| wait.as_secs()), Some(3600));
    assert_eq!(answer.headers()["ratelimit-reset"], "3600");
    assert_eq!(answer.body(), br#"{"errors":[{"code":"TOO_MANY","message":"Slow down"}]}"#);
}

#[test]
fn a_503_is_tried_again_where_twice_is_once() {
    for status in [500, 502, 503, 504] {
        let server = Server::sequence([Answer::new(status, &["Retry-After: 7"], "<html>"), Answer::json("{}")]);
        let (client, clock) = client(&server.origin());
        get_organization(&client).unwrap();
        assert_eq!((server.received().len(), clock.waits()), (2, vec![7000]), "{status}");
    }
    let server = Server::sequence([Answer::new(503, &[], ""), Answer::json("{}")]);
    let (client, clock) = client(&server.origin());
    delete_organization(&client).unwrap();
    client.send(&RemoveOrganizationUser::new("org_1", "kp_1")).unwrap();
    assert_eq!((server.received().len(), clock.waits()), (3, vec![500]));
}

#[test]
fn a_503_of_a_post_and_a_patch_is_told_at_once() {
    let server = Server::constant(Answer::new(503, &["Retry-After: 1"], ""));
    let (client, clock) = client(&server.origin());
    let post = client.send(&CreateOrganization::new("Acme")).unwrap_err();
    assert_eq!(printed(&post), "createOrganization did not succeed: 503 Service Unavailable");
    assert_eq!((post.attempts(), post.is_retryable()), (1, false));
    let patch = client.send(&UpdateOrganization::new("org_1")).unwrap_err();
    assert_eq!(printed(&patch), "updateOrganization did not succeed: 503 Service Unavailable");
    assert_eq!((patch.attempts(), patch.is_retryable()), (1, false));
    assert_eq!((server.received().len(), clock.waits()), (2, vec![]));
}

#[test]
fn an_error_of_the_call_itself_is_told_at_once() {
    for status in [400, 403, 404, 406, 501] {
        let server = Server::constant(Answer::new(status, &[], ""));
        let (client, clock) = client(&server.origin());
        let error = get_organization(&client).unwrap_err();
        assert_eq!((error.attempts(), error.is_retryable(), clock.waits()), (1, false, vec![]), "{status}");
    }
}

#[test]
fn gives_up_after_as_many_attempts_as_are_set() {
    let server = Server::constant(Answer::new(503, &[], ""));
    let (client, clock) = client(&server.origin());
    let error = get_organization(&client).unwrap_err();
    assert_eq!(printed(&error), "getOrganization did not succeed after 5 attempts: 503 Service Unavailable");
    assert_eq!((error.attempts(), error.is_retryable(), clock.waits()), (5, true, vec![500, 1000, 2000, 4000]));
    let error = get_organization(&client.with_retry(Retry::none())).unwrap_err();
    assert_eq!(printed(&error), "getOrganization did not succeed: 503 Service Unavailable");
    assert_eq!((error.attempts(), server.received().len()), (1, 6));
}
