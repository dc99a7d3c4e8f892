//! Properties of an organization.

use std::collections::BTreeMap;

use http::{Method, Request};
use serde::Serialize;
use serde_json::Value;

use crate::endpoints::inputs::pairs;
use crate::properties::GetPropertyValuesResponse;
use crate::{Api, Endpoint, OrgCode, PropertyKey, RequestBuilder, RequestError, SuccessResponse};

/// `GET /api/v1/organizations/{org_code}/properties`: the properties of an organization with their values.
///
/// Scope: `read:organization_properties`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`GetPropertyValuesResponse`].
///
/// ```
/// use kinde_api::{Endpoint, organizations::GetOrganizationPropertyValues};
///
/// let response = http::Response::new(
///     r#"{"properties":[{"key":"kp_org_city","value":"Perth"},{"key":"kp_org_size"}]}"#,
/// );
/// let answer = GetOrganizationPropertyValues::new("org_1ccfb819462").response(&response)?;
/// let key = Some("kp_org_city".into());
/// let city = answer.properties.iter().find(|property| property.key == key);
/// assert_eq!(city.and_then(|property| property.value.as_ref()?.as_str()), Some("Perth"));
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/organizations/get/api/v1/organizations/{org_code}/properties)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetOrganizationPropertyValues {
    /// The organization.
    pub org_code: OrgCode,
}

impl GetOrganizationPropertyValues {
    /// With the required inputs.
    #[must_use]
    pub fn new(org_code: impl Into<OrgCode>) -> Self {
        Self { org_code: org_code.into() }
    }
}

impl Endpoint for GetOrganizationPropertyValues {
    type Output = GetPropertyValuesResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/organizations/{org_code}/properties";
    const OPERATION_ID: &'static str = "GetOrganizationPropertyValues";
    const SCOPE: &'static str = "read:organization_properties";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.org_code).build()
    }
}

/// `PATCH /api/v1/organizations/{org_code}/properties`: sets several properties of an organization.
///
/// Scope: `update:organization_properties`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// The properties must exist. Properties that are not named stay as they are.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::organizations::UpdateOrganizationProperties;
///
/// let properties = [("kp_org_city", "Perth"), ("kp_org_size", "17")];
/// let request = UpdateOrganizationProperties::new("org_1ccfb819462", properties).request(&api)?;
/// assert_eq!(request.body(), br#"{"properties":{"kp_org_city":"Perth","kp_org_size":"17"}}"#);
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// Values of several types are JSON values: `[("a", serde_json::json!("text")), ("b", serde_json::json!(true))]`.
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/organizations/patch/api/v1/organizations/{org_code}/properties)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct UpdateOrganizationProperties {
    /// The organization.
    #[serde(skip)]
    pub org_code: OrgCode,
    /// The values by key.
    pub properties: BTreeMap<PropertyKey, Value>,
}

impl UpdateOrganizationProperties {
    /// With the required inputs.
    #[must_use]
    pub fn new(
        org_code: impl Into<OrgCode>,
        properties: impl IntoIterator<Item = (impl Into<PropertyKey>, impl Into<Value>)>,
    ) -> Self {
        Self { org_code: org_code.into(), properties: pairs(properties) }
    }
}

impl Endpoint for UpdateOrganizationProperties {
    type Output = SuccessResponse;
    const METHOD: Method = Method::PATCH;
    const PATH: &'static str = "/api/v1/organizations/{org_code}/properties";
    const OPERATION_ID: &'static str = "UpdateOrganizationProperties";
    const SCOPE: &'static str = "update:organization_properties";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.org_code).json(self).build()
    }
}

/// `PUT /api/v1/organizations/{org_code}/properties/{property_key}`: sets one property of an organization.
///
/// Scope: `update:organization_properties`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// The value goes into the query: a string as it is, anything else as its JSON; a null is refused. The property must
/// exist.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::organizations::UpdateOrganizationProperty;
///
/// let city = UpdateOrganizationProperty::new("org_1", "kp_org_city", "Perth & Hills");
/// assert_eq!(city.request(&api)?.uri().query(), Some("value=Perth%20%26%20Hills"));
///
/// let nothing = UpdateOrganizationProperty::new("org_1", "kp_org_city", None::<String>);
/// let error = nothing.request(&api).unwrap_err();
/// assert_eq!(error.to_string(), "the query parameter `value` is null");
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/organizations/put/api/v1/organizations/{org_code}/properties/{property_key})
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct UpdateOrganizationProperty {
    /// The organization.
    pub org_code: OrgCode,
    /// The property.
    pub property_key: PropertyKey,
    /// The value to set.
    pub value: Value,
}

impl UpdateOrganizationProperty {
    /// With the required inputs.
    #[must_use]
    pub fn new(org_code: impl Into<OrgCode>, property_key: impl Into<PropertyKey>, value: impl Into<Value>) -> Self {
        Self { org_code: org_code.into(), property_key: property_key.into(), value: value.into() }
    }
}

impl Endpoint for UpdateOrganizationProperty {
    type Output = SuccessResponse;
    const METHOD: Method = Method::PUT;
    const PATH: &'static str = "/api/v1/organizations/{org_code}/properties/{property_key}";
    const OPERATION_ID: &'static str = "UpdateOrganizationProperty";
    const SCOPE: &'static str = "update:organization_properties";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api)
            .path(&self.org_code)
            .path(&self.property_key)
            .query_value("value", &self.value)
            .build()
    }
}
