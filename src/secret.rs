//! A text that is not shown.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A text that nobody may see by accident: `Debug` hides it, and it has no `Display`.
///
/// What is secret in inputs and outputs has this type: the client secret of an application, an API key, the value of an
/// environment variable. [`expose`](Self::expose) gives the text, and in JSON it is the text, so that it reaches Kinde and
/// can be stored.
///
/// ```
/// use kinde_api::Secret;
///
/// let secret = Secret::from("s3cret");
/// assert_eq!(format!("{secret:?}"), "Secret(..)");
/// assert_eq!(secret.expose(), "s3cret");
/// ```
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    /// The text itself: whoever prints or logs it shows the secret.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Secret(..)")
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl From<&String> for Secret {
    fn from(text: &String) -> Self {
        Self(text.clone())
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&Self> for Secret {
    fn from(other: &Self) -> Self {
        other.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::Secret;

    #[test]
    fn is_hidden_and_can_be_had() {
        let owned = String::from("s3cret");
        let secret = Secret::from("s3cret");
        assert_eq!(
            [Secret::from(&owned), Secret::from(&secret), Secret::from(owned)],
            [(); 3].map(|()| secret.clone())
        );
        assert_eq!(format!("{:?}", Some(&secret)), "Some(Secret(..))");
        assert_eq!(secret.expose(), "s3cret");
    }

    #[test]
    fn is_plain_text_in_json() {
        let secret: Secret = serde_json::from_str(r#""s3cret""#).unwrap();
        assert_eq!(serde_json::to_string(&secret).unwrap(), r#""s3cret""#);
    }
}
