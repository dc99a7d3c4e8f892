use kinde_api::SubscriberId;
use kinde_api::subscribers::{CreateSubscriber, GetSubscriber, GetSubscribers, SubscriberSort};
use serde_json::json;

use crate::world::{World, refused};

fn created(world: &World, first_name: &str, last_name: &str, email: &str) -> SubscriberId {
    let create = CreateSubscriber::new(first_name, last_name, email);
    world.send(&create).unwrap().subscriber.and_then(|subscriber| subscriber.subscriber_id).unwrap()
}

fn emails(world: &World, list: &GetSubscribers) -> Vec<String> {
    world.send(list).unwrap().subscribers.into_iter().filter_map(|subscriber| subscriber.email).collect()
}

#[test]
fn creates_and_reads() {
    let world = World::new();
    let none = json!({"code": "OK", "message": "Success", "subscribers": []});
    assert_eq!(world.answer(&GetSubscribers::new()), (200, none));

    let (status, body) = world.answer(&CreateSubscriber::new("Reader", "One", "reader1@example.com"));
    let id = body["subscriber"]["subscriber_id"].as_str().unwrap().to_owned();
    assert_eq!((status, &body), (201, &json!({"subscriber": {"subscriber_id": id}})));

    let item = json!({
        "id": id,
        "email": "reader1@example.com",
        "full_name": "Reader One",
        "first_name": "Reader",
        "last_name": "One",
    });
    let all = json!({"code": "OK", "message": "Success", "subscribers": [item]});
    assert_eq!(world.answer(&GetSubscribers::new()), (200, all));
    let one = json!({"id": id, "preferred_email": "reader1@example.com", "first_name": "Reader", "last_name": "One"});
    let one = json!({"code": "OK", "message": "Success", "subscribers": [one]});
    assert_eq!(world.answer(&GetSubscriber::new(&id)), (200, one));
}

#[test]
fn names_may_be_empty() {
    let world = World::new();
    let id = created(&world, "", "", "reader1@example.com");
    let one = json!({"id": id, "preferred_email": "reader1@example.com", "first_name": null, "last_name": null});
    let one = json!({"code": "OK", "message": "Success", "subscribers": [one]});
    assert_eq!(world.answer(&GetSubscriber::new(&id)), (200, one));
}

#[test]
fn sorts_and_pages() {
    let world = World::new();
    for (name, email) in [("beta", "3@example.com"), ("Alpha", "1@example.com"), ("Gamma", "2@example.com")] {
        created(&world, name, "", email);
    }
    let list = GetSubscribers::new();
    for (list, expected) in [
        (list.clone(), ["3", "1", "2"]),
        (list.clone().sort(SubscriberSort::NameAsc), ["1", "3", "2"]),
        (list.clone().sort(SubscriberSort::NameDesc), ["2", "3", "1"]),
        (list.clone().sort(SubscriberSort::EmailAsc), ["1", "2", "3"]),
        (list.clone().sort(SubscriberSort::EmailDesc), ["3", "2", "1"]),
    ] {
        assert_eq!(emails(&world, &list), expected.map(|number| format!("{number}@example.com")), "{list:?}");
    }
    let first = world.send(&list.clone().sort(SubscriberSort::EmailAsc).page_size(2)).unwrap();
    let token = first.next_token.unwrap();
    assert_eq!(emails(&world, &list.clone().page_size(2).next_token(&token)), ["3@example.com"]);
    let other_sort = list.clone().sort(SubscriberSort::NameAsc).next_token(&token);
    assert_eq!(world.refusal(&other_sort), refused(400, "NEXT_TOKEN_INVALID"));
    assert_eq!(world.refusal(&list.clone().sort("id_asc")), refused(400, "BAD_REQUEST"));
    assert_eq!(world.refusal(&list.page_size(0)), refused(400, "BAD_REQUEST"));
}

#[test]
fn refuses_what_makes_no_subscriber() {
    let world = World::new();
    assert_eq!(world.refusal(&CreateSubscriber::new("Reader", "One", "")), refused(400, "BAD_REQUEST"));
    for name in ["first_name", "last_name", "email"] {
        let create = CreateSubscriber::new("Reader", "One", "reader1@example.com");
        let (status, answer) = world.changed(&create, |request| {
            *request.uri_mut() = request.uri().to_string().replace(name, "other").parse().unwrap();
        });
        assert_eq!((status, &answer["errors"][0]["code"]), (400, &json!("BAD_REQUEST")), "{name}");
    }
    assert!(emails(&world, &GetSubscribers::new()).is_empty());
    assert_eq!(world.refusal(&GetSubscriber::new("subscriber_0")), refused(400, "SUBSCRIBER_INVALID"));
}
