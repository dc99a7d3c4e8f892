//! Values in paths and queries: each stays one value, whatever is in it, or is refused.

use inventory::{Built, Inputs, Operation};
use kinde_api::organizations::{GetOrganizationUsers, GetOrganizations, ResetOrgUserMfa, UpdateOrganizationProperty};
use kinde_api::{Api, Endpoint, RequestError};
use serde_json::Value;

use crate::wire::api;

/// Values that have broken other clients, and what becomes of them.
const ENCODED: [(&str, &str); 33] = [
    ("a b", "a%20b"),
    (" ", "%20"),
    ("...", "..."),
    (".a", ".a"),
    ("%", "%25"),
    ("%252F", "%25252F"),
    ("%ff", "%25ff"),
    ("?", "%3F"),
    ("?a=b", "%3Fa%3Db"),
    ("#", "%23"),
    ("+", "%2B"),
    ("&", "%26"),
    ("&a=b", "%26a%3Db"),
    (";", "%3B"),
    ("a;..", "a%3B.."),
    ("=", "%3D"),
    ("@", "%40"),
    (":", "%3A"),
    (",", "%2C"),
    ("$!*()", "%24%21%2A%28%29"),
    ("<>", "%3C%3E"),
    ("[]", "%5B%5D"),
    ("{org_code}", "%7Borg_code%7D"),
    ("|^", "%7C%5E"),
    ("\"", "%22"),
    ("'", "%27"),
    ("`", "%60"),
    ("é", "%C3%A9"),
    ("e\u{301}", "e%CC%81"),
    ("日本語", "%E6%97%A5%E6%9C%AC%E8%AA%9E"),
    ("😀", "%F0%9F%98%80"),
    ("\u{feff}", "%EF%BB%BF"),
    ("AZaz09-._~", "AZaz09-._~"),
];

/// Values that a query takes, and a path does not: with them, a proxy could take it for another one.
const ENCODED_IN_A_QUERY: [(&str, &str, &str); 18] = [
    ("/", "%2F", SLASH),
    ("a/../b", "a%2F..%2Fb", SLASH),
    ("../", "..%2F", SLASH),
    ("./.", ".%2F.", SLASH),
    ("\\", "%5C", BACKSLASH),
    ("..\\", "..%5C", BACKSLASH),
    ("..", "..", DOTS),
    (".", ".", DOTS),
    ("..;a=b", "..%3Ba%3Db", DOTS),
    ("%2F", "%252F", DECODED),
    ("a%5cb", "a%255cb", DECODED),
    ("%2e%2E;", "%252e%252E%3B", DECODED),
    ("a%0a", "a%250a", DECODED),
    ("\0", "%00", CONTROL),
    ("\r\nX-A: b", "%0D%0AX-A%3A%20b", CONTROL),
    ("\u{1b}[0m", "%1B%5B0m", CONTROL),
    ("\u{7f}", "%7F", CONTROL),
    ("\u{85}", "%C2%85", CONTROL),
];

const SLASH: &str = "has a slash, which could address another resource";
const BACKSLASH: &str = "has a backslash, which could address another resource";
const CONTROL: &str = "has a control character";
const DOTS: &str = "is a dot segment, which would address another resource";
const DECODED: &str = "would address another resource after one more percent-decoding";

/// A parameter in the path or the query of an operation that is a text, or a list of one.
struct Parameter {
    operation: &'static Operation,
    name: String,
    /// Where it is among all parameters of path and query.
    index: usize,
    is_in_path: bool,
    input: Input,
}

/// Which of the inputs is sent.
#[derive(Clone, Copy)]
enum Input {
    Text(usize),
    Secret(usize),
    Value,
}

impl Input {
    /// The input that is sent as this text, if it is one that takes any text.
    fn of(sent: &str) -> Option<Self> {
        let plain = Inputs::plain();
        let text = plain.texts.iter().position(|text| text == sent).map(Self::Text);
        let secret = plain.secrets.iter().position(|secret| secret == sent).map(Self::Secret);
        text.or(secret).or_else(|| (plain.values[0] == sent).then_some(Self::Value))
    }
}

/// The parameters of all operations.
fn parameters() -> Vec<Parameter> {
    inventory::operations().flat_map(parameters_of).collect()
}

