//! API keys: made, listed, verified, rotated and revoked.

use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::Entry;
use crate::api_keys::{CreateApiKey, DeleteApiKey, GetApiKey, GetApiKeys, RotateApiKey, VerifyApiKey};
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::{Call, required, required_text};
use crate::emulator::clock::date_time;
use crate::emulator::paging::IdPage;
use crate::emulator::state::Business;
use crate::emulator::state::api_keys::{ApiKey, ApiKeyStatus, ApiKeyType, NewApiKey};
use crate::{ApiId, ApiKeyId, OrgCode, ScopeId, Secret, UserId};

pub(super) static TABLE: &[Entry] = &[
    Entry::of::<GetApiKeys>(list),
    Entry::of::<CreateApiKey>(create),
    Entry::of::<GetApiKey>(get).declares_not_found(),
    Entry::of::<DeleteApiKey>(revoke).declares_not_found(),
    Entry::of::<RotateApiKey>(rotate).declares_not_found(),
    Entry::of::<VerifyApiKey>(verify),
];

/// How many a page has unless it is said.
const PAGE_SIZE: usize = 50;

fn list(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let page = IdPage::of(call, PAGE_SIZE)?;
    let r#type: Option<ApiKeyType> = call.query_as("key_type")?;
    let status: Option<ApiKeyStatus> = call.query_as("status")?;
    let (user_id, org_code) = (call.query("user_id"), call.query("org_code"));
    let is_wanted = |key: &&ApiKey| {
        r#type.is_none_or(|wanted| key.r#type == wanted)
            && status.is_none_or(|wanted| key.status == wanted)
            && user_id.is_none_or(|wanted| key.user_id.as_ref().is_some_and(|id| id == wanted))
            && org_code.is_none_or(|wanted| key.org_code.as_ref().is_some_and(|code| code == wanted))
    };
    let (keys, has_more) = page.of_list(business.api_keys.iter().filter(is_wanted), |key| key.id.as_str())?;
    let api_keys: Vec<Value> = keys.into_iter().map(|key| Value::Object(item(business, key))).collect();
    Ok(Answer::envelope(json!({"has_more": has_more, "api_keys": api_keys})))
}

