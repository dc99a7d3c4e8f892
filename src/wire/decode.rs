//! Reads JSON as Kinde sends it: tolerant where it is known to vary, at no cost where it does not.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde::de::value::MapAccessDeserializer;
use serde::de::{DeserializeOwned, DeserializeSeed, Error, IgnoredAny, MapAccess, SeqAccess, Unexpected, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use crate::wire::budget::{Budget, charge};
use crate::wire::mend::Mended;

/// Reads a JSON object; a body that is empty, or of white space alone, is like `{}`.
pub(crate) fn object<T: DeserializeOwned>(body: &[u8]) -> Result<T, serde_json::Error> {
    any(object_text(body)?)
}

/// Reads any JSON. What serde refuses and others take is mended and read again, which costs nothing where there is none.
pub(crate) fn any<T: DeserializeOwned>(json: &str) -> Result<T, serde_json::Error> {
    patiently(json, PhantomData)
}

fn patiently<T, S>(json: &str, seed: S) -> Result<T, serde_json::Error>
where
    S: Copy + for<'de> DeserializeSeed<'de, Value = T>,
{
    let _budget = Budget::of_body(json.len());
    let first = once(json, seed);
    first.or_else(|error| second_reading(json, seed).unwrap_or(Err(error)))
}

#[inline(never)]
fn once<'de, S: DeserializeSeed<'de>>(json: &'de str, seed: S) -> Result<S::Value, serde_json::Error> {
    let mut deserializer = serde_json::Deserializer::from_str(json);
    let value = seed.deserialize(&mut deserializer)?;
    deserializer.end()?;
    Ok(value)
}

/// None where nothing can be mended.
#[cold]
fn second_reading<T, S>(json: &str, seed: S) -> Option<Result<T, serde_json::Error>>
where
    S: Copy + for<'de> DeserializeSeed<'de, Value = T>,
{
    // What is malformed is to stay so.
    serde_json::from_str::<IgnoredAny>(json).ok()?;
    let mut mended = Mended::of(json)?;
    if mended.has_out_of_range() {
        // A list of a list is in no place but raw JSON: where such a number stands for a count, it is an error.
        let _budget = Budget::of_body(json.len());
        if let Err(error) = once(mended.with("[[]]"), seed) {
            return Some(Err(error));
        }
    }
    let _budget = Budget::of_body(json.len());
    Some(once(mended.with("null"), seed))
}

/// Reads a thing that is the whole answer, or one member of it, beside a `code` and a `message` of the call.
///
/// For an endpoint's `decode`: Kinde's reference declares the one, and the live API sends the other.
pub(crate) fn enveloped<T: DeserializeOwned>(body: &[u8], member: &'static str) -> Result<T, serde_json::Error> {
    let json = object_text(body)?;
    let inner = patiently(json, Enveloped { member, thing: PhantomData })?;
    inner.map_or_else(|| any(json), Ok)
}

/// The thing in an envelope, if there is one.
struct Enveloped<T> {
    member: &'static str,
    thing: PhantomData<T>,
}

impl<T> Clone for Enveloped<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Enveloped<T> {}

impl<'de, T: Deserialize<'de>> DeserializeSeed<'de> for Enveloped<T> {
    type Value = Option<T>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<T>, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for Enveloped<T> {
    type Value = Option<T>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Option<T>, A::Error> {
        let mut thing = None;
        while let Some(is_thing) = entries.next_key_seed(IsName(self.member))? {
            if is_thing {
                thing = entries.next_value()?;
            } else {
                entries.next_value::<IgnoredAny>()?;
            }
        }
        Ok(thing)
    }
}

/// Whether the name of a member is this one.
struct IsName(&'static str);

impl<'de> DeserializeSeed<'de> for IsName {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for IsName {
    type Value = bool;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a name")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<bool, E> {
        Ok(name == self.0)
    }
}

/// The text of an object. The whole is checked as UTF-8 at once, which costs less than each string by itself.
fn object_text(body: &[u8]) -> Result<&str, serde_json::Error> {
    let Ok(text) = std::str::from_utf8(body) else {
        return Err(not_utf8(body));
    };
    // serde's derive takes a list for a struct, field by field; an API's answer with a list is another answer.
    match text.bytes().find(|byte| !matches!(byte, b' ' | b'\t' | b'\n' | b'\r')) {
        None => Ok("{}"),
        Some(b'{') => Ok(text),
        Some(_) => Err(not_an_object(text)),
    }
}

#[cold]
fn not_utf8(body: &[u8]) -> serde_json::Error {
    match serde_json::from_slice::<Checked>(body) {
        Ok(Checked) => Error::custom("invalid UTF-8"),
        Err(error) => error,
    }
}

#[cold]
fn not_an_object(text: &str) -> serde_json::Error {
    match serde_json::from_str::<NoObject>(text) {
        Ok(NoObject) => Error::custom("not an object"),
        Err(error) => error,
    }
}

/// Fails with the position of whatever is there, which is known to be no object.
struct NoObject;

impl<'de> Deserialize<'de> for NoObject {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ObjectVisitor;

        impl Visitor<'_> for ObjectVisitor {
            type Value = NoObject;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("an object")
            }
        }

        deserializer.deserialize_any(ObjectVisitor)
    }
}

