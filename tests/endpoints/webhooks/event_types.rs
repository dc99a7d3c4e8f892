use kinde_api::webhooks::{EventType, GetEventTypes, GetEventTypesResponse};
use serde_json::json;

use crate::signatures::is_part_of_an_output;
use crate::wire::{RequestCase, assert_answer, output, request, some};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![request(
        GetEventTypes::new(),
        "GET https://acme.kinde.com/api/v1/event_types
            authorization: Bearer a-token
            accept: application/json",
    )]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![assert_answer(
        &GetEventTypes::new(),
        &output!(GetEventTypesResponse {
            code: some("OK"),
            message: some("Two types"),
            event_types: vec![
                output!(EventType {
                    id: some("et_17"),
                    code: some("user.created"),
                    name: some("User created"),
                    origin: some("kinde"),
                    schema: Some(json!({"type": "object", "required": ["user"]})),
                }),
                output!(EventType {
                    id: some("et_18"),
                    code: some("user.deleted"),
                    name: some("User deleted"),
                    origin: some("kinde"),
                }),
            ],
        }),
    )]
}

#[test]
fn parts_of_outputs_can_be_made_printed_and_read() {
    is_part_of_an_output::<EventType>();
}

#[test]
fn what_requires_nothing_has_a_default() {
    assert_eq!(GetEventTypes::default(), GetEventTypes::new());
}
