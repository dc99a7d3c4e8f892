//! What a client proves itself with.

use std::env;
use std::ffi::OsString;
use std::fmt;

use crate::RequestError;
use crate::wire::api::{NOT_VISIBLE, is_usable_token};
#[cfg(feature = "ureq")]
use crate::wire::origin::Origin;

/// A token, or the id and the secret of a machine-to-machine application, which are exchanged for tokens.
///
/// ```
/// use kinde_api::Credentials;
///
/// let fixed = Credentials::token("a-token");
/// let exchanged = Credentials::client("an-id", "a-secret").scopes(["read:organizations"]);
/// assert_eq!(format!("{fixed:?}"), "Credentials { .. }");
/// ```
#[derive(Clone)]
pub struct Credentials(Kind);

#[derive(Clone)]
enum Kind {
    Token(String),
    Client(Box<ClientCredentials>),
}

#[derive(Clone)]
struct ClientCredentials {
    id: String,
    secret: String,
    token_url: Option<String>,
    audience: Option<String>,
    scope: Option<String>,
}

/// What is exchanged for a token.
pub(crate) struct Exchanged<'a> {
    pub(crate) id: &'a str,
    pub(crate) secret: &'a str,
    pub(crate) token_url: Option<&'a str>,
    pub(crate) audience: Option<&'a str>,
    pub(crate) scope: Option<&'a str>,
}

impl Credentials {
    /// A token that is used as it is and can't be renewed.
    #[must_use]
    pub fn token(token: impl Into<String>) -> Self {
        Self(Kind::Token(token.into()))
    }

    /// The id and the secret of a machine-to-machine application, as its page in Kinde shows them.
    ///
    /// A [`Client`](crate::Client) exchanges them for a token, shares it among all threads, and renews it shortly
    /// before it expires. Kinde bills each token that is fetched.
    #[must_use]
    pub fn client(id: impl Into<String>, secret: impl Into<String>) -> Self {
        Self(Kind::Client(Box::new(ClientCredentials {
            id: id.into(),
            secret: secret.into(),
            token_url: None,
            audience: None,
            scope: None,
        })))
    }

    /// Sets the URL where they are exchanged, if that is not the origin's `/oauth2/token`. It has no effect on a fixed
    /// token.
    ///
    /// ```
    /// use kinde_api::{Credentials, TokenRequest};
    ///
    /// // Calls go through a proxy of one's own; the token comes from Kinde, and is for Kinde.
    /// let credentials = Credentials::client("an-id", "a-secret")
    ///     .token_url("https://acme.kinde.com/oauth2/token")
    ///     .audience("https://acme.kinde.com/api");
    /// let request = TokenRequest::new(&credentials, "https://kinde-proxy.acme.com")?.request();
    /// assert_eq!(request.uri(), "https://acme.kinde.com/oauth2/token");
    /// # Ok::<(), kinde_api::RequestError>(())
    /// ```
    #[must_use]
    pub fn token_url(self, token_url: impl Into<String>) -> Self {
        self.with(|client| client.token_url = Some(token_url.into()))
    }

    /// Sets which API the token is for, if that is not the origin's `/api`. It has no effect on a fixed token.
    ///
    /// Where the origin is not the Kinde domain, set it along with the [`token_url`](Self::token_url):
    ///
    /// ```
    /// use kinde_api::Credentials;
    ///
    /// let credentials = Credentials::client("an-id", "a-secret")
    ///     .token_url("https://acme.kinde.com/oauth2/token")
    ///     .audience("https://acme.kinde.com/api");
    /// ```
    #[must_use]
    pub fn audience(self, audience: impl Into<String>) -> Self {
        self.with(|client| client.audience = Some(audience.into()))
    }

