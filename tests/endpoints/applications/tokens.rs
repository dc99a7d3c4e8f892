use kinde_api::applications::UpdateApplicationTokens;

use crate::wire::{RequestCase, assert_answer, request, success};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            UpdateApplicationTokens::new("app_17"),
            "PATCH https://acme.kinde.com/api/v1/applications/app_17/tokens
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {}",
        ),
        request(
            UpdateApplicationTokens::new("app_17")
                .is_hasura_mapping_enabled(false)
                .authenticated_session_lifetime(86_400)
                .id_token_lifetime(0)
                .refresh_token_lifetime(18_446_744_073_709_551_615)
                .access_token_lifetime(3600),
            r#"PATCH https://acme.kinde.com/api/v1/applications/app_17/tokens
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"access_token_lifetime":3600,
            "refresh_token_lifetime":18446744073709551615,
            "id_token_lifetime":0,
            "authenticated_session_lifetime":86400,
            "is_hasura_mapping_enabled":false}"#,
        ),
    ]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![assert_answer(&UpdateApplicationTokens::new("app_17"), &success())]
}
