//! Properties of a user.

use std::collections::BTreeMap;

use http::{Method, Request};
use serde::Serialize;
use serde_json::Value;

use crate::endpoints::inputs::options;
use crate::properties::GetPropertyValuesResponse;
use crate::{Api, Endpoint, PropertyKey, RequestBuilder, RequestError, SuccessResponse, UserId};

/// `GET /api/v1/users/{user_id}/properties`: the properties of a user with their values, all at once.
///
/// Scope: `read:user_properties`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`GetPropertyValuesResponse`].
///
/// Values come as strings, whatever the type of the property. The answer can have a `next_token`, but no parameter
/// takes it.
///
/// ```
/// use kinde_api::{Endpoint, users::GetUserPropertyValues};
///
/// let response = http::Response::new(r#"{"properties":[{"key":"kp_usr_city","value":"Perth"}]}"#);
/// let answer = GetUserPropertyValues::new("kp_17").response(&response)?;
/// assert_eq!(answer.properties[0].value, Some("Perth".into()));
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/users/get/api/v1/users/{user_id}/properties)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetUserPropertyValues {
    /// The user.
    pub user_id: UserId,
}

impl GetUserPropertyValues {
    /// The properties of the user with this id.
    #[must_use]
    pub fn new(user_id: impl Into<UserId>) -> Self {
        Self { user_id: user_id.into() }
    }
}

impl Endpoint for GetUserPropertyValues {
    type Output = GetPropertyValuesResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/users/{user_id}/properties";
    const OPERATION_ID: &'static str = "GetUserPropertyValues";
    const SCOPE: &'static str = "read:user_properties";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.user_id).build()
    }
}

/// `PATCH /api/v1/users/{user_id}/properties`: sets several properties of a user.
///
/// Scope: `update:user_properties`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// The properties must exist: an unknown key is a 400. Properties that are not named stay as they are. Whatever the
/// type of a value, it is stored and read back as a string.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::users::UpdateUserProperties;
///
/// let properties = [("kp_usr_city", "Perth"), ("kp_usr_job_title", "Cook")];
/// let request = UpdateUserProperties::new("kp_17", properties).request(&api)?;
/// assert_eq!(request.body(), br#"{"properties":{"kp_usr_city":"Perth","kp_usr_job_title":"Cook"}}"#);
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// Values of several types are JSON values: `[("a", serde_json::json!("text")), ("b", serde_json::json!(true))]`.
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/users/patch/api/v1/users/{user_id}/properties)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct UpdateUserProperties {
    /// The user.
    #[serde(skip)]
    pub user_id: UserId,
    /// The values by key.
    pub properties: BTreeMap<PropertyKey, Value>,
}

options! {
    /// With the user and the values by key.
    UpdateUserProperties::new(user_id: into UserId, properties: pairs PropertyKey) {}
}

impl Endpoint for UpdateUserProperties {
    type Output = SuccessResponse;
    const METHOD: Method = Method::PATCH;
    const PATH: &'static str = "/api/v1/users/{user_id}/properties";
    const OPERATION_ID: &'static str = "UpdateUserProperties";
    const SCOPE: &'static str = "update:user_properties";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.user_id).json(self).build()
    }
}

/// `PUT /api/v1/users/{user_id}/properties/{property_key}`: sets one property of a user.
///
/// Scope: `update:user_properties`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// The value goes into the query: a string as it is, anything else as its JSON; a null is refused. The property must
/// exist.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::users::UpdateUserProperty;
///
/// let city = UpdateUserProperty::new("kp_17", "kp_usr_city", "Perth & Hills");
/// assert_eq!(city.request(&api)?.uri().query(), Some("value=Perth%20%26%20Hills"));
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/users/put/api/v1/users/{user_id}/properties/{property_key})
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct UpdateUserProperty {
    /// The user.
    pub user_id: UserId,
    /// The property.
    pub property_key: PropertyKey,
    /// The value to set.
    pub value: Value,
}

options! {
    /// With the user, the property and its value.
    UpdateUserProperty::new(user_id: into UserId, property_key: into PropertyKey, value: into Value) {}
}

impl Endpoint for UpdateUserProperty {
    type Output = SuccessResponse;
    const METHOD: Method = Method::PUT;
    const PATH: &'static str = "/api/v1/users/{user_id}/properties/{property_key}";
    const OPERATION_ID: &'static str = "UpdateUserProperty";
    const SCOPE: &'static str = "update:user_properties";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api)
            .path(&self.user_id)
            .path(&self.property_key)
            .query_value("value", &self.value)
            .build()
    }
}
