//! Logos of the environment.

use std::fmt;

use http::{Method, Request};
use serde::Serialize;

use crate::endpoints::inputs::options;
use crate::open_enum::open_enum;
use crate::wire::fields::fields;
use crate::{Api, Endpoint, RequestBuilder, RequestError, SuccessResponse};

/// `GET /api/v1/environment/logos`: which logos the environment has.
///
/// Scope: `read:environments`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`ReadEnvLogoResponse`].
///
/// Unlike the list of an organization's logos, it does not say where a logo is:
/// [`GetEnvironment`](super::GetEnvironment) has the URLs.
///
/// ```
/// use kinde_api::Endpoint;
/// use kinde_api::environments::{LogoType, ReadLogo};
///
/// let response = http::Response::new(r#"{"logos":[{"type":"dark","file_name":"dark.svg"}]}"#);
/// let answer = ReadLogo::new().response(&response)?;
/// assert_eq!(answer.logos[0].r#type, Some(LogoType::Dark));
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/environments/get/api/v1/environment/logos)
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ReadLogo {}

options! {
    /// The logos for light and for dark pages.
    ReadLogo::new() {}
}

impl Endpoint for ReadLogo {
    type Output = ReadEnvLogoResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/environment/logos";
    const OPERATION_ID: &'static str = "ReadLogo";
    const SCOPE: &'static str = "read:environments";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).build()
    }
}

/// What [`ReadLogo`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct ReadEnvLogoResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The logos.
    pub logos: Vec<EnvironmentLogo>,
}

fields!(ReadEnvLogoResponse { code, message, logos: page required });

/// A logo that is there, as [`ReadLogo`] lists them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct EnvironmentLogo {
    /// Whether it is for light or for dark pages.
    pub r#type: Option<LogoType>,
    /// The file name that it was sent with.
    pub file_name: Option<String>,
}

fields!(EnvironmentLogo { r#type = "type", file_name });

/// `PUT /api/v1/environment/logos/{type}`: sets the logo for light or for dark pages.
///
/// Scope: `update:environments`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// The image is PNG, JPEG, GIF, SVG, AVIF or WEBP, smaller than 1 MB; Kinde shows it at most 120 pixels wide or high.
/// It is sent as `multipart/form-data`, and replaces the one before. Kinde checks the size.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::environments::{AddLogo, LogoType};
///
/// let image = b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
/// let request = AddLogo::new(LogoType::Dark, "dark.svg", "image/svg+xml", image).request(&api)?;
/// assert_eq!((request.method().as_str(), request.uri().path()), ("PUT", "/api/v1/environment/logos/dark"));
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/environments/put/api/v1/environment/logos/{type})
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct AddLogo {
    /// Whether it is the logo for light or for dark pages.
    pub r#type: LogoType,
    /// The name of the file. Quotes and line ends are percent-encoded, other control characters refused.
    pub file_name: String,
    /// The type of the image, such as `image/png`.
    pub content_type: String,
    /// The image.
    pub bytes: Vec<u8>,
}

impl AddLogo {
    /// With the image, its name and its type.
    #[must_use]
    pub fn new(
        r#type: impl Into<LogoType>,
        file_name: impl Into<String>,
        content_type: impl Into<String>,
        bytes: impl Into<Vec<u8>>,
    ) -> Self {
        Self {
            r#type: r#type.into(),
            file_name: file_name.into(),
            content_type: content_type.into(),
            bytes: bytes.into(),
        }
    }
}

impl Endpoint for AddLogo {
    type Output = SuccessResponse;
    const METHOD: Method = Method::PUT;
    const PATH: &'static str = "/api/v1/environment/logos/{type}";
    const OPERATION_ID: &'static str = "AddLogo";
    const SCOPE: &'static str = "update:environments";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api)
            .path(&self.r#type)
            .multipart("logo", &self.file_name, &self.content_type, &self.bytes)
            .build()
    }
}

impl fmt::Debug for AddLogo {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("AddLogo")
            .field("type", &self.r#type)
            .field("file_name", &self.file_name)
            .field("content_type", &self.content_type)
            .field("bytes", &format_args!("{} bytes", self.bytes.len()))
            .finish()
    }
}

/// `DELETE /api/v1/environment/logos/{type}`: removes the logo for light or for dark pages.
///
/// Scope: `update:environments`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// Removing a logo that is not there is a success too: Kinde answers 204, and every field of the output is absent.
///
/// ```
/// use kinde_api::Endpoint;
/// use kinde_api::environments::{DeleteLogo, LogoType, SuccessResponse};
///
/// let response = http::Response::builder().status(204).body("")?;
/// let answer = DeleteLogo::new(LogoType::Light).response(&response)?;
/// assert_eq!(answer, SuccessResponse::default());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/environments/delete/api/v1/environment/logos/{type})
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct DeleteLogo {
    /// Whether it is the logo for light or for dark pages.
    pub r#type: LogoType,
}

impl DeleteLogo {
    /// The logo for light or for dark pages.
    #[must_use]
    pub fn new(r#type: impl Into<LogoType>) -> Self {
        Self { r#type: r#type.into() }
    }
}

impl Endpoint for DeleteLogo {
    type Output = SuccessResponse;
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/api/v1/environment/logos/{type}";
    const OPERATION_ID: &'static str = "DeleteLogo";
    const SCOPE: &'static str = "update:environments";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.r#type).build()
    }
}

open_enum! {
    /// Which pages a logo is for, as in [`ReadLogo`] and
    /// [`ReadOrganizationLogo`](crate::organizations::ReadOrganizationLogo).
    pub enum LogoType {
        /// Dark pages.
        Dark = "dark",
        /// Light pages.
        Light = "light",
    }
}
