//! The industries that a business can be in.
//!
//! To set the industry of the business by its name:
//!
//! ```
//! # #[cfg(feature = "emulator")]
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use kinde_api::business::UpdateBusiness;
//! use kinde_api::emulator::Emulator;
//! use kinde_api::industries::GetIndustries;
//! # let emulator = Emulator::new();
//! # let client = emulator.client();
//!
//! let industries = client.send(&GetIndustries::new())?.industries;
//! let construction = industries.into_iter().find(|industry| industry.name.as_deref() == Some("Construction"));
//! let key = construction.and_then(|industry| industry.key).ok_or("Kinde knows no such industry")?;
//! client.send(&UpdateBusiness::new().industry_key(key))?;
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
/// use kinde_api::industries::OPERATIONS;
///
/// assert_eq!(OPERATIONS[0].operation_id, "getIndustries");
/// ```
pub static OPERATIONS: &[Operation] = &[Operation::of::<GetIndustries>()];

/// `GET /api/v1/industries`: the industries that a business can be in, all at once.
///
/// Scope: `read:industries`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`GetIndustriesResponse`].
///
/// The key is what [`UpdateBusiness`](crate::business::UpdateBusiness) wants.
/// [`GetBusiness`](crate::business::GetBusiness) answers with the name.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::business::UpdateBusiness;
/// use kinde_api::industries::GetIndustries;
///
/// let response = http::Response::new(r#"{"industries":[{"key":"construction","name":"Construction"}]}"#);
/// let industries = GetIndustries::new().response(&response)?.industries;
///
/// let construction = industries.into_iter().find(|industry| industry.name.as_deref() == Some("Construction"));
/// let key = construction.and_then(|industry| industry.key).unwrap_or_default();
/// let update = UpdateBusiness::new().industry_key(key);
/// assert_eq!(update.request(&api)?.body(), br#"{"industry_key":"construction"}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/industries/get/api/v1/industries)
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetIndustries {}

impl GetIndustries {
    /// All of them: there is nothing to choose.
    #[must_use]
    pub fn new() -> Self {
        Self {}
    }
}

impl Endpoint for GetIndustries {
    type Output = GetIndustriesResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/industries";
    const OPERATION_ID: &'static str = "getIndustries";
    const SCOPE: &'static str = "read:industries";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).build()
    }
}

/// What [`GetIndustries`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct GetIndustriesResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The industries.
    pub industries: Vec<Industry>,
}

fields!(GetIndustriesResponse { code, message, industries: page required });

/// An industry, as [`GetIndustries`] lists them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct Industry {
    /// The key that programs know it by, such as `construction`.
    pub key: Option<String>,
    /// Its name for people.
    pub name: Option<String>,
}

fields!(Industry { key, name });
