//! APIs themselves.

use serde::Deserialize;
use serde_json::{Value, json};

use super::{api, check_changeable};
use crate::ApiId;
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::{Call, required_text};
use crate::emulator::state::Business;
use crate::emulator::state::apis::Api;
use crate::emulator::unknown::Thing;

/// How many characters an audience has at most.
const LONGEST_AUDIENCE: usize = 64;

/// All at once: nothing takes a token to go on with.
pub(super) fn list(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let with_scopes = call.expands("scopes");
    let item = |api: &Api| {
        let mut item = short(api, call);
        if with_scopes {
            item["scopes"] = scopes(api);
        }
        item
    };
    let apis: Vec<Value> = business.apis.iter().map(item).collect();
    Ok(Answer::envelope(json!({"apis": apis, "next_token": null})))
}

/// The audience of Kinde's own is the host that is asked.
fn short(api: &Api, call: &Call<'_>) -> Value {
    let audience = if api.is_management { format!("{}/api", call.origin) } else { api.audience.clone() };
    json!({
        "id": api.id,
        "name": api.name,
        "audience": audience,
        "is_management_api": api.is_management,
    })
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
    let name = required_text(body.name, "name")?;
    let audience = required_text(body.audience, "audience")?;
    if audience.chars().count() > LONGEST_AUDIENCE {
        return Err(Refusal::bad_value("audience", format_args!("has more than {LONGEST_AUDIENCE} characters")));
    }
    if business.apis.by_audience(&audience).is_some() {
        return Err(Refusal::taken(Thing::Api, "audience", &audience));
    }
    let id = ApiId::from(business.random.hex(32));
    business.apis.add(Api {
        id: id.clone(),
        name,
        audience,
        is_management: false,
        scopes: Vec::new(),
        applications: std::collections::BTreeMap::new(),
    });
    Ok(Answer::envelope(json!({"api": {"id": id}})))
}

pub(super) fn delete(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    check_changeable(business, call)?;
    business.remove_api(call.path("api_id"))?;
    Ok(Answer::coded("API_DELETED", "API deleted", json!({})))
}
