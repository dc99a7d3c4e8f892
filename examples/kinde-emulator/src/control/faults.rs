//! How Kinde is to misbehave.

use std::time::Duration;

use http::StatusCode;
use kinde_api::emulator::{Fault, Misbehaviour, TOKEN};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{Answer, Refusal, told};
use crate::business::Business;
use crate::state::problem::Problem;
use crate::state::read;

/// What goes wrong, and when.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct FaultOrder {
    fault: Kind,
    /// For `rate_limited`: what `RateLimit-Reset` says.
    #[serde(skip_serializing_if = "Option::is_none")]
    reset_seconds: Option<u64>,
    /// For `server_error`.
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<u16>,
    /// For `slow`.
    #[serde(skip_serializing_if = "Option::is_none")]
    delay_seconds: Option<f64>,
    /// The only operation that it happens to.
    #[serde(skip_serializing_if = "Option::is_none")]
    operation: Option<String>,
    /// How often it happens.
    #[serde(skip_serializing_if = "Option::is_none")]
    times: Option<u64>,
    /// On every nth request.
    #[serde(skip_serializing_if = "Option::is_none")]
    every: Option<u64>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    RateLimited,
    ServerError,
    Slow,
    TruncatedBody,
    EmptyBody,
    Closed,
    #[default]
    AnswerLost,
}

pub(super) fn tell(business: &Business) -> Result<Answer, Refusal> {
    let faults = business.inside().emulator.misbehaviours();
    told(&json!({"faults": faults.into_iter().map(FaultOrder::of).collect::<Vec<_>>()}))
}

pub(super) fn add(business: &Business, body: &[u8]) -> Result<Answer, Refusal> {
    let order: FaultOrder = read::json(body)?;
    let misbehaviour = order.misbehaviour().map_err(|problem| problem.located_in(body))?;
    business.inside().emulator.misbehave(misbehaviour);
    tell(business)
}

/// Whether there is an operation of a name. The type for it is called alike, but for the case.
fn check_operation(name: &str) -> Result<(), Problem> {
    let names = || kinde_api::operations().map(|operation| operation.operation_id).chain([TOKEN]);
    if names().any(|known| known == name) {
        return Ok(());
    }
    let alike = names().find(|known| known.eq_ignore_ascii_case(name));
    let hint = alike.map(|known| format!(": did you mean `{known}`?")).unwrap_or_default();
    Err(Problem::at("operation", format!("Kinde has no operation `{name}`{hint}")))
}

/// The longest time that an answer may take: an hour.
const LONGEST_DELAY: f64 = 3600.0;

impl FaultOrder {
    fn misbehaviour(&self) -> Result<Misbehaviour, Problem> {
        for (field, is_set, kind) in [
            ("reset_seconds", self.reset_seconds.is_some(), Kind::RateLimited),
            ("status", self.status.is_some(), Kind::ServerError),
            ("delay_seconds", self.delay_seconds.is_some(), Kind::Slow),
        ] {
            if is_set && self.fault != kind {
                return Err(Problem::at(field, "is not for this fault"));
            }
        }
        let mut misbehaviour = Misbehaviour::new(self.fault()?).every(self.every.unwrap_or(1));
        if self.every == Some(0) {
            return Err(Problem::at("every", "must be at least 1"));
        }
        if self.times == Some(0) {
            return Err(Problem::at("times", "must be at least 1"));
        }
        if let Some(operation) = &self.operation {
            check_operation(operation)?;
            misbehaviour = misbehaviour.operation(operation);
        }
        Ok(match self.times {
            Some(times) => misbehaviour.times(times),
            None => misbehaviour,
        })
    }

    fn fault(&self) -> Result<Fault, Problem> {
        Ok(match self.fault {
            Kind::RateLimited => Fault::RateLimited { reset: Duration::from_secs(self.reset_seconds.unwrap_or(1)) },
            Kind::ServerError => Fault::ServerError(self.status()?),
            Kind::Slow => Fault::Slow(self.delay()?),
            Kind::TruncatedBody => Fault::TruncatedBody,
            Kind::EmptyBody => Fault::EmptyBody,
            Kind::Closed => Fault::Closed,
            Kind::AnswerLost => Fault::AnswerLost,
        })
    }

