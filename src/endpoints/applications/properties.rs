//! Properties of an application.

use http::{Method, Request};
use serde::Serialize;
use serde_json::Value;

use crate::endpoints::inputs::options;
use crate::endpoints::properties::GetPropertyValuesResponse;
use crate::{Api, ApplicationId, Endpoint, PropertyKey, RequestBuilder, RequestError, SuccessResponse};

/// `GET /api/v1/applications/{application_id}/properties`: the properties of an application with their values.
///
/// Scope: `read:application_properties`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`GetPropertyValuesResponse`].
///
/// All of them come at once: the answer has a `next_token`, but no parameter takes it.
///
/// ```
/// use kinde_api::{Endpoint, applications::GetApplicationPropertyValues};
///
/// let response = http::Response::new(r#"{"properties":[{"key":"theme","value":"dark"},{"key":"region"}]}"#);
/// let answer = GetApplicationPropertyValues::new("3b0b5c6c8fcc464f").response(&response)?;
/// assert_eq!(answer.properties[0].value, Some("dark".into()));
/// assert_eq!(answer.properties[1].value, None);
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/applications/get/api/v1/applications/{application_id}/properties)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetApplicationPropertyValues {
    /// The application.
    pub application_id: ApplicationId,
}

impl GetApplicationPropertyValues {
    /// The properties of the application with this id.
    #[must_use]
    pub fn new(application_id: impl Into<ApplicationId>) -> Self {
        Self { application_id: application_id.into() }
    }
}

impl Endpoint for GetApplicationPropertyValues {
    type Output = GetPropertyValuesResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/applications/{application_id}/properties";
    const OPERATION_ID: &'static str = "getApplicationPropertyValues";
    const SCOPE: &'static str = "read:application_properties";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.application_id).build()
    }
}

/// `PUT /api/v1/applications/{application_id}/properties/{property_key}`: sets one property of an application.
///
/// Scope: `update:application_properties`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// The value goes into the body, while those of users and organizations go into the query. Kinde takes a string or a
/// boolean; a null is refused. The property must exist.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::applications::UpdateApplicationsProperty;
///
/// let theme = UpdateApplicationsProperty::new("3b0b5c6c8fcc464f", "theme", "dark");
/// assert_eq!(theme.request(&api)?.body(), br#"{"value":"dark"}"#);
///
/// let beta = UpdateApplicationsProperty::new("3b0b5c6c8fcc464f", "beta", true);
/// assert_eq!(beta.request(&api)?.body(), br#"{"value":true}"#);
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/applications/put/api/v1/applications/{application_id}/properties/{property_key})
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct UpdateApplicationsProperty {
    /// The application.
    #[serde(skip)]
    pub application_id: ApplicationId,
    /// The property.
    #[serde(skip)]
    pub property_key: PropertyKey,
    /// The value to set.
    pub value: Value,
}

options! {
    /// With the application, the property and its value.
    UpdateApplicationsProperty::new(application_id: into ApplicationId, property_key: into PropertyKey, value: into Value) {}
}

impl Endpoint for UpdateApplicationsProperty {
    type Output = SuccessResponse;
    const METHOD: Method = Method::PUT;
    const PATH: &'static str = "/api/v1/applications/{application_id}/properties/{property_key}";
    const OPERATION_ID: &'static str = "updateApplicationsProperty";
    const SCOPE: &'static str = "update:application_properties";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api)
            .path(&self.application_id)
            .path(&self.property_key)
            .not_null("value", &self.value)
            .json(self)
            .build()
    }
}
