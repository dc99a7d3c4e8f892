//! Logos of an organization.

use std::fmt;

use http::{Method, Request};
use serde::Serialize;

use crate::environments::LogoType;
use crate::wire::fields::fields;
use crate::{Api, Endpoint, OrgCode, RequestBuilder, RequestError, SuccessResponse};

/// `GET /api/v1/organizations/{org_code}/logos`: which logos an organization has.
///
/// Scope: `read:organizations`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`ReadLogoResponse`].
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::organizations::{LogoType, ReadOrganizationLogo};
///
/// let response = http::Response::new(
///     r#"{"logos":[{"type":"dark","path":"/logo_dark?p_org_code=org_1"}]}"#,
/// );
/// let answer = ReadOrganizationLogo::new("org_1ccfb819462").response(&response)?;
/// let dark = answer.logos.iter().find(|logo| logo.r#type == Some(LogoType::Dark));
/// let path = dark.and_then(|logo| logo.path.as_deref()).unwrap_or_default();
/// let url = format!("{}{path}", api.origin());
/// assert_eq!(url, "https://acme.kinde.com/logo_dark?p_org_code=org_1");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/organizations/get/api/v1/organizations/{org_code}/logos)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ReadOrganizationLogo {
    /// The organization.
    pub org_code: OrgCode,
}

impl ReadOrganizationLogo {
    /// With the required inputs.
    #[must_use]
    pub fn new(org_code: impl Into<OrgCode>) -> Self {
        Self { org_code: org_code.into() }
    }
}

impl Endpoint for ReadOrganizationLogo {
    type Output = ReadLogoResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/organizations/{org_code}/logos";
    const OPERATION_ID: &'static str = "ReadOrganizationLogo";
    const SCOPE: &'static str = "read:organizations";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.org_code).build()
    }
}

/// What [`ReadOrganizationLogo`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct ReadLogoResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The logos.
    pub logos: Vec<OrganizationLogo>,
}

fields!(ReadLogoResponse { code, message, logos: page required });

/// A logo that is there, as [`ReadOrganizationLogo`] lists them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct OrganizationLogo {
    /// Whether it is for light or for dark pages.
    pub r#type: Option<LogoType>,
    /// The name that it was sent with.
    pub file_name: Option<String>,
    /// Where it is, relative to the origin.
    pub path: Option<String>,
}

fields!(OrganizationLogo { r#type = "type", file_name, path });

/// `POST /api/v1/organizations/{org_code}/logos/{type}`: sets the logo for light or for dark pages.
///
/// Scope: `update:organizations`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// The image is PNG, JPEG, GIF, SVG, AVIF or WEBP, smaller than 1 MB; Kinde shows it at most 120 pixels wide or high.
/// It is sent as `multipart/form-data`, and takes the place of the one before. The size is left to Kinde to check.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::organizations::{AddOrganizationLogo, LogoType};
///
/// let image = b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
/// let logo = AddOrganizationLogo::new("org_1", LogoType::Dark, "a.svg", "image/svg+xml", image);
/// assert_eq!(logo.request(&api)?.uri().path(), "/api/v1/organizations/org_1/logos/dark");
///
/// // Name and type the wrong way round don't pass.
/// let logo = AddOrganizationLogo::new("org_1", LogoType::Dark, "image/svg+xml", "a.svg", image);
/// let error = logo.request(&api).unwrap_err();
/// assert_eq!(error.to_string(), "the `content_type` is not of the form type/subtype");
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/organizations/post/api/v1/organizations/{org_code}/logos/{type})
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct AddOrganizationLogo {
    /// The organization.
    pub org_code: OrgCode,
    /// Whether it is the logo for light or for dark pages.
    pub r#type: LogoType,
    /// The name of the file. Quotes and line ends are percent-encoded, other control characters refused.
    pub file_name: String,
    /// The type of the image, such as `image/png`.
    pub content_type: String,
    /// The image.
    pub bytes: Vec<u8>,
}

impl AddOrganizationLogo {
    /// With the required inputs.
    #[must_use]
    pub fn new(
        org_code: impl Into<OrgCode>,
        r#type: impl Into<LogoType>,
        file_name: impl Into<String>,
        content_type: impl Into<String>,
        bytes: impl Into<Vec<u8>>,
    ) -> Self {
        Self {
            org_code: org_code.into(),
            r#type: r#type.into(),
            file_name: file_name.into(),
            content_type: content_type.into(),
            bytes: bytes.into(),
        }
    }
}

impl Endpoint for AddOrganizationLogo {
    type Output = SuccessResponse;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/api/v1/organizations/{org_code}/logos/{type}";
    const OPERATION_ID: &'static str = "AddOrganizationLogo";
    const SCOPE: &'static str = "update:organizations";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api)
            .path(&self.org_code)
            .path(&self.r#type)
            .multipart("logo", &self.file_name, &self.content_type, &self.bytes)
            .build()
    }
}

impl fmt::Debug for AddOrganizationLogo {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("AddOrganizationLogo")
            .field("org_code", &self.org_code)
            .field("type", &self.r#type)
            .field("file_name", &self.file_name)
            .field("content_type", &self.content_type)
            .field("bytes", &format_args!("{} bytes", self.bytes.len()))
            .finish()
    }
}

/// `DELETE /api/v1/organizations/{org_code}/logos/{type}`: removes the logo for light or for dark pages.
///
/// Scope: `update:organizations`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// A logo that is not there is a success too: Kinde answers 204, and every field of the output is absent.
///
/// ```
/// use kinde_api::Endpoint;
/// use kinde_api::organizations::{DeleteOrganizationLogo, LogoType, SuccessResponse};
///
/// let response = http::Response::builder().status(204).body("")?;
/// let answer = DeleteOrganizationLogo::new("org_1", LogoType::Light).response(&response)?;
/// assert_eq!(answer, SuccessResponse::default());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/organizations/delete/api/v1/organizations/{org_code}/logos/{type})
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct DeleteOrganizationLogo {
    /// The organization.
    pub org_code: OrgCode,
    /// Whether it is the logo for light or for dark pages.
    pub r#type: LogoType,
}

impl DeleteOrganizationLogo {
    /// With the required inputs.
    #[must_use]
    pub fn new(org_code: impl Into<OrgCode>, r#type: impl Into<LogoType>) -> Self {
        Self { org_code: org_code.into(), r#type: r#type.into() }
    }
}

impl Endpoint for DeleteOrganizationLogo {
    type Output = SuccessResponse;
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/api/v1/organizations/{org_code}/logos/{type}";
    const OPERATION_ID: &'static str = "DeleteOrganizationLogo";
    const SCOPE: &'static str = "update:organizations";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.org_code).path(&self.r#type).build()
    }
}
