//! Draws the inputs of one endpoint, and keeps what a server is expected to find in the request.

use std::collections::{BTreeMap, BTreeSet};

use kinde_api::Secret;
use serde_json::{Map, Value};

use crate::Inputs;

/// Where in a request a parameter is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the path.
    Path,
    /// In the query.
    Query,
    /// In the JSON of the body.
    Body,
}

/// What a server is expected to find in a request.
#[derive(Debug, Default)]
pub struct Expected {
    /// The operation's id.
    pub operation_id: &'static str,
    /// The parameters of the path, by name.
    pub path: Vec<(&'static str, String)>,
    /// The parameters of the query, in the order of the entry: what is required comes first.
    pub query: Vec<(String, String)>,
    /// The JSON of the body, if there is to be one.
    pub json: Option<Map<String, Value>>,
    /// The file in the form of the body, if there is to be one.
    pub file: Option<File>,
    /// The parameters of the body that are maps, whose keys are the caller's own.
    pub maps: BTreeSet<&'static str>,
    /// The first parameter with a value that must not be sent.
    pub refused: Option<&'static str>,
}

/// A file as it was given.
#[derive(Clone, Debug, Default)]
pub struct File {
    /// The name of the file.
    pub file_name: String,
    /// The content type of the file.
    pub content_type: String,
    /// Whether that is one by the way it was drawn. Where it is not, it may be one by chance.
    pub is_content_type: bool,
    /// The content of the file.
    pub bytes: Vec<u8>,
}

impl File {
    /// Whether the name must be refused: it is nothing, or no percent-encoding makes it safe.
    #[must_use]
    pub fn is_file_name_refused(&self) -> bool {
        self.file_name.is_empty() || self.file_name.replace(['\r', '\n'], "").contains(char::is_control)
    }
}

/// The inputs of one endpoint while they are drawn.
#[derive(Debug)]
pub struct Draft<'a> {
    inputs: &'a Inputs,
    texts: usize,
    numbers: usize,
    flags: usize,
    values: usize,
    secrets: usize,
    /// What was drawn so far, as a server is to find it.
    pub expected: Expected,
}

impl<'a> Draft<'a> {
    /// Begins to draw, from the first of each kind.
    #[must_use]
    pub fn new(inputs: &'a Inputs, operation_id: &'static str) -> Self {
        let expected = Expected { operation_id, ..Expected::default() };
        Self { inputs, texts: 0, numbers: 0, flags: 0, values: 0, secrets: 0, expected }
    }

    /// Draws an optional parameter or nothing. The body is an object also where none of its parameters is set.
    pub(crate) fn optional<T>(&mut self, place: Place, draw: impl FnOnce(&mut Self) -> T) -> Option<T> {
        if place == Place::Body {
            self.expected.json.get_or_insert_default();
        }
        self.next_flag().then(|| draw(self))
    }

    /// A text: an id, a key, a name, a date.
    pub fn text(&mut self, place: Place, name: &'static str) -> String {
        let text = self.next_text();
        self.record(place, name, text.as_str());
        text
    }

    /// A text in a query where an empty one would mean another operation.
    pub fn nonempty(&mut self, place: Place, name: &'static str) -> String {
        let text = self.text(place, name);
        self.refuse_if(text.is_empty(), name);
        text
    }

    /// A list, in a query joined by commas.
    pub fn texts(&mut self, place: Place, name: &'static str) -> Vec<String> {
        let texts = self.next_texts();
        match place {
            Place::Body => self.record(place, name, texts.clone()),
            Place::Path | Place::Query => self.record(place, name, texts.join(",")),
        }
        texts
    }

    /// A list in a query that must not be empty.
    pub fn nonempty_texts(&mut self, place: Place, name: &'static str) -> Vec<String> {
        let texts = self.texts(place, name);
        self.refuse_if(texts.is_empty(), name);
        texts
    }

    /// Lists by key; in a query, `name[key]` stands before each item, and an empty key is refused where there is one.
    pub fn lists(&mut self, place: Place, name: &'static str) -> BTreeMap<String, Vec<String>> {
        let lists: BTreeMap<_, _> = (0..self.next_length()).map(|_| (self.next_text(), self.next_texts())).collect();
        if place == Place::Body {
            let json = lists.iter().map(|(key, texts)| (key.clone(), texts.clone().into())).collect();
            self.record_map(place, name, json);
            return lists;
        }
        for (key, texts) in &lists {
            self.refuse_if(key.is_empty() && !texts.is_empty(), name);
            let pairs = texts.iter().map(|text| (format!("{name}[{key}]"), text.clone()));
            self.expected.query.extend(pairs);
        }
        lists
    }

