use kinde_api::organizations::{
    BillingAgreement, Color, ColorScheme, CreateOrganization, CreateOrganizationResponse, CreatedOrganization,
    DeleteOrganization, DeleteOrganizationHandle, GetOrganization, GetOrganizationResponse, GetOrganizations,
    GetOrganizationsResponse, OrganizationBilling, OrganizationExpand, OrganizationItem, Sort, ThemeCode,
    UpdateOrganization,
};
use kinde_api::{Endpoint, Nullable};
use serde_json::json;

use crate::wire::{RequestCase, api, assert_answer, output, read, request, response, some, success};

pub(crate) fn requests() -> Vec<RequestCase> {
    [reads(), creates(), updates(), deletes()].into_iter().flatten().collect()
}

fn reads() -> Vec<RequestCase> {
    vec![
        request(
            GetOrganizations::new(),
            "GET https://acme.kinde.com/api/v1/organizations
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            GetOrganizations::new().next_token("Mjo6Om5hbWVfYXNj").page_size(u32::MAX).sort(Sort::EmailDesc),
            "GET https://acme.kinde.com/api/v1/organizations
                ?sort=email_desc
                &page_size=4294967295
                &next_token=Mjo6Om5hbWVfYXNj
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            GetOrganization::default(),
            "GET https://acme.kinde.com/api/v1/organization
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            GetOrganization::new("org_17"),
            "GET https://acme.kinde.com/api/v1/organization
                ?code=org_17
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            GetOrganization::new("org_17").expand(OrganizationExpand::Billing),
            "GET https://acme.kinde.com/api/v1/organization
                ?code=org_17
                &expand=billing
            authorization: Bearer a-token
            accept: application/json",
        ),
    ]
}

fn creates() -> Vec<RequestCase> {
    #[expect(deprecated, reason = "what is deprecated can still be sent")]
    let fullest = CreateOrganization::new("Acme Öl & Söhne")
        .feature_flags([("theme", json!("dark")), ("limit", json!(17)), ("is_dark", json!(true))])
        .external_id("customer-17")
        .background_color("#000001")
        .button_color("#000002")
        .button_text_color("#000003")
        .link_color("#000004")
        .background_color_dark("#000005")
        .button_color_dark("#000006")
        .button_text_color_dark("#000007")
        .link_color_dark("#000008")
        .theme_code(ThemeCode::UserPreference)
        .handle("acme_corp")
        .is_allow_registrations(true)
        .is_auto_membership_enabled(false)
        .sender_name("Acme")
        .sender_email(None)
        .is_create_billing_customer(true)
        .billing_email("billing@example.com")
        .billing_plan_code("pro");
    vec![
        request(
            CreateOrganization::new("Acme"),
            r#"POST https://acme.kinde.com/api/v1/organization
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"name":"Acme"}"#,
        ),
        request(
            fullest,
            r##"POST https://acme.kinde.com/api/v1/organization
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"name":"Acme Öl & Söhne",
            "feature_flags":{"is_dark":true,"limit":17,"theme":"dark"},
            "external_id":"customer-17",
            "background_color":"#000001",
            "button_color":"#000002",
            "button_text_color":"#000003",
            "link_color":"#000004",
            "background_color_dark":"#000005",
            "button_color_dark":"#000006",
            "button_text_color_dark":"#000007",
            "link_color_dark":"#000008",
            "theme_code":"user_preference",
            "handle":"acme_corp",
            "is_allow_registrations":true,
            "is_auto_membership_enabled":false,
            "sender_name":"Acme",
            "sender_email":null,
            "is_create_billing_customer":true,
            "billing_email":"billing@example.com",
            "billing_plan_code":"pro"}"##,
        ),
    ]
}

