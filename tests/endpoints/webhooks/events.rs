use kinde_api::webhooks::{Event, GetEvent, GetEventResponse};
use serde_json::json;

use crate::signatures::is_part_of_an_output;
use crate::wire::{RequestCase, assert_answer, output, read, request, some};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![request(
        GetEvent::new("event_17"),
        "GET https://acme.kinde.com/api/v1/events/event_17
            authorization: Bearer a-token
            accept: application/json",
    )]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![assert_answer(
        &GetEvent::new("event_17"),
        &output!(GetEventResponse {
            code: some("OK"),
            message: some("The event"),
            event: Some(output!(Event {
                r#type: some("user.created"),
                source: some("user"),
                event_id: some("event_17"),
                timestamp: some("1767268800"),
                data: Some(json!({
                    "user": {"id": "kp_17", "email": "member17@example.com", "organizations": ["org_17"]},
                })),
            })),
        }),
    )]
}

#[test]
fn a_time_is_a_number_of_seconds_or_of_milliseconds_or_a_text() {
    for time in ["1767268800", "1767268800000", r#""2026-01-01T12:00:00Z""#, r#""2026-01-01T12:00:00.000+0000""#] {
        let body = format!(r#"{{"event":{{"timestamp":{time}}}}}"#);
        let event = read(&GetEvent::new("event_17"), body).event.unwrap();
        assert_eq!(event.timestamp.and_then(|time| time.unix_seconds()), Some(1_767_268_800), "{time}");
    }
}

#[test]
fn data_is_whatever_kinde_sends() {
    for data in [json!({}), json!([1, null]), json!("a text"), json!({"user": {"id": null}})] {
        let body = json!({"event": {"data": data}}).to_string();
        assert_eq!(read(&GetEvent::new("event_17"), body).event.unwrap().data, Some(data));
    }
}

#[test]
fn parts_of_outputs_can_be_made_printed_and_read() {
    is_part_of_an_output::<Event>();
}
