//! Tokens: who gets one, and what it is good for.

use std::collections::{BTreeSet, HashMap, VecDeque};
use std::sync::Arc;
use std::time::Duration;

use http::header::{AUTHORIZATION, CACHE_CONTROL};
use http::{HeaderMap, HeaderValue, Response, StatusCode};
use serde_json::json;

use super::answer::{Refusal, json_response, to_json};
use super::call::{is_media_type, pairs};
use super::jwt::jwt;
use super::state::Business;
use super::state::applications::{Application, ApplicationType};
use super::state::register::Number;
use crate::ApplicationId;

const LIFETIME: Duration = Duration::from_secs(3600);

/// How many tokens that were issued are kept: some clients fetch one for each call, and each has some thousand bytes.
const MOST_SOLD: usize = 1_000;

/// Which application's credentials are handed out, and the tokens that hold.
#[derive(Debug)]
pub(super) struct Authorization {
    /// The application of the credentials.
    pub(super) client_id: ApplicationId,
    /// Audiences of Kinde's own API beside the one that follows from the host.
    pub(super) audiences: BTreeSet<String>,
    pub(super) lifetime: Duration,
    tokens: Tokens,
}

/// The tokens that hold; another business can take them over.
#[derive(Clone, Debug, Default)]
pub(super) struct Tokens {
    grants: HashMap<Arc<str>, Grant>,
    /// Those that were sold and not declared, the oldest first.
    sold: VecDeque<Arc<str>>,
}

#[derive(Clone, Debug)]
struct Grant {
    scopes: BTreeSet<String>,
    expires_on: Option<Duration>,
    /// Whom it was sold to.
    client_id: Option<ApplicationId>,
}

/// What is to be sold, where the request for it is in order.
struct Order {
    client_id: ApplicationId,
    audience: String,
    scopes: BTreeSet<String>,
    lifetime: Duration,
    /// Whether the token is for Kinde's own API, and not for one of the business.
    is_for_management: bool,
}

/// A refusal of the token endpoint, in the words of RFC 6749.
struct TokenRefusal {
    status: StatusCode,
    error: &'static str,
    error_description: &'static str,
}

impl Authorization {
    pub(super) fn new(client_id: ApplicationId) -> Self {
        Self { client_id, audiences: BTreeSet::new(), lifetime: LIFETIME, tokens: Tokens::default() }
    }

    /// Makes a token hold that was not sold, for ever.
    pub(super) fn declare(&mut self, token: String, scopes: BTreeSet<String>) {
        self.tokens.sold.retain(|sold| **sold != *token);
        self.tokens.grants.insert(token.into(), Grant { scopes, expires_on: None, client_id: None });
    }

    pub(super) fn tokens(&self) -> &Tokens {
        &self.tokens
    }

    pub(super) fn add_tokens(&mut self, other: Tokens) {
        self.tokens.grants.extend(other.grants);
        self.tokens.sold.extend(other.sold);
    }

    pub(super) fn revoke_all(&mut self) {
        self.tokens = Tokens::default();
    }

    /// Ends the tokens that were sold to an application.
    pub(super) fn revoke_of(&mut self, client_id: &str) {
        let Tokens { grants, sold } = &mut self.tokens;
        grants.retain(|_, grant| grant.client_id.as_ref().is_none_or(|sold_to| sold_to != client_id));
        sold.retain(|token| grants.contains_key(token));
    }

    /// Whether a request may call an operation. One without a scope is for everybody, with a token or without.
    pub(super) fn check(&self, headers: &HeaderMap, scope: &str, now: Duration) -> Result<(), Refusal> {
        if scope.is_empty() {
            return Ok(());
        }
        let unauthorized = |code, message| Refusal::with_status(StatusCode::UNAUTHORIZED, code, message);
        let Some(token) = bearer(headers) else {
            return Err(unauthorized("TOKEN_MISSING", "there is no bearer token"));
        };
        let Some(grant) = self.tokens.grants.get(token) else {
            return Err(unauthorized("TOKEN_INVALID", "the token was not issued by this business"));
        };
        if grant.expires_on.is_some_and(|expires_on| now >= expires_on) {
            return Err(unauthorized("TOKEN_EXPIRED", "the token has expired"));
        }
        if !grant.scopes.contains(scope) {
            let message = format!("Scope is missing: {scope}");
            return Err(Refusal::with_status(StatusCode::FORBIDDEN, "SCOPE_MISSING", message));
        }
        Ok(())
    }

    /// The API of the host, by either scheme: behind a proxy the two sides may differ.
    fn is_audience(&self, audience: &str, origin: &str) -> bool {
        let host = origin.split_once("://").map_or(origin, |(_, host)| host);
        let of_host = ["https", "http"].iter().any(|scheme| audience == format!("{scheme}://{host}/api"));
        of_host || self.audiences.contains(audience)
    }

    fn keep(&mut self, token: Arc<str>, grant: Grant, now: Duration) {
        self.forget(now);
        self.tokens.sold.push_back(Arc::clone(&token));
        self.tokens.grants.insert(token, grant);
    }

