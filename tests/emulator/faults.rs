use std::time::Duration;

use http::StatusCode;
use http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use kinde_api::emulator::{Closed, Delay, Fault, Misbehaviour, TOKEN};
use kinde_api::organizations::{CreateOrganization, GetOrganization, GetOrganizations};
use kinde_api::{Endpoint, Transport};

use crate::world::World;

/// What comes of a call: a status, or a connection that was closed.
fn outcome<E: Endpoint>(world: &World, endpoint: &E) -> Result<u16, Closed> {
    world.emulator.send(endpoint.request(&world.api).unwrap()).map(|response| response.status().as_u16())
}

fn organizations(world: &World) -> usize {
    world.send(&GetOrganizations::new()).unwrap().organizations.len()
}

fn rate_limited() -> Fault {
    Fault::RateLimited { reset: Duration::from_millis(29_500) }
}

#[test]
fn answers_with_429_and_carries_nothing_out() {
    let world = World::new();
    world.emulator.misbehave(Misbehaviour::new(rate_limited()).times(2));
    for _ in 0..2 {
        let error = world.send(&CreateOrganization::new("Globex")).unwrap_err();
        assert!(error.is_rate_limited());
        assert_eq!(error.retry_after(), Some(Duration::from_secs(30)));
        assert_eq!(error.headers()["ratelimit-reset"], "30");
    }
    assert_eq!(organizations(&world), 2);
}

#[test]
fn answers_with_html() {
    let world = World::new();
    let fault = Fault::ServerError(StatusCode::BAD_GATEWAY);
    world.emulator.misbehave(Misbehaviour::new(fault).operation(CreateOrganization::OPERATION_ID));
    for _ in 0..3 {
        let error = world.send(&CreateOrganization::new("Globex")).unwrap_err();
        assert_eq!((error.status(), error.errors().len()), (StatusCode::BAD_GATEWAY, 0));
        assert_eq!(error.headers()[CONTENT_TYPE], "text/html");
        assert!(error.body().starts_with(b"<html>"));
        assert_eq!(organizations(&world), 2, "other operations are spared");
    }
}

#[test]
fn cuts_bodies_short_and_empties_them() {
    let world = World::new();
    let respond = |fault| {
        world.emulator.misbehave(Misbehaviour::new(fault).times(1));
        let endpoint = CreateOrganization::new("Globex");
        let response = world.emulator.respond(endpoint.request(&world.api).unwrap()).unwrap();
        (endpoint.response(&response).map(|created| created.organization), response)
    };
    let (result, response) = respond(Fault::TruncatedBody);
    assert!(result.unwrap_err().is_decode());
    assert_eq!((response.status(), response.headers()[CONTENT_LENGTH].as_bytes()), (StatusCode::OK, &b"75"[..]));
    assert_eq!(response.body().len(), 37);
    let (result, response) = respond(Fault::EmptyBody);
    assert_eq!((result.unwrap(), response.body().len()), (None, 0));
    assert_eq!(organizations(&world), 4, "both were carried out");
}

#[test]
fn closes_connections_before_and_after() {
    let world = World::new();
    world.emulator.misbehave(Misbehaviour::new(Fault::Closed).times(1));
    assert_eq!(outcome(&world, &CreateOrganization::new("Globex")), Err(Closed));
    assert_eq!(organizations(&world), 2);
    world.emulator.misbehave(Misbehaviour::new(Fault::AnswerLost).times(1));
    assert_eq!(outcome(&world, &CreateOrganization::new("Globex")), Err(Closed));
    assert_eq!(organizations(&world), 3);
    assert!(world.emulator.is_retryable(&Closed));
    assert_eq!(Closed.to_string(), "the connection was closed without an answer");
}

#[test]
fn takes_its_time_by_its_own_clock() {
    let world = World::new();
    let before = world.emulator.now();
    let minute = Duration::from_secs(60);
    world.emulator.misbehave(Misbehaviour::new(Fault::Slow(minute)).times(1));
    let response = world.emulator.respond(GetOrganizations::new().request(&world.api).unwrap()).unwrap();
    assert_eq!((response.status(), response.extensions().get()), (StatusCode::OK, Some(&Delay(minute))));
    assert_eq!(world.emulator.now(), before + minute);
}

#[test]
fn misbehaves_every_nth_time() {
    let world = World::new();
    world.emulator.misbehave(Misbehaviour::new(Fault::Closed).every(3).times(2));
    let outcomes: Vec<_> = (0..8).map(|_| outcome(&world, &GetOrganizations::new())).collect();
    assert_eq!(outcomes, [Ok(200), Ok(200), Err(Closed), Ok(200), Ok(200), Err(Closed), Ok(200), Ok(200)]);
}

#[test]
fn follows_a_script() {
    let world = World::new();
    world.emulator.misbehave(Misbehaviour::new(rate_limited()).times(1));
    world.emulator.misbehave(Misbehaviour::new(Fault::ServerError(StatusCode::SERVICE_UNAVAILABLE)).times(1));
    let outcomes: Vec<_> = (0..3).map(|_| outcome(&world, &GetOrganizations::new())).collect();
    assert_eq!(outcomes, [Ok(429), Ok(503), Ok(200)]);
}

#[test]
fn misbehaves_where_tokens_are_sold() {
    let world = World::new();
    world.emulator.misbehave(Misbehaviour::new(Fault::Closed).operation(TOKEN));
    assert_eq!(outcome(&world, &GetOrganizations::new()), Ok(200));
    let request = http::Request::post("https://acme.kinde.com/oauth2/token").body(Vec::new()).unwrap();
    assert_eq!(world.emulator.respond(request.clone()).map(|_| ()), Err(Closed));
    world.emulator.behave();
    assert_eq!(world.emulator.respond(request).unwrap().status(), StatusCode::BAD_REQUEST);
}

#[test]
fn limits_the_rate_by_its_own_clock() {
    let world = World::new();
    world.emulator.limit_rate(2, Duration::from_secs(60));
    let endpoint = GetOrganization::default();
    assert_eq!(outcome(&world, &endpoint), Ok(200));
    world.emulator.advance(Duration::from_millis(20_500));
    assert_eq!(outcome(&world, &endpoint), Ok(200));
    let error = world.send(&endpoint).unwrap_err();
    assert_eq!((error.is_rate_limited(), error.retry_after()), (true, Some(Duration::from_secs(40))));
    world.emulator.advance(Duration::from_secs(40));
    assert_eq!(outcome(&world, &endpoint), Ok(200), "whoever waits as long as asked is served");
    world.emulator.behave();
    let outcomes: Vec<_> = (0..5).map(|_| outcome(&world, &endpoint)).collect();
    assert_eq!(outcomes, [Ok(200); 5]);
}
