//! Tokens that are fetched, expire, are refused, or can't be had.

use std::sync::{Arc, Barrier};
use std::thread;
use std::time::Duration;

use kinde_api::organizations::{GetOrganizationUsers, OrganizationUser};
use kinde_api::ureq::UreqTransport;
use kinde_api::{Client, Clock, Credentials, Retry};
use transport::{Answer, Received, Server, TestClock, page_of_members};

use crate::{buying, client, get_organization, outcome, printed};

const TOKEN_REQUEST: &str = "POST /oauth2/token";
const CALL: &str = "GET /api/v1/organization?code=org_1";

fn is_token(request: &Received) -> bool {
    request.target() == TOKEN_REQUEST
}

#[test]
fn the_secret_and_the_token_go_where_they_belong() {
    let server =
        Server::new(|request| if is_token(request) { Answer::token("s3cret-1", 3600) } else { Answer::json("{}") });
    let (client, _) = buying(&server);
    get_organization(&client).unwrap();
    get_organization(&client.clone()).unwrap();
    assert_eq!(server.targets(), [TOKEN_REQUEST, CALL, CALL]);
    assert_eq!(server.connections(), 1);
    let port = server.address().port();
    let received = server.received();
    assert_eq!(
        String::from_utf8_lossy(&received[0].body),
        format!(
            "grant_type=client_credentials&client_id=an-id&client_secret=s3cret-key\
             &audience=http%3A%2F%2F127.0.0.1%3A{port}%2Fapi"
        )
    );
    assert_eq!(received[0].header("authorization"), None);
    assert_eq!(received[2].header("authorization"), Some("Bearer s3cret-1"));
}

#[test]
fn a_token_that_expires_between_two_pages_is_renewed() {
    let clock = Arc::new(TestClock::default());
    let for_server = clock.clone();
    let server = Server::new(move |request| match request.target() {
        TOKEN_REQUEST => Answer::token(&format!("s3cret-{}", request.number), 3600),
        "GET /api/v1/organizations/org_1/users?page_size=500" => {
            for_server.sleep(Duration::from_secs(3600));
            Answer::json(page_of_members(1, 2, Some("second")))
        }
        "GET /api/v1/organizations/org_1/users?page_size=500&next_token=second" => {
            Answer::json(page_of_members(3, 3, None))
        }
        other => panic!("{other}"),
    });
    let client = Client::new(UreqTransport::default(), &server.origin(), Credentials::client("an-id", "s3cret-key"))
        .unwrap()
        .with_clock(clock);
    let names: Vec<_> =
        client.items(GetOrganizationUsers::new("org_1")).map(|member| member.unwrap().full_name).collect();
    assert_eq!(names, ["Member 1", "Member 2", "Member 3"].map(|name| Some(name.to_owned())));
    let tokens: Vec<_> =
        server.received().iter().map(|request| request.header("authorization").map(str::to_owned)).collect();
    assert_eq!(tokens, [None, Some("Bearer s3cret-1".into()), None, Some("Bearer s3cret-3".into())]);
}