fn item(business: &Business, key: &ApiKey) -> Map<String, Value> {
    let verified_on = key.last_verified_on.map(date_time);
    let fields = [
        ("id", json!(key.id)),
        ("name", json!(key.name)),
        ("type", json!(key.r#type)),
        ("status", json!(key.status)),
        ("key_prefix", json!(key.prefix())),
        ("key_suffix", json!(key.suffix())),
        ("created_on", json!(date_time(key.created_on))),
        ("last_verified_on", json!(verified_on)),
        ("last_verified_ip", json!(verified_on.as_ref().map(|_| "127.0.0.1"))),
        ("created_by", Value::Null),
        ("api_ids", json!([key.api_id])),
        ("scopes", json!(scope_keys(business, key))),
    ];
    fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// The scopes that are still there.
fn scope_keys<'a>(business: &'a Business, key: &ApiKey) -> Vec<&'a str> {
    let Ok(api) = business.apis.get(key.api_id.as_str()) else {
        return Vec::new();
    };
    key.scopes.iter().filter_map(|id| Some(api.scope(id.as_str()).ok()?.key.as_str())).collect()
}

fn get(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let key = business.api_keys.get(call.path("key_id"))?;
    let mut api_key = item(business, key);
    api_key.insert("verification_count".to_owned(), json!(key.verification_count));
    api_key.insert("organization_id".to_owned(), json!(key.org_code));
    api_key.insert("user_id".to_owned(), json!(key.user_id));
    Ok(Answer::envelope(json!({"api_key": api_key})))
}

fn create(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    #[derive(Deserialize)]
    struct Body {
        name: Option<String>,
        r#type: Option<ApiKeyType>,
        api_id: Option<ApiId>,
        scope_ids: Option<Vec<ScopeId>>,
        user_id: Option<UserId>,
        org_code: Option<OrgCode>,
    }

    let body: Body = call.json()?;
    let name = required_text(body.name, "name")?;
    let r#type = required(body.r#type, "type")?;
    let api = business.apis.get(required(body.api_id, "api_id")?.as_str())?;
    let scopes = body.scope_ids.unwrap_or_default();
    for scope in &scopes {
        api.scope(scope.as_str())?;
    }
    let api_id = api.id.clone();
    let (user_id, org_code) = owner(business, r#type, body.user_id, body.org_code)?;

    let (id, secret) = (ApiKeyId::from(business.random.id("api_key_")), new_secret(business));
    let new = NewApiKey { name, r#type, api_id, scopes, user_id, org_code };
    business.api_keys.add(ApiKey::new(id.clone(), secret.clone(), new, call.now));
    let content = json!({"api_key": {"id": id, "key": secret}});
    Ok(Answer::created("API_KEY_CREATED", "API key created", content))
}

/// Whose the key is: what the type asks for, and nobody else. Whoever is named must be there, whatever the type.
fn owner(
    business: &Business,
    r#type: ApiKeyType,
    user_id: Option<UserId>,
    org_code: Option<OrgCode>,
) -> Result<(Option<UserId>, Option<OrgCode>), Refusal> {
    user_id.as_ref().map(|id| business.users.get(id.as_str())).transpose()?;
    org_code.as_ref().map(|code| business.organizations.get(code.as_str())).transpose()?;
    match r#type {
        ApiKeyType::User => Ok((Some(required(user_id, "user_id")?), None)),
        ApiKeyType::Organization => Ok((None, Some(required(org_code, "org_code")?))),
        ApiKeyType::Environment => Ok((None, None)),
    }
}

fn new_secret(business: &mut Business) -> Secret {
    Secret::from(format!("k_live_{}", business.random.secret()))
}

/// Revokes it: the key stays readable.
fn revoke(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    business.api_keys.get_mut(call.path("key_id"))?.status = ApiKeyStatus::Revoked;
    Ok(Answer::success())
}

fn rotate(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let id = business.api_keys.get(call.path("key_id"))?.id.clone();
    let secret = new_secret(business);
    business.api_keys.rotate(id.as_str(), secret.clone())?;
    let content = json!({"api_key": {"id": id, "key": secret}});
    Ok(Answer::created("API_KEY_ROTATED", "API key rotated", content))
}

/// A key that does not hold is a success that says so.
fn verify(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    #[derive(Deserialize)]
    struct Body {
        api_key: Option<String>,
    }

    let body: Body = call.json()?;
    let given = required_text(body.api_key, "api_key")?;
    let Some(key) = business.api_keys.by_secret_mut(&given) else {
        return Ok(Answer::coded("API_KEY_INVALID", "API key is not valid", no_key()));
    };
    let is_valid = key.status == ApiKeyStatus::Active;
    let verified_before = key.last_verified_on.map(date_time);
    if is_valid {
        key.last_verified_on = Some(call.now);
        key.verification_count += 1;
    }
    let id = key.id.clone();
    let key = business.api_keys.get(id.as_str())?;
    let content = json!({
        "is_valid": is_valid,
        "key_id": key.id,
        "status": key.status,
        "scopes": scope_keys(business, key),
        "org_code": key.org_code,
        "user_id": key.user_id,
        "last_verified_on": verified_before,
        "verification_count": key.verification_count,
    });
    if is_valid {
        return Ok(Answer::coded("API_KEY_VERIFIED", "API key verified", content));
    }
    Ok(Answer::coded("API_KEY_INVALID", "API key is not valid", content))
}

fn no_key() -> Value {
    json!({
        "is_valid": false,
        "key_id": null,
        "status": null,
        "scopes": [],
        "org_code": null,
        "user_id": null,
        "last_verified_on": null,
        "verification_count": null,
    })
}
