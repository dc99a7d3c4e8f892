//! Applications themselves.

use serde::Deserialize;
use serde_json::{Value, json};

use super::{application, application_mut};
use crate::OrgCode;
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::{Call, required, required_text};
use crate::emulator::endpoints::callbacks;
use crate::emulator::paging::Page;
use crate::emulator::state::Business;
use crate::emulator::state::applications::{Application, ApplicationType};

const SORTS: &[&str] = &["name_asc", "name_desc"];

pub(super) fn list(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let page = Page::of(call, SORTS)?;
    let mut applications: Vec<&Application> = business.applications.iter().collect();
    page.sort(&mut applications, |application, _| application.name.clone());
    let item = |one: &Application| json!({"id": one.id, "name": one.name, "type": one.r#type});
    let (applications, next_token) = page.of_list(applications, item);
    Ok(Answer::page("applications", &applications, next_token))
}

pub(super) fn get(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    Ok(Answer::envelope(json!({"application": view(application(business, call)?)})))
}

/// The secret is told again, wherever there is one.
fn view(application: &Application) -> Value {
    let settings = &application.settings;
    json!({
        "id": application.id,
        "name": application.name,
        "type": application.r#type,
        "client_id": application.id,
        "client_secret": application.client_secret,
        "login_uri": settings.login_uri,
        "homepage_uri": settings.homepage_uri,
        "has_cancel_button": settings.has_cancel_button,
        "is_access_control_enabled": settings.is_access_control_enabled,
        "is_allow_faceless_auth": settings.is_allow_faceless_auth,
        "is_ask_for_name": settings.is_ask_for_name,
        "has_marketing_consent": settings.has_marketing_consent,
        "has_sign_in_link_on_sign_up_page": settings.has_sign_in_link_on_sign_up_page,
        "has_register_link_on_sign_in_page": settings.has_register_link_on_sign_in_page,
        "has_sign_in_with_sso_button": settings.has_sign_in_with_sso_button,
        "use_gravatar_fallback": settings.use_gravatar_fallback,
    })
}

pub(super) fn create(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    #[derive(Deserialize)]
    struct Body {
        name: Option<String>,
        r#type: Option<ApplicationType>,
        org_code: Option<OrgCode>,
    }

    let body: Body = call.json()?;
    let name = required_text(body.name, "name")?;
    let r#type = required(body.r#type, "type")?;
    body.org_code.as_ref().map(|code| business.organizations.get(code.as_str())).transpose()?;
    if body.org_code.is_some() && r#type != ApplicationType::M2m {
        return Err(Refusal::bad_value("org_code", "is for machine-to-machine applications alone"));
    }
    let id = business.add_application(name, r#type, body.org_code);
    let secret = business.applications.get(id.as_str())?.client_secret.clone();
    let content = json!({"application": {"id": id, "client_id": id, "client_secret": secret}});
    Ok(Answer::created("OK", "Success", content))
}

#[derive(Deserialize)]
struct Change {
    name: Option<String>,
    language_key: Option<String>,
    logout_uris: Option<Vec<String>>,
    redirect_uris: Option<Vec<String>>,
    login_uri: Option<String>,
    homepage_uri: Option<String>,
    is_allow_faceless_auth: Option<bool>,
    is_ask_for_name: Option<bool>,
    has_marketing_consent: Option<bool>,
    has_sign_in_link_on_sign_up_page: Option<bool>,
    has_register_link_on_sign_in_page: Option<bool>,
    has_sign_in_with_sso_button: Option<bool>,
    use_gravatar_fallback: Option<bool>,
    is_access_control_enabled: Option<bool>,
}

/// Answers without a body.
pub(super) fn update(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    application(business, call)?;
    let mut change: Change = call.json()?;
    change.name = change.name.map(|name| required_text(Some(name), "name")).transpose()?;
    for urls in [&change.redirect_uris, &change.logout_uris].into_iter().flatten() {
        callbacks::check(urls)?;
    }
    let application = application_mut(business, call)?;
    if change.is_access_control_enabled == Some(true) {
        check_access_control(application)?;
    }
    apply(change, application);
    Ok(Answer::without_body())
}

/// Who may come in is controlled by roles: machines have none, and without one nobody could.
fn check_access_control(application: &Application) -> Result<(), Refusal> {
    if application.r#type == ApplicationType::M2m {
        return Err(Refusal::bad("ACCESS_CONTROL_NOT_SUPPORTED", "the application has no users"));
    }
    if application.access_roles.is_empty() {
        return Err(Refusal::bad("ACCESS_ROLES_REQUIRED", "the application has no access roles"));
    }
    Ok(())
}

fn apply(change: Change, application: &mut Application) {
    if let Some(name) = change.name {
        application.name = name;
    }
    if let Some(urls) = change.redirect_uris {
        application.redirect_urls = urls;
    }
    if let Some(urls) = change.logout_uris {
        application.logout_urls = urls;
    }
    let settings = &mut application.settings;
    for (text, change) in [
        (&mut settings.language_key, change.language_key),
        (&mut settings.login_uri, change.login_uri),
        (&mut settings.homepage_uri, change.homepage_uri),
    ] {
        *text = change.or(text.take());
    }
    for (flag, change) in [
        (&mut settings.is_allow_faceless_auth, change.is_allow_faceless_auth),
        (&mut settings.is_ask_for_name, change.is_ask_for_name),
        (&mut settings.has_marketing_consent, change.has_marketing_consent),
        (&mut settings.has_sign_in_link_on_sign_up_page, change.has_sign_in_link_on_sign_up_page),
        (&mut settings.has_register_link_on_sign_in_page, change.has_register_link_on_sign_in_page),
        (&mut settings.has_sign_in_with_sso_button, change.has_sign_in_with_sso_button),
        (&mut settings.use_gravatar_fallback, change.use_gravatar_fallback),
        (&mut settings.is_access_control_enabled, change.is_access_control_enabled),
    ] {
        *flag = change.unwrap_or(*flag);
    }
}

/// The application of the emulator's own credentials stays.
pub(super) fn delete(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let id = &application(business, call)?.id;
    if *id == business.authorization.client_id {
        return Err(Refusal::bad("APPLICATION_IN_USE", "the application that calls can't be deleted"));
    }
    business.remove_application(call.path("application_id"))?;
    Ok(Answer::success())
}