#[test]
fn a_token_that_is_refused_once_is_renewed() {
    let server = Server::new(|request| match request.header("authorization") {
        None => Answer::token(&format!("s3cret-{}", request.number), 3600),
        Some("Bearer s3cret-1") => Answer::new(401, &[], ""),
        Some(_) => Answer::json(r#"{"name":"Acme"}"#),
    });
    let (client, clock) = buying(&server);
    let client = client.with_retry(Retry::none());
    assert_eq!(outcome(get_organization(&client)), Ok(Some("Acme".to_owned())));
    assert_eq!(server.targets(), [TOKEN_REQUEST, CALL, TOKEN_REQUEST, CALL]);
    assert_eq!(clock.waits(), [0_u128; 0]);
}

#[test]
fn a_401_that_stays_is_told_after_one_renewal() {
    let server =
        Server::new(
            |request| {
                if is_token(request) { Answer::token("s3cret", 3600) } else { Answer::new(401, &[], "<html>") }
            },
        );
    let (client, clock) = buying(&server);
    assert_eq!(
        outcome(get_organization(&client)),
        Err(("getOrganization did not succeed after 2 attempts: 401 Unauthorized".to_owned(), 2, false))
    );
    assert_eq!(server.targets(), [TOKEN_REQUEST, CALL, TOKEN_REQUEST, CALL]);
    assert_eq!(clock.waits(), [0_u128; 0]);
}

#[test]
fn a_fixed_token_that_is_refused_is_told_at_once() {
    let server = Server::constant(Answer::new(401, &[], ""));
    let (client, _) = client(&server.origin());
    assert_eq!(
        outcome(get_organization(&client)),
        Err(("getOrganization did not succeed: 401 Unauthorized".to_owned(), 1, false))
    );
    assert_eq!(server.targets(), [CALL]);
}

#[test]
fn a_token_endpoint_that_is_down_for_two_seconds_is_waited_for() {
    let clock = Arc::new(TestClock::default());
    let for_server = clock.clone();
    let server = Server::new(move |request| {
        if !is_token(request) {
            return Answer::json(r#"{"name":"Acme"}"#);
        }
        if for_server.now() < Duration::from_secs(2) { Answer::hang_up() } else { Answer::token("s3cret", 3600) }
    });
    let client = Client::new(UreqTransport::default(), &server.origin(), Credentials::client("an-id", "s3cret-key"))
        .unwrap()
        .with_clock(clock.clone());
    assert_eq!(outcome(get_organization(&client)), Ok(Some("Acme".to_owned())));
    assert_eq!(server.targets(), [TOKEN_REQUEST, TOKEN_REQUEST, TOKEN_REQUEST, TOKEN_REQUEST, CALL]);
    assert_eq!(clock.waits(), [500, 1000, 2000]);
}

#[test]
fn a_token_endpoint_that_stays_down_is_told() {
    let server = Server::constant(Answer::hang_up());
    let (client, _) = buying(&server);
    assert_eq!(
        outcome(get_organization(&client)),
        Err((
            "getOrganization has no token: the token endpoint 127.0.0.1:PORT gave no answer: the connection could not \
             be made, or it broke: io: Peer disconnected"
                .to_owned(),
            0,
            true
        ))
    );
    assert_eq!(server.targets(), [TOKEN_REQUEST; 5]);
}

#[test]
fn a_secret_that_is_refused_is_told_at_once() {
    let body = r#"{"error":"invalid_client","error_description":"Client authentication failed"}"#;
    let server = Server::constant(Answer::new(401, &["content-type: application/json"], body));
    let (client, _) = buying(&server);
    let error = get_organization(&client).unwrap_err();
    assert_eq!(
        printed(&error),
        "getOrganization has no token: the token endpoint answered 401 Unauthorized: invalid_client: Client authentication failed"
    );
    assert_eq!((error.attempts(), error.is_retryable()), (0, false));
    assert_eq!(server.targets(), [TOKEN_REQUEST]);
}

#[test]
fn a_token_that_can_t_be_used_is_not_shown() {
    let server = Server::constant(Answer::token("s3cret with spaces", 3600));
    let (client, _) = buying(&server);
    assert_eq!(
        outcome(get_organization(&client)),
        Err((
            "getOrganization has no token: the token endpoint answered 200 OK, but no usable token".to_owned(),
            0,
            false
        ))
    );
    assert_eq!(server.targets(), [TOKEN_REQUEST]);
}

#[test]
fn a_token_is_renewed_after_the_answer_of_the_call_that_finds_it_old() {
    let server = Server::new(|request| match request.number {
        1 => Answer::token("s3cret-1", 3600),
        _ if is_token(request) => Answer::token("s3cret-2", 3600),
        _ => Answer::json("{}"),
    });
    let (client, clock) = buying(&server);
    get_organization(&client).unwrap();
    // Five minutes before its end less a second.
    clock.sleep(Duration::from_secs(3301));
    get_organization(&client).unwrap();
    get_organization(&client).unwrap();
    assert_eq!(server.targets(), [TOKEN_REQUEST, CALL, CALL, TOKEN_REQUEST, CALL]);
    let tokens: Vec<_> =
        server.received().iter().map(|request| request.header("authorization").map(str::to_owned)).collect();
    let [old, new] = ["Bearer s3cret-1", "Bearer s3cret-2"].map(|token| Some(token.to_owned()));
    assert_eq!(tokens, [None, old.clone(), old, None, new]);
}

#[test]
fn a_new_token_that_lives_no_time_is_still_good_for_the_call_that_fetched_it() {
    let server = Server::new(|request| match request.number {
        1 => Answer::token("s3cret-1", 3600),
        _ if is_token(request) => Answer::token("s3cret-2", 0),
        _ => Answer::json("{}"),
    });
    let (client, clock) = buying(&server);
    get_organization(&client).unwrap();
    clock.sleep(Duration::from_secs(3600));
    get_organization(&client).unwrap();
    assert_eq!(server.targets(), [TOKEN_REQUEST, CALL, TOKEN_REQUEST, CALL]);
    assert_eq!(server.received()[3].header("authorization"), Some("Bearer s3cret-2"));
}

#[test]
fn thirty_two_threads_whose_token_is_refused_renew_it_once() {
    const THREADS: usize = 32;
    let server = Server::new(|request| match request.header("authorization") {
        None => Answer::token(&format!("s3cret-{}", request.number), 3600),
        Some("Bearer s3cret-1") if request.number > 2 => Answer::new(401, &[], ""),
        Some(_) => Answer::json("{}"),
    });
    let (client, _) = buying(&server);
    get_organization(&client).unwrap();
    let start = Barrier::new(THREADS);
    thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| {
                start.wait();
                get_organization(&client).unwrap()
            });
        }
    });
    assert_eq!(server.received().iter().filter(|request| is_token(request)).count(), 2);
}

