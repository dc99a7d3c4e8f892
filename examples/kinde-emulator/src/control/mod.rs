//! What steers the emulator from outside, under `/_emulator/`.

mod admission;
mod clock;
mod faults;
mod requests;
mod sign_in;
mod state;

use http::{HeaderMap, Method, StatusCode};
use serde::Serialize;
use serde_json::{Value, json};

pub(crate) use self::admission::Admission;
use crate::business::Business;
use crate::state::problem::Problem;

/// Where all of it is.
pub(crate) const PREFIX: &str = "/_emulator/";

/// What the path of a request to steer the emulator names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    Health,
    Reset,
    TellState,
    PutState,
    Schema,
    TellRequests,
    ForgetRequests,
    TellFaults,
    AddFault,
    EndFaults,
    TellClock,
    AdvanceClock,
    TellWebhooks,
    ForgetWebhooks,
    SignIn,
}

impl Action {
    /// The action, or why there is none.
    pub(crate) fn of(method: &Method, path: &str) -> Result<Self, Refusal> {
        let resource = path.strip_prefix(PREFIX).unwrap_or_default();
        let known: &[(&str, Self)] = match resource {
            "health" => &[("GET", Self::Health)],
            "reset" => &[("POST", Self::Reset)],
            "state" => &[("GET", Self::TellState), ("PUT", Self::PutState)],
            "schema" => &[("GET", Self::Schema)],
            "requests" => &[("GET", Self::TellRequests), ("DELETE", Self::ForgetRequests)],
            "faults" => &[("GET", Self::TellFaults), ("POST", Self::AddFault), ("DELETE", Self::EndFaults)],
            "clock" => &[("GET", Self::TellClock), ("POST", Self::AdvanceClock)],
            "webhooks" => &[("GET", Self::TellWebhooks), ("DELETE", Self::ForgetWebhooks)],
            "sign_in" => &[("POST", Self::SignIn)],
            _ => return Err(Refusal::new(StatusCode::NOT_FOUND, format!("there is no {path}"))),
        };
        if let Some((_, action)) = known.iter().find(|(known, _)| *known == method.as_str()) {
            return Ok(*action);
        }
        let methods: Vec<&str> = known.iter().map(|(method, _)| *method).collect();
        Err(Refusal::new(StatusCode::METHOD_NOT_ALLOWED, format!("{path} takes {}", methods.join(", "))))
    }

    /// Whether its body is a state, and may be as large as one.
    pub(crate) fn takes_state(self) -> bool {
        self == Self::PutState
    }

    /// Does it. It may take long where a state is large.
    pub(crate) fn carry_out(self, business: &Business, domain: &str, body: &[u8]) -> Result<Answer, Refusal> {
        match self {
            Self::Health => told(&json!({"status": "ok", "version": env!("CARGO_PKG_VERSION"), "domain": domain})),
            Self::Reset => business.reset().map(|()| Answer::NoContent).map_err(Refusal::from),
            Self::TellState => state::tell(business),
            Self::PutState => state::put(business, body),
            Self::Schema => Ok(Answer::Json(include_str!("../../state.schema.json").to_owned())),
            Self::TellRequests => requests::tell(business),
            Self::ForgetRequests => {
                business.inside().requests.clear();
                Ok(Answer::NoContent)
            }
            Self::TellFaults => faults::tell(business),
            Self::AddFault => faults::add(business, body),
            Self::EndFaults => {
                let inside = business.inside();
                inside.emulator.behave();
                business.settings.limit_rate(&inside.emulator);
                Ok(Answer::NoContent)
            }
            Self::TellClock => clock::tell(business),
            Self::AdvanceClock => clock::advance(business, body),
            Self::TellWebhooks => {
                let inside = business.inside();
                told(&json!({"webhooks": inside.deliveries.iter().collect::<Vec<_>>()}))
            }
            Self::ForgetWebhooks => {
                business.inside().deliveries.clear();
                Ok(Answer::NoContent)
            }
            Self::SignIn => sign_in::sign_in(business, body),
        }
    }
}

/// What an action answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    Json(String),
    NoContent,
}

fn told(value: &impl Serialize) -> Result<Answer, Refusal> {
    serde_json::to_string(value)
        .map(Answer::Json)
        .map_err(|error| Refusal::new(StatusCode::INTERNAL_SERVER_ERROR, error.to_string()))
}

/// Why an action is not done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    pub(crate) status: StatusCode,
    problem: Problem,
}

impl Refusal {
    pub(crate) fn new(status: StatusCode, message: impl Into<String>) -> Self {
        Self { status, problem: Problem::new(message) }
    }

    pub(crate) fn too_large(limit: usize) -> Self {
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, format!("the body is larger than {} MiB", limit >> 20))
    }

    pub(crate) fn body(&self) -> Value {
        json!({"error": self.problem})
    }
}

impl From<Problem> for Refusal {
    fn from(problem: Problem) -> Self {
        Self { status: StatusCode::BAD_REQUEST, problem }
    }
}

/// A header that is there at most once, as text.
fn header<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

#[cfg(test)]
mod tests {
    use http::{Method, StatusCode};

    use super::Action;

    #[test]
    fn knows_its_actions() {
        assert_eq!(Action::of(&Method::POST, "/_emulator/reset"), Ok(Action::Reset));
        assert_eq!(Action::of(&Method::PUT, "/_emulator/state"), Ok(Action::PutState));
        let refusal = Action::of(&Method::POST, "/_emulator/state").unwrap_err();
        assert_eq!(refusal.status, StatusCode::METHOD_NOT_ALLOWED);
        assert_eq!(refusal.body()["error"]["message"], "/_emulator/state takes GET, PUT");
        for path in ["/_emulator/", "/_emulator/nothing", "/_emulator/state/"] {
            assert_eq!(Action::of(&Method::GET, path).unwrap_err().status, StatusCode::NOT_FOUND, "{path}");
        }
    }
}
