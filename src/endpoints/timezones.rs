//! The time zones that a business can be in.
//!
//! To set the time zone of the business by the beginning of its name:
//!
//! ```
//! # #[cfg(feature = "emulator")]
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use kinde_api::business::UpdateBusiness;
//! use kinde_api::emulator::Emulator;
//! use kinde_api::timezones::GetTimezones;
//! # let emulator = Emulator::new();
//! # let client = emulator.client();
//!
//! let timezones = client.send(&GetTimezones::new())?.timezones;
//! let is_london = |name: &Option<String>| name.as_deref().is_some_and(|name| name.starts_with("London"));
//! let london = timezones.into_iter().find(|timezone| is_london(&timezone.name));
//! let key = london.and_then(|timezone| timezone.key).ok_or("Kinde knows no such time zone")?;
//! client.send(&UpdateBusiness::new().timezone_key(key))?;
//! # Ok(())
//! # }
//! # #[cfg(not(feature = "emulator"))]
//! # fn main() {}
//! ```

use http::{Method, Request};
use serde::Serialize;

use crate::wire::fields::fields;
use crate::{Api, Endpoint, Operation, RequestBuilder, RequestError};

/// All operations of this area, in the order of Kinde's OpenAPI document.
///
/// ```
/// use kinde_api::timezones::OPERATIONS;
///
/// assert_eq!(OPERATIONS[0].operation_id, "getTimezones");
/// ```
pub static OPERATIONS: &[Operation] = &[Operation::of::<GetTimezones>()];

/// `GET /api/v1/timezones`: the time zones that a business can be in, all at once.
///
/// Scope: `read:timezones`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`GetTimezonesResponse`].
///
/// The key is what [`UpdateBusiness`](crate::business::UpdateBusiness) wants; it is Kinde's own, not an IANA name such
/// as `Europe/London`. [`GetBusiness`](crate::business::GetBusiness) answers with the name.
///
/// ```
/// use kinde_api::{Endpoint, timezones::GetTimezones};
///
/// let response = http::Response::new(
///     r#"{"timezones":[{"key":"london_greenwich_mean_time","name":"London (Greenwich Mean Time) [+01:00]"}]}"#,
/// );
/// let answer = GetTimezones::new().response(&response)?;
/// assert_eq!(answer.timezones[0].key.as_deref(), Some("london_greenwich_mean_time"));
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/timezones/get/api/v1/timezones)
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetTimezones {}

impl GetTimezones {
    /// All of them: there is nothing to choose.
    #[must_use]
    pub fn new() -> Self {
        Self {}
    }
}

impl Endpoint for GetTimezones {
    type Output = GetTimezonesResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/timezones";
    const OPERATION_ID: &'static str = "getTimezones";
    const SCOPE: &'static str = "read:timezones";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).build()
    }
}

/// What [`GetTimezones`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct GetTimezonesResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The time zones.
    pub timezones: Vec<Timezone>,
}

fields!(GetTimezonesResponse { code, message, timezones: page required });

/// A time zone, as [`GetTimezones`] lists them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct Timezone {
    /// The key that programs know it by, such as `london_greenwich_mean_time`.
    pub key: Option<String>,
    /// Its name for people, with its distance to UTC.
    pub name: Option<String>,
}

fields!(Timezone { key, name });
