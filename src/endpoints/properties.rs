//! Properties that users, organizations and applications can have.
//!
//! A property is defined here, where it is known by its [id](crate::PropertyId). Its values are set on users,
//! organizations and applications, by its [key](crate::PropertyKey). To define one and set it for an organization:
//!
//! ```
//! # use kinde_api::{Api, Endpoint};
//! # let api = Api::new("https://acme.kinde.com", "a-token")?;
//! use kinde_api::organizations::UpdateOrganizationProperty;
//! use kinde_api::properties::{CreateProperty, PropertyContext, PropertyType};
//!
//! let size =
//!     CreateProperty::new("Size", "size", PropertyType::SingleLineText, PropertyContext::Org, true, "cat_1");
//! let size_of_acme = UpdateOrganizationProperty::new("org_1ccfb819462", size.key.clone(), "17");
//!
//! assert_eq!(size.request(&api)?.uri(), "https://acme.kinde.com/api/v1/properties");
//! assert_eq!(
//!     size_of_acme.request(&api)?.uri(),
//!     "https://acme.kinde.com/api/v1/organizations/org_1ccfb819462/properties/size?value=17"
//! );
//! # Ok::<(), kinde_api::RequestError>(())
//! ```

use http::{Method, Request};
use serde::Serialize;
use serde_json::Value;

pub use crate::SuccessResponse;
use crate::endpoints::inputs::options;
use crate::open_enum::open_enum;
use crate::wire::fields::fields;
use crate::wire::paged::pages_by_id;
use crate::{Api, Endpoint, Operation, PropertyCategoryId, PropertyId, PropertyKey, RequestBuilder, RequestError};

/// All operations of this area, in the order of Kinde's OpenAPI document.
///
/// ```
/// use kinde_api::properties::OPERATIONS;
///
/// assert!(OPERATIONS.iter().any(|operation| operation.operation_id == "GetProperties"));
/// ```
pub static OPERATIONS: &[Operation] = &[
    Operation::of::<GetProperties>(),
    Operation::of::<CreateProperty>(),
    Operation::of::<UpdateProperty>(),
    Operation::of::<DeleteProperty>(),
];

/// `GET /api/v1/properties`: the properties that are defined, with id and key.
///
/// Scope: `read:properties`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is a page, [`GetPropertiesResponse`].
/// [`Client::items`](crate::Client::items) gives each [`Property`] of all pages.
///
/// An item has neither type nor context nor category. Values are read from the user, organization or application that
/// has them.
///
/// ```
/// use kinde_api::properties::{GetProperties, PropertyContext};
/// use kinde_api::{Endpoint, Paged};
///
/// let properties = GetProperties::new().context(PropertyContext::Usr).page_size(100);
///
/// let response = http::Response::new(
///     r#"{"properties":[{"id":"prop_1","key":"kp_usr_city","is_kinde_property":true}],"has_more":true}"#,
/// );
/// let page = properties.response(&response)?;
/// let own = page.properties.iter().filter(|property| property.is_kinde_property != Some(true));
/// assert_eq!(own.count(), 0);
/// assert_eq!(properties.next_page(&page), Some(properties.starting_after("prop_1")));
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/properties/get/api/v1/properties)
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetProperties {
    /// How many results a page has; 10 unless set, at most 500.
    pub page_size: Option<u32>,
    /// Where to go on: the id of the last property of the page before.
    pub starting_after: Option<String>,
    /// Looks backwards instead: the page that ends before the property with this id. Kinde refuses it together with
    /// `starting_after`, and there is no next page after it.
    pub ending_before: Option<String>,
    /// What the properties apply to; all of them unless it is set.
    pub context: Option<PropertyContext>,
}

options! {
    /// All of them, in Kinde's order.
    GetProperties::new() {
        page_size: plain u32;
        starting_after: into String;
        ending_before: into String;
        context: into PropertyContext;
    }
}

