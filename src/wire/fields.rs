//! Reads an output field by field. serde's derive does the same, with ten times as much code for the compiler to go through.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserializer;
use serde::de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor};

/// A struct that is read field by field: see [`fields!`].
pub(crate) trait Fields: Default {
    /// One of its fields.
    type Field: Copy;

    /// Its name.
    const NAME: &'static str;
    /// The names that its fields have in JSON.
    const NAMES: &'static [&'static str];
    /// The names of those that must be there.
    const REQUIRED: &'static [&'static str];

    /// The field that has a name in JSON.
    fn field(name: &str) -> Self::Field;

    /// The place of a field among all.
    fn number(field: Self::Field) -> u32;

    /// Reads the value that comes next into a field.
    fn read<'de, A: MapAccess<'de>>(&mut self, field: Self::Field, members: &mut A) -> Result<(), A::Error>;
}

/// Makes a struct readable, from all its fields: `fields!(Page { code, r#type = "type", items: page required })`.
///
/// - A field that JSON lacks has its default, unless it is `required`: then that is an error.
/// - What is read in another way than serde's names the function of [`decode`](crate::wire::decode) for it.
/// - Of two members of one name the last one holds. Unknown ones are skipped.
macro_rules! fields {
    ($Output:ident { $($field:ident $(= $name:literal)? $(: $decode:ident $($required:ident)?)?),* $(,)? }) => {
        const _: () = {
            // Of all fields, or this does not compile.
            const _: fn(&$Output) = |$Output { $($field: _),* }| ();
            // Which fields were there is kept as a bit each, and one for all others.
            const _: () = assert!(<$Output as $crate::wire::fields::Fields>::NAMES.len() < u64::BITS as usize);

            #[allow(non_camel_case_types, reason = "each is called like its field")]
            #[derive(Clone, Copy)]
            pub(crate) enum Field {
                $($field,)*
                /// Whatever has another name.
                Other,
            }

            impl $crate::wire::fields::Fields for $Output {
                type Field = Field;

                const NAME: &'static str = stringify!($Output);
                const NAMES: &'static [&'static str] =
                    &[$($crate::wire::fields::fields!(@name $field $(= $name)?)),*];
                const REQUIRED: &'static [&'static str] =
                    &[$($($($crate::wire::fields::fields!(@$required $field),)?)?)*];

                #[inline]
                fn field(name: &str) -> Field {
                    match name {
                        $($crate::wire::fields::fields!(@name $field $(= $name)?) => Field::$field,)*
                        _ => Field::Other,
                    }
                }

                #[inline]
                fn number(field: Field) -> u32 {
                    field as u32
                }

                #[inline]
                fn read<'de, A: serde::de::MapAccess<'de>>(
                    &mut self,
                    field: Field,
                    members: &mut A,
                ) -> Result<(), A::Error> {
                    match field {
                        $(Field::$field => self.$field = $crate::wire::fields::fields!(@read members $($decode)?),)*
                        Field::Other => drop(members.next_value::<serde::de::IgnoredAny>()?),
                    }
                    Ok(())
                }
            }

            #[automatically_derived]
            impl<'de> serde::Deserialize<'de> for $Output {
                fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    $crate::wire::fields::read(deserializer)
                }
            }
        };
    };
    (@name $field:ident = $name:literal) => {
        $name
    };
    (@name $field:ident) => {
        stringify!($field)
    };
    (@required $field:ident) => {
        stringify!($field)
    };
    (@read $members:ident) => {
        $members.next_value()?
    };
    (@read $members:ident $decode:ident) => {
        $members.next_value_seed($crate::wire::decode::$decode())?
    };
}
pub(crate) use fields;

/// Reads a struct field by field.
pub(crate) fn read<'de, T: Fields, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_struct(T::NAME, T::NAMES, FieldsVisitor(PhantomData))
}

struct FieldsVisitor<T>(PhantomData<T>);

impl<'de, T: Fields> Visitor<'de> for FieldsVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "struct {}", T::NAME)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<T, A::Error> {
        let mut output = T::default();
        let mut seen = 0_u64;
        while let Some(field) = members.next_key_seed(Name::<T>(PhantomData))? {
            output.read(field, &mut members)?;
            seen |= 1 << T::number(field);
        }
        for name in T::REQUIRED {
            if seen & (1 << T::number(T::field(name))) == 0 {
                return Err(A::Error::missing_field(name));
            }
        }
        Ok(output)
    }

    /// Formats without names have all values, in the order of the fields.
    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<T, A::Error> {
        let mut output = T::default();
        let mut items = Values(items);
        for name in T::NAMES {
            output.read(T::field(name), &mut items)?;
        }
        Ok(output)
    }
}

