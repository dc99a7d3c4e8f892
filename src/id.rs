//! Ids, codes and keys: newtypes over `String` that tell apart what Kinde's users mix up.

use std::borrow::Borrow;

use serde::{Deserialize, Serialize};

/// Conversions and views that every type made of one text has, whether it is an id or an open enum.
macro_rules! text_type {
    ($name:ident) => {
        impl AsRef<str> for $name {
            #[inline]
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl std::fmt::Display for $name {
            #[inline]
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.pad(self.as_str())
            }
        }

        impl From<&&str> for $name {
            #[inline]
            fn from(text: &&str) -> Self {
                Self::from(*text)
            }
        }

        impl From<&String> for $name {
            #[inline]
            fn from(text: &String) -> Self {
                Self::from(text.as_str())
            }
        }

        impl From<&$name> for $name {
            #[inline]
            fn from(other: &$name) -> Self {
                other.clone()
            }
        }

        impl From<std::borrow::Cow<'_, str>> for $name {
            #[inline]
            fn from(text: std::borrow::Cow<'_, str>) -> Self {
                Self::from(text.into_owned())
            }
        }

        impl From<$name> for String {
            #[inline]
            fn from(value: $name) -> Self {
                value.as_str().to_owned()
            }
        }

        impl std::str::FromStr for $name {
            type Err = std::convert::Infallible;

            #[inline]
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Ok(Self::from(text))
            }
        }

        impl PartialEq<str> for $name {
            #[inline]
            fn eq(&self, text: &str) -> bool {
                self.as_str() == text
            }
        }

        impl PartialEq<&str> for $name {
            #[inline]
            fn eq(&self, text: &&str) -> bool {
                self.as_str() == *text
            }
        }

        impl PartialEq<String> for $name {
            #[inline]
            fn eq(&self, text: &String) -> bool {
                self.as_str() == text
            }
        }

        impl PartialEq<$name> for str {
            #[inline]
            fn eq(&self, value: &$name) -> bool {
                self == value.as_str()
            }
        }

        impl PartialEq<$name> for &str {
            #[inline]
            fn eq(&self, value: &$name) -> bool {
                *self == value.as_str()
            }
        }

        impl PartialEq<$name> for String {
            #[inline]
            fn eq(&self, value: &$name) -> bool {
                self == value.as_str()
            }
        }

        impl From<&str> for $crate::Nullable<$name> {
            #[inline]
            fn from(text: &str) -> Self {
                Self::Value(text.into())
            }
        }

        impl From<&String> for $crate::Nullable<$name> {
            #[inline]
            fn from(text: &String) -> Self {
                Self::Value(text.into())
            }
        }

        impl From<String> for $crate::Nullable<$name> {
            #[inline]
            fn from(text: String) -> Self {
                Self::Value(text.into())
            }
        }

        impl From<$name> for $crate::Nullable<$name> {
            #[inline]
            fn from(value: $name) -> Self {
                Self::Value(value)
            }
        }

        impl From<&$name> for $crate::Nullable<$name> {
            #[inline]
            fn from(value: &$name) -> Self {
                Self::Value(value.clone())
            }
        }
    };
}
pub(crate) use text_type;

