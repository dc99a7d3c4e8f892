//! Whatever the inputs are, a server finds in the request the operation that was meant, and the inputs.

use invariants::{LONGEST_URI, check_request, uri_length};
use inventory::{Inputs, operations};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value;

/// Texts that have turned one endpoint into another somewhere, or nearly.
#[rustfmt::skip]
const TROUBLE: &[&str] = &[
    "", ".", "..", "...", ". ", "%", "%00", "%2e", "%2E%2e", "%2F", "%252F", "/", "//", "\\", "..\\..", "../users",
    "a/b", "/../..", "?", "?value=x", "#", "#x", "&sort=x", "=", ";", ",", "+", " ", "a b", "@", ":",
    "//evil.example", "\0", "\t", "\r\n", "\r\nX-Header: x", "\u{7f}", "\u{85}", "\u{a0}", "\u{202e}", "\u{feff}",
    "\u{ff0e}\u{ff0e}", "é", "e\u{301}", "\u{1f980}", "\"", "'", "`", "{", "}", "{org_code}", "{}", "*", "*rest",
    "users", "roles", "count", "invites", "null", "true", "1e3", "[]", "logo.png", "a\"; name=\"x", "ends in \\",
];

fn text() -> impl Strategy<Value = String> {
    let characters = vec(any::<char>(), 0..12).prop_map(String::from_iter);
    prop_oneof![
        3 => "[a-z0-9_]{1,12}",
        2 => select(TROUBLE).prop_map(str::to_owned),
        2 => characters,
        1 => vec(select(TROUBLE), 2..4).prop_map(|parts| parts.concat()),
    ]
}

fn value() -> impl Strategy<Value = Value> {
    let scalar = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        // Exact in binary and in decimal, so that a reader need not round.
        any::<i32>().prop_map(|eighths| Value::from(f64::from(eighths) / 8.0)),
        text().prop_map(Value::from),
    ];
    scalar.prop_recursive(3, 12, 3, |value| {
        prop_oneof![
            vec(value.clone(), 0..3).prop_map(Value::from),
            vec((text(), value), 0..3).prop_map(|pairs| Value::Object(pairs.into_iter().collect())),
        ]
    })
}

/// Bytes, among them much that looks like a boundary, up to all of a length, and the ends of lines.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let dashes = (0_usize..130, 0_u16..1000).prop_map(|(dashes, number)| format!("{}{number}", "-".repeat(dashes)));
    let every_number = select(&[(1_usize, 10_u16), (2, 100)][..]).prop_map(|(digits, count)| {
        let number = |number| format!("{}{number:0digits$}", "-".repeat(60));
        (0..count).map(number).collect::<String>()
    });
    let piece = prop_oneof![
        4 => vec(any::<u8>(), 0..20),
        4 => dashes.prop_map(String::into_bytes),
        4 => select(&["\r\n", "--", "\r\n--", "0", "\n"][..]).prop_map(|text| text.as_bytes().to_vec()),
        1 => every_number.prop_map(String::into_bytes),
    ];
    vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

prop_compose! {
    fn inputs()(
        texts in vec(text(), 1..30),
        numbers in vec(any::<u64>(), 1..8),
        flags in vec(any::<bool>(), 1..40),
        values in vec(value(), 1..6),
        secrets in vec(text(), 1..6),
        bytes in bytes(),
    ) -> Inputs {
        Inputs { texts, numbers, flags, values, secrets, bytes }
    }
}

/// So many requests does a test make of all operations together, unless `PROPTEST_CASES` says how many of each.
const REQUESTS_IN_ALL: usize = 24_000;

fn config() -> ProptestConfig {
    if std::env::var_os("PROPTEST_CASES").is_some() {
        return ProptestConfig::default();
    }
    let cases = REQUESTS_IN_ALL / operations().count();
    ProptestConfig::with_cases(u32::try_from(cases).expect("a test has fewer than 2^32 cases"))
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_server_finds_operation_and_inputs(inputs in inputs()) {
        for operation in operations() {
            check_request(operation, &inputs);
        }
    }

    #[test]
    fn any_text_goes_through_any_one_parameter(text in text(), position in 0_usize..20, flags in any::<u32>()) {
        let mut inputs = Inputs {
            texts: (0..20).map(|number| format!("text-{number}")).collect(),
            numbers: vec![1, 2],
            flags: (0..32).map(|bit| flags >> bit & 1 == 1).collect(),
            values: vec![Value::from(text.as_str())],
            secrets: vec![text.clone()],
            bytes: text.clone().into_bytes(),
        };
        inputs.texts[position] = text;
        for operation in operations() {
            check_request(operation, &inputs);
        }
    }
}

/// Of every operation, the longest URI that may be sent and one that is a byte longer.
#[test]
fn no_uri_is_cut_short() {
    for ((operation, letter), position) in
        operations().zip(["a", "%", "é"].into_iter().cycle()).zip([0, 1].into_iter().cycle())
    {
        let inputs = |filling: String| {
            let mut texts = vec!["org_1".to_owned(); 40];
            texts[position] = filling;
            Inputs { texts, flags: vec![true], ..Inputs::default() }
        };
        let shortest = uri_length(&operation.draw(&inputs("a".to_owned())).1);
        for length in [LONGEST_URI, LONGEST_URI + 1] {
            let room = length - shortest + 1;
            let encoded_letter = urlencoding::encode(letter).len();
            let filling = letter.repeat(room / encoded_letter) + &"a".repeat(room % encoded_letter);
            check_request(operation, &inputs(filling));
        }
    }
}