#[test]
fn a_redirect_of_the_token_endpoint_is_not_followed_with_the_secret() {
    let other = Server::constant(Answer::token("s3cret", 3600));
    let location = format!("Location: {}/oauth2/token", other.origin());
    let server = Server::constant(Answer::new(307, &[&location], ""));
    let (client, _) = buying(&server);
    assert_eq!(
        outcome(get_organization(&client)),
        Err(("getOrganization has no token: the token endpoint answered 307 Temporary Redirect".to_owned(), 0, false))
    );
    assert_eq!((server.targets(), other.connections()), (vec![TOKEN_REQUEST.to_owned()], 0));
}

#[test]
fn thirty_two_threads_that_start_at_once_fetch_one_token_and_list_every_member_once() {
    const THREADS: usize = 32;
    const PAGES: usize = 5;
    const ON_A_PAGE: usize = 20;
    let server = Server::new(|request| {
        if is_token(request) {
            return Answer::token("s3cret", 3600);
        }
        let page: usize = request.target().rsplit_once("next_token=").map_or(0, |(_, page)| page.parse().unwrap());
        let next = (page + 1 < PAGES).then(|| (page + 1).to_string());
        let first = page * ON_A_PAGE;
        Answer::json(page_of_members(first + 1, first + ON_A_PAGE, next.as_deref()))
    });
    let (client, _) = buying(&server);
    let start = Barrier::new(THREADS);
    let lists: Vec<Vec<OrganizationUser>> = thread::scope(|scope| {
        let threads: Vec<_> = (0..THREADS)
            .map(|_| {
                scope.spawn(|| {
                    start.wait();
                    client.items(GetOrganizationUsers::new("org_1")).collect::<Result<Vec<_>, _>>().unwrap()
                })
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    let all: Vec<_> = (1..=PAGES * ON_A_PAGE).map(|number| format!("Member {number}")).collect();
    for list in lists {
        assert_eq!(list.into_iter().filter_map(|member| member.full_name).collect::<Vec<_>>(), all);
    }
    let received = server.received();
    assert_eq!(received.iter().filter(|request| is_token(request)).count(), 1);
    assert_eq!(received.len(), 1 + THREADS * PAGES);
    assert!(server.connections() <= THREADS, "{}", server.connections());
}