/// Any JSON whose strings are UTF-8. `IgnoredAny` skips strings without looking at their bytes.
struct Checked;

impl<'de> Deserialize<'de> for Checked {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Self)
    }
}

impl<'de> Visitor<'de> for Checked {
    type Value = Self;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("any value")
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_unit<E: Error>(self) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self, A::Error> {
        while items.next_element::<Self>()?.is_some() {}
        Ok(self)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self, A::Error> {
        while entries.next_entry::<Self, Self>()?.is_some() {}
        Ok(self)
    }
}

/// Whatever is there, as a visitor takes it.
struct Anything<V>(V);

impl<'de, V: Visitor<'de>> DeserializeSeed<'de> for Anything<V> {
    type Value = V::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        deserializer.deserialize_any(self.0)
    }
}

/// A list inside an item, most often of a few: null is an empty one, and a null in it is skipped.
pub(crate) fn list<'de, T: Deserialize<'de>>() -> impl DeserializeSeed<'de, Value = Vec<T>> {
    Anything(ListVisitor { is_page: false, item: PhantomData })
}

/// A list that is what the whole answer is about: like [`list`], but with room for many from its first item on.
///
/// Of a GET it must be there, so its field is `required`: an answer without it is of something else, and “no members” would
/// be wrong. Of a write it may be missing, as everything may be where Kinde sends no body.
///
/// More than [`MOST_ITEMS`] are an error.
pub(crate) fn page<'de, T: Deserialize<'de>>() -> impl DeserializeSeed<'de, Value = Vec<T>> {
    Anything(ListVisitor { is_page: true, item: PhantomData })
}

/// Twenty times the largest page that Kinde gives.
const MOST_ITEMS: usize = 10_000;

/// What a page has room for from its first item on.
const FIRST_ROOM: usize = 32;

struct ListVisitor<T> {
    is_page: bool,
    item: PhantomData<T>,
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for ListVisitor<T> {
    type Value = Vec<T>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a list or null")
    }

    fn visit_unit<E: Error>(self) -> Result<Vec<T>, E> {
        Ok(Vec::new())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Vec<T>, A::Error> {
        let mut list = Vec::new();
        while items.next_element_seed(NextItem { list: &mut list, is_page: self.is_page })?.is_some() {}
        Ok(list)
    }
}

/// Puts an item where it stays, rather than to hand it from function to function: items are large.
struct NextItem<'a, T> {
    list: &'a mut Vec<T>,
    is_page: bool,
}