fn parameters_of(operation: &'static Operation) -> Vec<Parameter> {
    let (_, expected) = operation.draw(&Inputs::plain());
    let in_path = expected.path.len();
    let in_query = expected.query;
    let sent = expected.path.into_iter().map(|(name, sent)| (name.to_owned(), sent)).chain(in_query).enumerate();
    let parameter = |(index, (name, sent)): (usize, (String, String))| {
        let input = Input::of(&sent)?;
        Some(Parameter { operation, name, index, is_in_path: index < in_path, input })
    };
    sent.filter_map(parameter).collect()
}

impl Parameter {
    /// Plain inputs but for this one.
    fn inputs(&self, value: &str) -> Inputs {
        let mut inputs = Inputs::plain();
        match self.input {
            Input::Text(index) => value.clone_into(&mut inputs.texts[index]),
            Input::Secret(index) => value.clone_into(&mut inputs.secrets[index]),
            Input::Value => inputs.values = vec![Value::from(value)],
        }
        inputs
    }

    /// The request with plain inputs but for this one, and the URI in which `encoded` stands for it, with the query in
    /// order of names.
    fn with(&self, value: &str, encoded: &str) -> (Built, String) {
        let (request, _) = self.operation.request(&api(), &self.inputs(value));
        (request, sorted(&format!("https://acme.kinde.com{}", self.target(encoded))))
    }

    fn target(&self, encoded: &str) -> String {
        let (_, expected) = self.operation.draw(&Inputs::plain());
        let mut target = self.operation.path.to_owned();
        for (index, (name, sent)) in expected.path.iter().enumerate() {
            let text = if index == self.index { encoded } else { sent };
            target = target.replace(&format!("{{{name}}}"), text);
        }
        for (index, (name, sent)) in expected.query.iter().enumerate() {
            let text = if expected.path.len() + index == self.index { encoded } else { sent };
            let separator = if index == 0 { "?" } else { "&" };
            target.extend([separator, &name.replace('[', "%5B").replace(']', "%5D"), "=", text]);
        }
        target
    }

    /// Whether an empty value would mean another operation.
    fn must_not_be_empty(&self) -> bool {
        self.operation.draw(&self.inputs("")).1.refused == Some(self.name.as_str())
    }
}

/// A URI with the query in order of names. In which order they are sent, each family's own tests say.
fn sorted(uri: &str) -> String {
    let Some((path, query)) = uri.split_once('?') else { return uri.to_owned() };
    let mut pairs: Vec<&str> = query.split('&').collect();
    pairs.sort_by_key(|pair| pair.split('=').next());
    format!("{path}?{}", pairs.join("&"))
}

#[test]
fn every_parameter_of_a_path_is_looked_at() {
    for operation in inventory::operations() {
        let in_path = parameters_of(operation).iter().filter(|parameter| parameter.is_in_path).count();
        assert_eq!(in_path, operation.path.matches('{').count(), "{}", operation.id);
    }
}

#[test]
fn every_value_is_encoded_in_every_place() {
    for parameter in parameters() {
        for (value, encoded) in ENCODED {
            let (request, uri) = parameter.with(value, encoded);
            let request = request.unwrap_or_else(|error| panic!("{value:?} at {uri}: {error}"));
            assert_eq!(sorted(&request.uri().to_string()), uri, "{value:?}");
        }
    }
}

#[test]
fn what_a_proxy_could_take_for_another_path_is_encoded_in_a_query_and_refused_in_a_path() {
    for parameter in parameters() {
        for (value, encoded, reason) in ENCODED_IN_A_QUERY {
            let (request, uri) = parameter.with(value, encoded);
            if parameter.is_in_path {
                let Err(error) = request else { panic!("{value:?} is sent: {uri}") };
                assert_eq!(error.to_string(), format!("the path parameter `{}` {reason}", parameter.name));
            } else {
                assert_eq!(sorted(&request.unwrap().uri().to_string()), uri, "{value:?}");
            }
        }
    }
}

#[test]
fn every_ascii_character_but_the_unreserved_is_encoded() {
    for byte in 0..=0x7f_u8 {
        let character = char::from(byte).to_string();
        let is_unreserved = byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
        let encoded = if is_unreserved { character.clone() } else { format!("%{byte:02X}") };
        let request = GetOrganizations::new().next_token(&character).request(&api()).unwrap();
        assert_eq!(
            request.uri().to_string(),
            format!("https://acme.kinde.com/api/v1/organizations?next_token={encoded}")
        );
    }
}

