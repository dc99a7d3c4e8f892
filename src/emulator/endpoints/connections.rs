//! Authentication connections: how users sign in, from passwords to SAML.

use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::Entry;
use crate::connections::{
    ConnectionOptions, CreateConnection, DeleteConnection, GetConnection, GetConnections, ReplaceConnection,
    UpdateConnection,
};
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::{Call, Object, required, required_text};
use crate::emulator::paging::IdPage;
use crate::emulator::state::Business;
use crate::emulator::state::connections::Connection;
use crate::emulator::unknown::Unknown;
use crate::{ApplicationId, ConnectionId, OrgCode};

pub(super) static TABLE: &[Entry] = &[
    Entry::of::<GetConnections>(list),
    Entry::of::<CreateConnection>(create),
    Entry::of::<GetConnection>(get),
    Entry::of::<UpdateConnection>(update).declares_not_found(),
    Entry::of::<ReplaceConnection>(replace).declares_not_found(),
    Entry::of::<DeleteConnection>(delete).declares_not_found(),
];

const PAGE_SIZE: usize = 10;

/// What can be made; what is built in can't.
#[derive(Deserialize)]
enum Strategy {
    #[serde(
        rename = "oauth2:apple",
        alias = "oauth2:azure_ad",
        alias = "oauth2:bitbucket",
        alias = "oauth2:discord",
        alias = "oauth2:facebook",
        alias = "oauth2:github",
        alias = "oauth2:gitlab",
        alias = "oauth2:google",
        alias = "oauth2:linkedin",
        alias = "oauth2:microsoft",
        alias = "oauth2:patreon",
        alias = "oauth2:slack",
        alias = "oauth2:stripe",
        alias = "oauth2:twitch",
        alias = "oauth2:twitter",
        alias = "oauth2:xero"
    )]
    OAuth,
    #[serde(
        rename = "saml:custom",
        alias = "saml:cloudflare",
        alias = "saml:okta",
        alias = "saml:microsoft",
        alias = "saml:google"
    )]
    Saml,
    #[serde(rename = "wsfed:azure_ad")]
    WsFederation,
}

/// Flat, as the live API has them, and not as the document says.
fn list(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let page = IdPage::of(call, PAGE_SIZE)?;
    let domain = call.query("home_realm_domain");
    let is_wanted =
        |connection: &&Connection| domain.is_none_or(|domain| is_home_realm_of(&connection.options, domain));
    let connections = business.connections.iter().filter(is_wanted);
    let (connections, has_more) = page.of_list(connections, |connection| connection.id.as_str())?;
    let connections: Vec<Value> = connections.into_iter().map(item).collect();
    Ok(Answer::envelope(json!({"connections": connections, "has_more": has_more})))
}

/// Whether users of a domain are sent there; domains are compared without case.
fn is_home_realm_of(options: &ConnectionOptions, domain: &str) -> bool {
    let options = serde_json::to_value(options).unwrap_or_default();
    let domains = options["home_realm_domains"].as_array().into_iter().flatten().filter_map(Value::as_str);
    domains.into_iter().any(|known| known.eq_ignore_ascii_case(domain))
}

pub(super) fn item(connection: &Connection) -> Value {
    json!({
        "id": connection.id,
        "name": connection.name,
        "display_name": connection.display_name,
        "strategy": connection.strategy,
    })
}

fn get(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let connection = business.connections.get(call.path("connection_id"))?;
    Ok(Answer::envelope(json!({"connection": item(connection)})))
}

fn create(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    #[derive(Deserialize)]
    struct Body {
        name: Option<String>,
        display_name: Option<String>,
        strategy: Option<String>,
        enabled_applications: Option<Vec<ApplicationId>>,
        organization_code: Option<OrgCode>,
        options: Option<Object<Map<String, Value>>>,
    }

    let body: Body = call.json()?;
    let name = required_text(body.name, "name")?;
    let display_name = required_text(body.display_name, "display_name")?;
    let strategy = required(body.strategy, "strategy")?;
    serde_json::from_value::<Strategy>(Value::from(strategy.as_str()))
        .map_err(|_| Refusal::bad_value("strategy", "is not one that can be created"))?;
    body.organization_code.as_ref().map(|code| business.organizations.get(code.as_str())).transpose()?;
    let enabled_applications = body.enabled_applications.unwrap_or_default();
    check_applications(business, &enabled_applications)?;
    let options = body.options.map(|options| options.0).unwrap_or_default();
    check_options(&options)?;

    let id = ConnectionId::from(business.random.id("conn_"));
    let options = ConnectionOptions::from(options);
    let organization_code = body.organization_code;
    let connection = Connection { id: id.clone(), name, display_name, strategy, options, organization_code };
    business.connections.add(connection);
    enable(business, &id, &enabled_applications);
    Ok(Answer::created("CONNECTION_CREATED", "Connection created", json!({"connection": {"id": id}})))
}