impl<T> NextItem<'_, T> {
    fn make_room<E: Error>(&mut self) -> Result<(), E> {
        let room = self.list.capacity();
        if self.is_page {
            if room >= MOST_ITEMS {
                return Err(E::custom("a page of more than 10,000 items"));
            }
            self.list.reserve_exact(room.clamp(FIRST_ROOM, MOST_ITEMS - room));
            return Ok(());
        }
        // What a few take is in proportion to the item that they are in.
        if room > 0 {
            charge(room * size_of::<T>())?;
        }
        self.list.reserve(1);
        Ok(())
    }
}

impl<'de, T: Deserialize<'de>> DeserializeSeed<'de> for NextItem<'_, T> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for NextItem<'_, T> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an item or null")
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_some<D: Deserializer<'de>>(mut self, deserializer: D) -> Result<(), D::Error> {
        if self.list.len() == self.list.capacity() {
            self.make_room()?;
        }
        T::deserialize(deserializer).map(|item| self.list.push(item))
    }
}

/// A list where one item may stand without its brackets; null, and an object without a field that is set, is none.
pub(crate) fn one_or_many<'de, T>() -> impl DeserializeSeed<'de, Value = Vec<T>>
where
    T: Deserialize<'de> + Default + PartialEq,
{
    struct OneOrManyVisitor<T>(PhantomData<T>);

    impl<'de, T: Deserialize<'de> + Default + PartialEq> Visitor<'de> for OneOrManyVisitor<T> {
        type Value = Vec<T>;

        fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            formatter.write_str("an object, a list or null")
        }

        fn visit_unit<E: Error>(self) -> Result<Vec<T>, E> {
            Ok(Vec::new())
        }

        fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<Vec<T>, A::Error> {
            ListVisitor { is_page: false, item: PhantomData }.visit_seq(items)
        }

        fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<Vec<T>, A::Error> {
            let item = T::deserialize(MapAccessDeserializer::new(entries))?;
            Ok(if item == T::default() { Vec::new() } else { vec![item] })
        }
    }

    Anything(OneOrManyVisitor(PhantomData))
}

/// A map: null is an empty one, and an entry that is null is skipped.
pub(crate) fn map<'de, K, V>() -> impl DeserializeSeed<'de, Value = BTreeMap<K, V>>
where
    K: Deserialize<'de> + Ord,
    V: Deserialize<'de>,
{
    struct EntriesVisitor<K, V>(PhantomData<(K, V)>);

    impl<'de, K: Deserialize<'de> + Ord, V: Deserialize<'de>> Visitor<'de> for EntriesVisitor<K, V> {
        type Value = BTreeMap<K, V>;

        fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            formatter.write_str("an object or null")
        }

        fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
            Ok(BTreeMap::new())
        }

        fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
            let mut map = BTreeMap::new();
            while let Some((key, value)) = entries.next_entry::<K, Option<V>>()? {
                // The last one of a key holds, a null too.
                match value {
                    Some(value) => {
                        charge(size_of::<(K, V)>())?;
                        map.insert(key, value);
                    }
                    None => drop(map.remove(&key)),
                }
            }
            Ok(map)
        }
    }

    Anything(EntriesVisitor(PhantomData))
}

/// A value that is raw JSON. A number that no `f64` holds is null in it, as it is without `arbitrary_precision`.
pub(crate) fn value<'de>() -> impl DeserializeSeed<'de, Value = Option<Value>> {
    struct RawValue;

    impl<'de> DeserializeSeed<'de> for RawValue {
        type Value = Option<Value>;

        fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<Value>, D::Error> {
            let mut value = Option::deserialize(deserializer)?;
            value.iter_mut().for_each(null_out_of_range);
            Ok(value.filter(|value| !value.is_null()))
        }
    }

    RawValue
}

