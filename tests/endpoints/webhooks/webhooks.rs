use kinde_api::Nullable;
use kinde_api::webhooks::{
    CreateWebHook, CreateWebhookResponse, CreatedWebhook, DeleteWebHook, DeleteWebhookResponse, GetWebHooks,
    GetWebhooksResponse, UpdateWebHook, UpdateWebhookResponse, UpdatedWebhook, Webhook,
};

use crate::signatures::is_part_of_an_output;
use crate::wire::{RequestCase, assert_answer, output, request, some};

const ENDPOINT: &str = "https://app.example.com/kinde";

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            GetWebHooks::new(),
            "GET https://acme.kinde.com/api/v1/webhooks
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            CreateWebHook::new(ENDPOINT, ["user.created", "user.deleted"], "Users"),
            r#"POST https://acme.kinde.com/api/v1/webhooks
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"endpoint":"https://app.example.com/kinde",
            "event_types":["user.created","user.deleted"],
            "name":"Users"}"#,
        ),
        request(
            CreateWebHook::new(ENDPOINT, [""; 0], "Nothing").description("To be filled"),
            r#"POST https://acme.kinde.com/api/v1/webhooks
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"endpoint":"https://app.example.com/kinde",
            "event_types":[],
            "name":"Nothing",
            "description":"To be filled"}"#,
        ),
        request(
            UpdateWebHook::new("webhook_17"),
            "PATCH https://acme.kinde.com/api/v1/webhooks/webhook_17
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {}",
        ),
        request(
            UpdateWebHook::new("webhook_17").description(None).name("Users").event_types(["user.created"]),
            r#"PATCH https://acme.kinde.com/api/v1/webhooks/webhook_17
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"event_types":["user.created"],"name":"Users","description":null}"#,
        ),
        request(
            UpdateWebHook::new("webhook_17").description("Who comes").event_types([""; 0]),
            r#"PATCH https://acme.kinde.com/api/v1/webhooks/webhook_17
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"event_types":[],"description":"Who comes"}"#,
        ),
        request(
            DeleteWebHook::new("webhook_17"),
            "DELETE https://acme.kinde.com/api/v1/webhooks/webhook_17
            authorization: Bearer a-token
            accept: application/json",
        ),
    ]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![
        assert_answer(
            &GetWebHooks::new(),
            &output!(GetWebhooksResponse {
                code: some("OK"),
                message: some("Two webhooks"),
                webhooks: vec![
                    output!(Webhook {
                        id: some("webhook_17"),
                        name: some("Users"),
                        endpoint: some(ENDPOINT),
                        description: some("Who comes and goes"),
                        event_types: vec!["user.created".to_owned(), "user.deleted".to_owned()],
                        created_on: some("2026-01-02T03:04:05+11"),
                    }),
                    output!(Webhook {
                        id: some("webhook_18"),
                        name: some("Nothing"),
                        endpoint: some("https://app.example.com/nothing"),
                        created_on: some("2026-01-02T03:04:06+11"),
                    }),
                ],
            }),
        ),
        assert_answer(
            &CreateWebHook::new(ENDPOINT, ["user.created"], "Users"),
            &output!(CreateWebhookResponse {
                code: some("OK"),
                message: some("Webhook created"),
                webhook: Some(output!(CreatedWebhook { id: some("webhook_17"), endpoint: some(ENDPOINT) })),
            }),
        ),
        assert_answer(
            &UpdateWebHook::new("webhook_17"),
            &output!(UpdateWebhookResponse {
                code: some("OK"),
                message: some("Webhook updated"),
                webhook: Some(output!(UpdatedWebhook { id: some("webhook_17") })),
            }),
        ),
        assert_answer(
            &DeleteWebHook::new("webhook_17"),
            &output!(DeleteWebhookResponse { code: some("OK"), message: some("Webhook deleted") }),
        ),
    ]
}

#[test]
fn event_types_are_anything_that_gives_texts() {
    let texts = vec!["user.created".to_owned()];
    let expected = CreateWebHook::new(ENDPOINT, ["user.created"], "Users");
    assert_eq!(expected.event_types, texts);
    assert_eq!(CreateWebHook::new(ENDPOINT, &texts, "Users"), expected);
    assert_eq!(CreateWebHook::new(String::from(ENDPOINT), texts.iter().map(String::as_str), "Users"), expected);
    assert_eq!(CreateWebHook::new(ENDPOINT, texts.clone(), "Users"), expected);
    let update = UpdateWebHook::new("webhook_17");
    assert_eq!(update.clone().event_types(&texts), update.event_types(["user.created"]));
}

#[test]
fn a_description_is_a_text_or_none_or_not_sent() {
    let description = |update: UpdateWebHook| update.description;
    let update = UpdateWebHook::new("webhook_17");
    assert_eq!(description(update.clone()), Nullable::Absent);
    assert_eq!(description(update.clone().description(None)), Nullable::Null);
    assert_eq!(description(update.description("Users")), Nullable::Value("Users".to_owned()));
}

#[test]
fn parts_of_outputs_can_be_made_printed_and_read() {
    is_part_of_an_output::<Webhook>();
    is_part_of_an_output::<CreatedWebhook>();
    is_part_of_an_output::<UpdatedWebhook>();
}

#[test]
fn what_requires_nothing_has_a_default() {
    assert_eq!(GetWebHooks::default(), GetWebHooks::new());
}
