//! Tokens: who gets one, and what it is good for.

use std::collections::{BTreeSet, HashMap, VecDeque};
use std::sync::Arc;
use std::time::Duration;

use http::header::{AUTHORIZATION, CACHE_CONTROL};
use http::{HeaderMap, HeaderValue, Response, StatusCode};
use serde_json::json;

use super::answer::{Refusal, json_response, to_json};
use super::base64;
use super::call::{is_media_type, pairs};
use super::random::Random;
use crate::operations;

const LIFETIME: Duration = Duration::from_secs(3600);

/// How many tokens that were sold are kept: some clients buy one for each call, and each has some thousand bytes.
const MOST_SOLD: usize = 1_000;

/// The machine-to-machine application of the business, and the tokens that hold.
#[derive(Debug)]
pub(super) struct Authorization {
    pub(super) client_id: String,
    pub(super) client_secret: String,
    /// The scopes that are enabled on the application.
    pub(super) scopes: BTreeSet<String>,
    /// Audiences beside the one that follows from the host.
    pub(super) audiences: BTreeSet<String>,
    pub(super) lifetime: Duration,
    tokens: HashMap<Arc<str>, Grant>,
    /// The oldest first.
    sold: VecDeque<Arc<str>>,
}

#[derive(Debug)]
struct Grant {
    scopes: BTreeSet<String>,
    expires_on: Option<Duration>,
}

/// A refusal of the token endpoint, in the words of RFC 6749.
struct TokenRefusal {
    status: StatusCode,
    error: &'static str,
    error_description: &'static str,
}

impl Authorization {
    pub(super) fn new(random: &mut Random) -> Self {
        Self {
            client_id: random.hex(32),
            client_secret: base64::encode_url_safe(&random.bytes::<36>()),
            scopes: operations()
                .map(|operation| operation.scope.to_owned())
                .filter(|scope| !scope.is_empty())
                .collect(),
            audiences: BTreeSet::new(),
            lifetime: LIFETIME,
            tokens: HashMap::new(),
            sold: VecDeque::new(),
        }
    }

    /// Makes a token hold that was not sold, for ever.
    pub(super) fn declare(&mut self, token: String, scopes: BTreeSet<String>) {
        self.sold.retain(|sold| **sold != *token);
        self.tokens.insert(token.into(), Grant { scopes, expires_on: None });
    }

    pub(super) fn revoke_all(&mut self) {
        self.tokens.clear();
        self.sold.clear();
    }

    /// Whether a request may call an operation. One without a scope is for everybody, with a token or without.
    pub(super) fn check(&self, headers: &HeaderMap, scope: &str, now: Duration) -> Result<(), Refusal> {
        if scope.is_empty() {
            return Ok(());
        }
        let unauthorized = |code, message: &str| Refusal::Error {
            status: StatusCode::UNAUTHORIZED,
            code,
            message: message.to_owned(),
        };
        let Some(token) = bearer(headers) else {
            return Err(unauthorized("TOKEN_MISSING", "there is no bearer token"));
        };
        let Some(grant) = self.tokens.get(token) else {
            return Err(unauthorized("TOKEN_INVALID", "the token was not issued by this business"));
        };
        if grant.expires_on.is_some_and(|expires_on| now >= expires_on) {
            return Err(unauthorized("TOKEN_EXPIRED", "the token has expired"));
        }
        if !grant.scopes.contains(scope) {
            let message = format!("Scope is missing: {scope}");
            return Err(Refusal::Error { status: StatusCode::FORBIDDEN, code: "SCOPE_MISSING", message });
        }
        Ok(())
    }

    /// Sells a token: `POST /oauth2/token` of client credentials.
    pub(super) fn sell(
        &mut self,
        random: &mut Random,
        origin: &str,
        headers: &HeaderMap,
        body: &[u8],
        now: Duration,
    ) -> Response<Vec<u8>> {
        match self.granted(origin, headers, body) {
            Ok((audience, scopes)) => self.sold(random, origin, &audience, scopes, now),
            Err(refusal) => {
                let TokenRefusal { status, error, error_description } = refusal;
                json_response(status, to_json(&json!({"error": error, "error_description": error_description})))
            }
        }
    }

