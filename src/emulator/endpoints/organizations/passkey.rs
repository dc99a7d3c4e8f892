//! Passkeys of an organization's members.

use serde::Deserialize;
use serde_json::{Value, json};

use super::{organization, organization_mut};
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::Call;
use crate::emulator::state::Business;
use crate::emulator::state::organizations::Organization;
use crate::organizations::PasskeyPolicy;

#[derive(Deserialize)]
struct Body {
    policy: Option<PasskeyPolicy>,
    is_override_environment_passkey_settings: Option<bool>,
}

pub(super) fn get(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let organization = organization(business, call)?;
    let mut view = view(organization, &business.environment.passkey_policy);
    view["environment_policy"] = json!(business.environment.passkey_policy);
    Ok(Answer::envelope(view))
}

/// A policy is an override, unless the same call says that there is none.
pub(super) fn update(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    organization(business, call)?;
    let body: Body = call.json()?;
    if let Some(policy @ PasskeyPolicy::Unknown(_)) = &body.policy {
        return Err(Refusal::bad_value("policy", format_args!("`{policy}` is unknown")));
    }
    let environment = business.environment.passkey_policy.clone();
    let organization = organization_mut(business, call)?;
    match (body.policy, body.is_override_environment_passkey_settings) {
        (_, Some(false)) => organization.passkey_policy = None,
        (Some(policy), _) => organization.passkey_policy = Some(policy),
        (None, Some(true)) => {
            organization.passkey_policy.get_or_insert_with(|| environment.clone());
        }
        (None, None) => {}
    }
    Ok(Answer::envelope(view(organization, &environment)))
}

fn view(organization: &Organization, environment: &PasskeyPolicy) -> Value {
    let policy = organization.passkey_policy.as_ref().unwrap_or(environment);
    json!({
        "enabled": *policy != PasskeyPolicy::Off,
        "policy": policy,
        "is_override_environment_passkey_settings": organization.passkey_policy.is_some(),
    })
}
