//! A Kinde to test against, in memory: no account, no network, no waiting.
//!
//! An [`Emulator`] is a business as Kinde sets it up: a default organization, the application of the credentials, and
//! Kinde's own API. It answers `http::Request` with `http::Response` for every operation of the Management API. It is a
//! [`Transport`], so a whole program can run against it. All operations share one state: what one makes, every other one
//! sees. If something is deleted, what belongs to it is deleted too. Tokens and scopes are checked, lists come in pages,
//! and errors look like Kinde's.
//!
//! # Testing a program
//!
//! Add what the program should find, run the program, and look at the result:
//!
//! ```
//! use kinde_api::emulator::{Emulator, User};
//! use kinde_api::organizations::{AddOrganizationUser, GetOrganizationUsers};
//! use kinde_api::{Api, Endpoint, OrgCode, Transport};
//!
//! /// The program: who are the admins?
//! fn admins<T: Transport>(transport: &T, api: &Api, org_code: &OrgCode) -> Vec<String> {
//!     let endpoint = GetOrganizationUsers::new(org_code).roles(["admin"]);
//!     let response = transport.send(endpoint.request(api).unwrap()).unwrap();
//!     let page = endpoint.response(&response).unwrap();
//!     page.organization_users.into_iter().filter_map(|user| user.full_name).collect()
//! }
//!
//! let emulator = Emulator::new();
//! emulator.add_role("admin");
//! let first = emulator.add_user(User::new("member1@example.com").first_name("Member").last_name("1"));
//! let second = emulator.add_user(User::new("member2@example.com").first_name("Member").last_name("2"));
//! let acme = emulator.add_organization("Acme");
//! emulator.add_members(&acme, [
//!     AddOrganizationUser::new(first),
//!     AddOrganizationUser::new(second).roles(["admin"]),
//! ])?;
//!
//! // A token with one scope: the program asks for no more than it needs.
//! emulator.declare_token("a-token", [GetOrganizationUsers::SCOPE]);
//! let api = Api::new("https://acme.kinde.com", "a-token")?;
//! assert_eq!(admins(&emulator, &api, &acme), ["Member 2"]);
//!
//! let requests = emulator.requests();
//! assert_eq!(requests.len(), 1);
//! assert_eq!(requests[0].operation_id, Some("GetOrganizationUsers"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What a test can add
//!
//! A test adds what the program should find, and does what people do in a browser, such as signing in. Operations can make
//! most of it too. But these methods send no request, need no scope, and cause no [event](Emulator::webhooks):
//!
//! ```
//! use kinde_api::emulator::{Emulator, FeatureFlag, Permission, Property, Role, User};
//! use kinde_api::organizations::{AddOrganizationUser, CreateOrganizationInvite, PasskeyPolicy};
//!
//! let emulator = Emulator::new();
//! emulator.add_permission(
//!     Permission::new("read:reports").name("Read reports").description("All of them"),
//! );
//! emulator.add_role(Role::new("analyst").name("Analyst").permissions(["read:reports"]));
//! emulator.add_feature_flag(FeatureFlag::int("seats", 5).is_overridable(false));
//! emulator.add_feature_flag(FeatureFlag::bool("is_dark", false));
//! emulator.add_feature_flag(FeatureFlag::str("theme", "blue"));
//! emulator.add_property(
//!     Property::new("kp_org_city").name("City").description("Where the organization is"),
//! );
//! emulator.add_property(Property::new("plan").of_applications());
//! emulator.add_connection("Google", "oauth2:google");
//! emulator.set_passkey_policy(PasskeyPolicy::Optional);
//!
//! let picture = "https://example.com/17.png";
//! let user =
//!     emulator.add_user(User::new("member17@example.com").picture(picture).is_suspended(false));
//! emulator.add_user(User::new("member19@example.com").phone("+61400000019").username("member19"));
//! emulator.add_mfa_factor(&user, "email", "member17@example.com")?;
//!
//! let acme = emulator.add_organization("Acme");
//! emulator.add_members(&acme, [AddOrganizationUser::new(&user).roles(["analyst"])])?;
//! emulator.sign_in(&acme, &user)?;
//!
//! let invite = CreateOrganizationInvite::new(&acme, "member18@example.com", ["analyst"]);
//! let code = emulator.client().send(&invite)?.invite.and_then(|invite| invite.code).unwrap();
//! let newcomer = emulator.accept_invite(&acme, code)?;
//! assert_ne!(newcomer, user);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What a test can look at
//!
//! [`Emulator::requests`] lists every request. Some operations set what no operation reads back. For each of these there is
//! a method, such as:
//!
//! ```
//! use kinde_api::emulator::Emulator;
//! use kinde_api::organizations::{
//!     AddOrganizationLogo, LogoType, ReplaceOrganizationMfa, UpdateOrganizationSessions,
//! };
//!
//! let emulator = Emulator::new();
//! let (client, org_code) = (emulator.client(), emulator.default_organization());
//!
//! let mfa =
//!     ReplaceOrganizationMfa::new(&org_code, ["mfa:email"]).is_recovery_codes_enabled(false);
//! client.send(&mfa)?;
//! assert_eq!(emulator.organization_mfa(&org_code)?, Some(mfa));
//!
//! let an_hour = UpdateOrganizationSessions::new(&org_code).authenticated_session_lifetime(3600);
//! client.send(&an_hour)?;
//! assert_eq!(emulator.organization_sessions(&org_code)?, an_hour);
//!
//! let image = b"<svg/>";
//! let logo = AddOrganizationLogo::new(&org_code, LogoType::Dark, "a.svg", "image/svg+xml", image);
//! client.send(&logo)?;
//! assert_eq!(emulator.organization_logo(&org_code, LogoType::Dark)?, Some(image.to_vec()));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Tokens
//!
//! There are three ways to get a token:
//!
//! - [`Emulator::token`] gives one with all scopes.
//! - [`Emulator::declare_token`] takes a token of yours and the scopes that it has.
//! - `POST /oauth2/token` gives one for [`client_id`](Emulator::client_id) and
//!   [`client_secret`](Emulator::client_secret). It expires by the emulator's clock.
//!
//! Without a valid token the answer is a 401. If the token lacks the operation's scope, it is a 403 with
//! `SCOPE_MISSING`.
//!
//! ```
//! use std::time::Duration;
//! use kinde_api::emulator::Emulator;
//! use kinde_api::organizations::GetOrganizations;
//! use kinde_api::{Client, Credentials};
//!
//! let emulator = Emulator::new();
//! emulator.set_application_scopes(["read:organizations"]);
//! emulator.set_token_lifetime(Duration::from_secs(600));
//! emulator.add_audience("https://acme.example.com/api");
//!
//! // What `emulator.credentials()` makes, for another audience.
//! let credentials = Credentials::client(emulator.client_id(), emulator.client_secret());
//! let credentials = credentials.audience("https://acme.example.com/api");
//! let client = Client::new(emulator.clone(), "https://acme.kinde.com", credentials)?
//!     .with_clock(emulator.clone());
//! client.send(&GetOrganizations::new())?;
//!
//! // A client whose token is refused fetches a new one.
//! emulator.revoke_tokens();
//! client.send(&GetOrganizations::new())?;
//! let statuses: Vec<_> =
//!     emulator.requests().iter().filter_map(|request| request.status).collect();
//! assert_eq!(statuses, [200, 200, 401, 200, 200]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Other applications get tokens too. Such a token has only the scopes that the application was given:
//!
//! ```
//! use kinde_api::apis::{AddApiApplicationScope, GetApis, UpdateApiApplication, UpdateApiApplications};
//! use kinde_api::applications::{ApplicationType, CreateApplication};
//! use kinde_api::emulator::Emulator;
//! use kinde_api::roles::{CreateRole, GetRoles};
//! use kinde_api::{Client, Credentials};
//!
//! let emulator = Emulator::new();
//! let admin = emulator.client();
//! let robot = admin.send(&CreateApplication::new("Robot", ApplicationType::M2m))?.application.unwrap();
//! let (id, secret) = (robot.id.unwrap(), robot.client_secret.unwrap());
//!
//! let apis = admin.send(&GetApis::new().expand("scopes"))?.apis;
//! let kinde = apis.into_iter().find(|api| api.is_management_api == Some(true)).unwrap();
//! let api_id = kinde.id.unwrap();
//! let read = kinde.scopes.into_iter().find(|scope| scope.key == Some("read:roles".into())).unwrap();
//! admin.send(&UpdateApiApplications::new(&api_id, [UpdateApiApplication::new(&id)]))?;
//! admin.send(&AddApiApplicationScope::new(&api_id, &id, read.id.unwrap()))?;
//!
//! let credentials = Credentials::client(id.as_str(), secret.expose());
//! let client = Client::new(emulator.clone(), "https://acme.kinde.com", credentials)?;
//! assert!(client.send(&GetRoles::new()).is_ok());
//! assert!(client.send(&CreateRole::new("Administrator", "admin")).is_err());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Webhooks
//!
//! A change by an operation is an event. [`Emulator::webhooks`] gives the requests that Kinde would send to the webhooks
//! for it. So a test can hand them to the program that receives them, without a network.
//!
//! ```
//! use kinde_api::emulator::Emulator;
//! use kinde_api::roles::CreateRole;
//! use kinde_api::webhooks::CreateWebHook;
//!
//! /// The program: takes a JWT, whose signature it can't check here.
//! fn receive(request: http::Request<Vec<u8>>) -> bool {
//!     request.headers()["content-type"] == "application/jwt"
//! }
//!
//! let emulator = Emulator::new();
//! let client = emulator.client();
//! client.send(&CreateWebHook::new("https://example.com/hooks", ["role.created"], "Receiver"))?;
//! client.send(&CreateRole::new("Administrator", "admin"))?;
//!
//! let requests = emulator.webhooks();
//! assert_eq!(requests.len(), 1);
//! assert!(requests.into_iter().all(receive));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Time
//!
//! The clock stands still until [`Emulator::advance`] moves it. So a test of waiting or of expiry takes no time.
//!
//! # When Kinde misbehaves
//!
//! [`Emulator::misbehave`] makes answers fail: the next few, every tenth, or those of one operation.
//! [`Emulator::limit_rate`] limits how many requests are answered in a period:
//!
//! ```
//! use std::time::Duration;
//! use kinde_api::emulator::{Emulator, Fault, Misbehaviour};
//! use kinde_api::organizations::GetOrganizations;
//! use kinde_api::{Api, Endpoint};
//!
//! let emulator = Emulator::new();
//! let api = Api::new("https://acme.kinde.com", emulator.token())?;
//! emulator.misbehave(Misbehaviour::new(Fault::RateLimited { reset: Duration::from_secs(30) }).times(1));
//!
//! let endpoint = GetOrganizations::new();
//! let error = endpoint.response(&emulator.respond(endpoint.request(&api)?)?).unwrap_err();
//! assert_eq!(error.retry_after(), Some(Duration::from_secs(30)));
//! assert!(endpoint.response(&emulator.respond(endpoint.request(&api)?)?).is_ok());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Other languages
//!
//! The program `kinde-emulator` serves an emulator over HTTP or HTTPS, for tests in any language. In a clone of the
//! repository, `cargo install --path examples/kinde-emulator` installs it.
//!
#![doc = include_str!("guesses.md")]

