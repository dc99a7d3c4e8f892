//! A business that has something for every operation, and a call of each that is carried out.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use http::header::{AUTHORIZATION, CONTENT_TYPE};
use http::{Method, Request};
use kinde_api::emulator::{
    BillingFeature, BillingPlan, Emulator, FeatureFlag, Permission, Property, Role, Session, User,
};
use kinde_api::{Operation, operations};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::world::ORIGIN;

/// The calls, where `$name` stands for something of the [`Everything`].
static CALLS: LazyLock<Calls> = LazyLock::new(|| serde_json::from_str(include_str!("calls.json")).unwrap());

#[derive(Deserialize)]
struct Calls {
    /// The parameters of paths, for all that say nothing else.
    path: BTreeMap<String, Value>,
    /// What makes the business, in this order.
    setup: Vec<Step>,
    /// By operation, with every parameter that goes together with the others.
    by_operation: BTreeMap<String, Parameters>,
}

#[derive(Deserialize)]
struct Step {
    id: String,
    #[serde(flatten)]
    parameters: Parameters,
    /// Names, and where in the answer is what they stand for.
    #[serde(default)]
    keep: BTreeMap<String, String>,
}

#[derive(Clone, Default, Deserialize)]
struct Parameters {
    #[serde(default)]
    path: Map<String, Value>,
    #[serde(default)]
    query: Map<String, Value>,
    body: Option<Value>,
    /// Whether a logo is sent in a form.
    #[serde(default)]
    file: bool,
}

/// What is sent to an operation.
#[derive(Clone, Debug)]
pub(super) struct Call {
    pub(super) operation: &'static Operation,
    pub(super) path: Map<String, Value>,
    pub(super) query: Map<String, Value>,
    pub(super) body: Option<Value>,
    pub(super) file: bool,
    /// Another content than that of the body or the file, with its type.
    pub(super) raw: Option<(&'static str, Vec<u8>)>,
}

/// A status, and a body.
pub(super) type Answer = (u16, Vec<u8>);

pub(super) struct Everything {
    pub(super) emulator: Emulator,
    token: String,
    names: BTreeMap<String, Value>,
}

impl Everything {
    pub(super) fn new() -> Self {
        let emulator = Emulator::new();
        let token = emulator.token();
        let mut everything = Self { emulator, token, names: BTreeMap::new() };
        everything.put_in().unwrap();
        for step in &CALLS.setup {
            let (status, body) = everything.send(&everything.call_with(&step.id, &step.parameters));
            assert!((200..300).contains(&status), "{}: {}", step.id, String::from_utf8_lossy(&body));
            for (name, pointer) in &step.keep {
                let answer: Value = serde_json::from_slice(&body).unwrap();
                everything.name(name, answer.pointer(pointer).unwrap());
            }
        }
        let (org, user) = (everything.text("org"), everything.text("user"));
        everything.emulator.sign_in(org, user).unwrap();
        // What the setup made happen is told before anything is tried.
        let _ = everything.emulator.webhooks();
        everything
    }

