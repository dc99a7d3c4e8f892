//! The environment itself, with its branding.

use http::{Method, Request};
use serde::Serialize;

use crate::endpoints::inputs::options;
use crate::open_enum::open_enum;
use crate::wire::fields::fields;
use crate::{Api, DateTime, Endpoint, RequestBuilder, RequestError};

/// `GET /api/v1/environment`: the environment that the token is for.
///
/// Scope: `read:environments`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`GetEnvironmentResponse`].
///
/// Most of it can be changed only in Kinde's own pages.
///
/// ```
/// use kinde_api::Endpoint;
/// use kinde_api::environments::{ColorScheme, GetEnvironment, ThemeCode};
///
/// let response = http::Response::new(
///     r##"{"environment":{"code":"production","hotjar_site_id":404009,"button_border_radius":8,
///         "link_color":{"hex":"#0056F1"},"theme_code":"user_preference","color_scheme":"light dark"}}"##,
/// );
/// let environment = GetEnvironment::new().response(&response)?.environment.unwrap_or_default();
/// assert_eq!(environment.hotjar_site_id.as_deref(), Some("404009"));
/// assert_eq!(environment.button_border_radius.as_deref(), Some("8"));
/// assert_eq!(environment.link_color.and_then(|color| color.hex).as_deref(), Some("#0056F1"));
/// assert_eq!(environment.theme_code, Some(ThemeCode::UserPreference));
/// assert_eq!(environment.color_scheme, Some(ColorScheme::LightDark));
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/environments/get/api/v1/environment)
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetEnvironment {}

options! {
    /// The one that the token is for.
    GetEnvironment::new() {}
}

impl Endpoint for GetEnvironment {
    type Output = GetEnvironmentResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/environment";
    const OPERATION_ID: &'static str = "getEnvironment";
    const SCOPE: &'static str = "read:environments";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).build()
    }
}

/// What [`GetEnvironment`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct GetEnvironmentResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The environment.
    pub environment: Option<Environment>,
}

fields!(GetEnvironmentResponse { code, message, environment });

/// An environment, as [`GetEnvironment`] gives it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct Environment {
    /// The code of the environment, such as `production`; not a code for the success.
    pub code: Option<String>,
    /// Its name for people.
    pub name: Option<String>,
    /// The id of the site at Hotjar: a text by Kinde's reference, though its sample is a number.
    pub hotjar_site_id: Option<String>,
    /// The tag at Google Analytics.
    pub google_analytics_tag: Option<String>,
    /// The tag at Contentsquare.
    pub contentsquare_tag_id: Option<String>,
    /// Whether it is the one that every business starts with, which is the one for production.
    pub is_default: Option<bool>,
    /// Whether it is live.
    pub is_live: Option<bool>,
    /// Its domain at Kinde, such as `acme.kinde.com`.
    pub kinde_domain: Option<String>,
    /// Its domain of your own, if it has one.
    pub custom_domain: Option<String>,
    /// The URL of its logo, light mode.
    pub logo: Option<String>,
    /// The URL of its logo, dark mode.
    pub logo_dark: Option<String>,
    /// The URL of its icon as SVG.
    pub favicon_svg: Option<String>,
    /// The URL of its icon for browsers that don't take SVG.
    pub favicon_fallback: Option<String>,
    /// The colour of links, light mode.
    pub link_color: Option<Color>,
    /// The colour of the background, light mode.
    pub background_color: Option<Color>,
    /// The colour of buttons, light mode.
    pub button_color: Option<Color>,
    /// The colour of text on buttons, light mode.
    pub button_text_color: Option<Color>,
    /// The colour of links, dark mode.
    pub link_color_dark: Option<Color>,
    /// The colour of the background, dark mode.
    pub background_color_dark: Option<Color>,
    /// The colour of text on buttons, dark mode.
    pub button_text_color_dark: Option<Color>,
    /// The colour of buttons, dark mode.
    pub button_color_dark: Option<Color>,
    /// The radius of the corners of buttons, in pixels.
    pub button_border_radius: Option<String>,
    /// The radius of the corners of cards, in pixels.
    pub card_border_radius: Option<String>,
    /// The radius of the corners of inputs, in pixels.
    pub input_border_radius: Option<String>,
    /// Whether sign-in pages are light, dark, or as the user prefers.
    pub theme_code: Option<ThemeCode>,
    /// What the pages tell the browser about it.
    pub color_scheme: Option<ColorScheme>,
    /// When it was created.
    pub created_on: Option<DateTime>,
}

fields!(Environment {
    code,
    name,
    hotjar_site_id: text_or_number,
    google_analytics_tag,
    contentsquare_tag_id,
    is_default,
    is_live,
    kinde_domain,
    custom_domain,
    logo,
    logo_dark,
    favicon_svg,
    favicon_fallback,
    link_color,
    background_color,
    button_color,
    button_text_color,
    link_color_dark,
    background_color_dark,
    button_text_color_dark,
    button_color_dark,
    button_border_radius: text_or_number,
    card_border_radius: text_or_number,
    input_border_radius: text_or_number,
    theme_code,
    color_scheme,
    created_on,
});

/// A colour in three notations, as [`GetEnvironment`] and [`GetOrganization`](crate::organizations::GetOrganization)
/// tell it. To set one, send a single text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct Color {
    /// As it was set.
    pub raw: Option<String>,
    /// As `#rrggbb`.
    pub hex: Option<String>,
    /// As hue, saturation and lightness.
    pub hsl: Option<String>,
}

fields!(Color { raw, hex, hsl });

open_enum! {
    /// Whether sign-in pages are light or dark, as [`GetEnvironment`] tells it and
    /// [`UpdateOrganization`](crate::organizations::UpdateOrganization) sets it for an organization.
    pub enum ThemeCode {
        /// Light.
        Light = "light",
        /// Dark.
        Dark = "dark",
        /// As the user's system is set.
        UserPreference = "user_preference",
    }
}

open_enum! {
    /// The colour scheme that pages tell the browser.
    ///
    /// ```
    /// use kinde_api::environments::ColorScheme;
    ///
    /// assert_eq!(ColorScheme::from("light dark"), ColorScheme::LightDark);
    /// ```
    pub enum ColorScheme {
        /// Only light.
        Light = "light",
        /// Only dark.
        Dark = "dark",
        /// Both.
        LightDark = "light dark",
    }
}