/// A [`map`] of values that are raw JSON: see [`value`].
pub(crate) fn values<'de, K: Deserialize<'de> + Ord>() -> impl DeserializeSeed<'de, Value = BTreeMap<K, Value>> {
    struct RawValues<K>(PhantomData<K>);

    impl<'de, K: Deserialize<'de> + Ord> DeserializeSeed<'de> for RawValues<K> {
        type Value = BTreeMap<K, Value>;

        fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
            let mut values: BTreeMap<K, Value> = map().deserialize(deserializer)?;
            values.values_mut().for_each(null_out_of_range);
            values.retain(|_, value| !value.is_null());
            Ok(values)
        }
    }

    RawValues(PhantomData)
}

fn null_out_of_range(value: &mut Value) {
    match value {
        Value::Number(number) if number.as_f64().is_none() => *value = Value::Null,
        Value::Array(items) => items.iter_mut().for_each(null_out_of_range),
        Value::Object(entries) => entries.values_mut().for_each(null_out_of_range),
        _ => {}
    }
}

/// In what `serde_json` hands over a number that is no integer, as its text, where anything in the program switches on its
/// feature `arbitrary_precision`.
pub(crate) const NUMBER_IN_A_MAP: &str = "$serde_json::private::Number";

/// The number, if the map is one. Whatever else the map holds is still in it.
pub(crate) fn number_in<'de, A: MapAccess<'de>>(entries: &mut A) -> Result<Option<f64>, A::Error> {
    match entries.next_key_seed(IsName(NUMBER_IN_A_MAP))? {
        Some(true) => Ok(entries.next_value::<AnyText>()?.0.and_then(|number| number.parse().ok())),
        Some(false) => entries.next_value::<IgnoredAny>().map(|_| None),
        None => Ok(None),
    }
}

/// For a visitor that takes no maps: one that is a number is that number.
macro_rules! number_in_a_map {
    () => {
        fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
            match $crate::wire::decode::number_in(&mut entries)? {
                Some(number) => self.visit_f64(number),
                None => Err(A::Error::invalid_type(Unexpected::Map, &self)),
            }
        }
    };
}

/// A count, as a number or as a text of digits.
pub(crate) fn count<'de>() -> impl DeserializeSeed<'de, Value = Option<u64>> {
    struct CountVisitor;

    impl<'de> Visitor<'de> for CountVisitor {
        type Value = Option<u64>;

        fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            formatter.write_str("a count or null")
        }

        fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
            Ok(None)
        }

        fn visit_u64<E: Error>(self, count: u64) -> Result<Self::Value, E> {
            Ok(Some(count))
        }

        number_in_a_map!();

        fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
            whole_number(text).map(Some).ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
        }
    }

    Anything(CountVisitor)
}

/// The whole number, not below zero, that a text of digits is. `u64::from_str` would take a plus sign as well.
fn whole_number(text: &str) -> Option<u64> {
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    text.parse().ok()
}

/// An amount, of money in the smallest unit of its currency or of what a meter counts, as a number or as a text of
/// digits. Below zero is a credit.
pub(crate) fn amount<'de>() -> impl DeserializeSeed<'de, Value = Option<i64>> {
    struct AmountVisitor;

    impl<'de> Visitor<'de> for AmountVisitor {
        type Value = Option<i64>;

        fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            formatter.write_str("an amount or null")
        }

        fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
            Ok(None)
        }

        fn visit_u64<E: Error>(self, amount: u64) -> Result<Self::Value, E> {
            i64::try_from(amount).map(Some).map_err(|_| E::invalid_value(Unexpected::Unsigned(amount), &self))
        }

        fn visit_i64<E: Error>(self, amount: i64) -> Result<Self::Value, E> {
            Ok(Some(amount))
        }

        number_in_a_map!();

        fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
            let is_number = whole_number(text.strip_prefix('-').unwrap_or(text)).is_some();
            let amount = text.parse().ok().filter(|_| is_number);
            amount.map(Some).ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
        }
    }

    Anything(AmountVisitor)
}