    /// What no operation makes, and what all the others begin with.
    fn put_in(&mut self) -> Result<(), kinde_api::emulator::Unknown> {
        let emulator = self.emulator.clone();
        for (name, key) in [("permission", "read:reports"), ("permission2", "write:reports"), ("permission3", "third")]
        {
            self.name(name, emulator.add_permission(Permission::new(key).name(key).description("Reports")));
        }
        for (name, key, permission) in [("role", "admin", "write:reports"), ("role2", "member", "read:reports")] {
            self.name(name, emulator.add_role(Role::new(key).name(key).permissions([permission])));
        }
        for (number, name) in ["user", "other", "third"].into_iter().enumerate() {
            let user = User::new(format!("{name}@example.com")).first_name("Member").last_name(name);
            let user = user.phone(format!("+6140000000{number}")).username(name).picture("https://example.com/1.png");
            self.name(name, emulator.add_user(user));
        }
        let user = self.text("user");
        self.name("factor", emulator.add_mfa_factor(user.as_str(), "email", "member@example.com")?);
        let session = Session::new(user.as_str()).org_code(emulator.default_organization());
        emulator.add_session(session.ip_address("192.0.2.1").user_agent("Firefox"))?;
        emulator.add_feature_flag(FeatureFlag::str("theme", "blue"));
        emulator.add_property(Property::new("kp_org_city").name("City").description("Where it is"));
        let (api, scopes) = emulator.add_api("https://reports.example.com", ["read:reports", "write:reports"]);
        self.name("api", api);
        self.name("scope", &scopes[0]);
        self.name("scope2", &scopes[1]);
        self.name("connection", emulator.add_connection("Google", "oauth2:google"));
        self.name("saml", emulator.add_connection("Example directory", "saml:custom"));
        self.name("event", emulator.add_event("user.authenticated", json!({"user": {"id": user}})));
        let exports = BillingFeature::new("exports").name("Exports").unit_amount(5).limit_max(1000).fixed_charge(1);
        emulator.add_billing_plan(BillingPlan::new("pro").feature(exports));
        let customer = emulator.add_billing_customer(kinde_api::UserId::from(user.as_str()))?;
        self.name("agreement", emulator.add_billing_agreement(&customer, "pro")?);
        self.name("customer", customer);
        self.name("default_org", emulator.default_organization());
        emulator.add_connected_app("crm");
        self.find("system", "/api/v1/system_permissions", "/system_permissions/0/id");
        self.find("system2", "/api/v1/system_permissions", "/system_permissions/1/id");
        self.find("system3", "/api/v1/system_permissions", "/system_permissions/2/id");
        self.find("identity", &format!("/api/v1/users/{user}/identities"), "/identities/0/id");
        self.find("industry", "/api/v1/industries", "/industries/0/key");
        self.find("timezone", "/api/v1/timezones", "/timezones/0/key");
        self.find(
            "app_session",
            &format!("/api/v1/connected_apps/auth_url?key_code_ref=crm&user_id={user}"),
            "/session_id",
        );
        emulator.sign_in_to_connected_app(self.text("app_session"))?;
        self.name("scope_key", "read:reports");
        Ok(())
    }

    fn name(&mut self, name: &str, value: impl serde::Serialize) {
        self.names.insert(name.to_owned(), json!(value));
    }

    fn find(&mut self, name: &str, uri: &str, pointer: &str) {
        let request = Request::get(format!("{ORIGIN}{uri}")).header(AUTHORIZATION, format!("Bearer {}", self.token));
        let response = self.emulator.respond(request.body(Vec::new()).unwrap()).unwrap();
        let answer: Value = serde_json::from_slice(response.body()).unwrap();
        self.name(name, answer.pointer(pointer).unwrap());
    }

    /// What a name stands for.
    pub(super) fn text(&self, name: &str) -> String {
        self.names[name].as_str().unwrap().to_owned()
    }

    /// The call of an operation that is carried out.
    pub(super) fn call(&self, operation: &Operation) -> Call {
        let nothing = Parameters::default();
        self.call_with(operation.operation_id, CALLS.by_operation.get(operation.operation_id).unwrap_or(&nothing))
    }

    fn call_with(&self, id: &str, parameters: &Parameters) -> Call {
        let operation = operations().find(|operation| operation.operation_id == id).unwrap();
        let in_path = operation.path.split('/').filter_map(|segment| segment.strip_prefix('{')?.strip_suffix('}'));
        let path = in_path.map(|name| {
            let value = parameters.path.get(name).unwrap_or_else(|| &CALLS.path[name]);
            (name.to_owned(), self.resolved(value))
        });
        let query = parameters.query.iter().map(|(name, value)| (name.clone(), self.resolved(value)));
        Call {
            operation,
            path: path.collect(),
            query: query.collect(),
            body: parameters.body.as_ref().map(|body| self.resolved(body)),
            file: parameters.file,
            raw: None,
        }
    }

