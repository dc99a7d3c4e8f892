use std::thread;
use std::time::Duration;

use http::{Method, Request, StatusCode};
use kinde_api::emulator::{Emulator, Fault, Misbehaviour, TOKEN};
use kinde_api::organizations::{CreateOrganization, GetOrganizations};
use kinde_api::{Endpoint, Transport};
use serde_json::json;

use crate::world::{ORIGIN, World};

#[test]
fn remembers_everything_that_it_was_sent() {
    let world = World::new();
    world.send(&CreateOrganization::new("Globex")).unwrap();
    world.emulator.advance(Duration::from_secs(5));
    world.emulator.misbehave(Misbehaviour::new(Fault::Closed).times(1));
    assert!(world.emulator.send(GetOrganizations::new().page_size(3).request(&world.api).unwrap()).is_err());
    world.raw(Request::get(format!("{ORIGIN}/other")).body(Vec::new()).unwrap());
    world.raw(Request::post(format!("{ORIGIN}/oauth2/token")).body(Vec::new()).unwrap());

    let requests = world.emulator.requests();
    let seen: Vec<_> = requests.iter().map(|request| (request.operation_id, request.status)).collect();
    assert_eq!(
        seen,
        [
            (Some("createOrganization"), Some(StatusCode::OK)),
            (Some("getOrganizations"), None),
            (None, Some(StatusCode::NOT_FOUND)),
            (Some(TOKEN), Some(StatusCode::BAD_REQUEST)),
        ]
    );
    assert_eq!(requests[0].method, Method::POST);
    assert_eq!(requests[0].json(), Some(json!({"name": "Globex"})));
    assert_eq!(requests[1].uri, "https://acme.kinde.com/api/v1/organizations?page_size=3");
    assert_eq!(requests[1].received_on, requests[0].received_on + Duration::from_secs(5));
    assert_eq!(requests[1].json(), None);

    world.emulator.clear_requests();
    world.emulator.keep_requests(false);
    world.send(&GetOrganizations::new()).unwrap();
    assert_eq!(world.emulator.requests().len(), 0);
}

#[test]
fn hides_tokens_and_secrets() {
    let emulator = Emulator::new();
    let (token, secret) = (emulator.token(), emulator.client_secret());
    let request = Request::post(format!("{ORIGIN}/oauth2/token"))
        .header("authorization", format!("Bearer {token}"))
        .body(format!("client_secret={secret}").into_bytes())
        .unwrap();
    emulator.respond(request).unwrap();
    let shown = format!("{:?} {emulator:?}", emulator.requests());
    assert!(!shown.contains(&token) && !shown.contains(&secret), "{shown}");
    assert!(shown.contains(r#""authorization": Sensitive"#), "{shown}");
    assert!(shown.ends_with("Emulator { organizations: 1, users: 0, requests: 1, .. }"), "{shown}");
}

#[test]
fn is_shared_by_its_clones_and_between_threads() {
    fn can_be_shared<T: Clone + Send + Sync + 'static>(_: &T) {}

    let world = World::new();
    can_be_shared(&world.emulator);
    thread::scope(|scope| {
        for number in 0..8 {
            let (emulator, api) = (world.emulator.clone(), &world.api);
            scope.spawn(move || {
                let endpoint = CreateOrganization::new(format!("Organization {number}"));
                emulator.respond(endpoint.request(api).unwrap()).unwrap();
            });
        }
    });
    assert_eq!(world.emulator.requests().len(), 8);
    assert_eq!(world.send(&GetOrganizations::new()).unwrap().organizations.len(), 10);
}

#[test]
fn is_the_same_for_the_same_calls() {
    let codes = |seed| {
        let emulator = Emulator::with_seed(seed);
        (emulator.default_organization(), emulator.add_organization("Acme"), emulator.add_user("a@example.com"))
    };
    assert_eq!(codes(0), codes(0));
    assert_ne!(codes(0), codes(1));
    assert_eq!(Emulator::default().client_id(), Emulator::new().client_id());
}

#[test]
fn can_follow_the_wall_clock() {
    let emulator = Emulator::new();
    emulator.follow_wall_clock();
    let since_1970 = || std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
    let (before, now, after) = (since_1970(), emulator.now(), since_1970());
    assert!(before <= now && now <= after);
}