    /// A list in a query, where the name stands before each item.
    pub fn repeated(&mut self, place: Place, name: &'static str) -> Vec<String> {
        let texts = self.next_texts();
        for text in &texts {
            self.record(place, name, text.as_str());
        }
        texts
    }

    /// A text or null.
    pub fn nullable<T: From<String>>(&mut self, place: Place, name: &'static str) -> Option<T> {
        let text = self.next_flag().then(|| self.next_text());
        self.record(place, name, text.clone());
        text.map(T::from)
    }

    /// A flag.
    pub fn flag(&mut self, place: Place, name: &'static str) -> bool {
        let flag = self.next_flag();
        self.record(place, name, flag);
        flag
    }

    /// A flag or null.
    pub fn nullable_flag(&mut self, place: Place, name: &'static str) -> Option<bool> {
        let flag = self.next_flag().then(|| self.next_flag());
        self.record(place, name, flag);
        flag
    }

    /// A number of things, up to that of `u32`.
    pub fn count(&mut self, place: Place, name: &'static str) -> u32 {
        let count = u32::try_from(self.next_number() % (1 << 32)).unwrap_or_default();
        self.record(place, name, count);
        count
    }

    /// A whole number, which may be below zero.
    pub fn integer(&mut self, place: Place, name: &'static str) -> i64 {
        let integer = i64::from_ne_bytes(self.next_number().to_ne_bytes());
        self.record(place, name, integer);
        integer
    }

    /// A duration, or another number up to that of `u64`.
    pub fn seconds(&mut self, place: Place, name: &'static str) -> u64 {
        let seconds = self.next_number();
        self.record(place, name, seconds);
        seconds
    }

    /// The value of a feature flag or a property: in a query, there is no null.
    pub fn value(&mut self, place: Place, name: &'static str) -> Value {
        let value = self.next_value();
        self.refuse_if(place == Place::Query && value.is_null(), name);
        self.record(place, name, value.clone());
        value
    }

    /// A value that must not be null.
    pub fn nonnull(&mut self, place: Place, name: &'static str) -> Value {
        let value = self.value(place, name);
        self.refuse_if(value.is_null(), name);
        value
    }

    /// A value that is sent as a text: a string as it is, anything else as its JSON. There is no null.
    pub fn value_as_text(&mut self, place: Place, name: &'static str) -> Value {
        let value = self.next_value();
        self.refuse_if(value.is_null(), name);
        let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        self.record(place, name, text);
        value
    }

    /// A secret: in a query, there is no empty one.
    pub fn secret(&mut self, place: Place, name: &'static str) -> Secret {
        let secret = next(&self.inputs.secrets, &mut self.secrets);
        self.refuse_if(place == Place::Query && secret.is_empty(), name);
        self.record(place, name, secret.as_str());
        Secret::from(secret)
    }

    /// Values by key; of two with the same key the last one holds.
    pub fn pairs(&mut self, place: Place, name: &'static str) -> Vec<(String, Value)> {
        let pairs: Vec<_> = (0..self.next_length()).map(|_| (self.next_text(), self.next_value())).collect();
        self.record_map(place, name, pairs.iter().cloned().collect());
        pairs
    }

    /// Texts by key; of two with the same key the last one holds.
    pub fn text_pairs(&mut self, place: Place, name: &'static str) -> Vec<(String, String)> {
        let pairs: Vec<_> = (0..self.next_length()).map(|_| (self.next_text(), self.next_text())).collect();
        self.record_map(place, name, pairs.iter().map(|(key, text)| (key.clone(), text.clone().into())).collect());
        pairs
    }

    /// An object, of what the function draws for the body.
    pub fn object<T>(&mut self, place: Place, name: &'static str, draw: fn(&mut Self) -> T) -> T {
        let (object, json) = self.apart(draw);
        self.record(place, name, json);
        object
    }

