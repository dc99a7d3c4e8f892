use kinde_api::mfa::{MfaFactor, MfaPolicy, ReplaceMfa};

use crate::signatures::{has_values, is_a_text};
use crate::wire::{RequestCase, assert_answer, request, success};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            ReplaceMfa::new(MfaPolicy::Off, [] as [MfaFactor; 0]),
            r#"PUT https://acme.kinde.com/api/v1/mfa
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"policy":"off","enabled_factors":[]}"#,
        ),
        request(
            ReplaceMfa::new(MfaPolicy::Required, [MfaFactor::Sms, MfaFactor::Email]).is_recovery_codes_enabled(false),
            r#"PUT https://acme.kinde.com/api/v1/mfa
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"policy":"required","enabled_factors":["mfa:sms","mfa:email"],"is_recovery_codes_enabled":false}"#,
        ),
    ]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![assert_answer(&ReplaceMfa::new("optional", ["mfa:email"]), &success())]
}

#[test]
fn types_are_texts_like_all_others() {
    is_a_text::<MfaPolicy>();
    has_values([(MfaPolicy::Required, "required"), (MfaPolicy::Off, "off"), (MfaPolicy::Optional, "optional")]);
}