    fn status(&self) -> Result<StatusCode, Problem> {
        let status = StatusCode::from_u16(self.status.unwrap_or(502)).ok();
        let status = status.filter(StatusCode::is_server_error);
        status.ok_or_else(|| Problem::at("status", "must be 500 to 599"))
    }

    fn delay(&self) -> Result<Duration, Problem> {
        let seconds = self.delay_seconds.ok_or_else(|| Problem::new("`delay_seconds` is missing"))?;
        let fits = (0.0..=LONGEST_DELAY).contains(&seconds);
        fits.then(|| Duration::from_secs_f64(seconds)).ok_or_else(|| Problem::at("delay_seconds", "must be 0 to 3600"))
    }

    fn of(misbehaviour: Misbehaviour) -> Self {
        let (mut reset_seconds, mut status, mut delay_seconds) = (None, None, None);
        let fault = match misbehaviour.fault {
            Fault::RateLimited { reset } => {
                reset_seconds = Some(reset.as_secs());
                Kind::RateLimited
            }
            Fault::ServerError(code) => {
                status = Some(code.as_u16());
                Kind::ServerError
            }
            Fault::Slow(delay) => {
                delay_seconds = Some(delay.as_secs_f64());
                Kind::Slow
            }
            Fault::TruncatedBody => Kind::TruncatedBody,
            Fault::EmptyBody => Kind::EmptyBody,
            Fault::Closed => Kind::Closed,
            _ => Kind::AnswerLost,
        };
        Self {
            fault,
            reset_seconds,
            status,
            delay_seconds,
            operation: misbehaviour.operation_id,
            times: misbehaviour.times,
            every: (misbehaviour.every > 1).then_some(misbehaviour.every),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::FaultOrder;
    use crate::state::read;

    #[test]
    fn tells_what_it_was_told() {
        for text in [
            r#"{"fault":"rate_limited","reset_seconds":30,"times":2}"#,
            r#"{"fault":"server_error","status":503,"operation":"createUser","every":10}"#,
            r#"{"fault":"slow","delay_seconds":0.5}"#,
            r#"{"fault":"truncated_body"}"#,
            r#"{"fault":"empty_body"}"#,
            r#"{"fault":"closed","operation":"token"}"#,
            r#"{"fault":"answer_lost"}"#,
        ] {
            let order: FaultOrder = read::json(text.as_bytes()).unwrap();
            let told = FaultOrder::of(order.misbehaviour().unwrap());
            assert_eq!(serde_json::to_string(&told).unwrap(), text);
        }
    }

    #[test]
    fn refuses_what_makes_no_sense() {
        for (text, expected) in [
            (r#"{"fault":"closed","operation":"createUsers"}"#, "operation: Kinde has no operation `createUsers`"),
            (
                r#"{"fault":"closed","operation":"CreateUser"}"#,
                "operation: Kinde has no operation `CreateUser`: did you mean `createUser`?",
            ),
            (r#"{"fault":"closed","status":502}"#, "status: is not for this fault"),
            (r#"{"fault":"server_error","status":404}"#, "status: must be 500 to 599"),
            (r#"{"fault":"slow"}"#, "`delay_seconds` is missing"),
            (r#"{"fault":"slow","delay_seconds":-1}"#, "delay_seconds: must be 0 to 3600"),
            (r#"{"fault":"closed","times":0}"#, "times: must be at least 1"),
            (r#"{"fault":"closed","every":0}"#, "every: must be at least 1"),
        ] {
            let order: FaultOrder = read::json(text.as_bytes()).unwrap();
            assert_eq!(order.misbehaviour().unwrap_err().to_string(), expected);
        }
        assert!(read::json::<FaultOrder>(br#"{"fault":"nothing"}"#).is_err());
        assert!(read::json::<FaultOrder>(br#"{"fault":"closed","for":1}"#).is_err());
    }
}