macro_rules! ids {
    ($($(#[$attribute:meta])* $name:ident;)*) => {$(
        $(#[$attribute])*
        ///
        /// Made from `&str` or `String`; its form is not checked. [What all ids can do](OrgCode#what-ids-can-do)
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The text as Kinde writes it.
            #[must_use]
            #[inline]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            #[inline]
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl From<String> for $name {
            #[inline]
            fn from(text: String) -> Self {
                Self(text)
            }
        }

        impl Borrow<str> for $name {
            #[inline]
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        text_type!($name);
    )*};
}

ids! {
    /// The code of an organization, such as `org_1ccfb819462`: made by Kinde, never changed.
    ///
    /// # What ids can do
    ///
    /// Ids, codes and keys are texts that can't be taken for each other. Whatever takes one takes a text as well; which
    /// call wants an id and which a key is in [the guide](crate::guide::surprises#ids-and-keys).
    ///
    /// ```
    /// use std::collections::BTreeMap;
    /// use kinde_api::OrgCode;
    /// use kinde_api::organizations::GetOrganization;
    ///
    /// let code = OrgCode::from("org_1ccfb819462");
    /// assert_eq!(code.as_str(), "org_1ccfb819462");
    /// assert_eq!(format!("of {code}"), "of org_1ccfb819462");
    /// assert_eq!(Some(&code).map_or("", OrgCode::as_str), "org_1ccfb819462"); // what may be absent in an answer
    /// assert_eq!(GetOrganization::new(&code), GetOrganization::new("org_1ccfb819462"));
    ///
    /// // A map by id is searched by text too, and in JSON an id is plain text.
    /// let seats = BTreeMap::from([(code, 17)]);
    /// assert_eq!(seats.get("org_1ccfb819462"), Some(&17));
    /// assert_eq!(serde_json::to_string(&seats)?, r#"{"org_1ccfb819462":17}"#);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    ///
    OrgCode;
    /// The id of a user, such as `kp_c3143a4b50ad43c88e541d9077681782`.
    UserId;
    /// The id of a role: what the endpoints for a single role want. Not its [key](RoleKey).
    RoleId;
    /// The key of a role, such as `admin`: what bulk calls, invites and filters want. Not its [id](RoleId).
    RoleKey;
    /// The id of a permission: what the endpoints for a single permission want. Not its [key](PermissionKey).
    PermissionId;
    /// The key of a permission: what bulk calls and filters want. Not its [id](PermissionId).
    PermissionKey;
    /// The id of an API that is registered with Kinde.
    ApiId;
    /// The id of a scope of an API.
    ScopeId;
    /// The id of an authentication connection, such as `conn_0192b194f6156fb7452fe38cfb144958`.
    ConnectionId;
    /// The id of one MFA factor of a user.
    FactorId;
    /// The code of an invitation: what the endpoints for a single invitation want. Not its id.
    InviteCode;
    /// The key of a feature flag.
    FeatureFlagKey;
    /// The key of a property.
    PropertyKey;
    /// The id of an API key. Not the key itself, which is a [`Secret`](crate::Secret).
    ApiKeyId;
    /// The id of an application, which is its client id too.
    ApplicationId;
    /// The id of a billing agreement, by which a customer is on a plan.
    BillingAgreementId;
    /// The id of a billing customer: an organization or a user that is billed.
    BillingCustomerId;
    /// The id of a directory that an organization provisions its users from.
    DirectoryId;
    /// The id of an environment variable. Not its name, which is called key.
    EnvironmentVariableId;
    /// The id of an event, such as `event_0192b194f6156fb7452fe38cfb144958`.
    EventId;
    /// The id of one way in which a user signs in: an address, a phone number, a user name or a social account.
    IdentityId;
    /// The id of a category of properties.
    PropertyCategoryId;
    /// The id of a property. Not its [key](PropertyKey), which is what values go by.
    PropertyId;
    /// The key of a scope of an API, such as `read:reports`: what a token has. Not its [id](ScopeId).
    ScopeKey;
    /// The id of a subscriber.
    SubscriberId;
    /// The id of a webhook.
    WebhookId;
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{OrgCode, RoleKey};

    #[test]
    fn is_made_from_every_kind_of_text() {
        let owned = String::from("org_1");
        let code = OrgCode::from("org_1");
        assert_eq!(OrgCode::from(&"org_1"), code);
        assert_eq!(OrgCode::from(&owned), code);
        assert_eq!(OrgCode::from(&code), code);
        assert_eq!(OrgCode::from(owned), code);
    }

    #[test]
    fn shows_its_text() {
        let key = RoleKey::from("admin");
        assert_eq!(key.as_str(), "admin");
        assert_eq!(key.as_ref(), "admin");
        assert_eq!(key.to_string(), "admin");
        assert_eq!(format!("{key:>7}|"), "  admin|");
        assert_eq!(format!("{key:?}"), r#"RoleKey("admin")"#);
    }

    #[test]
    fn is_plain_text_in_json() {
        let key: RoleKey = serde_json::from_str(r#""admin""#).unwrap();
        assert_eq!(key, RoleKey::from("admin"));
        assert_eq!(serde_json::to_string(&key).unwrap(), r#""admin""#);
    }

    #[test]
    fn is_found_in_a_map_by_its_text() {
        let map = BTreeMap::from([(RoleKey::from("admin"), 1)]);
        assert_eq!(map.get("admin"), Some(&1));
    }
}