fn check_applications(business: &Business, ids: &[ApplicationId]) -> Result<(), Unknown> {
    ids.iter().try_for_each(|id| business.applications.get(id.as_str()).map(|_| ()))
}

/// Whether the options that are known are of the type that they have; others are kept as they are.
fn check_options(options: &Map<String, Value>) -> Result<(), Refusal> {
    let wrong = options.iter().find(|(name, value)| !value.is_null() && !is_option(name, value));
    wrong.map_or(Ok(()), |(name, _)| Err(Refusal::bad_value(name, "is not a value of that option")))
}

fn is_option(name: &str, value: &Value) -> bool {
    let is_one_of = |known: &[&str]| value.as_str().is_some_and(|text| known.contains(&text));
    match name {
        "is_use_custom_domain"
        | "is_trusted"
        | "is_use_common_endpoint"
        | "is_sync_user_profile_on_login"
        | "is_retrieve_provider_user_groups"
        | "is_extended_attributes_required"
        | "is_auto_join_organization_enabled"
        | "is_create_missing_user"
        | "is_force_show_sso_button" => value.is_boolean(),
        "client_id"
        | "client_secret"
        | "entra_id_domain"
        | "saml_entity_id"
        | "saml_idp_metadata_url"
        | "saml_idp_metadata_xml"
        | "saml_sign_in_url"
        | "saml_email_key_attr"
        | "saml_user_id_key_attr"
        | "saml_first_name_key_attr"
        | "saml_last_name_key_attr"
        | "saml_signing_certificate"
        | "saml_signing_private_key" => value.is_string(),
        "home_realm_domains" => value.as_array().is_some_and(|domains| domains.iter().all(Value::is_string)),
        "upstream_params" => value.is_object(),
        "sign_request_algorithm" => is_one_of(&["RSA-SHA256", "RSA-SHA1"]),
        "protocol_binding" => is_one_of(&["HTTP-REDIRECT", "HTTP-POST"]),
        "name_id_format" => is_one_of(&["Persistent", "Transient", "Email address", "Unspecified"]),
        _ => true,
    }
}

/// Lets these applications have the connection, and no others.
fn enable(business: &mut Business, connection: &ConnectionId, applications: &[ApplicationId]) {
    for application in business.applications.iter_mut() {
        application.connections.retain(|known| known != connection);
        if applications.contains(&application.id) {
            application.connections.push(connection.clone());
        }
    }
}

/// What a change of a connection may have.
#[derive(Deserialize)]
struct Change {
    name: Option<String>,
    display_name: Option<String>,
    enabled_applications: Option<Vec<ApplicationId>>,
    options: Option<Object<Map<String, Value>>>,
}

impl Change {
    fn read(business: &Business, call: &Call<'_>) -> Result<(Self, ConnectionId), Refusal> {
        let id = business.connections.get(call.path("connection_id"))?.id.clone();
        let mut change: Self = call.json()?;
        change.name = change.name.map(|name| required_text(Some(name), "name")).transpose()?;
        change.display_name = change.display_name.map(|name| required_text(Some(name), "display_name")).transpose()?;
        check_applications(business, change.enabled_applications.as_deref().unwrap_or_default())?;
        change.options.as_ref().map(|options| check_options(&options.0)).transpose()?;
        Ok((change, id))
    }

    /// Names and applications, which both changes treat alike: what is not given stays.
    fn apply(self, business: &mut Business, id: &ConnectionId) -> Result<Map<String, Value>, Refusal> {
        if let Some(applications) = &self.enabled_applications {
            enable(business, id, applications);
        }
        let connection = business.connections.get_mut(id.as_str())?;
        connection.name = self.name.unwrap_or_else(|| connection.name.clone());
        connection.display_name = self.display_name.unwrap_or_else(|| connection.display_name.clone());
        Ok(self.options.map(|options| options.0).unwrap_or_default())
    }
}

/// Options that are not given stay.
fn update(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let (change, id) = Change::read(business, call)?;
    let options = change.apply(business, &id)?;
    let connection = business.connections.get_mut(id.as_str())?;
    for (name, value) in options {
        connection.options = std::mem::take(&mut connection.options).set(name, value);
    }
    Ok(Answer::success())
}

/// Options that are not given again are gone.
fn replace(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let (change, id) = Change::read(business, call)?;
    let options = change.apply(business, &id)?;
    business.connections.get_mut(id.as_str())?.options = ConnectionOptions::from(options);
    Ok(Answer::success())
}

fn delete(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    business.remove_connection(call.path("connection_id"))?;
    Ok(Answer::success())
}