    /// Sets the scopes to ask for; unless set, the token has all scopes of the application. It has no effect on a fixed
    /// token.
    ///
    /// An empty list is refused when a client or a [`TokenRequest`](crate::TokenRequest) is made: Kinde could read it
    /// as “all”.
    ///
    /// [`Endpoint::SCOPE`](crate::Endpoint::SCOPE) tells which scope an endpoint needs.
    ///
    /// ```
    /// use kinde_api::organizations::{AddOrganizationUsers, GetOrganizationUsers};
    /// use kinde_api::{Credentials, Endpoint};
    ///
    /// let scopes = [GetOrganizationUsers::SCOPE, AddOrganizationUsers::SCOPE];
    /// let credentials = Credentials::client("an-id", "a-secret").scopes(scopes);
    /// ```
    #[must_use]
    pub fn scopes(self, scopes: impl IntoIterator<Item = impl AsRef<str>>) -> Self {
        let scopes: Vec<_> = scopes.into_iter().map(|scope| scope.as_ref().to_owned()).collect();
        self.with(|client| client.scope = Some(scopes.join(" ")))
    }

    /// From the environment: `KINDE_TOKEN`, or else `KINDE_MANAGEMENT_CLIENT_ID` and `KINDE_MANAGEMENT_CLIENT_SECRET`.
    ///
    /// White space around a value is left out, and a variable that is empty is as if it were not set. Quotes around a
    /// value are an error: they belong to the shell or to the file that it was copied from.
    ///
    /// ```no_run
    /// use kinde_api::Credentials;
    ///
    /// let credentials = Credentials::from_env()?;
    /// # Ok::<(), kinde_api::RequestError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`RequestError::Environment`], which names the variable that is missing or can't be used, and says why.
    pub fn from_env() -> Result<Self, RequestError> {
        Self::from_variables(&|name| env::var_os(name))
    }

    pub(crate) fn from_variables(variables: &dyn Fn(&str) -> Option<OsString>) -> Result<Self, RequestError> {
        if let Some(token) = variable(variables, TOKEN)? {
            if !is_usable_token(&token) {
                return Err(RequestError::Environment { name: TOKEN, reason: NOT_VISIBLE });
            }
            return Ok(Self::token(token));
        }
        let id = variable(variables, CLIENT_ID)?;
        let secret = variable(variables, CLIENT_SECRET)?;
        match (id, secret) {
            (Some(id), Some(secret)) => Ok(Self::client(id, secret)),
            (None, None) => Err(not_set("KINDE_TOKEN or KINDE_MANAGEMENT_CLIENT_ID")),
            (None, Some(_)) => Err(not_set(CLIENT_ID)),
            (Some(_), None) => Err(not_set(CLIENT_SECRET)),
        }
    }

    fn with(mut self, change: impl FnOnce(&mut ClientCredentials)) -> Self {
        if let Kind::Client(client) = &mut self.0 {
            change(client);
        }
        self
    }

    /// The token, where it is a fixed one.
    pub(crate) fn fixed(&self) -> Option<&str> {
        match &self.0 {
            Kind::Token(token) => Some(token),
            Kind::Client(_) => None,
        }
    }

    pub(crate) fn exchanged(&self) -> Result<Exchanged<'_>, RequestError> {
        match &self.0 {
            Kind::Token(_) => Err(RequestError::Credentials {
                name: "client_id",
                reason: "is missing: a fixed token is not exchanged",
            }),
            Kind::Client(client) => Ok(Exchanged {
                id: &client.id,
                secret: &client.secret,
                token_url: client.token_url.as_deref(),
                audience: client.audience.as_deref(),
                scope: client.scope.as_deref(),
            }),
        }
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Token(_) => formatter.debug_struct("Credentials").finish_non_exhaustive(),
            Kind::Client(client) => formatter
                .debug_struct("Credentials")
                .field("client_id", &client.id)
                .field("token_url", &client.token_url)
                .field("audience", &client.audience)
                .field("scope", &client.scope)
                .finish_non_exhaustive(),
        }
    }
}

