use kinde_api::Paged;
use kinde_api::subscribers::{
    CreateSubscriber, CreateSubscriberSuccessResponse, CreatedSubscriber, GetSubscriber, GetSubscriberResponse,
    GetSubscribers, GetSubscribersResponse, Subscriber, SubscriberItem, SubscriberSort,
};

use crate::signatures::{has_values, is_a_text, is_part_of_an_output};
use crate::wire::{RequestCase, assert_answer, output, read, request, some};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            GetSubscribers::new(),
            "GET https://acme.kinde.com/api/v1/subscribers
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            GetSubscribers::new().next_token("Mjo6OmlkX2FzYw==").page_size(50).sort(SubscriberSort::EmailDesc),
            "GET https://acme.kinde.com/api/v1/subscribers
                ?sort=email_desc
                &page_size=50
                &next_token=Mjo6OmlkX2FzYw%3D%3D
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            GetSubscriber::new("subscriber_17"),
            "GET https://acme.kinde.com/api/v1/subscribers/subscriber_17
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            CreateSubscriber::new("Reader & Writer", "17", "reader17@example.com"),
            "POST https://acme.kinde.com/api/v1/subscribers
                ?first_name=Reader%20%26%20Writer
                &last_name=17
                &email=reader17%40example.com
            authorization: Bearer a-token
            accept: application/json",
        ),
    ]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![
        assert_answer(
            &GetSubscribers::new(),
            &output!(GetSubscribersResponse {
                code: some("OK"),
                message: some("Two subscribers"),
                subscribers: vec![
                    output!(SubscriberItem {
                        id: some("subscriber_17"),
                        email: some("reader17@example.com"),
                        full_name: some("Reader 17"),
                        first_name: some("Reader"),
                        last_name: some("17"),
                    }),
                    output!(SubscriberItem { id: some("subscriber_18"), email: some("reader18@example.com") }),
                ],
                next_token: some("Mjo6OmlkX2FzYw=="),
            }),
        ),
        assert_answer(
            &GetSubscriber::new("subscriber_17"),
            &output!(GetSubscriberResponse {
                code: some("OK"),
                message: some("One subscriber"),
                subscribers: vec![output!(Subscriber {
                    id: some("subscriber_17"),
                    preferred_email: some("reader17@example.com"),
                    first_name: some("Reader"),
                    last_name: some("17"),
                })],
            }),
        ),
        assert_answer(
            &CreateSubscriber::new("Reader", "17", "reader17@example.com"),
            &output!(CreateSubscriberSuccessResponse {
                subscriber: Some(output!(CreatedSubscriber { subscriber_id: some("subscriber_17") })),
            }),
        ),
    ]
}

#[test]
fn the_next_page_has_the_token_and_the_same_order() {
    let subscribers = GetSubscribers::new().sort("name_asc").page_size(1);
    let page = read(&subscribers, r#"{"subscribers":[{"id":"subscriber_17"}],"next_token":"a"}"#);
    let next = subscribers.next_page(&page).unwrap();
    assert_eq!(next, GetSubscribers::new().sort("name_asc").page_size(1).next_token("a"));
    assert_eq!(next.next_page(&page), None);
    assert_eq!(GetSubscribers::items(page), [output!(SubscriberItem { id: some("subscriber_17") })]);
}

#[test]
fn types_are_texts_and_parts_like_all_others() {
    is_a_text::<SubscriberSort>();
    has_values([
        (SubscriberSort::NameAsc, "name_asc"),
        (SubscriberSort::NameDesc, "name_desc"),
        (SubscriberSort::EmailAsc, "email_asc"),
        (SubscriberSort::EmailDesc, "email_desc"),
    ]);
    is_part_of_an_output::<SubscriberItem>();
    is_part_of_an_output::<Subscriber>();
    is_part_of_an_output::<CreatedSubscriber>();
}
