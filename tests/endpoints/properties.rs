use kinde_api::properties::{
    CreateProperty, CreatePropertyResponse, CreatedProperty, DeleteProperty, GetProperties, GetPropertiesResponse,
    Property, PropertyContext, PropertyType, UpdateProperty,
};
use kinde_api::{Paged, PropertyId};

use crate::signatures::{has_values, is_a_text, is_part_of_an_output};
use crate::wire::{RequestCase, assert_answer, output, read, request, some, success};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            GetProperties::new(),
            "GET https://acme.kinde.com/api/v1/properties
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            GetProperties::new()
                .context(PropertyContext::Usr)
                .ending_before("prop_18")
                .starting_after("prop_17")
                .page_size(50),
            "GET https://acme.kinde.com/api/v1/properties
                ?page_size=50
                &starting_after=prop_17
                &ending_before=prop_18
                &context=usr
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            CreateProperty::new("Seats", "seats", PropertyType::SingleLineText, PropertyContext::Org, true, "cat_17"),
            r#"POST https://acme.kinde.com/api/v1/properties
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"name":"Seats",
            "key":"seats",
            "type":"single_line_text",
            "context":"org",
            "is_private":true,
            "category_id":"cat_17"}"#,
        ),
        request(
            CreateProperty::new("Note", "note", PropertyType::MultiLineText, PropertyContext::App, false, "cat_17")
                .description("What to know"),
            r#"POST https://acme.kinde.com/api/v1/properties
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"name":"Note",
            "description":"What to know",
            "key":"note",
            "type":"multi_line_text",
            "context":"app",
            "is_private":false,
            "category_id":"cat_17"}"#,
        ),
        request(
            UpdateProperty::new("prop_17", "Seats", false, "cat_18").description(""),
            r#"PUT https://acme.kinde.com/api/v1/properties/prop_17
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"name":"Seats","description":"","is_private":false,"category_id":"cat_18"}"#,
        ),
        request(
            UpdateProperty::new("prop_17", "Seats", true, "cat_18"),
            r#"PUT https://acme.kinde.com/api/v1/properties/prop_17
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"name":"Seats","is_private":true,"category_id":"cat_18"}"#,
        ),
        request(
            DeleteProperty::new("prop_17"),
            "DELETE https://acme.kinde.com/api/v1/properties/prop_17
            authorization: Bearer a-token
            accept: application/json",
        ),
    ]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![
        assert_answer(
            &GetProperties::new(),
            &output!(GetPropertiesResponse {
                code: some("OK"),
                message: some("Two properties"),
                properties: vec![
                    output!(Property {
                        id: some("prop_17"),
                        key: some("kp_usr_city"),
                        name: some("City"),
                        is_private: Some(false),
                        description: some("Where the user lives"),
                        is_kinde_property: Some(true),
                    }),
                    output!(Property {
                        id: some("prop_18"),
                        key: some("seats"),
                        name: some("Seats"),
                        is_private: Some(true),
                        is_kinde_property: Some(false),
                    }),
                ],
                has_more: Some(true),
            }),
        ),
        assert_answer(
            &CreateProperty::new("Seats", "seats", "single_line_text", "org", true, "cat_17"),
            &output!(CreatePropertyResponse {
                code: some("OK"),
                message: some("Property created"),
                property: Some(output!(CreatedProperty { id: some("prop_17") })),
            }),
        ),
        assert_answer(&UpdateProperty::new("prop_17", "Seats", true, "cat_17"), &success()),
        assert_answer(&DeleteProperty::new("prop_17"), &success()),
    ]
}

#[test]
fn a_page_leads_to_the_one_after_its_last_property() {
    let first = GetProperties::new().context("usr").page_size(2);
    let next = first.clone().starting_after("prop_18");
    for (body, expected) in [
        (r#"{"properties":[{"id":"prop_17"},{"id":"prop_18"}],"has_more":true}"#, Some(next.clone())),
        (r#"{"properties":[{"id":"prop_17"},{"id":"prop_18"}],"has_more":false}"#, None),
        (r#"{"properties":[{"id":"prop_17"},{"id":"prop_18"}]}"#, None),
        (r#"{"properties":[{"id":"prop_17"},{"key":"seats"}],"has_more":true}"#, None),
        (r#"{"properties":[],"has_more":true}"#, None),
    ] {
        assert_eq!(first.next_page(&read(&first, body)), expected, "{body}");
    }
    let same = read(&next, r#"{"properties":[{"id":"prop_18"}],"has_more":true}"#);
    assert_eq!(next.next_page(&same), None);
    let backwards = first.ending_before("prop_19");
    let page = read(&backwards, r#"{"properties":[{"id":"prop_17"},{"id":"prop_18"}],"has_more":true}"#);
    assert_eq!(backwards.next_page(&page), None);
    let ids: Vec<_> = GetProperties::items(page).into_iter().filter_map(|property| property.id).collect();
    assert_eq!(ids, [PropertyId::from("prop_17"), PropertyId::from("prop_18")]);
}

#[test]
fn types_and_contexts_are_those_of_the_reference() {
    is_a_text::<PropertyType>();
    has_values([(PropertyType::SingleLineText, "single_line_text"), (PropertyType::MultiLineText, "multi_line_text")]);
    is_a_text::<PropertyContext>();
    has_values([(PropertyContext::Org, "org"), (PropertyContext::Usr, "usr"), (PropertyContext::App, "app")]);
}

#[test]
fn parts_of_outputs_can_be_made_printed_and_read() {
    is_part_of_an_output::<Property>();
    is_part_of_an_output::<CreatedProperty>();
}

#[test]
fn what_requires_nothing_has_a_default() {
    assert_eq!(GetProperties::default(), GetProperties::new());
}