const TOKEN: &str = "KINDE_TOKEN";
const CLIENT_ID: &str = "KINDE_MANAGEMENT_CLIENT_ID";
const CLIENT_SECRET: &str = "KINDE_MANAGEMENT_CLIENT_SECRET";
#[cfg(feature = "ureq")]
const DOMAIN: &str = "KINDE_DOMAIN";

/// The origin that `KINDE_DOMAIN` names, where a bare host means https.
#[cfg(feature = "ureq")]
pub(crate) fn origin_from_variables(variables: &dyn Fn(&str) -> Option<OsString>) -> Result<String, RequestError> {
    let domain = variable(variables, DOMAIN)?.ok_or_else(|| not_set(DOMAIN))?;
    let origin = if domain.contains("://") { domain } else { format!("https://{domain}") };
    match Origin::new(&origin) {
        Ok(_) => Ok(origin),
        Err(RequestError::Origin { reason }) => Err(RequestError::Environment { name: DOMAIN, reason }),
        Err(other) => Err(other),
    }
}

fn not_set(name: &'static str) -> RequestError {
    RequestError::Environment { name, reason: "is not set" }
}

fn variable(variables: &dyn Fn(&str) -> Option<OsString>, name: &'static str) -> Result<Option<String>, RequestError> {
    let refused = |reason| Err(RequestError::Environment { name, reason });
    let Some(value) = variables(name) else {
        return Ok(None);
    };
    let Ok(value) = value.into_string() else {
        return refused("is not text");
    };
    let value = value.trim();
    if value.starts_with(QUOTES) || value.ends_with(QUOTES) {
        return refused("has quotes around its value: leave them out");
    }
    if value.contains(char::is_control) {
        return refused("holds a control character");
    }
    Ok(Some(value.to_owned()).filter(|value| !value.is_empty()))
}

