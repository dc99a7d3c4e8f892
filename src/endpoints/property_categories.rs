//! Categories of properties: how Kinde's own pages group them.
//!
//! [`CreateProperty`](crate::properties::CreateProperty) needs the id of a category. To find it by its name:
//!
//! ```
//! use kinde_api::Endpoint;
//! use kinde_api::property_categories::{GetCategories, PropertyContext};
//!
//! let categories = GetCategories::new().context(PropertyContext::Usr).page_size(500);
//!
//! let response = http::Response::new(r#"{"categories":[{"id":"cat_1","name":"Address"}],"has_more":false}"#);
//! let page = categories.response(&response)?;
//! let address = page.categories.into_iter().find(|category| category.name.as_deref() == Some("Address"));
//! assert_eq!(address.and_then(|category| category.id), Some("cat_1".into()));
//! # Ok::<(), kinde_api::ResponseError>(())
//! ```

use http::{Method, Request};
use serde::Serialize;

pub use crate::SuccessResponse;
use crate::endpoints::inputs::options;
pub use crate::properties::PropertyContext;
use crate::wire::fields::fields;
use crate::wire::paged::pages_by_id;
use crate::{Api, Endpoint, Operation, PropertyCategoryId, RequestBuilder, RequestError};

/// All operations of this area, in the order of Kinde's OpenAPI document.
///
/// ```
/// use kinde_api::property_categories::OPERATIONS;
///
/// assert!(OPERATIONS.iter().any(|operation| operation.operation_id == "GetCategories"));
/// ```
pub static OPERATIONS: &[Operation] =
    &[Operation::of::<GetCategories>(), Operation::of::<CreateCategory>(), Operation::of::<UpdateCategory>()];

/// `GET /api/v1/property_categories`: the categories of properties, with their ids.
///
/// Scope: `read:property_categories`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is a page, [`GetCategoriesResponse`].
/// [`Client::items`](crate::Client::items) gives each [`Category`] of all pages.
///
/// An item does not say what its properties apply to.
///
/// ```
/// use kinde_api::property_categories::GetCategories;
/// use kinde_api::{Endpoint, Paged};
///
/// let categories = GetCategories::new();
/// let response = http::Response::new(r#"{"categories":[{"id":"cat_1","name":"Address"}],"has_more":true}"#);
/// let page = categories.response(&response)?;
/// assert_eq!(page.categories[0].name.as_deref(), Some("Address"));
/// assert_eq!(categories.next_page(&page), Some(categories.starting_after("cat_1")));
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/property-categories/get/api/v1/property_categories)
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetCategories {
    /// How many results a page has; 10 unless set, at most 500.
    pub page_size: Option<u32>,
    /// Where to go on: the id of the last category of the page before.
    pub starting_after: Option<String>,
    /// Looks backwards instead: the page that ends before the category with this id. Kinde refuses it together with
    /// `starting_after`, and there is no next page after it.
    pub ending_before: Option<String>,
    /// What the properties of the categories apply to; all unless it is set. Kinde's reference names users and
    /// organizations here, and says nothing about applications.
    pub context: Option<PropertyContext>,
}

options! {
    /// All of them, in Kinde's order.
    GetCategories::new() {
        page_size: plain u32;
        starting_after: into String;
        ending_before: into String;
        context: into PropertyContext;
    }
}

impl Endpoint for GetCategories {
    type Output = GetCategoriesResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/property_categories";
    const OPERATION_ID: &'static str = "GetCategories";
    const SCOPE: &'static str = "read:property_categories";

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

pages_by_id!(GetCategories: categories of Category by id, unless ending_before);

/// What [`GetCategories`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct GetCategoriesResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The categories of this page.
    pub categories: Vec<Category>,
    /// Whether there are more than these.
    pub has_more: Option<bool>,
}

fields!(GetCategoriesResponse { code, message, categories: page required, has_more });

/// A category of properties, as [`GetCategories`] lists them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct Category {
    /// The id, by which properties are put into it.
    pub id: Option<PropertyCategoryId>,
    /// Its name for people.
    pub name: Option<String>,
}

fields!(Category { id, name });

/// `POST /api/v1/property_categories`: makes a category of properties.
///
/// Scope: `create:property_categories`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`CreateCategoryResponse`].
///
/// **No operation deletes one**, or changes its context. Kinde answers 201 with the id.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::property_categories::{CreateCategory, PropertyContext};
///
/// let category = CreateCategory::new("Shipping", PropertyContext::Org);
/// assert_eq!(category.request(&api)?.body(), br#"{"name":"Shipping","context":"org"}"#);
///
/// let answer = category.response(&http::Response::new(r#"{"code":"OK","category":{"id":"cat_1"}}"#))?;
/// assert_eq!(answer.category.and_then(|category| category.id), Some("cat_1".into()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/property-categories/post/api/v1/property_categories)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct CreateCategory {
    /// Its name for people.
    pub name: String,
    /// What its properties apply to.
    pub context: PropertyContext,
}

impl CreateCategory {
    /// With its name and what its properties apply to.
    #[must_use]
    pub fn new(name: impl Into<String>, context: impl Into<PropertyContext>) -> Self {
        Self { name: name.into(), context: context.into() }
    }
}

impl Endpoint for CreateCategory {
    type Output = CreateCategoryResponse;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/api/v1/property_categories";
    const OPERATION_ID: &'static str = "CreateCategory";
    const SCOPE: &'static str = "create:property_categories";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).json(self).build()
    }
}

/// What [`CreateCategory`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct CreateCategoryResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The category that was made.
    pub category: Option<CreatedCategory>,
}

fields!(CreateCategoryResponse { code, message, category });

/// The category that [`CreateCategory`] made, by its id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct CreatedCategory {
    /// The id of the category.
    pub id: Option<PropertyCategoryId>,
}

fields!(CreatedCategory { id });

/// `PUT /api/v1/property_categories/{category_id}`: gives a category of properties another name.
///
/// Scope: `update:property_categories`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// Kinde's document requires nothing; without a name there is nothing to change.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::property_categories::UpdateCategory;
///
/// let request = UpdateCategory::new("cat_1").name("Delivery").request(&api)?;
/// assert_eq!(request.uri().path(), "/api/v1/property_categories/cat_1");
/// assert_eq!(request.body(), br#"{"name":"Delivery"}"#);
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/property-categories/put/api/v1/property_categories/{category_id})
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct UpdateCategory {
    /// The category.
    #[serde(skip)]
    pub category_id: PropertyCategoryId,
    /// Its name for people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

options! {
    /// Changes nothing until the name is set.
    UpdateCategory::new(category_id: into PropertyCategoryId) {
        name: into String;
    }
}

impl Endpoint for UpdateCategory {
    type Output = SuccessResponse;
    const METHOD: Method = Method::PUT;
    const PATH: &'static str = "/api/v1/property_categories/{category_id}";
    const OPERATION_ID: &'static str = "UpdateCategory";
    const SCOPE: &'static str = "update:property_categories";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.category_id).json(self).build()
    }
}