    fn resolved(&self, value: &Value) -> Value {
        match value {
            Value::String(text) => {
                text.strip_prefix('$').map_or_else(|| value.clone(), |name| self.names[name].clone())
            }
            Value::Array(items) => items.iter().map(|item| self.resolved(item)).collect(),
            Value::Object(fields) => fields.iter().map(|(name, value)| (name.clone(), self.resolved(value))).collect(),
            other => other.clone(),
        }
    }

    pub(super) fn send(&self, call: &Call) -> Answer {
        self.send_with(call, &self.token)
    }

    pub(super) fn send_with(&self, call: &Call, token: &str) -> Answer {
        let response = self.emulator.respond(call.request(token)).unwrap();
        (response.status().as_u16(), response.into_body())
    }

    /// The request of the call of an operation that is carried out.
    pub(super) fn request(&self, operation: &Operation) -> Request<Vec<u8>> {
        self.call(operation).request(&self.token)
    }

    /// All that operations tell, and what they take and never tell.
    pub(super) fn state(&self) -> BTreeMap<&'static str, Answer> {
        // That one begins a session with each call.
        let is_asked = |operation: &&Operation| {
            operation.method == Method::GET && operation.operation_id != "GetConnectedAppAuthUrl"
        };
        let mut state: BTreeMap<_, _> = operations()
            .filter(is_asked)
            .map(|operation| (operation.operation_id, self.send(&self.call(operation))))
            .collect();
        let (emulator, org, user) = (&self.emulator, self.text("org"), self.text("user"));
        let untold = format!(
            "{:?}",
            (
                emulator.application_tokens(self.text("application")),
                emulator.environment_mfa(),
                emulator.user_feature_flags(user.as_str()),
                emulator.user_password(user.as_str()),
                emulator.meter_usage(),
                emulator.connection_options(self.text("connection")),
                emulator.organization_mfa(org.as_str()),
                emulator.organization_sessions(org.as_str()),
                emulator.organization_logo(org.as_str(), "light"),
                emulator.member_api_scopes(org.as_str(), user.as_str()),
                emulator.webhooks().len(),
            )
        );
        state.insert("untold", (0, untold.into_bytes()));
        state
    }
}

impl Call {
    fn request(&self, token: &str) -> Request<Vec<u8>> {
        let (content_type, content) = self.content();
        let mut request = Request::builder().method(&self.operation.method).uri(format!("{ORIGIN}{}", self.uri()));
        if !content_type.is_empty() {
            request = request.header(CONTENT_TYPE, content_type);
        }
        request.header(AUTHORIZATION, format!("Bearer {token}")).body(content).unwrap()
    }

    fn uri(&self) -> String {
        let encoded = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        let mut uri = self.operation.path.to_owned();
        for (name, value) in &self.path {
            uri = uri.replace(&format!("{{{name}}}"), &encoded(value.as_str().unwrap()));
        }
        let pair = |(name, value): (&String, &Value)| {
            let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            format!("{}={}", encoded(name), encoded(&value))
        };
        let query: Vec<String> = self.query.iter().map(pair).collect();
        if query.is_empty() { uri } else { format!("{uri}?{}", query.join("&")) }
    }

    fn content(&self) -> (&str, Vec<u8>) {
        const LOGO: &[u8] = b"--B\r\nContent-Disposition: form-data; name=\"logo\"; filename=\"logo.png\"\r\n\
            Content-Type: image/png\r\n\r\n\x89PNG\r\n\x1a\n\r\n--B--\r\n";
        match (&self.raw, &self.body) {
            (Some((content_type, content)), _) => (content_type, content.clone()),
            (None, Some(body)) => ("application/json", body.to_string().into_bytes()),
            (None, None) if self.file => ("multipart/form-data; boundary=B", LOGO.to_vec()),
            (None, None) => ("", Vec::new()),
        }
    }
}