impl Endpoint for GetProperties {
    type Output = GetPropertiesResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/properties";
    const OPERATION_ID: &'static str = "GetProperties";
    const SCOPE: &'static str = "read:properties";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api)
            .query("page_size", self.page_size)
            .query("starting_after", self.starting_after.as_ref())
            .query("ending_before", self.ending_before.as_ref())
            .query("context", self.context.as_ref())
            .build()
    }
}

pages_by_id!(GetProperties: properties of Property by id, unless ending_before);

/// What [`GetProperties`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct GetPropertiesResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The properties of this page.
    pub properties: Vec<Property>,
    /// Whether there are more than these.
    pub has_more: Option<bool>,
}

fields!(GetPropertiesResponse { code, message, properties: page required, has_more });

/// A property, as [`GetProperties`] lists them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct Property {
    /// The id: what the operations on the property want.
    pub id: Option<PropertyId>,
    /// The key: what its values go by. It never changes.
    pub key: Option<PropertyKey>,
    /// Its name for people.
    pub name: Option<String>,
    /// Whether its values are kept out of tokens.
    pub is_private: Option<bool>,
    /// What it is for, for people.
    pub description: Option<String>,
    /// Whether it is Kinde's own, which can't be changed or deleted. The key of such a property begins with `kp_`.
    pub is_kinde_property: Option<bool>,
}

fields!(Property { id, key, name, is_private, description, is_kinde_property });

/// A property with its value, as [`GetOrganizationPropertyValues`](crate::organizations::GetOrganizationPropertyValues)
/// and its counterparts for users and applications list them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct PropertyValue {
    /// Its id.
    pub id: Option<String>,
    /// Its name.
    pub name: Option<String>,
    /// What it is for.
    pub description: Option<String>,
    /// Its key.
    pub key: Option<PropertyKey>,
    /// The value as Kinde sends it: most often a string, and null if none is set.
    pub value: Option<Value>,
}

fields!(PropertyValue { id, name, description, key, value: value });

/// What [`GetOrganizationPropertyValues`](crate::organizations::GetOrganizationPropertyValues) and its counterparts for
/// users and applications answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct GetPropertyValuesResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The properties.
    pub properties: Vec<PropertyValue>,
    /// Declared by Kinde, though the operation takes no token.
    pub next_token: Option<String>,
}

fields!(GetPropertyValuesResponse { code, message, properties: page required, next_token });

/// `POST /api/v1/properties`: defines a property for users, organizations or applications.
///
/// Scope: `create:properties`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`CreatePropertyResponse`].
///
/// The key is unique; key, type and context never change, and no operation reads type, context and category back. A
/// property of Kinde's type Boolean can be made only in Kinde's own pages. Kinde answers 201 with the id.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::properties::{CreateProperty, PropertyContext, PropertyType};
///
/// let text = PropertyType::SingleLineText;
/// let size = CreateProperty::new("Size", "size", text, PropertyContext::Org, true, "cat_1");
/// assert_eq!(
///     serde_json::from_slice::<serde_json::Value>(size.request(&api)?.body())?,
///     serde_json::json!({
///         "name": "Size",
///         "key": "size",
///         "type": "single_line_text",
///         "context": "org",
///         "is_private": true,
///         "category_id": "cat_1",
///     })
/// );
///
/// let answer = size.response(&http::Response::new(r#"{"code":"OK","property":{"id":"prop_1"}}"#))?;
/// assert_eq!(answer.property.and_then(|property| property.id), Some("prop_1".into()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/properties/post/api/v1/properties)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct CreateProperty {
    /// Its name for people.
    pub name: String,
    /// What it is for, for people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The key that its values go by.
    pub key: PropertyKey,
    /// What values it takes.
    pub r#type: PropertyType,
    /// What it applies to.
    pub context: PropertyContext,
    /// Whether its values are kept out of tokens.
    pub is_private: bool,
    /// The category that it is shown in, of the same context.
    pub category_id: PropertyCategoryId,
}

