//! APIs themselves.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Value, json};

use super::{api, check_changeable};
use crate::ApiId;
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::{Call, required_text};
use crate::emulator::state::Business;
use crate::emulator::state::apis::Api;
use crate::emulator::unknown::Thing;

/// How many characters a name or an audience has at most.
const LONGEST: usize = 64;

/// All at once, by name: nothing takes a token to go on with.
pub(super) fn list(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let with_scopes = call.expands("scopes");
    let item = |api: &Api| {
        let mut item = short(api, call);
        if with_scopes {
            item["scopes"] = scopes(api);
        }
        item
    };
    let mut apis: Vec<&Api> = business.apis.iter().collect();
    apis.sort_by_key(|api| api.name.to_lowercase());
    let apis: Vec<Value> = apis.into_iter().map(item).collect();
    Ok(Answer::envelope(json!({"apis": apis, "next_token": null})))
}

fn short(api: &Api, call: &Call<'_>) -> Value {
    json!({
        "id": api.id,
        "name": api.name,
        "audience": audience(api, call),
        "is_management_api": api.is_management,
    })
}

/// The audience of Kinde's own is of the host that is asked.
fn audience<'a>(api: &'a Api, call: &Call<'_>) -> Cow<'a, str> {
    if api.is_management { format!("{}/api", call.origin).into() } else { api.audience.as_str().into() }
}

fn scopes(api: &Api) -> Value {
    api.scopes.iter().map(|scope| json!({"id": scope.id, "key": scope.key})).collect()
}

pub(super) fn get(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let api = api(business, call)?;
    let applications: Vec<Value> = api
        .applications
        .keys()
        .filter_map(|number| business.applications.at(*number))
        .map(|one| json!({"id": one.id, "name": one.name, "type": one.r#type.display_name(), "is_active": true}))
        .collect();
    let mut view = short(api, call);
    view["scopes"] = scopes(api);
    view["applications"] = applications.into();
    Ok(Answer::envelope(json!({"api": view})))
}

/// Answers 200, not 201.
pub(super) fn add(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    #[derive(Deserialize)]
    struct Body {
        name: Option<String>,
        audience: Option<String>,
    }

    let body: Body = call.json()?;
    let name = short_text(body.name, "name")?;
    let audience = short_text(body.audience, "audience")?;
    if business.apis.iter().any(|api| self::audience(api, call) == audience) {
        return Err(Refusal::taken(Thing::Api, "audience", &audience));
    }
    let id = ApiId::from(business.random.hex(32));
    business.apis.add(Api {
        id: id.clone(),
        name,
        audience,
        is_management: false,
        scopes: Vec::new(),
        applications: BTreeMap::new(),
    });
    Ok(Answer::envelope(json!({"api": {"id": id}})))
}

fn short_text(text: Option<String>, name: &str) -> Result<String, Refusal> {
    let text = required_text(text, name)?;
    if text.chars().count() > LONGEST {
        return Err(Refusal::bad_value(name, format_args!("has more than {LONGEST} characters")));
    }
    Ok(text)
}

pub(super) fn delete(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    check_changeable(business, call)?;
    business.remove_api(call.path("api_id"))?;
    Ok(Answer::coded("API_DELETED", "API deleted", json!({})))
}