    /// Makes room for one more token: the expired ones go, and the oldest where there are too many.
    fn forget(&mut self, now: Duration) {
        let Tokens { grants, sold } = &mut self.tokens;
        while let Some(oldest) = sold.front() {
            let grant = grants.get(oldest);
            let is_good = grant.is_some_and(|grant| grant.expires_on.is_some_and(|expires_on| expires_on > now));
            if is_good && sold.len() < MOST_SOLD {
                return;
            }
            grants.remove(oldest);
            sold.pop_front();
        }
    }
}

impl Business {
    /// Sells a token: `POST /oauth2/token` of client credentials.
    pub(super) fn sell(&mut self, origin: &str, headers: &HeaderMap, body: &[u8]) -> Response<Vec<u8>> {
        match self.order(origin, headers, body) {
            Ok(order) => self.sold(origin, order),
            Err(refusal) => {
                let TokenRefusal { status, error, error_description } = refusal;
                json_response(status, to_json(&json!({"error": error, "error_description": error_description})))
            }
        }
    }

    /// The keys of the scopes that the application of the credentials has.
    pub(super) fn own_scopes(&self) -> BTreeSet<String> {
        let application = self.applications.number(self.authorization.client_id.as_str());
        let granted = application.ok().and_then(|application| self.apis.management()?.granted(application));
        granted.into_iter().flatten().map(str::to_owned).collect()
    }

    fn order(&self, origin: &str, headers: &HeaderMap, body: &[u8]) -> Result<Order, TokenRefusal> {
        if !is_media_type(headers, "application/x-www-form-urlencoded") {
            let description = "The POST body is not an application/x-www-form-urlencoded form.";
            return Err(refused(StatusCode::BAD_REQUEST, "invalid_request", description));
        }
        let form = pairs(&String::from_utf8_lossy(body));
        let field = |name: &str| form.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.as_str());
        if field("grant_type") != "client_credentials" {
            let description = "The grant type is not supported by the authorization server.";
            return Err(refused(StatusCode::BAD_REQUEST, "unsupported_grant_type", description));
        }
        let (number, application) = self.authenticated(field("client_id"), field("client_secret"))?;
        if application.r#type != ApplicationType::M2m {
            let description = "The client may not use the grant type client_credentials.";
            return Err(refused(StatusCode::BAD_REQUEST, "unauthorized_client", description));
        }
        let audience = field("audience");
        let is_for_management = self.authorization.is_audience(audience, origin);
        let api = if is_for_management { self.apis.management() } else { self.apis.by_audience(audience) };
        let Some(granted) = api.and_then(|api| api.granted(number)) else {
            let description = "The requested audience is not whitelisted for the client.";
            return Err(refused(StatusCode::FORBIDDEN, "invalid_request", description));
        };
        let granted: BTreeSet<String> = granted.map(str::to_owned).collect();
        let mut scopes: BTreeSet<String> = field("scope").split_whitespace().map(str::to_owned).collect();
        if !scopes.is_subset(&granted) {
            let description = "The requested scope is not enabled for the client.";
            return Err(refused(StatusCode::FORBIDDEN, "invalid_scope", description));
        }
        if scopes.is_empty() {
            scopes = granted;
        }
        let lifetime = application.tokens.access_token_lifetime.map(Duration::from_secs);
        let lifetime = lifetime.unwrap_or(self.authorization.lifetime);
        let (client_id, audience) = (application.id.clone(), audience.to_owned());
        Ok(Order { client_id, audience, scopes, lifetime, is_for_management })
    }

    fn authenticated(&self, id: &str, secret: &str) -> Result<(Number, &Application), TokenRefusal> {
        let has_secret = |application: &&Application| {
            application.client_secret.as_ref().is_some_and(|known| known.expose() == secret)
        };
        let number = self.applications.number(id).ok();
        let found = number.and_then(|number| Some((number, self.applications.at(number).filter(has_secret)?)));
        let description = "Client authentication failed: unknown client, or a wrong secret.";
        found.ok_or_else(|| refused(StatusCode::UNAUTHORIZED, "invalid_client", description))
    }

    fn sold(&mut self, issuer: &str, order: Order) -> Response<Vec<u8>> {
        let now = self.clock.now();
        let scope = order.scopes.iter().map(String::as_str).collect::<Vec<_>>().join(" ");
        let expires_on = now.saturating_add(order.lifetime);
        let claims = json!({
            "aud": [order.audience],
            "azp": order.client_id,
            "exp": expires_on.as_secs(),
            "gty": ["client_credentials"],
            "iat": now.as_secs(),
            "iss": issuer,
            "jti": self.random.uuid(),
            "scope": scope,
            "scp": order.scopes,
            "v": "2",
        });
        let token = jwt(&mut self.random, &claims);
        let answer = json!({
            "access_token": token,
            "expires_in": order.lifetime.as_secs(),
            "scope": scope,
            "token_type": "bearer",
        });
        if order.is_for_management {
            let grant = Grant { scopes: order.scopes, expires_on: Some(expires_on), client_id: Some(order.client_id) };
            self.authorization.keep(token.into(), grant, now);
        }
        let mut response = json_response(StatusCode::OK, to_json(&answer));
        response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        response
    }
}