options! {
    CreateProperty::new(
        name: into String,
        key: into PropertyKey,
        r#type: into PropertyType,
        context: into PropertyContext,
        is_private: plain bool,
        category_id: into PropertyCategoryId,
    ) {
        description: into String;
    }
}

impl Endpoint for CreateProperty {
    type Output = CreatePropertyResponse;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/api/v1/properties";
    const OPERATION_ID: &'static str = "CreateProperty";
    const SCOPE: &'static str = "create:properties";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).json(self).build()
    }
}

open_enum! {
    /// What values a property takes, for [`CreateProperty`].
    pub enum PropertyType {
        /// A text without line ends.
        SingleLineText = "single_line_text",
        /// A text that may have line ends.
        MultiLineText = "multi_line_text",
    }
}

open_enum! {
    /// What a property or a category of properties applies to, as in [`GetProperties`].
    pub enum PropertyContext {
        /// Organizations.
        Org = "org",
        /// Users.
        Usr = "usr",
        /// Applications.
        App = "app",
    }
}

/// What [`CreateProperty`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct CreatePropertyResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The property that was made.
    pub property: Option<CreatedProperty>,
}

fields!(CreatePropertyResponse { code, message, property });

/// The property that [`CreateProperty`] made, by its id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct CreatedProperty {
    /// The id of the property.
    pub id: Option<PropertyId>,
}

fields!(CreatedProperty { id });

/// `PUT /api/v1/properties/{property_id}`: changes name, description, privacy and category of a property.
///
/// Scope: `update:properties`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// Name, privacy and category are always sent: pass the present ones if they are to stay. The category can't be read
/// back, so keep the id that the property was made with. Kinde's own properties can't be changed.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::properties::UpdateProperty;
///
/// let size = UpdateProperty::new("prop_1", "Size", true, "cat_1").description("How many work there");
/// assert_eq!(
///     size.request(&api)?.body(),
///     br#"{"name":"Size","description":"How many work there","is_private":true,"category_id":"cat_1"}"#
/// );
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/properties/put/api/v1/properties/{property_id})
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct UpdateProperty {
    /// The property, by id, not by key.
    #[serde(skip)]
    pub property_id: PropertyId,
    /// Its name for people.
    pub name: String,
    /// What it is for, for people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Whether its values are kept out of tokens.
    pub is_private: bool,
    /// The category that it is shown in.
    pub category_id: PropertyCategoryId,
}

options! {
    UpdateProperty::new(
        property_id: into PropertyId,
        name: into String,
        is_private: plain bool,
        category_id: into PropertyCategoryId,
    ) {
        description: into String;
    }
}

impl Endpoint for UpdateProperty {
    type Output = SuccessResponse;
    const METHOD: Method = Method::PUT;
    const PATH: &'static str = "/api/v1/properties/{property_id}";
    const OPERATION_ID: &'static str = "UpdateProperty";
    const SCOPE: &'static str = "update:properties";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.property_id).json(self).build()
    }
}

/// `DELETE /api/v1/properties/{property_id}`: deletes a property; its values go with it.
///
/// Scope: `delete:properties`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// Kinde's own properties can't be deleted.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::properties::DeleteProperty;
///
/// let request = DeleteProperty::new("prop_1").request(&api)?;
/// assert_eq!((request.method().as_str(), request.uri().path()), ("DELETE", "/api/v1/properties/prop_1"));
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/properties/delete/api/v1/properties/{property_id})
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct DeleteProperty {
    /// The property, by id, not by key.
    pub property_id: PropertyId,
}

impl DeleteProperty {
    /// The property with this id.
    #[must_use]
    pub fn new(property_id: impl Into<PropertyId>) -> Self {
        Self { property_id: property_id.into() }
    }
}

impl Endpoint for DeleteProperty {
    type Output = SuccessResponse;
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/api/v1/properties/{property_id}";
    const OPERATION_ID: &'static str = "DeleteProperty";
    const SCOPE: &'static str = "delete:properties";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.property_id).build()
    }
}