    /// A list of objects, each of what the function draws for the body.
    pub fn objects<T>(&mut self, place: Place, name: &'static str, draw: fn(&mut Self) -> T) -> Vec<T> {
        let (objects, json): (Vec<T>, Vec<Value>) = (0..self.next_length()).map(|_| self.apart(draw)).unzip();
        self.record(place, name, json);
        objects
    }

    /// Draws into a JSON object of its own.
    fn apart<T>(&mut self, draw: fn(&mut Self) -> T) -> (T, Value) {
        let outside = self.expected.json.replace(Map::new());
        let drawn = draw(self);
        let json = std::mem::replace(&mut self.expected.json, outside).unwrap_or_default();
        (drawn, json.into())
    }

    /// The name of a file in a form.
    pub fn file_name(&mut self, _: Place, name: &'static str) -> String {
        let file_name = self.next_text();
        let file = self.expected.file.get_or_insert_default();
        file.file_name.clone_from(&file_name);
        let is_refused = file.is_file_name_refused();
        self.refuse_if(is_refused, name);
        file_name
    }

    /// The content type of a file in a form.
    pub fn content_type(&mut self, _: Place, _: &'static str) -> String {
        let is_content_type = self.next_flag();
        let text = self.next_text();
        let content_type = if is_content_type {
            let parameter: String = text.chars().filter(|character| (' '..='~').contains(character)).collect();
            let subtype: String = text.chars().filter(char::is_ascii_alphanumeric).collect();
            format!("image/x-{subtype}; name={parameter}").trim_end().to_owned()
        } else {
            text
        };
        let file = self.expected.file.get_or_insert_default();
        (file.content_type, file.is_content_type) = (content_type.clone(), is_content_type);
        content_type
    }

    /// The content of a file in a form.
    pub fn bytes(&mut self, _: Place, _: &'static str) -> Vec<u8> {
        self.expected.file.get_or_insert_default().bytes.clone_from(&self.inputs.bytes);
        self.inputs.bytes.clone()
    }

    fn record_map(&mut self, place: Place, name: &'static str, map: Map<String, Value>) {
        self.expected.maps.insert(name);
        self.record(place, name, map);
    }

    fn record(&mut self, place: Place, name: &'static str, value: impl Into<Value>) {
        let (name, value) = (name.trim_start_matches("r#"), value.into());
        if place == Place::Body {
            self.expected.json.get_or_insert_default().insert(name.to_owned(), value);
            return;
        }
        let text = match value {
            Value::String(text) => text,
            other => other.to_string(),
        };
        if place == Place::Query {
            self.expected.query.push((name.to_owned(), text));
            return;
        }
        self.refuse_if(is_refused_in_path(&text), name);
        self.expected.path.push((name, text));
    }

    fn refuse_if(&mut self, is_refused: bool, name: &'static str) {
        if is_refused {
            self.expected.refused.get_or_insert(name);
        }
    }

    fn next_texts(&mut self) -> Vec<String> {
        (0..self.next_length()).map(|_| self.next_text()).collect()
    }

    fn next_length(&mut self) -> u64 {
        self.next_number() % 4
    }

    fn next_text(&mut self) -> String {
        next(&self.inputs.texts, &mut self.texts)
    }

    fn next_number(&mut self) -> u64 {
        next(&self.inputs.numbers, &mut self.numbers)
    }

    fn next_flag(&mut self) -> bool {
        next(&self.inputs.flags, &mut self.flags)
    }

    fn next_value(&mut self) -> Value {
        next(&self.inputs.values, &mut self.values)
    }
}

/// The next of the items, from the first again after the last; without any, what is there by default.
fn next<T: Clone + Default>(items: &[T], index: &mut usize) -> T {
    let item = items.get(*index % items.len().max(1)).cloned().unwrap_or_default();
    *index += 1;
    item
}

/// Whether a value could address another resource: as it is, or to a proxy that decodes it once more.
fn is_refused_in_path(value: &str) -> bool {
    let decoded = urlencoding::decode_binary(value.as_bytes());
    [value, &String::from_utf8_lossy(&decoded)].into_iter().any(|value| {
        let is_dots = matches!(value.split(';').next(), Some("." | ".."));
        value.is_empty() || is_dots || value.contains(['/', '\\']) || value.contains(char::is_control)
    })
}