mod answer;
mod authorization;
mod base64;
mod call;
mod clock;
mod endpoints;
mod events;
mod faults;
mod form;
mod inspect;
mod jwt;
mod logo;
mod membership;
mod paging;
mod random;
mod received;
mod respond;
mod route;
mod seed;
mod state;
mod steer;
mod tell;
mod unknown;

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use http::{Request, Response};

use self::state::Business;
use crate::{Client, Clock, Credentials, OrgCode, Transport};

pub use self::faults::{Delay, Fault, Misbehaviour};
pub use self::inspect::ApiScope;
pub use self::received::ReceivedRequest;
pub use self::seed::{
    BillingFeature, BillingOwner, BillingPlan, FeatureFlag, Permission, Property, Role, Session, User,
};
pub use self::unknown::Unknown;

/// What stands for `POST /oauth2/token` where an operation is named: in [`ReceivedRequest::operation_id`] and
/// [`Misbehaviour::operation`].
pub const TOKEN: &str = crate::token::request::OPERATION_ID;

/// The connection was closed before an answer came.
///
/// ```
/// use kinde_api::emulator::{Emulator, Fault, Misbehaviour};
/// use kinde_api::{Api, Endpoint, organizations::GetOrganizations};
///
/// let emulator = Emulator::new();
/// emulator.misbehave(Misbehaviour::new(Fault::Closed));
/// let api = Api::new("https://acme.kinde.com", emulator.token())?;
/// let closed = emulator.respond(GetOrganizations::new().request(&api)?).unwrap_err();
/// assert_eq!(closed.to_string(), "the connection was closed without an answer");
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the connection was closed without an answer")]
pub struct Closed;

