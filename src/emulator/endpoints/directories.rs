//! Directories that an organization provisions its users from.

use http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};

use super::Entry;
use crate::directories::{CreateDirectory, DeleteDirectory, GetDirectories, GetDirectory, UpdateDirectory};
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::Call;
use crate::emulator::clock::date_time;
use crate::emulator::paging::IdPage;
use crate::emulator::state::Business;
use crate::emulator::state::connections::Connection;
use crate::emulator::state::directories::{Directory, DirectoryProvider};
use crate::{ConnectionId, DirectoryId, OrgCode, Secret};

pub(super) static TABLE: &[Entry] = &[
    Entry::of::<GetDirectories>(list),
    Entry::of::<CreateDirectory>(create),
    Entry::of::<GetDirectory>(get).declares_not_found_as_list(),
    Entry::of::<UpdateDirectory>(update).declares_not_found_as_list(),
    Entry::of::<DeleteDirectory>(delete).declares_not_found_as_list(),
];

/// How many a page has unless it is said.
const PAGE_SIZE: usize = 50;

fn list(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let page = IdPage::of(call, PAGE_SIZE)?;
    let code = call.query("organization_code");
    let is_wanted = |directory: &&Directory| code.is_none_or(|code| directory.organization_code == *code);
    let (directories, has_more) = page.of_list(business.directories.iter().filter(is_wanted), |one| one.id.as_str())?;
    let directories: Vec<Value> = directories.into_iter().map(|directory| item(business, directory)).collect();
    Ok(Answer::envelope(json!({"has_more": has_more, "directories": directories})))
}

fn item(business: &Business, directory: &Directory) -> Value {
    let connection = directory.connection_id.as_ref().and_then(|id| business.connections.get(id.as_str()).ok());
    json!({
        "id": directory.id,
        "directory_name": directory.name,
        "directory_endpoint_id": directory.endpoint_id,
        "secret_token": directory.secret_token,
        // Nobody synchronizes with it.
        "status": "Pending",
        "organization_code": directory.organization_code,
        "enterprise_connection_id": directory.connection_id,
        "enterprise_connection_name": connection.map(|connection| &connection.display_name),
        "last_sync_started_at": null,
        "last_sync_completed_at": null,
        "last_sync_error": null,
        "created_on": date_time(directory.created_on),
    })
}

fn get(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let directory = business.directories.get(call.path("directory_id"))?;
    Ok(Answer::envelope(json!({"directory": item(business, directory)})))
}

fn create(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    #[derive(Deserialize)]
    struct Body {
        org_code: Option<OrgCode>,
        directory_name: Option<String>,
        provider_code: Option<DirectoryProvider>,
        enterprise_connection_id: Option<ConnectionId>,
    }

    let body: Body = call.json()?;
    let code = body.org_code.ok_or_else(|| refused("ORGANIZATION_REQUIRED", "org_code"))?;
    let name = body.directory_name.filter(|name| !name.trim().is_empty());
    let name = name.ok_or_else(|| refused("DIRECTORY_NAME_REQUIRED", "directory_name"))?;
    body.provider_code.ok_or_else(|| refused("PROVIDER_CODE_REQUIRED", "provider_code"))?;
    business.organizations.get(code.as_str()).map_err(|_| refused("ORGANIZATION_NOT_FOUND", "org_code"))?;
    if business.directories.iter().any(|directory| directory.organization_code == code) {
        let message = "the organization has a directory already";
        return Err(Refusal::with_status(StatusCode::CONFLICT, "DIRECTORY_EXISTS", message));
    }
    let connection_id = connection(business, &code, body.enterprise_connection_id)?;
    let directory = Directory {
        id: DirectoryId::from(business.random.id("directory_")),
        name,
        endpoint_id: business.random.id("scim_"),
        secret_token: Secret::from(business.random.secret()),
        organization_code: code,
        connection_id: Some(connection_id),
        created_on: call.now,
    };
    let content = json!({"directory": item(business, &directory)});
    business.directories.add(directory);
    Ok(Answer::created("DIRECTORY_CREATED", "Directory created", content))
}

fn refused(code: &'static str, field: &'static str) -> Refusal {
    Refusal::bad(code, format!("{field} is missing or unknown")).on_field(field)
}

/// The enterprise connection by which the users of an organization sign in: the one that is named, or the only one.
fn connection(business: &Business, code: &OrgCode, named: Option<ConnectionId>) -> Result<ConnectionId, Refusal> {
    let enabled = &business.organizations.get(code.as_str())?.connections;
    let is_of_organization = |connection: &&Connection| {
        connection.is_enterprise()
            && (enabled.contains(&connection.id) || connection.organization_code.as_ref() == Some(code))
    };
    let candidates: Vec<&ConnectionId> =
        business.connections.iter().filter(is_of_organization).map(|connection| &connection.id).collect();
    match (candidates.as_slice(), named) {
        ([], _) => Err(refused("NO_ENTERPRISE_CONNECTIONS", "enterprise_connection_id")),
        (candidates, Some(named)) if candidates.contains(&&named) => Ok(named),
        (_, Some(_)) => Err(refused("INVALID_ENTERPRISE_CONNECTION", "enterprise_connection_id")),
        ([only], None) => Ok((*only).clone()),
        (_, None) => Err(refused("ENTERPRISE_CONNECTION_REQUIRED", "enterprise_connection_id")),
    }
}

fn update(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    #[derive(Deserialize)]
    struct Body {
        directory_name: Option<String>,
    }

    let id = business.directories.get(call.path("directory_id"))?.id.clone();
    let body: Body = call.json()?;
    let name = body.directory_name.ok_or_else(|| refused("NO_FIELDS_TO_UPDATE", "directory_name"))?;
    if name.trim().is_empty() {
        return Err(refused("DIRECTORY_NAME_REQUIRED", "directory_name"));
    }
    business.directories.get_mut(id.as_str())?.name = name;
    let directory = business.directories.get(id.as_str())?;
    let content = json!({"directory": item(business, directory)});
    Ok(Answer::coded("DIRECTORY_UPDATED", "Directory updated", content))
}

fn delete(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let id = call.path("directory_id");
    let number = business.directories.number(id)?;
    business.directories.remove(number);
    Ok(Answer::coded("DIRECTORY_DELETED", "Directory deleted", json!({"directory_id": id})))
}