fn updates() -> Vec<RequestCase> {
    #[expect(deprecated, reason = "what is deprecated can still be sent")]
    let fullest = UpdateOrganization::new("org_17")
        .expand(OrganizationExpand::Billing)
        .name("Acme")
        .external_id("customer-17")
        .background_color("#000001")
        .button_color("#000002")
        .button_text_color("#000003")
        .link_color("#000004")
        .background_color_dark("#000005")
        .button_color_dark("#000006")
        .button_text_color_dark("#000007")
        .link_color_dark("#000008")
        .theme_code(ThemeCode::Dark)
        .handle("acme_corp")
        .is_allow_registrations(false)
        .is_auto_membership_enabled(true)
        .is_auto_join_domain_list(true)
        .allowed_domains(["example.com", "example.org"])
        .is_enable_advanced_orgs(false)
        .is_enforce_mfa(true)
        .sender_name(None)
        .sender_email("sender@example.com")
        .is_suspended(true);
    vec![
        request(
            UpdateOrganization::new("org_17"),
            "PATCH https://acme.kinde.com/api/v1/organization/org_17
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {}",
        ),
        request(
            UpdateOrganization::new("org_17").allowed_domains([] as [&str; 0]).sender_name(Nullable::Absent),
            r#"PATCH https://acme.kinde.com/api/v1/organization/org_17
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"allowed_domains":[]}"#,
        ),
        request(
            fullest,
            r##"PATCH https://acme.kinde.com/api/v1/organization/org_17
                ?expand=billing
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"name":"Acme",
            "external_id":"customer-17",
            "background_color":"#000001",
            "button_color":"#000002",
            "button_text_color":"#000003",
            "link_color":"#000004",
            "background_color_dark":"#000005",
            "button_color_dark":"#000006",
            "button_text_color_dark":"#000007",
            "link_color_dark":"#000008",
            "theme_code":"dark",
            "handle":"acme_corp",
            "is_allow_registrations":false,
            "is_auto_membership_enabled":true,
            "is_auto_join_domain_list":true,
            "allowed_domains":["example.com","example.org"],
            "is_enable_advanced_orgs":false,
            "is_enforce_mfa":true,
            "sender_name":null,
            "sender_email":"sender@example.com",
            "is_suspended":true}"##,
        ),
    ]
}

fn deletes() -> Vec<RequestCase> {
    vec![
        request(
            DeleteOrganization::new("org_17"),
            "DELETE https://acme.kinde.com/api/v1/organization/org_17
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            DeleteOrganizationHandle::new("org_17"),
            "DELETE https://acme.kinde.com/api/v1/organization/org_17/handle
            authorization: Bearer a-token
            accept: application/json",
        ),
    ]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![
        answer_of_get_organizations(),
        answer_of_get_organization(),
        assert_answer(
            &CreateOrganization::new("Acme"),
            &output!(CreateOrganizationResponse {
                code: some("OK"),
                message: some("The organization was created"),
                organization: Some(output!(CreatedOrganization {
                    code: some("org_17"),
                    billing_customer_id: some("customer_17"),
                })),
            }),
        ),
        assert_answer(&UpdateOrganization::new("org_17"), &success()),
        assert_answer(&DeleteOrganization::new("org_17"), &success()),
        assert_answer(&DeleteOrganizationHandle::new("org_17"), &success()),
    ]
}

fn answer_of_get_organizations() -> &'static str {
    assert_answer(
        &GetOrganizations::new(),
        &output!(GetOrganizationsResponse {
            code: some("OK"),
            message: some("Two organizations"),
            organizations: vec![
                output!(OrganizationItem {
                    code: some("org_17"),
                    name: some("Acme"),
                    handle: some("acme_corp"),
                    is_default: Some(true),
                    external_id: some("customer-17"),
                    is_auto_membership_enabled: Some(true),
                }),
                output!(OrganizationItem {
                    code: some("org_18"),
                    name: some("Acme 18"),
                    is_default: Some(false),
                    is_auto_membership_enabled: Some(false),
                }),
            ],
            next_token: some("Mjo6Om5hbWVfYXNj"),
        }),
    )
}

