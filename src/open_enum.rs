//! Enums that stay open in both directions: a value that this crate does not know is kept as it is.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Error, Visitor};

/// Reads any type that can be made from a text, without owning the text first.
pub(crate) struct TextVisitor<T>(pub(crate) PhantomData<T>);

impl<T: for<'a> From<&'a str>> Visitor<'_> for TextVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        Ok(T::from(text))
    }
}

macro_rules! open_enum {
    (
        $(#[$attribute:meta])*
        pub enum $name:ident { $($(#[$variant_attribute:meta])* $variant:ident = $text:literal,)* }
    ) => {
        $(#[$attribute])*
        ///
        /// Made from `&str` or `String`, compared and hashed by its text. New values of Kinde's are
        /// [kept](crate::organizations::Sort).
        #[derive(Clone, Debug)]
        #[non_exhaustive]
        pub enum $name {
            $(
                $(#[$variant_attribute])*
                #[doc = concat!("`", $text, "`")]
                $variant,
            )*
            /// A value that this version of the crate does not know, as it was read or is to be sent.
            Unknown(String),
        }

        impl $name {
            /// The text as Kinde writes it.
            #[must_use]
            #[inline]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)*
                    Self::Unknown(text) => text,
                }
            }

            #[inline]
            fn known(text: &str) -> Option<Self> {
                match text {
                    $($text => Some(Self::$variant),)*
                    _ => None,
                }
            }
        }

        impl From<&str> for $name {
            #[inline]
            fn from(text: &str) -> Self {
                Self::known(text).unwrap_or_else(|| Self::Unknown(text.to_owned()))
            }
        }

        impl From<String> for $name {
            #[inline]
            fn from(text: String) -> Self {
                Self::known(&text).unwrap_or(Self::Unknown(text))
            }
        }

        $crate::id::text_type!($name);

        impl PartialEq for $name {
            #[inline]
            fn eq(&self, other: &Self) -> bool {
                self.as_str() == other.as_str()
            }
        }

        impl Eq for $name {}

        impl PartialOrd for $name {
            #[inline]
            fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
                Some(self.cmp(other))
            }
        }

        impl Ord for $name {
            #[inline]
            fn cmp(&self, other: &Self) -> std::cmp::Ordering {
                self.as_str().cmp(other.as_str())
            }
        }

        impl std::hash::Hash for $name {
            fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
                self.as_str().hash(state);
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str($crate::open_enum::TextVisitor(std::marker::PhantomData))
            }
        }
    };
}
pub(crate) use open_enum;

#[cfg(test)]
#[expect(unnameable_types, reason = "the macro makes what is public elsewhere")]
mod tests {
    use std::collections::{BTreeSet, HashSet};

    open_enum! {
        /// How far the light is from red.
        pub enum Light {
            /// Stop.
            Red = "red",
            /// Go.
            Green = "green",
        }
    }

    #[test]
    fn knows_its_own_values_and_keeps_others() {
        assert!(matches!(Light::from("red"), Light::Red));
        assert!(matches!(Light::from(String::from("green")), Light::Green));
        assert_eq!(Light::from(&"blue").as_str(), "blue");
        assert_eq!(Light::from(String::from("blue")).to_string(), "blue");
    }

    #[test]
    fn is_compared_by_its_text() {
        let unknown = Light::Unknown("red".to_owned());
        assert_eq!(unknown, Light::Red);
        assert_ne!(unknown, Light::Green);
        assert!(Light::Green < Light::Red);
        assert_eq!(BTreeSet::from([Light::Red, unknown.clone()]).len(), 1);
        assert_eq!(HashSet::from([Light::Red, unknown, Light::Green]).len(), 2);
    }

    #[test]
    fn goes_through_json_as_its_text() {
        let lights: Vec<Light> = serde_json::from_str(r#"["red","blue","gr\u0065en"]"#).unwrap();
        assert_eq!(lights, [Light::Red, Light::from("blue"), Light::Green]);
        assert_eq!(serde_json::to_string(&lights).unwrap(), r#"["red","blue","green"]"#);
        let error = serde_json::from_str::<Light>("1").unwrap_err();
        assert_eq!(error.to_string(), "invalid type: integer `1`, expected a string at line 1 column 1");
    }
}
