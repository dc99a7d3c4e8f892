//! Passkeys of the environment.

use serde::Deserialize;
use serde_json::{Value, json};

use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::{Call, required};
use crate::emulator::state::Business;
use crate::environments::PasskeyPolicy;

pub(super) fn get(business: &mut Business, _: &Call<'_>) -> Result<Answer, Refusal> {
    Ok(Answer::envelope(view(&business.environment.passkey_policy)))
}

fn view(policy: &PasskeyPolicy) -> Value {
    json!({"enabled": *policy != PasskeyPolicy::Off, "policy": policy})
}

pub(super) fn update(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    #[derive(Deserialize)]
    struct Body {
        policy: Option<PasskeyPolicy>,
    }

    let body: Body = call.json()?;
    let policy = required(body.policy, "policy")?;
    if let PasskeyPolicy::Unknown(policy) = &policy {
        return Err(Refusal::bad_value("policy", format_args!("`{policy}` is unknown")));
    }
    business.environment.passkey_policy = policy;
    Ok(Answer::envelope(view(&business.environment.passkey_policy)))
}
