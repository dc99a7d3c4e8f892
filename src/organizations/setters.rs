//! The setters of endpoints and their inputs: by value, and each says no more than its field.

use std::collections::BTreeMap;

use serde_json::Value;

/// One setter a line: `field: kind Type;`, where the kind is how the argument becomes the field.
macro_rules! setters {
    ($name:ident { $($(#[$attribute:meta])* $field:ident: $kind:ident $type:ty;)* }) => {
        impl $name {
            $(setters!(@ $(#[$attribute])* $field $kind $type);)*
        }
    };
    (@ $(#[$attribute:meta])* $field:ident into $type:ty) => {
        setters!(@@ $(#[$attribute])* $field, impl Into<$type>, Some($field.into()));
    };
    (@ $(#[$attribute:meta])* $field:ident plain $type:ty) => {
        setters!(@@ $(#[$attribute])* $field, $type, Some($field));
    };
    (@ $(#[$attribute:meta])* $field:ident nullable $type:ty) => {
        setters!(@@ $(#[$attribute])* $field, impl Into<Nullable<$type>>, $field.into());
    };
    (@ $(#[$attribute:meta])* $field:ident list $type:ty) => {
        setters!(@@ $(#[$attribute])* $field, impl IntoIterator<Item = impl Into<$type>>,
            Some($field.into_iter().map(Into::into).collect()));
    };
    (@ $(#[$attribute:meta])* $field:ident texts $type:ty) => {
        setters!(@@ $(#[$attribute])* $field, impl IntoIterator<Item = impl AsRef<str>>,
            Some($field.into_iter().map(|text| text.as_ref().to_owned()).collect()));
    };
    (@ $(#[$attribute:meta])* $field:ident pairs $type:ty) => {
        setters!(@@ $(#[$attribute])* $field, impl IntoIterator<Item = (impl Into<$type>, impl Into<Value>)>,
            Some(super::setters::pairs($field)));
    };
    (@@ $(#[$attribute:meta])* $field:ident, $argument:ty, $value:expr) => {
        #[doc = concat!("Sets [`", stringify!($field), "`](Self#structfield.", stringify!($field), ").")]
        $(#[$attribute])*
        #[must_use]
        pub fn $field(mut self, $field: $argument) -> Self {
            self.$field = $value;
            self
        }
    };
}
pub(super) use setters;

/// Pairs of a key and a value as a map; of two with the same key the last one holds.
pub(super) fn pairs<K: Ord>(pairs: impl IntoIterator<Item = (impl Into<K>, impl Into<Value>)>) -> BTreeMap<K, Value> {
    pairs.into_iter().map(|(key, value)| (key.into(), value.into())).collect()
}