/// A business of Kinde's in memory, with its default organization.
///
/// Clones share one state, and several threads can use them at once. [The module](self) shows how to test with one.
#[derive(Clone)]
pub struct Emulator {
    business: Arc<Mutex<Business>>,
}

impl Emulator {
    /// A business with its default organization and nothing else, at midnight of 1 January 2026, UTC.
    ///
    /// Two new emulators are alike: the same calls in the same order make the same ids, codes and secrets.
    #[must_use]
    pub fn new() -> Self {
        Self::with_seed(0)
    }

    /// Like [`new`](Self::new), but ids, codes and secrets depend on a seed.
    ///
    /// If others can reach the emulator, choose a seed that they can't guess.
    ///
    /// ```
    /// use kinde_api::emulator::Emulator;
    ///
    /// assert_eq!(Emulator::with_seed(17).client_id(), Emulator::with_seed(17).client_id());
    /// assert_ne!(Emulator::with_seed(17).client_id(), Emulator::with_seed(18).client_id());
    /// ```
    #[must_use]
    pub fn with_seed(seed: u64) -> Self {
        Self { business: Arc::new(Mutex::new(Business::new(seed))) }
    }

    /// Answers a request as Kinde would.
    ///
    /// ```
    /// use http::{Request, StatusCode};
    /// use kinde_api::emulator::Emulator;
    ///
    /// let emulator = Emulator::new();
    /// let request = Request::get("https://acme.kinde.com/api/v1/organizations").body(Vec::new())?;
    /// assert_eq!(emulator.respond(request)?.status(), StatusCode::UNAUTHORIZED);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Closed`], if it was [told](Self::misbehave) to close the connection.
    pub fn respond(&self, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, Closed> {
        self.with(|business| business.respond(request))
    }

    /// The code of the organization that every business starts with.
    #[must_use]
    pub fn default_organization(&self) -> OrgCode {
        self.with(|business| business.default_organization.clone())
    }

    /// The client id of the machine-to-machine application, for [`POST /oauth2/token`](TOKEN).
    #[must_use]
    pub fn client_id(&self) -> String {
        self.with(|business| business.authorization.client_id.to_string())
    }

    /// The client secret of the machine-to-machine application, for [`POST /oauth2/token`](TOKEN).
    #[must_use]
    pub fn client_secret(&self) -> String {
        self.with(|business| {
            let application = business.applications.get(business.authorization.client_id.as_str()).ok();
            let secret = application.and_then(|application| application.client_secret.as_ref());
            secret.map_or_else(String::new, |secret| secret.expose().to_owned())
        })
    }

    /// The client id and secret of the machine-to-machine application, as a [`Client`] takes them.
    ///
    /// ```
    /// use kinde_api::{Client, emulator::Emulator, organizations::GetOrganizations};
    ///
    /// let emulator = Emulator::new();
    /// let client = Client::new(emulator.clone(), "https://acme.kinde.com", emulator.credentials())?;
    /// assert_eq!(client.send(&GetOrganizations::new())?.organizations.len(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn credentials(&self) -> Credentials {
        Credentials::client(self.client_id(), self.client_secret())
    }