fn refused(status: StatusCode, error: &'static str, error_description: &'static str) -> TokenRefusal {
    TokenRefusal { status, error, error_description }
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

#[cfg(test)]
mod tests {
    use http::header::CONTENT_TYPE;
    use http::{HeaderMap, HeaderValue};
    use serde_json::Value;

    use super::bearer;
    use crate::ApplicationId;
    use crate::emulator::state::Business;
    use crate::emulator::state::applications::ApplicationType;

    const ORIGIN: &str = "https://acme.kinde.com";

    fn ask(business: &mut Business, id: &ApplicationId, more: &str) -> (u16, Value) {
        let secret = business.applications.get(id.as_str()).unwrap().client_secret.clone();
        let secret = secret.map_or_else(String::new, |secret| secret.expose().to_owned());
        let audience = if more.contains("audience") { "" } else { "&audience=https://acme.kinde.com/api" };
        let form = format!("grant_type=client_credentials&client_id={id}&client_secret={secret}{audience}{more}");
        let form_type = HeaderValue::from_static("application/x-www-form-urlencoded");
        let headers = HeaderMap::from_iter([(CONTENT_TYPE, form_type)]);
        let response = business.sell(ORIGIN, &headers, form.as_bytes());
        (response.status().as_u16(), serde_json::from_slice(response.body()).unwrap())
    }

    /// Lets an application use Kinde's own API with one scope.
    fn grant(business: &mut Business, id: &ApplicationId, scope: &str) {
        let number = business.applications.number(id.as_str()).unwrap();
        let api = business.apis.management_mut().unwrap();
        let scope = api.scope_by_key(scope).unwrap().id.clone();
        api.applications.insert(number, vec![scope]);
    }

    fn is_let_in(business: &Business, token: &str, scope: &str) -> bool {
        let value = HeaderValue::from_str(&format!("Bearer {token}")).unwrap();
        let headers = HeaderMap::from_iter([(http::header::AUTHORIZATION, value)]);
        assert_eq!(bearer(&headers), Some(token));
        business.authorization.check(&headers, scope, business.clock.now()).is_ok()
    }

    #[test]
    fn an_application_has_no_more_than_its_scopes() {
        let mut business = Business::new(0);
        let id = business.add_application("Robot".to_owned(), ApplicationType::M2m, None);
        assert_eq!(ask(&mut business, &id, "").0, 403, "it may not use Kinde's API");
        grant(&mut business, &id, "read:roles");
        let (status, answer) = ask(&mut business, &id, "");
        assert_eq!((status, &answer["scope"]), (200, &Value::from("read:roles")));
        assert_eq!(ask(&mut business, &id, "&scope=create:roles").1["error"], "invalid_scope");

        let token = answer["access_token"].as_str().unwrap();
        assert!(is_let_in(&business, token, "read:roles"));
        assert!(!is_let_in(&business, token, "create:roles"));
        business.remove_application(id.as_str()).unwrap();
        assert!(!is_let_in(&business, token, "read:roles"), "its tokens die with it");
    }

    #[test]
    fn a_token_for_another_api_is_none_for_kinde() {
        let mut business = Business::new(0);
        let id = business.add_application("Robot".to_owned(), ApplicationType::M2m, None);
        let number = business.applications.number(id.as_str()).unwrap();
        business.apis.add(crate::emulator::state::apis::Api {
            id: "0".into(),
            name: "Reports".to_owned(),
            audience: "reports".to_owned(),
            is_management: false,
            scopes: Vec::new(),
            applications: std::collections::BTreeMap::from([(number, Vec::new())]),
        });
        let (status, answer) = ask(&mut business, &id, "&audience=reports");
        assert_eq!((status, &answer["scope"]), (200, &Value::from("")));
        assert!(!is_let_in(&business, answer["access_token"].as_str().unwrap(), "read:roles"));
    }

    #[test]
    fn sells_to_machines_alone() {
        let mut business = Business::new(0);
        let id = business.add_application("Website".to_owned(), ApplicationType::Reg, None);
        grant(&mut business, &id, "read:roles");
        let (status, answer) = ask(&mut business, &id, "");
        assert_eq!((status, &answer["error"]), (400, &Value::from("unauthorized_client")));
        let id = business.add_application("App".to_owned(), ApplicationType::Spa, None);
        assert_eq!(ask(&mut business, &id, "").0, 401, "it has no secret");
    }

    #[test]
    fn tokens_live_as_long_as_the_application_says() {
        let mut business = Business::new(0);
        let id = business.authorization.client_id.clone();
        assert_eq!(ask(&mut business, &id, "").1["expires_in"], 3600);
        business.applications.get_mut(id.as_str()).unwrap().tokens.access_token_lifetime = Some(60);
        assert_eq!(ask(&mut business, &id, "").1["expires_in"], 60);
    }
}
