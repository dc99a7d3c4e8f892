use kinde_api::environment_variables::{
    CreateEnvironmentVariable, CreateEnvironmentVariableResponse, CreatedEnvironmentVariable,
    DeleteEnvironmentVariable, DeleteEnvironmentVariableResponse, EnvironmentVariable, GetEnvironmentVariable,
    GetEnvironmentVariableResponse, GetEnvironmentVariables, GetEnvironmentVariablesResponse,
    UpdateEnvironmentVariable, UpdateEnvironmentVariableResponse,
};
use kinde_api::{Endpoint, Secret, to_curl};

use crate::signatures::is_part_of_an_output;
use crate::wire::{RequestCase, api, assert_answer, output, request, some};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            GetEnvironmentVariables::new(),
            "GET https://acme.kinde.com/api/v1/environment_variables
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            GetEnvironmentVariable::new("env_var_17"),
            "GET https://acme.kinde.com/api/v1/environment_variables/env_var_17
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            CreateEnvironmentVariable::new("MAIL_HOST", "mail.example.com"),
            r#"POST https://acme.kinde.com/api/v1/environment_variables
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"key":"MAIL_HOST","value":"mail.example.com"}"#,
        ),
        request(
            CreateEnvironmentVariable::new("MAIL_KEY", "s3cret").is_secret(true),
            r#"POST https://acme.kinde.com/api/v1/environment_variables
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"key":"MAIL_KEY","value":"s3cret","is_secret":true}"#,
        ),
        request(
            UpdateEnvironmentVariable::new("env_var_17"),
            "PATCH https://acme.kinde.com/api/v1/environment_variables/env_var_17
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {}",
        ),
        request(
            UpdateEnvironmentVariable::new("env_var_17").is_secret(false).value("n3w").key("MAIL_KEY"),
            r#"PATCH https://acme.kinde.com/api/v1/environment_variables/env_var_17
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"key":"MAIL_KEY","value":"n3w","is_secret":false}"#,
        ),
        request(
            DeleteEnvironmentVariable::new("env_var_17"),
            "DELETE https://acme.kinde.com/api/v1/environment_variables/env_var_17
            authorization: Bearer a-token
            accept: application/json",
        ),
    ]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![
        assert_answer(
            &GetEnvironmentVariables::new(),
            &output!(GetEnvironmentVariablesResponse {
                code: some("OK"),
                message: some("Two variables"),
                has_more: Some(false),
                environment_variables: vec![
                    mail_host(),
                    output!(EnvironmentVariable {
                        id: some("env_var_18"),
                        key: some("MAIL_KEY"),
                        value: None,
                        is_secret: Some(true),
                        created_on: some("2026-01-02T03:04:06Z"),
                    }),
                ],
            }),
        ),
        assert_answer(
            &GetEnvironmentVariable::new("env_var_17"),
            &output!(GetEnvironmentVariableResponse {
                code: some("OK"),
                message: some("The variable"),
                environment_variable: Some(mail_host()),
            }),
        ),
        assert_answer(
            &CreateEnvironmentVariable::new("MAIL_HOST", "mail.example.com"),
            &output!(CreateEnvironmentVariableResponse {
                code: some("VARIABLE_CREATED"),
                message: some("Environment variable created"),
                environment_variable: Some(output!(CreatedEnvironmentVariable { id: some("env_var_17") })),
            }),
        ),
        assert_answer(
            &UpdateEnvironmentVariable::new("env_var_17"),
            &output!(UpdateEnvironmentVariableResponse {
                code: some("ENVIRONMENT_VARIABLE_UPDATED"),
                message: some("Environment variable updated"),
            }),
        ),
        assert_answer(
            &DeleteEnvironmentVariable::new("env_var_17"),
            &output!(DeleteEnvironmentVariableResponse {
                code: some("ENVIRONMENT_VARIABLE_DELETED"),
                message: some("Environment variable deleted"),
            }),
        ),
    ]
}

fn mail_host() -> EnvironmentVariable {
    output!(EnvironmentVariable {
        id: some("env_var_17"),
        key: some("MAIL_HOST"),
        value: some("mail.example.com"),
        is_secret: Some(false),
        created_on: some("2026-01-02T03:04:05Z"),
    })
}

#[test]
fn a_value_is_shown_by_nothing_but_expose() {
    let create = CreateEnvironmentVariable::new("MAIL_KEY", "s3cret");
    let update = UpdateEnvironmentVariable::new("env_var_17").value("s3cret");
    let read = output!(EnvironmentVariable { value: some("s3cret") });
    for shown in [
        format!("{create:?} {update:?} {read:?}"),
        to_curl(&create.request(&api()).unwrap()),
        to_curl(&update.request(&api()).unwrap()),
    ] {
        assert!(!shown.contains("s3cret"), "{shown}");
    }
    assert_eq!(read.value.as_ref().map(Secret::expose), Some("s3cret"));
}

#[test]
fn a_value_is_given_as_any_text_or_as_what_was_read() {
    let (owned, secret) = (String::from("s3cret"), Secret::from("s3cret"));
    let expected = CreateEnvironmentVariable::new("MAIL_KEY", "s3cret");
    assert_eq!(CreateEnvironmentVariable::new(String::from("MAIL_KEY"), &secret), expected);
    assert_eq!(CreateEnvironmentVariable::new("MAIL_KEY", secret), expected);
    assert_eq!(CreateEnvironmentVariable::new("MAIL_KEY", &owned), expected);
    assert_eq!(CreateEnvironmentVariable::new("MAIL_KEY", owned), expected);
}

#[test]
fn parts_of_outputs_can_be_made_printed_and_read() {
    is_part_of_an_output::<EnvironmentVariable>();
    is_part_of_an_output::<CreatedEnvironmentVariable>();
}

#[test]
fn what_requires_nothing_has_a_default() {
    assert_eq!(GetEnvironmentVariables::default(), GetEnvironmentVariables::new());
}
