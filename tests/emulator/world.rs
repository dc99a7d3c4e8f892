//! A business to ask, and how to ask it.

use http::Request;
use kinde_api::emulator::{Emulator, Permission, Role, User};
use kinde_api::organizations::AddOrganizationUser;
use kinde_api::{Api, Endpoint, OrgCode, PermissionId, ResponseError, RoleId, UserId};
use serde_json::{Value, json};

/// A list without keys.
pub(crate) const NOTHING: [&str; 0] = [];

pub(crate) const ORIGIN: &str = "https://acme.kinde.com";

/// What most changes answer.
pub(crate) fn success() -> (u16, Value) {
    (200, json!({"code": "OK", "message": "Success"}))
}

/// An emulator with an organization, Acme, and a token for everything.
pub(crate) struct World {
    pub(crate) emulator: Emulator,
    pub(crate) api: Api,
    pub(crate) acme: OrgCode,
}

impl World {
    pub(crate) fn new() -> Self {
        let emulator = Emulator::new();
        let api = Api::new(ORIGIN, emulator.token()).unwrap();
        let acme = emulator.add_organization("Acme");
        Self { emulator, api, acme }
    }

    /// The user `Member N`, a member of nothing.
    pub(crate) fn user(&self, number: usize) -> UserId {
        let user = User::new(format!("member{number}@example.com")).first_name("Member");
        self.emulator.add_user(user.last_name(number.to_string()))
    }

    /// The user `Member N`, a member of Acme.
    pub(crate) fn member(&self, number: usize) -> UserId {
        let user = self.user(number);
        self.emulator.add_members(&self.acme, [AddOrganizationUser::new(&user)]).unwrap();
        user
    }

    pub(crate) fn role(&self, key: &str, name: &str, permissions: &[&str]) -> RoleId {
        self.emulator.add_role(Role::new(key).name(name).permissions(permissions))
    }

    pub(crate) fn permission(&self, key: &str, name: &str) -> PermissionId {
        self.emulator.add_permission(Permission::new(key).name(name))
    }

    /// What the library makes of the answer.
    pub(crate) fn send<E: Endpoint>(&self, endpoint: &E) -> Result<E::Output, ResponseError> {
        endpoint.response(&self.emulator.respond(endpoint.request(&self.api).unwrap()).unwrap())
    }

    /// Status and body of the answer, null for none; the library has to read a success as one.
    pub(crate) fn answer<E: Endpoint>(&self, endpoint: &E) -> (u16, Value) {
        let response = self.emulator.respond(endpoint.request(&self.api).unwrap()).unwrap();
        assert_eq!(endpoint.response(&response).is_ok(), response.status().is_success(), "{}", E::OPERATION_ID);
        (response.status().as_u16(), body(response.body()))
    }

    /// Status and code of an error.
    pub(crate) fn refusal<E: Endpoint>(&self, endpoint: &E) -> (u16, String) {
        let Err(error) = self.send(endpoint) else {
            panic!("{} was carried out", E::OPERATION_ID);
        };
        (error.status().as_u16(), error.code().unwrap_or_default().to_owned())
    }

    /// Status and body of the answer to an endpoint whose request a test has changed.
    pub(crate) fn changed<E: Endpoint>(
        &self,
        endpoint: &E,
        change: impl FnOnce(&mut Request<Vec<u8>>),
    ) -> (u16, Value) {
        let mut request = endpoint.request(&self.api).unwrap();
        change(&mut request);
        self.raw(request)
    }

    /// Status and body of the answer to a request with this JSON for a body.
    pub(crate) fn with_body<E: Endpoint>(&self, endpoint: &E, body: &str) -> (u16, Value) {
        self.changed(endpoint, |request| *request.body_mut() = body.into())
    }

    /// Each of these bodies is a 400, `BAD_REQUEST`.
    pub(crate) fn refuses_bodies<E: Endpoint>(&self, endpoint: &E, bodies: &[&str]) {
        for text in bodies {
            let (status, answer) = self.with_body(endpoint, text);
            let code = &answer["errors"][0]["code"];
            assert_eq!((status, code), (400, &json!("BAD_REQUEST")), "{} {text}", E::OPERATION_ID);
        }
    }

    pub(crate) fn raw(&self, request: Request<Vec<u8>>) -> (u16, Value) {
        let response = self.emulator.respond(request).unwrap();
        (response.status().as_u16(), body(response.body()))
    }
}

/// An answer with these fields beside code and message.
pub(crate) fn envelope(status: u16, mut content: Value) -> (u16, Value) {
    content["code"] = json!("OK");
    content["message"] = json!("Success");
    (status, content)
}

pub(crate) fn refused(status: u16, code: &str) -> (u16, String) {
    (status, code.to_owned())
}

fn body(bytes: &[u8]) -> Value {
    if bytes.is_empty() { Value::Null } else { serde_json::from_slice(bytes).unwrap() }
}
