//! Tokens of the form of a JWT, as access tokens and webhooks have it.

use serde_json::{Value, json};

use super::answer::to_json;
use super::base64;
use super::random::Random;

/// A token with these claims. Its signature is of random bytes: the emulator has no key, knows its access tokens, and
/// compares them whole.
pub(super) fn jwt(random: &mut Random, claims: &Value) -> String {
    let header = json!({"alg": "RS256", "kid": "emulator", "typ": "JWT"});
    let part = |value| base64::encode_url_safe(&to_json(value));
    format!("{}.{}.{}", part(&header), part(claims), base64::encode_url_safe(&random.bytes::<64>()))
}