    /// The audience and the scopes of the token, if the request is in order.
    fn granted(
        &self,
        origin: &str,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Result<(String, BTreeSet<String>), TokenRefusal> {
        if !is_media_type(headers, "application/x-www-form-urlencoded") {
            let description = "The POST body is no application/x-www-form-urlencoded form.";
            return Err(refused(StatusCode::BAD_REQUEST, "invalid_request", description));
        }
        let form = pairs(&String::from_utf8_lossy(body));
        let field = |name: &str| form.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.as_str());
        if field("grant_type") != "client_credentials" {
            let description = "The grant type is not supported by the authorization server.";
            return Err(refused(StatusCode::BAD_REQUEST, "unsupported_grant_type", description));
        }
        if field("client_id") != self.client_id || field("client_secret") != self.client_secret {
            let description = "Client authentication failed: unknown client, or a wrong secret.";
            return Err(refused(StatusCode::UNAUTHORIZED, "invalid_client", description));
        }
        let audience = field("audience");
        if !self.is_audience(audience, origin) {
            let description = "The requested audience is not whitelisted for the client.";
            return Err(refused(StatusCode::FORBIDDEN, "invalid_request", description));
        }
        let mut scopes: BTreeSet<String> = field("scope").split_whitespace().map(str::to_owned).collect();
        if scopes.is_empty() {
            scopes.clone_from(&self.scopes);
        }
        if !scopes.is_subset(&self.scopes) {
            let description = "The requested scope is not enabled for the client.";
            return Err(refused(StatusCode::FORBIDDEN, "invalid_scope", description));
        }
        Ok((audience.to_owned(), scopes))
    }

    /// The API of the host, by either scheme: behind a proxy the two sides may differ.
    fn is_audience(&self, audience: &str, origin: &str) -> bool {
        let host = origin.split_once("://").map_or(origin, |(_, host)| host);
        let of_host = ["https", "http"].iter().any(|scheme| audience == format!("{scheme}://{host}/api"));
        of_host || self.audiences.contains(audience)
    }

    fn sold(
        &mut self,
        random: &mut Random,
        issuer: &str,
        audience: &str,
        scopes: BTreeSet<String>,
        now: Duration,
    ) -> Response<Vec<u8>> {
        let scope = scopes.iter().map(String::as_str).collect::<Vec<_>>().join(" ");
        let expires_on = now.saturating_add(self.lifetime);
        let header = json!({"alg": "RS256", "kid": "emulator", "typ": "JWT"});
        let claims = json!({
            "aud": [audience],
            "azp": self.client_id,
            "exp": expires_on.as_secs(),
            "gty": ["client_credentials"],
            "iat": now.as_secs(),
            "iss": issuer,
            "jti": random.uuid(),
            "scope": scope,
            "scp": scopes,
            "v": "2",
        });
        let token = jwt(random, &header, &claims);
        let answer = json!({
            "access_token": token,
            "expires_in": self.lifetime.as_secs(),
            "scope": scope,
            "token_type": "bearer",
        });
        self.forget(now);
        let token = Arc::from(token);
        self.sold.push_back(Arc::clone(&token));
        self.tokens.insert(token, Grant { scopes, expires_on: Some(expires_on) });
        let mut response = json_response(StatusCode::OK, to_json(&answer));
        response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        response
    }

    /// Makes room for one more token: the expired ones go, and the oldest where there are too many.
    fn forget(&mut self, now: Duration) {
        while let Some(oldest) = self.sold.front() {
            let grant = self.tokens.get(oldest);
            let is_good = grant.is_some_and(|grant| grant.expires_on.is_some_and(|expires_on| expires_on > now));
            if is_good && self.sold.len() < MOST_SOLD {
                return;
            }
            self.tokens.remove(oldest);
            self.sold.pop_front();
        }
    }
}

fn refused(status: StatusCode, error: &'static str, error_description: &'static str) -> TokenRefusal {
    TokenRefusal { status, error, error_description }
}

/// A token of the right form. Its signature is of random bytes: the emulator knows its tokens, and compares them whole.
fn jwt(random: &mut Random, header: &serde_json::Value, claims: &serde_json::Value) -> String {
    let part = |value| base64::encode_url_safe(&to_json(value));
    format!("{}.{}.{}", part(header), part(claims), base64::encode_url_safe(&random.bytes::<64>()))
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}
