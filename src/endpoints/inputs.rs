//! How endpoints and their inputs are made: `new` with what is required, and setters by value that say no more than
//! their field.

use std::collections::BTreeMap;

use serde_json::Value;

/// `new` with what is required, and a setter for each option; a line a field: `field: kind Type;`, as for [`setters!`].
///
/// The kind of a required field is `into`, `plain`, `list`, `texts` or `pairs`.
macro_rules! options {
    (
        $(#[$attribute:meta])*
        $name:ident::new($($required:ident: $required_kind:ident $required_type:ty),* $(,)?) {
            $($(#[$option_attribute:meta])* $field:ident: $kind:ident $type:ty;)*
        }
    ) => {
        impl $name {
            $crate::endpoints::inputs::options! {
                @new [$(#[$attribute])*] [] [] [$($field,)*] $($required: $required_kind $required_type,)*
            }
            $($crate::endpoints::inputs::setters!(@ $(#[$option_attribute])* $field $kind $type);)*
        }
    };
    (@new $attributes:tt [$($arguments:tt)*] [$($values:tt)*] $options:tt
        $field:ident: into $type:ty, $($rest:tt)*) => {
        $crate::endpoints::inputs::options! {
            @new $attributes [$($arguments)* $field: impl Into<$type>,] [$($values)* $field: $field.into(),]
            $options $($rest)*
        }
    };
    (@new $attributes:tt [$($arguments:tt)*] [$($values:tt)*] $options:tt
        $field:ident: plain $type:ty, $($rest:tt)*) => {
        $crate::endpoints::inputs::options! {
            @new $attributes [$($arguments)* $field: $type,] [$($values)* $field,] $options $($rest)*
        }
    };
    (@new $attributes:tt [$($arguments:tt)*] [$($values:tt)*] $options:tt
        $field:ident: list $type:ty, $($rest:tt)*) => {
        $crate::endpoints::inputs::options! {
            @new $attributes [$($arguments)* $field: impl IntoIterator<Item = impl Into<$type>>,]
            [$($values)* $field: $field.into_iter().map(Into::into).collect(),] $options $($rest)*
        }
    };
    (@new $attributes:tt [$($arguments:tt)*] [$($values:tt)*] $options:tt
        $field:ident: texts $type:ty, $($rest:tt)*) => {
        $crate::endpoints::inputs::options! {
            @new $attributes [$($arguments)* $field: impl IntoIterator<Item = impl AsRef<str>>,]
            [$($values)* $field: $field.into_iter().map(|text| text.as_ref().to_owned()).collect(),] $options $($rest)*
        }
    };
    (@new $attributes:tt [$($arguments:tt)*] [$($values:tt)*] $options:tt
        $field:ident: pairs $type:ty, $($rest:tt)*) => {
        $crate::endpoints::inputs::options! {
            @new $attributes
            [$($arguments)* $field: impl IntoIterator<Item = (impl Into<$type>, impl Into<serde_json::Value>)>,]
            [$($values)* $field: $crate::endpoints::inputs::pairs($field),] $options $($rest)*
        }
    };
    (@new [] $arguments:tt $values:tt $options:tt) => {
        $crate::endpoints::inputs::options! {
            @new [#[doc = "With what is required, and nothing else set."]] $arguments $values $options
        }
    };
    (@new [$(#[$attribute:meta])+] [$($arguments:tt)*] [$($values:tt)*] [$($option:ident,)*]) => {
        $(#[$attribute])+
        #[must_use]
        pub fn new($($arguments)*) -> Self {
            Self { $($values)* $($option: Default::default(),)* }
        }
    };
}
pub(crate) use options;

/// One setter a line: `field: kind Type;`, where the kind is how the argument becomes the field.
macro_rules! setters {
    ($name:ident { $($(#[$attribute:meta])* $field:ident: $kind:ident $type:ty;)* }) => {
        impl $name {
            $($crate::endpoints::inputs::setters!(@ $(#[$attribute])* $field $kind $type);)*
        }
    };
    (@ $(#[$attribute:meta])* $field:ident into $type:ty) => {
        $crate::endpoints::inputs::setters!(@@ $(#[$attribute])* $field, impl Into<$type>, Some($field.into()));
    };
    (@ $(#[$attribute:meta])* $field:ident plain $type:ty) => {
        $crate::endpoints::inputs::setters!(@@ $(#[$attribute])* $field, $type, Some($field));
    };
    (@ $(#[$attribute:meta])* $field:ident nullable $type:ty) => {
        $crate::endpoints::inputs::setters!(@@ $(#[$attribute])* $field, impl Into<$crate::Nullable<$type>>, $field.into());
    };
    (@ $(#[$attribute:meta])* $field:ident list $type:ty) => {
        $crate::endpoints::inputs::setters!(@@ $(#[$attribute])* $field, impl IntoIterator<Item = impl Into<$type>>,
            Some($field.into_iter().map(Into::into).collect()));
    };
    (@ $(#[$attribute:meta])* $field:ident texts $type:ty) => {
        $crate::endpoints::inputs::setters!(@@ $(#[$attribute])* $field, impl IntoIterator<Item = impl AsRef<str>>,
            Some($field.into_iter().map(|text| text.as_ref().to_owned()).collect()));
    };
    (@ $(#[$attribute:meta])* $field:ident pairs $type:ty) => {
        $crate::endpoints::inputs::setters!(@@ $(#[$attribute])* $field, impl IntoIterator<Item = (impl Into<$type>, impl Into<serde_json::Value>)>,
            Some($crate::endpoints::inputs::pairs($field)));
    };
    (@ $(#[$attribute:meta])* $field:ident lists $type:ty) => {
        $crate::endpoints::inputs::setters!(@@ $(#[$attribute])* $field, impl IntoIterator<Item = (impl Into<$type>, impl IntoIterator<Item = impl Into<String>>)>,
            Some($crate::endpoints::inputs::lists($field)));
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
pub(crate) use setters;

/// Pairs of a key and a value as a map; of two with the same key the last one holds.
pub(crate) fn pairs<K: Ord>(pairs: impl IntoIterator<Item = (impl Into<K>, impl Into<Value>)>) -> BTreeMap<K, Value> {
    pairs.into_iter().map(|(key, value)| (key.into(), value.into())).collect()
}

/// Pairs of a key and a list of texts as a map; of two with the same key the last one holds.
pub(crate) fn lists<K: Ord>(
    lists: impl IntoIterator<Item = (impl Into<K>, impl IntoIterator<Item = impl Into<String>>)>,
) -> BTreeMap<K, Vec<String>> {
    lists.into_iter().map(|(key, texts)| (key.into(), texts.into_iter().map(Into::into).collect())).collect()
}
