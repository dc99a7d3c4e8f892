//! A field of a body that can be absent, null, or a value.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A field of a request body for which “not sent” and “sent as `null`” mean different things.
///
/// [`UpdateOrganization::sender_name`](crate::organizations::UpdateOrganization::sender_name), say: absent leaves the
/// name as it is, null clears it.
///
/// ```
/// use kinde_api::Nullable;
///
/// assert_eq!(Nullable::from("Acme"), Nullable::Value("Acme".to_owned()));
/// assert_eq!(Nullable::<String>::from(None), Nullable::Null);
/// assert_eq!(Nullable::<String>::default(), Nullable::Absent);
///
/// let sender = Nullable::from("Acme");
/// assert_eq!(sender.value().map(String::as_str), Some("Acme"));
/// assert!(!sender.is_absent());
/// ```
///
/// A struct that holds one skips it while it is absent:
///
/// ```
/// # use kinde_api::Nullable;
/// #[derive(serde::Serialize)]
/// struct Sender {
///     #[serde(skip_serializing_if = "Nullable::is_absent")]
///     name: Nullable<String>,
/// }
///
/// assert_eq!(serde_json::to_string(&Sender { name: Nullable::Absent })?, "{}");
/// assert_eq!(serde_json::to_string(&Sender { name: Nullable::Null })?, r#"{"name":null}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nullable<T> {
    /// Not sent at all.
    #[default]
    Absent,
    /// Sent as `null`.
    Null,
    /// Sent as this value.
    Value(T),
}

impl<T> Nullable<T> {
    /// Whether the field is not sent at all.
    pub const fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// The value, if there is one.
    pub const fn value(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }
}

// No other `From<Option<_>>`: a bare `None` would no longer tell which one is meant.
impl<T> From<Option<T>> for Nullable<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Self::Value)
    }
}

impl From<&str> for Nullable<String> {
    fn from(value: &str) -> Self {
        Self::Value(value.to_owned())
    }
}

impl From<&String> for Nullable<String> {
    fn from(value: &String) -> Self {
        Self::Value(value.clone())
    }
}

impl From<String> for Nullable<String> {
    fn from(value: String) -> Self {
        Self::Value(value)
    }
}

impl From<bool> for Nullable<bool> {
    fn from(value: bool) -> Self {
        Self::Value(value)
    }
}

/// Absent is written like null: whoever holds such a field skips it while it [is absent](Nullable::is_absent).
impl<T: Serialize> Serialize for Nullable<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value().serialize(serializer)
    }
}

/// Null is [`Null`](Nullable::Null). Whoever holds such a field marks it `#[serde(default)]`, so that a missing one is
/// [`Absent`](Nullable::Absent).
impl<'de, T: Deserialize<'de>> Deserialize<'de> for Nullable<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Option::deserialize(deserializer).map(Self::from)
    }
}

#[cfg(test)]
mod tests {
    use super::Nullable;

    fn set(value: impl Into<Nullable<String>>) -> Nullable<String> {
        value.into()
    }

    #[test]
    fn a_setter_takes_texts_options_and_a_bare_none() {
        let value = Nullable::Value("Acme".to_owned());
        assert_eq!(set("Acme"), value);
        assert_eq!(set("Acme".to_owned()), value);
        let owned = "Acme".to_owned();
        assert_eq!(set(&owned), value);
        assert_eq!(set(Some("Acme".to_owned())), value);
        assert_eq!(set(None), Nullable::Null);
        assert_eq!(set(Nullable::Absent), Nullable::Absent);
    }

    #[test]
    fn tells_its_state() {
        assert!(Nullable::<String>::Absent.is_absent());
        assert!(!Nullable::<String>::Null.is_absent());
        assert!(!set("Acme").is_absent());
        assert_eq!(Nullable::Value(1).value(), Some(&1));
        assert_eq!(Nullable::<u8>::Null.value(), None);
    }

    #[test]
    fn is_null_or_its_value_in_json() {
        assert_eq!(serde_json::to_string(&set(None)).unwrap(), "null");
        assert_eq!(serde_json::to_string(&set("Acme")).unwrap(), r#""Acme""#);
    }

    #[test]
    fn is_read_from_what_it_is_in_json() {
        assert_eq!(serde_json::from_str::<Nullable<String>>("null").unwrap(), Nullable::Null);
        assert_eq!(serde_json::from_str::<Nullable<String>>(r#""Acme""#).unwrap(), set("Acme"));
        assert_eq!(serde_json::from_str::<Nullable<bool>>("true").unwrap(), Nullable::from(true));
    }
}