    /// A client of this business that uses the emulator's clock, so that its waits take no time.
    ///
    /// ```
    /// use std::time::Duration;
    /// use kinde_api::emulator::{Emulator, Fault, Misbehaviour};
    /// use kinde_api::organizations::GetOrganizations;
    ///
    /// let emulator = Emulator::new();
    /// emulator.misbehave(Misbehaviour::new(Fault::RateLimited { reset: Duration::from_secs(30) }).times(2));
    ///
    /// let organizations = emulator.client().items(GetOrganizations::new());
    /// assert_eq!(organizations.collect::<Result<Vec<_>, _>>()?.len(), 1);
    /// let calls: Vec<_> = emulator.requests().into_iter().filter_map(|request| request.operation_id).collect();
    /// assert_eq!(calls, ["token", "token", "token", "getOrganizations"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    #[expect(
        clippy::missing_panics_doc,
        clippy::unwrap_used,
        reason = "the origin is one, and neither id nor secret is empty"
    )]
    pub fn client(&self) -> Client<Self> {
        Client::new(self.clone(), "https://emulator.kinde.com", self.credentials()).unwrap().with_clock(self.clone())
    }

    /// A new token with the scopes of the machine-to-machine application, which does not expire.
    ///
    /// ```
    /// use kinde_api::{Api, emulator::Emulator};
    ///
    /// let api = Api::new("https://acme.kinde.com", Emulator::new().token())?;
    /// # Ok::<(), kinde_api::RequestError>(())
    /// ```
    #[must_use]
    pub fn token(&self) -> String {
        self.with(|business| {
            let token = format!("token_{}", business.random.hex(32));
            let scopes = business.own_scopes();
            business.authorization.declare(token.clone(), scopes);
            token
        })
    }

    /// Accepts a token of yours from now on. It has these scopes, and does not expire.
    ///
    /// ```
    /// use http::StatusCode;
    /// use kinde_api::{Api, Endpoint, emulator::Emulator, organizations::{CreateOrganization, GetOrganizations}};
    ///
    /// let emulator = Emulator::new();
    /// emulator.declare_token("reader", [GetOrganizations::SCOPE]);
    /// let api = Api::new("https://acme.kinde.com", "reader")?;
    /// assert_eq!(emulator.respond(GetOrganizations::new().request(&api)?)?.status(), StatusCode::OK);
    ///
    /// let create = CreateOrganization::new("Acme");
    /// let error = create.response(&emulator.respond(create.request(&api)?)?).unwrap_err();
    /// assert_eq!((error.status(), error.code()), (StatusCode::FORBIDDEN, Some("SCOPE_MISSING")));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn declare_token(&self, token: impl Into<String>, scopes: impl IntoIterator<Item = impl Into<String>>) {
        let token = token.into();
        let scopes = scopes.into_iter().map(Into::into).collect();
        self.with(|business| business.authorization.declare(token, scopes));
    }

    /// Ends all tokens, those that were fetched and those that were declared. The next call with one of them is a 401.
    pub fn revoke_tokens(&self) {
        self.with(|business| business.authorization.revoke_all());
    }

    /// Sets how long tokens that are fetched from now on are valid: an hour by default.
    pub fn set_token_lifetime(&self, lifetime: Duration) {
        self.with(|business| business.authorization.lifetime = lifetime);
    }

    /// The time by the emulator's clock, since 1970. It stands still until it is [moved](Self::advance).
    ///
    /// ```
    /// use kinde_api::emulator::Emulator;
    ///
    /// assert_eq!(Emulator::new().now().as_secs(), 1_767_225_600); // 2026-01-01T00:00:00Z
    /// ```
    #[must_use]
    pub fn now(&self) -> Duration {
        self.with(|business| business.clock.now())
    }

    /// Moves the clock on.
    ///
    /// ```
    /// use std::time::Duration;
    /// use kinde_api::emulator::Emulator;
    ///
    /// let emulator = Emulator::new();
    /// let before = emulator.now();
    /// emulator.advance(Duration::from_secs(3600));
    /// assert_eq!(emulator.now() - before, Duration::from_secs(3600));
    /// ```
    pub fn advance(&self, time: Duration) {
        self.with(|business| business.clock.advance(time));
    }

    /// Uses the time of the system from now on, as a server should.
    ///
    /// ```
    /// use std::time::{Duration, SystemTime, UNIX_EPOCH};
    /// use kinde_api::emulator::Emulator;
    ///
    /// let emulator = Emulator::new();
    /// emulator.follow_wall_clock();
    /// let now = SystemTime::now().duration_since(UNIX_EPOCH)?;
    /// assert!(now.abs_diff(emulator.now()) < Duration::from_secs(60));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn follow_wall_clock(&self) {
        self.with(|business| business.clock.follow_wall_clock());
    }

    /// Misbehaves from now on. If several misbehaviours fit a request, the first that was added happens.
    pub fn misbehave(&self, misbehaviour: Misbehaviour) {
        self.with(|business| business.faults.add(misbehaviour));
    }

    /// Answers so many requests in a window of time, and the rest with a 429, by the emulator's clock. A window begins
    /// with the first request after the last window has ended. Fetching tokens is not limited.
    ///
    /// ```
    /// use std::time::Duration;
    /// use kinde_api::{Api, Endpoint, emulator::Emulator, organizations::GetOrganizations};
    ///
    /// let emulator = Emulator::new();
    /// emulator.limit_rate(1, Duration::from_secs(60));
    /// let api = Api::new("https://acme.kinde.com", emulator.token())?;
    /// let status = || Ok::<_, Box<dyn std::error::Error>>({
    ///     emulator.respond(GetOrganizations::new().request(&api)?)?.status().as_u16()
    /// });
    /// assert_eq!((status()?, status()?), (200, 429));
    /// emulator.advance(Duration::from_secs(60));
    /// assert_eq!(status()?, 200);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn limit_rate(&self, requests: u32, window: Duration) {
        self.with(|business| business.faults.limit_rate(requests, window));
    }

    /// Ends all misbehaviour and the rate limit.
    ///
    /// ```
    /// use kinde_api::emulator::{Emulator, Fault, Misbehaviour};
    /// use kinde_api::organizations::CreateOrganization;
    ///
    /// let emulator = Emulator::new();
    /// emulator.misbehave(Misbehaviour::new(Fault::Closed).operation("createOrganization"));
    /// assert!(emulator.client().send(&CreateOrganization::new("Acme")).is_err());
    ///
    /// emulator.behave();
    /// assert!(emulator.client().send(&CreateOrganization::new("Acme")).is_ok());
    /// ```
    pub fn behave(&self) {
        self.with(|business| business.faults.clear());
    }

    fn with<T>(&self, work: impl FnOnce(&mut Business) -> T) -> T {
        work(&mut self.business.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Default for Emulator {
    fn default() -> Self {
        Self::new()
    }
}

impl Transport for Emulator {
    type Error = Closed;

    fn send(&self, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, Closed> {
        self.respond(request)
    }
}

/// The emulator's clock: who waits by it moves it on.
impl Clock for Emulator {
    fn now(&self) -> Duration {
        self.with(|business| business.clock.now())
    }

    fn sleep(&self, duration: Duration) {
        self.advance(duration);
    }

    /// None, so that waits are as long as they are said to be.
    fn jitter(&self) -> f64 {
        0.0
    }
}

impl fmt::Debug for Emulator {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (organizations, users, requests) =
            self.with(|business| (business.organizations.len(), business.users.len(), business.requests.len()));
        formatter
            .debug_struct("Emulator")
            .field("organizations", &organizations)
            .field("users", &users)
            .field("requests", &requests)
            .finish_non_exhaustive()
    }
}