/// Reads the name of a member.
struct Name<T>(PhantomData<T>);

impl<'de, T: Fields> DeserializeSeed<'de> for Name<T> {
    type Value = T::Field;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<T: Fields> Visitor<'_> for Name<T> {
    type Value = T::Field;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("field identifier")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Self::Value, E> {
        Ok(T::field(name))
    }
}

/// Values without names.
struct Values<S>(S);

impl<'de, S: SeqAccess<'de>> MapAccess<'de> for Values<S> {
    type Error = S::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, _: K) -> Result<Option<K::Value>, S::Error> {
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, S::Error> {
        self.0.next_element_seed(seed)?.ok_or_else(|| S::Error::custom("fewer values than fields"))
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;
    use serde::de::IntoDeserializer;
    use serde::de::value::{Error, MapDeserializer, SeqDeserializer};

    #[derive(Debug, Default, PartialEq)]
    struct Sample {
        r#type: Option<String>,
        text: Option<String>,
        items: Vec<u8>,
    }

    fields!(Sample { r#type = "type", text, items: page required });

    fn read(json: &str) -> Result<Sample, String> {
        serde_json::from_str(json).map_err(|error| error.to_string())
    }

    fn sample(r#type: Option<&str>, text: Option<&str>, items: &[u8]) -> Sample {
        Sample { r#type: r#type.map(str::to_owned), text: text.map(str::to_owned), items: items.to_vec() }
    }

    #[test]
    fn reads_each_field_wherever_it_stands() {
        let expected = Ok(sample(Some("a"), Some("b"), &[1]));
        assert_eq!(read(r#"{"type":"a","text":"b","items":[1]}"#), expected);
        assert_eq!(read(r#"{"items":[1],"unknown":{"type":"c"},"te\u0078t":"b","type":"a"}"#), expected);
    }

    #[test]
    fn what_is_missing_has_its_default_unless_it_is_required() {
        assert_eq!(read(r#"{"items":null,"text":null}"#), Ok(sample(None, None, &[])));
        assert_eq!(read(r#"{"text":"a"}"#), Err("missing field `items` at line 1 column 12".to_owned()));
    }

    #[test]
    fn of_a_member_that_is_there_twice_the_last_one_holds() {
        let twice = r#"{"items":[1],"text":"a","items":[2],"text":null}"#;
        assert_eq!(read(twice), Ok(sample(None, None, &[2])));
    }

    #[test]
    fn says_what_was_expected() {
        for (json, message) in [
            ("7", "invalid type: integer `7`, expected struct Sample at line 1 column 1"),
            (r#"{"text":7}"#, "invalid type: integer `7`, expected a string at line 1 column 9"),
            (r#"{"items":[],"text""#, "EOF while parsing an object at line 1 column 18"),
        ] {
            assert_eq!(read(json), Err(message.to_owned()), "{json}");
        }
    }

    #[test]
    fn reads_formats_without_names() {
        assert_eq!(read(r#"["a",null,[1,2]]"#), Ok(sample(Some("a"), None, &[1, 2])));
        assert_eq!(read(r#"["a","b"]"#), Err("fewer values than fields at line 1 column 9".to_owned()));
        assert_eq!(read(r#"["a","b",[],7]"#), Err("trailing characters at line 1 column 13".to_owned()));
        let values = SeqDeserializer::<_, Error>::new(["a", "b"].into_iter());
        assert_eq!(Pair::deserialize(values), Ok(Pair { first: "a".to_owned(), second: "b".to_owned() }));
    }

    #[test]
    fn reads_names_of_any_format() {
        let members = MapDeserializer::<_, Error>::new([("second", "b"), ("first", "a")].into_iter());
        assert_eq!(Pair::deserialize(members), Ok(Pair { first: "a".to_owned(), second: "b".to_owned() }));
        let numbers = MapDeserializer::<_, Error>::new([(1_u8, "a")].into_iter());
        let error = Pair::deserialize(numbers).unwrap_err();
        assert_eq!(error.to_string(), "invalid type: integer `1`, expected field identifier");
        let error = Sample::deserialize(IntoDeserializer::<Error>::into_deserializer(7_u8)).unwrap_err();
        assert_eq!(error.to_string(), "invalid type: integer `7`, expected struct Sample");
    }

    #[derive(Debug, Default, PartialEq)]
    struct Pair {
        first: String,
        second: String,
    }

    fields!(Pair { first, second });
}
