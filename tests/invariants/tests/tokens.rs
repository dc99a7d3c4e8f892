//! Whatever a token endpoint sends, and whatever credentials are made of.

use http::Response;
use invariants::{check_token_answer, check_token_request};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

const CASES: u32 = 10_000;

fn config() -> ProptestConfig {
    match std::env::var_os("PROPTEST_CASES") {
        Some(_) => ProptestConfig::default(),
        None => ProptestConfig::with_cases(CASES),
    }
}

/// The value of a member as JSON, of the right type or of another.
fn member() -> impl Strategy<Value = String> {
    let text = ".{0,20}".prop_map(|text| serde_json::Value::from(text).to_string());
    let plain = "\"[!-~&&[^\"\\\\]]{0,40}\"".prop_map(String::from);
    let other = select(&["null", "true", "[]", "{}", "[1]", "3600", "0", "-1", "1e999", "86399.5", "\"3600\""][..]);
    prop_oneof![2 => text, 4 => plain, 3 => other.prop_map(str::to_owned), 1 => any::<f64>().prop_map(|number| number.to_string())]
}

fn body() -> impl Strategy<Value = Vec<u8>> {
    let name = select(&["access_token", "expires_in", "token_type", "scope", "error", "error_description", "x"][..]);
    let answer = vec((name, member()), 0..5).prop_map(|members| {
        let members: Vec<_> = members.iter().map(|(name, value)| format!("\"{name}\":{value}")).collect();
        format!("{{{}}}", members.join(",")).into_bytes()
    });
    prop_oneof![6 => answer, 1 => vec(any::<u8>(), 0..60), 1 => select(&["<html>", "", "null", "[]"][..]).prop_map(Into::into)]
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_answer_is_a_token_or_an_error(
        status in prop_oneof![3 => Just(200), 1 => 100_u16..1000],
        body in body(),
    ) {
        let mut answer = Response::new(body.as_slice());
        *answer.status_mut() = http::StatusCode::from_u16(status).expect("from 100 to 999");
        check_token_answer(&answer);
    }

    #[test]
    fn a_server_finds_what_the_credentials_are_made_of(
        id in ".{0,12}", secret in ".{0,12}", audience in any::<String>(), scopes in vec(any::<String>(), 0..4),
    ) {
        check_token_request(&id, &secret, &audience, &scopes);
    }
}
