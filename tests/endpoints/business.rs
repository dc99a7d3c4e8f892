use kinde_api::business::{Business, GetBusiness, GetBusinessResponse, UpdateBusiness};
use kinde_api::{Endpoint, Nullable};

use crate::signatures::is_part_of_an_output;
use crate::wire::{RequestCase, api, assert_answer, output, request, some, success};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            GetBusiness::new(),
            "GET https://acme.kinde.com/api/v1/business
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            UpdateBusiness::new(),
            "PATCH https://acme.kinde.com/api/v1/business
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {}",
        ),
        request(
            UpdateBusiness::new()
                .timezone_key("london_greenwich_mean_time")
                .terms_url("https://example.com/terms")
                .privacy_url("https://example.com/privacy")
                .phone("555-555-5555")
                .kinde_perk_code("a-perk")
                .is_show_kinde_branding(false)
                .is_click_wrap(true)
                .industry_key("construction")
                .email("business@example.com")
                .business_name("Acme"),
            r#"PATCH https://acme.kinde.com/api/v1/business
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"business_name":"Acme",
            "email":"business@example.com",
            "industry_key":"construction",
            "is_click_wrap":true,
            "is_show_kinde_branding":false,
            "kinde_perk_code":"a-perk",
            "phone":"555-555-5555",
            "privacy_url":"https://example.com/privacy",
            "terms_url":"https://example.com/terms",
            "timezone_key":"london_greenwich_mean_time"}"#,
        ),
        request(
            UpdateBusiness::new().phone(None).is_click_wrap(None),
            r#"PATCH https://acme.kinde.com/api/v1/business
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"is_click_wrap":null,"phone":null}"#,
        ),
    ]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![
        assert_answer(
            &GetBusiness::new(),
            &output!(GetBusinessResponse {
                code: some("OK"),
                message: some("The business"),
                business: Some(output!(Business {
                    code: some("bus_17"),
                    name: some("Acme"),
                    phone: some("555-555-5555"),
                    email: some("business@example.com"),
                    industry: some("Construction"),
                    timezone: some("London (Greenwich Mean Time)"),
                    privacy_url: some("https://example.com/privacy"),
                    terms_url: some("https://example.com/terms"),
                    has_clickwrap: Some(true),
                    has_kinde_branding: Some(false),
                    created_on: some("2026-01-02T03:04:05+11"),
                })),
            }),
        ),
        assert_answer(&UpdateBusiness::new(), &success()),
    ]
}

#[test]
fn a_flag_is_set_by_a_bool_or_a_null_or_not_at_all() {
    let flag = |update: UpdateBusiness| update.is_click_wrap;
    assert_eq!(flag(UpdateBusiness::new().is_click_wrap(true)), Nullable::Value(true));
    assert_eq!(flag(UpdateBusiness::new().is_click_wrap(Some(false))), Nullable::Value(false));
    assert_eq!(flag(UpdateBusiness::new().is_click_wrap(None)), Nullable::Null);
    let unset = UpdateBusiness::new().is_click_wrap(true).is_click_wrap(Nullable::Absent);
    assert_eq!(unset.request(&api()).unwrap().body(), b"{}");
}

#[test]
fn a_business_is_a_part_like_all_others() {
    is_part_of_an_output::<Business>();
}