/// A text, for which a number may stand.
pub(crate) fn text_or_number<'de>() -> impl DeserializeSeed<'de, Value = Option<String>> {
    struct TextOrNumberVisitor;

    impl<'de> Visitor<'de> for TextOrNumberVisitor {
        type Value = Option<String>;

        fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            formatter.write_str("a string, a number or null")
        }

        fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
            Ok(None)
        }

        fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
            Ok(Some(number.to_string()))
        }

        fn visit_i64<E: Error>(self, number: i64) -> Result<Self::Value, E> {
            Ok(Some(number.to_string()))
        }

        fn visit_f64<E: Error>(self, number: f64) -> Result<Self::Value, E> {
            Ok(Some(number.to_string()))
        }

        number_in_a_map!();

        fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
            Ok(Some(text.to_owned()))
        }
    }

    Anything(TextOrNumberVisitor)
}

/// What an error's body holds at a place: a text if it is a scalar, and nothing, rather than a failure, otherwise.
#[derive(Default)]
pub(crate) struct AnyText(pub(crate) Option<String>);

impl<'de> Deserialize<'de> for AnyText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyTextVisitor).map(Self)
    }
}

struct AnyTextVisitor;

impl<'de> Visitor<'de> for AnyTextVisitor {
    type Value = Option<String>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("anything")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Self::Value, E> {
        Ok(Some(value.to_string()))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
        Ok(Some(number.to_string()))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Self::Value, E> {
        Ok(Some(number.to_string()))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Self::Value, E> {
        Ok(Some(number.to_string()))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Some(text.to_owned()))
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        while items.next_element::<IgnoredAny>()?.is_some() {}
        Ok(None)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
        let number = number_in(&mut entries)?;
        while entries.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(number.map(|number| number.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde_json::{Value, json};

    use super::{enveloped, object};
    use crate::wire::fields::fields;

    #[derive(Debug, Default, PartialEq)]
    struct Sample {
        list: Vec<u8>,
        page: Vec<u8>,
        items: Vec<Item>,
        map: BTreeMap<String, u8>,
        count: Option<u64>,
        amount: Option<i64>,
        text: Option<String>,
        value: Option<Value>,
    }

    fields!(Sample {
        list: list,
        page: page,
        items: one_or_many,
        map: map,
        count: count,
        amount: amount,
        text: text_or_number,
        value: value,
    });

    #[derive(Debug, Default, PartialEq)]
    struct Item {
        id: Option<u8>,
    }

    fields!(Item { id });

    fn read(body: &str) -> Sample {
        object(body.as_bytes()).unwrap()
    }

    #[test]
    fn null_is_nothing_and_a_null_inside_is_skipped() {
        let nulls = r#"{"list":null,"page":null,"items":null,"map":null,"count":null,"amount":null,"text":null}"#;
        assert_eq!(read(nulls), Sample::default());
        let inside = read(r#"{"list":[null,1],"page":[2,null],"items":[null,{"id":3}],"map":{"a":null,"b":4}}"#);
        let map = BTreeMap::from([("b".to_owned(), 4)]);
        assert_eq!(
            inside,
            Sample { list: vec![1], page: vec![2], items: vec![Item { id: Some(3) }], map, ..Sample::default() }
        );
    }

    #[test]
    fn one_item_may_stand_without_a_list() {
        assert_eq!(read(r#"{"items":{"id":3}}"#).items, [Item { id: Some(3) }]);
        assert_eq!(read(r#"{"items":{}}"#).items, []);
    }

    #[test]
    fn numbers_and_their_texts_stand_for_each_other() {
        let read = read(r#"{"count":"18446744073709551615","text":-7}"#);
        assert_eq!((read.count, read.text.as_deref()), (Some(u64::MAX), Some("-7")));
    }

    #[test]
    fn an_amount_may_be_below_zero() {
        for (json, expected) in [
            ("0", Some(0)),
            ("-250", Some(-250)),
            (r#""-250""#, Some(-250)),
            (r#""250""#, Some(250)),
            ("-9223372036854775808", Some(i64::MIN)),
            (r#""-9223372036854775808""#, Some(i64::MIN)),
        ] {
            assert_eq!(read(&format!(r#"{{"amount":{json}}}"#)).amount, expected, "{json}");
        }
    }

    #[test]
    fn a_thing_may_come_with_and_without_an_envelope() {
        let read = |body: &str| enveloped::<Item>(body.as_bytes(), "item").map_err(|error| error.to_string());
        let item = Ok(Item { id: Some(3) });
        assert_eq!(read(r#"{"id":3}"#), item);
        assert_eq!(read(r#"{"code":"OK","item":{"id":3},"x":[{"item":7}]}"#), item);
        assert_eq!(read(r#"{"item":null,"id":3}"#), item);
        assert_eq!(read("{}"), Ok(Item { id: None }));
        assert_eq!(read(r#"{"item":{}} x"#), Err("trailing characters at line 1 column 13".to_owned()));
        assert_eq!(read("[]"), Err("invalid type: sequence, expected an object at line 1 column 2".to_owned()));
    }

    #[test]
    fn a_number_is_a_number_whichever_way_it_is_handed_over() {
        for (json, text) in
            [("7.5", "7.5"), ("1e2", "100"), ("-0.50", "-0.5"), ("18446744073709551616", "18446744073709552000")]
        {
            assert_eq!(read(&format!(r#"{{"text":{json}}}"#)).text.as_deref(), Some(text), "{json}");
        }
        assert_eq!(read(r#"{"value":[7.5,{"a":-1}]}"#).value, Some(json!([7.5, { "a": -1 }])));
    }

    #[test]
    fn of_a_member_that_is_there_twice_the_last_one_holds() {
        let json =
            r#"{"count":1,"page":[1,2],"count":2,"page":[3],"text":"a","te\u0078t":"b","items":[{"id":1,"id":2}]}"#;
        assert_eq!(
            read(json),
            Sample {
                count: Some(2),
                page: vec![3],
                text: Some("b".to_owned()),
                items: vec![Item { id: Some(2) }],
                ..Sample::default()
            }
        );
        let map = read(r#"{"map":{"a":1,"b":2,"a":3,"b":null}}"#).map;
        assert_eq!(map, BTreeMap::from([("a".to_owned(), 3)]));
        let item = enveloped::<Item>(br#"{"item":{"id":1,"id":2},"code":"\ud800"}"#, "item").unwrap();
        assert_eq!(item, Item { id: Some(2) });
    }

    #[test]
    fn half_a_surrogate_pair_is_a_replacement_character() {
        assert_eq!(read(r#"{"text":"a\ud83db","unknown":"\ud83d"}"#).text.as_deref(), Some("a\u{fffd}b"));
        assert_eq!(read(r#"{"text":"\ud83d\ude00"}"#).text.as_deref(), Some("\u{1f600}"));
    }

    #[test]
    fn a_number_out_of_range_is_null_in_raw_json_and_an_error_in_a_count() {
        assert_eq!(read(r#"{"value":[1e999,-1e999,1],"unknown":1e999}"#).value, Some(json!([null, null, 1])));
        assert_eq!(read(r#"{"value":{"a":1e999,"b":1}}"#).value, Some(json!({ "a": null, "b": 1 })));
        assert_eq!(read(r#"{"unknown":1e999,"count":7}"#).count, Some(7));
        for json in [r#"{"count":1e999}"#, r#"{"value":1e999,"count":1e999}"#, r#"{"list":[1e999]}"#] {
            assert!(object::<Sample>(json.as_bytes()).is_err(), "{json}");
        }
    }

    #[test]
    fn what_is_mended_is_as_strict_as_ever() {
        for json in [
            r#"{"count":1 "b","count":2}"#,
            r#"{"count":1,"count":2"#,
            r#"{"count":1,"count":2} x"#,
            r#"{"count":1,"count":-2}"#,
            r#"{"text":"\ud800","count":"x"}"#,
            r#"{"text":"\ud80"}"#,
        ] {
            assert!(object::<Sample>(json.as_bytes()).is_err(), "{json}");
        }
        let error = object::<Sample>(br#"{"count":1,"count":-2}"#).unwrap_err();
        assert_eq!(error.to_string(), "invalid type: integer `-2`, expected a count or null at line 1 column 21");
    }

    #[test]
    #[cfg_attr(miri, ignore = "so many items take minutes")]
    fn a_page_has_an_end() {
        let page =
            |items: usize| object::<Sample>(format!(r#"{{"page":[{}]}}"#, vec!["1"; items].join(",")).as_bytes());
        assert_eq!(page(10_000).unwrap().page.len(), 10_000);
        let error = page(10_001).unwrap_err();
        assert!(error.to_string().starts_with("a page of more than 10,000 items at line 1 column "), "{error}");
    }

    #[test]
    #[cfg_attr(miri, ignore = "so many items take minutes")]
    fn lists_and_maps_that_are_worth_more_than_their_text_have_an_end() {
        let large = |name: &str, item: &str, close: &str| {
            let items: Vec<String> = (0..100_000).map(|number| item.replace('#', &number.to_string())).collect();
            let (open, close) = (if close == "}" { "{" } else { "[" }, close);
            object::<Sample>(format!(r#"{{"{name}":{open}{}{close}}}"#, items.join(",")).as_bytes())
        };
        assert_eq!(large("list", "7", "]").unwrap().list.len(), 100_000);
        assert_eq!(large("map", "\"#\":7", "}").unwrap().map.len(), 100_000);
        assert_eq!(large("items", r#"{"id":7}"#, "]").unwrap().items.len(), 100_000);
        let error = object::<Texts>(format!(r#"{{"texts":[{}]}}"#, vec!["\"\""; 100_000].join(",")).as_bytes());
        let text = error.unwrap_err().to_string();
        assert!(text.starts_with("lists that take far more memory than the answer is long at line 1 "), "{text}");
    }

    #[derive(Debug, Default)]
    struct Texts {
        texts: Vec<String>,
    }

    fields!(Texts { texts: list });

    #[test]
    fn says_what_was_expected() {
        for (body, text) in [
            ("[]", "invalid type: sequence, expected an object at line 1 column 2"),
            (r#"{"list":7}"#, "invalid type: integer `7`, expected a list or null at line 1 column 9"),
            (r#"{"page":{}}"#, "invalid type: map, expected a list or null at line 1 column 10"),
            (r#"{"items":7}"#, "invalid type: integer `7`, expected an object, a list or null at line 1 column 10"),
            (r#"{"map":[]}"#, "invalid type: sequence, expected an object or null at line 1 column 9"),
            (r#"{"count":-1}"#, "invalid type: integer `-1`, expected a count or null at line 1 column 11"),
            (r#"{"count":"+1"}"#, "invalid value: string \"+1\", expected a count or null at line 1 column 13"),
            (r#"{"amount":1.5}"#, "invalid type: floating point `1.5`, expected an amount or null at line 1 column 13"),
            (
                r#"{"amount":9223372036854775808}"#,
                "invalid value: integer `9223372036854775808`, expected an amount or null at line 1 column 29",
            ),
            (r#"{"amount":"--1"}"#, "invalid value: string \"--1\", expected an amount or null at line 1 column 15"),
            (r#"{"amount":""}"#, "invalid value: string \"\", expected an amount or null at line 1 column 12"),
            (r#"{"text":[]}"#, "invalid type: sequence, expected a string, a number or null at line 1 column 10"),
        ] {
            assert_eq!(object::<Sample>(body.as_bytes()).unwrap_err().to_string(), text, "{body}");
        }
    }
}