fn answer_of_get_organization() -> &'static str {
    assert_answer(
        &GetOrganization::new("org_17"),
        &output!(GetOrganizationResponse {
            code: some("org_17"),
            name: some("Acme Öl & Söhne"),
            handle: some("acme_corp"),
            is_default: Some(false),
            external_id: some("customer-17"),
            is_auto_membership_enabled: Some(true),
            logo: some("/logo?p_org_code=org_17"),
            logo_dark: some("/logo_dark?p_org_code=org_17"),
            favicon_svg: some("/favicon_svg?p_org_code=org_17"),
            favicon_fallback: some("/favicon_fallback?p_org_code=org_17"),
            allowed_domains: vec!["example.com".to_owned(), "https://example.org".to_owned()],
            link_color: Some(color("rgb(0, 0, 1)", "#000001", "hsl(1, 1%, 1%)")),
            background_color: Some(color("#000002", "#000002", "hsl(2, 2%, 2%)")),
            button_color: Some(color("#000003", "#000003", "hsl(3, 3%, 3%)")),
            button_text_color: Some(color("#000004", "#000004", "hsl(4, 4%, 4%)")),
            link_color_dark: Some(color("#000005", "#000005", "hsl(5, 5%, 5%)")),
            background_color_dark: Some(color("#000006", "#000006", "hsl(6, 6%, 6%)")),
            button_text_color_dark: Some(color("#000007", "#000007", "hsl(7, 7%, 7%)")),
            button_color_dark: Some(color("#000008", "#000008", "hsl(8, 8%, 8%)")),
            button_border_radius: some("8"),
            card_border_radius: some("16"),
            input_border_radius: some("4px"),
            theme_code: Some(ThemeCode::UserPreference),
            color_scheme: Some(ColorScheme::LightDark),
            created_on: some("2026-01-02T03:04:05+11"),
            is_allow_registrations: Some(true),
            sender_name: some("Acme"),
            sender_email: some("sender@example.com"),
            is_suspended: Some(true),
            suspended_on: some("2026-02-03T04:05:06.12345+11:00"),
            billing: Some(output!(OrganizationBilling {
                billing_customer_id: some("customer_17"),
                agreements: vec![
                    output!(BillingAgreement { plan_code: some("pro"), agreement_id: some("agreement_17") }),
                    output!(BillingAgreement { plan_code: some("extra"), agreement_id: some("agreement_18") }),
                ],
            })),
        }),
    )
}

fn color(raw: &str, hex: &str, hsl: &str) -> Color {
    output!(Color { raw: some(raw), hex: some(hex), hsl: some(hsl) })
}

#[test]
fn an_empty_code_is_refused() {
    for endpoint in [GetOrganization::new(""), GetOrganization::default().code("").expand("billing")] {
        let error = endpoint.request(&api()).unwrap_err();
        assert_eq!(error.to_string(), "the query parameter `code` is empty");
    }
}

#[test]
fn a_border_radius_is_a_text_whatever_it_was() {
    for (json, text) in [
        ("8", some("8")),
        ("0", some("0")),
        ("-8", some("-8")),
        ("1.5", some("1.5")),
        (r#""8""#, some("8")),
        (r#""50%""#, some("50%")),
        (r#""""#, some("")),
        ("null", None),
    ] {
        let body =
            format!(r#"{{"button_border_radius":{json},"card_border_radius":{json},"input_border_radius":{json}}}"#);
        let expected: GetOrganizationResponse = output!(GetOrganizationResponse {
            button_border_radius: text.clone(),
            card_border_radius: text.clone(),
            input_border_radius: text,
        });
        assert_eq!(read(&GetOrganization::new("org_17"), body), expected, "{json}");
    }
    for json in ["true", "[]", "{}"] {
        let body = format!(r#"{{"card_border_radius":{json}}}"#);
        assert!(GetOrganization::new("org_17").response(&response(200, body)).unwrap_err().is_decode(), "{json}");
    }
}

#[test]
fn unknown_themes_and_schemes_are_kept() {
    assert_eq!(
        read(&GetOrganization::new("org_17"), r#"{"theme_code":"sepia","color_scheme":"dark light"}"#),
        output!(GetOrganizationResponse {
            theme_code: Some(ThemeCode::Unknown("sepia".to_owned())),
            color_scheme: Some(ColorScheme::Unknown("dark light".to_owned())),
        })
    );
}

#[test]
fn lists_are_empty_where_they_are_null_and_have_no_nulls() {
    let body = r#"{"allowed_domains":[null,"example.com"],"billing":{"agreements":[null,{"plan_code":"pro"}]}}"#;
    assert_eq!(
        read(&GetOrganization::new("org_17"), body),
        output!(GetOrganizationResponse {
            allowed_domains: vec!["example.com".to_owned()],
            billing: Some(output!(OrganizationBilling {
                agreements: vec![output!(BillingAgreement { plan_code: some("pro") })],
            })),
        })
    );
    assert_eq!(
        read(&GetOrganization::new("org_17"), r#"{"allowed_domains":null,"billing":{"agreements":null}}"#),
        output!(GetOrganizationResponse { billing: Some(output!(OrganizationBilling {})) })
    );
}