#[test]
fn what_would_name_another_resource_is_refused_in_every_path() {
    for parameter in parameters().into_iter().filter(|parameter| parameter.is_in_path) {
        for (value, reason) in [
            ("", "is empty"),
            (".", "is a dot segment, which would address another resource"),
            ("..", "is a dot segment, which would address another resource"),
        ] {
            let (request, uri) = parameter.with(value, value);
            let Err(error) = request else { panic!("{uri} is sent") };
            assert_eq!(error.to_string(), format!("the path parameter `{}` {reason}", parameter.name));
            assert!(matches!(error, RequestError::PathParameter { .. }));
        }
    }
}

#[test]
fn an_empty_value_is_sent_in_every_query_where_it_means_no_other_operation() {
    for parameter in parameters().into_iter().filter(|parameter| !parameter.is_in_path) {
        let (request, uri) = parameter.with("", "");
        if parameter.must_not_be_empty() {
            let error = request.unwrap_err();
            assert_eq!(error.to_string(), format!("the query parameter `{}` is empty", parameter.name));
            assert!(matches!(error, RequestError::QueryParameter { name, .. } if name == parameter.name));
        } else {
            assert_eq!(sorted(&request.unwrap().uri().to_string()), uri);
        }
    }
}

#[test]
fn a_value_that_makes_the_uri_too_long_is_refused_in_every_place() {
    for parameter in parameters() {
        for value in ["a".repeat(65_535), "&".repeat(22_000), "😀".repeat(10_000)] {
            let (request, uri) = parameter.with(&value, "");
            let Err(error) = request else { panic!("{uri} is sent") };
            let text = "the URI would be longer than 65534 bytes: the longest of its parameters is";
            let name = parameter.name.split('[').next().unwrap_or_default();
            assert_eq!(error.to_string(), format!("{text} `{name}`"));
            assert!(matches!(error, RequestError::UriTooLong { limit: 65_534, .. }));
        }
    }
}

#[test]
fn the_longest_parameter_is_the_one_with_the_longest_value() {
    for (role, permission, longest) in [(33_005, 33_002, "roles"), (33_002, 33_005, "permissions")] {
        let request =
            GetOrganizationUsers::new("org_17").roles(["a".repeat(role)]).permissions(["a".repeat(permission)]);
        let error = request.request(&api()).unwrap_err();
        assert_eq!(
            error.to_string(),
            format!("the URI would be longer than 65534 bytes: the longest of its parameters is `{longest}`")
        );
    }
}

#[test]
fn a_uri_is_sent_whole_up_to_the_limit() {
    let before = "https://acme.kinde.com/api/v1/organizations?next_token=";
    let longest = "a".repeat(65_534 - before.len());
    let request = GetOrganizations::new().next_token(&longest).request(&api()).unwrap();
    assert_eq!(request.uri().to_string(), format!("{before}{longest}"));
    let error = GetOrganizations::new().next_token(longest + "a").request(&api()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the URI would be longer than 65534 bytes: the longest of its parameters is `next_token`"
    );
}

#[test]
fn a_host_that_makes_the_uri_too_long_is_refused_without_parameters_as_well() {
    let host = "a".repeat(65_534 - "https:///api/v1/organizations".len());
    let built = |host: &str| GetOrganizations::new().request(&Api::new(&format!("https://{host}"), "a-token").unwrap());
    assert_eq!(built(&host).unwrap().uri().to_string().len(), 65_534);
    let error = built(&(host + "a")).unwrap_err();
    assert!(matches!(error, RequestError::UriTooLong { limit: 65_534, .. }), "{error:?}");
}

#[test]
fn the_first_value_that_is_refused_is_told() {
    let text = |request: Built| request.unwrap_err().to_string();
    let long = "a".repeat(100_000);
    assert_eq!(text(ResetOrgUserMfa::new(&long, "", "..").request(&api())), "the path parameter `user_id` is empty");
    assert_eq!(
        text(UpdateOrganizationProperty::new("..", "", Value::Null).request(&api())),
        "the path parameter `org_code` is a dot segment, which would address another resource"
    );
}

#[test]
fn a_comma_joins_keys_and_is_encoded_like_one_within_a_key() {
    let request =
        GetOrganizationUsers::new("org_17").permissions(["a,b", "c d"]).roles(["", ""]).request(&api()).unwrap();
    assert_eq!(
        request.uri().to_string(),
        "https://acme.kinde.com/api/v1/organizations/org_17/users?permissions=a%2Cb%2Cc%20d&roles=%2C"
    );
}