const QUOTES: [char; 2] = ['"', '\''];

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use super::Credentials;

    fn from(variables: &[(&str, &str)]) -> Result<Credentials, String> {
        let lookup =
            |name: &str| variables.iter().find(|(key, _)| *key == name).map(|(_, value)| OsString::from(value));
        Credentials::from_variables(&lookup).map_err(|error| error.to_string())
    }

    #[test]
    fn a_token_comes_before_client_credentials() {
        let id = ("KINDE_MANAGEMENT_CLIENT_ID", "id");
        let secret = ("KINDE_MANAGEMENT_CLIENT_SECRET", "secret");
        assert_eq!(from(&[("KINDE_TOKEN", "t"), id, secret]).unwrap().fixed(), Some("t"));
        let credentials = from(&[("KINDE_TOKEN", ""), id, secret]).unwrap();
        let exchanged = credentials.exchanged().unwrap();
        assert_eq!((exchanged.id, exchanged.secret), ("id", "secret"));
    }

    #[test]
    fn names_the_variable_that_is_missing() {
        let missing = |variables: &[(&str, &str)]| from(variables).unwrap_err();
        let either = "the environment variable KINDE_TOKEN or KINDE_MANAGEMENT_CLIENT_ID is not set";
        assert_eq!(missing(&[]), either);
        assert_eq!(missing(&[("KINDE_MANAGEMENT_CLIENT_ID", ""), ("KINDE_MANAGEMENT_CLIENT_SECRET", "")]), either);
        assert_eq!(
            missing(&[("KINDE_MANAGEMENT_CLIENT_ID", "id")]),
            "the environment variable KINDE_MANAGEMENT_CLIENT_SECRET is not set"
        );
        assert_eq!(
            missing(&[("KINDE_MANAGEMENT_CLIENT_SECRET", "secret")]),
            "the environment variable KINDE_MANAGEMENT_CLIENT_ID is not set"
        );
    }

    #[cfg(unix)]
    #[test]
    fn refuses_a_variable_that_is_no_text() {
        use std::os::unix::ffi::OsStringExt;

        let error = Credentials::from_variables(&|_| Some(OsString::from_vec(vec![0xff]))).unwrap_err();
        assert_eq!(error.to_string(), "the environment variable KINDE_TOKEN is not text");
    }

    #[test]
    fn white_space_around_a_value_is_left_out() {
        let credentials = from(&[
            ("KINDE_TOKEN", " \n"),
            ("KINDE_MANAGEMENT_CLIENT_ID", "\tid"),
            ("KINDE_MANAGEMENT_CLIENT_SECRET", "s3\r\n"),
        ]);
        let credentials = credentials.unwrap();
        let exchanged = credentials.exchanged().unwrap();
        assert_eq!((exchanged.id, exchanged.secret), ("id", "s3"));
        assert_eq!(from(&[("KINDE_TOKEN", " t ")]).unwrap().fixed(), Some("t"));
    }

    #[test]
    fn names_the_variable_that_is_wrong() {
        let id = ("KINDE_MANAGEMENT_CLIENT_ID", "id");
        for (variables, text) in [
            ([("KINDE_TOKEN", "\"t\""), id], "KINDE_TOKEN has quotes around its value: leave them out"),
            ([("KINDE_TOKEN", "'t"), id], "KINDE_TOKEN has quotes around its value: leave them out"),
            ([("KINDE_TOKEN", "t\""), id], "KINDE_TOKEN has quotes around its value: leave them out"),
            ([("KINDE_TOKEN", "t u"), id], "KINDE_TOKEN holds something other than visible ASCII characters"),
            ([("KINDE_TOKEN", "t\nu"), id], "KINDE_TOKEN holds a control character"),
            (
                [("KINDE_MANAGEMENT_CLIENT_SECRET", "'s3'\n"), id],
                "KINDE_MANAGEMENT_CLIENT_SECRET has quotes around its value: leave them out",
            ),
            (
                [("KINDE_MANAGEMENT_CLIENT_SECRET", "s\u{0}3"), id],
                "KINDE_MANAGEMENT_CLIENT_SECRET holds a control character",
            ),
        ] {
            assert_eq!(from(&variables).unwrap_err(), format!("the environment variable {text}"));
        }
    }

    #[cfg(feature = "ureq")]
    #[test]
    fn a_bare_domain_means_https() {
        let origin = |domain: &str| {
            super::origin_from_variables(&|_| Some(OsString::from(domain))).map_err(|error| error.to_string())
        };
        assert_eq!(origin("acme.kinde.com").as_deref(), Ok("https://acme.kinde.com"));
        assert_eq!(origin("http://localhost:3000").as_deref(), Ok("http://localhost:3000"));
        assert_eq!(origin(" acme.kinde.com\n").as_deref(), Ok("https://acme.kinde.com"));
        for (domain, reason) in [
            ("", "is not set"),
            ("\"acme.kinde.com\"", "has quotes around its value: leave them out"),
            ("acme kinde.com", "has an invalid host"),
            ("https://acme.kinde.com/api", "has a path: only scheme, host and port are expected"),
            ("http://acme.kinde.com", "is plain http, which is for loopback hosts only"),
            ("ftp://acme.kinde.com", "has a scheme other than https and http"),
        ] {
            assert_eq!(origin(domain), Err(format!("the environment variable KINDE_DOMAIN {reason}")));
        }
    }

    #[test]
    fn setters_leave_a_fixed_token_as_it_is() {
        let credentials = Credentials::token("t").token_url("x").audience("y").scopes(["z"]);
        assert_eq!(credentials.fixed(), Some("t"));
        let error = credentials.exchanged().map(|_| ()).unwrap_err();
        assert_eq!(error.to_string(), "the credentials' `client_id` is missing: a fixed token is not exchanged");
    }

    #[test]
    fn hides_what_is_secret() {
        assert_eq!(format!("{:?}", Credentials::token("s3cret")), "Credentials { .. }");
        assert_eq!(
            format!("{:?}", Credentials::client("id", "s3cret").scopes(["a", "b"])),
            r#"Credentials { client_id: "id", token_url: None, audience: None, scope: Some("a b"), .. }"#
        );
    }
}
