//! No answer makes the library allocate much more than it is long.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use http::{Response, StatusCode};
use inventory::{Operation, operations_by_answer};
use serde_json::{Map, Value};

struct Counting;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

// Below zero where a thread frees what another allocated.
thread_local! {
    static NOW: Cell<isize> = const { Cell::new(0) };
    static PEAK: Cell<isize> = const { Cell::new(0) };
}

fn add(bytes: usize) {
    NOW.set(NOW.get() + signed(bytes));
    PEAK.set(PEAK.get().max(NOW.get()));
}

fn remove(bytes: usize) {
    NOW.set(NOW.get() - signed(bytes));
}

fn signed(bytes: usize) -> isize {
    isize::try_from(bytes).unwrap_or(isize::MAX)
}

// SAFETY: every call goes to the system's allocator as it is.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        add(layout.size());
        // SAFETY: the caller keeps to the contract.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        remove(layout.size());
        // SAFETY: the caller keeps to the contract.
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, new_size: usize) -> *mut u8 {
        // The old and the new place may exist at the same time.
        add(new_size);
        remove(layout.size());
        // SAFETY: the caller keeps to the contract.
        unsafe { System.realloc(pointer, layout, new_size) }
    }
}

/// The most bytes that reading the answer holds at a time, the result among them, and whether it was read.
fn peak(operation: &Operation, answer: &Response<&[u8]>) -> (usize, bool) {
    let before = NOW.get();
    PEAK.set(before);
    let is_read = operation.response(answer).is_ok();
    ((PEAK.get() - before).unsigned_abs(), is_read)
}

const SIZE: usize = 1 << 14;

/// The text, repeated until it is 16 KiB, between two others.
fn filled(before: &str, text: &str, after: &str) -> Vec<u8> {
    [before, &text.repeat(SIZE / text.len()), after].concat().into_bytes()
}

/// Reads the body as the answer of each of these, and as an error, which all operations read alike.
fn check_peaks(operations: &[&Operation], body: &[u8], most: usize) {
    let check = |operation: &Operation, status: StatusCode| {
        let mut answer = Response::new(body);
        *answer.status_mut() = status;
        let (peak, _) = peak(operation, &answer);
        let beginning = String::from_utf8_lossy(&body[..30]);
        assert!(peak <= most, "{} {status} {beginning}…: {peak} bytes for {}", operation.id, body.len());
    };
    for operation in operations {
        check(operation, StatusCode::OK);
    }
    check(operations[0], StatusCode::TOO_MANY_REQUESTS);
}

/// An operation for each type of answer.
static OPERATIONS: LazyLock<Vec<&Operation>> = LazyLock::new(|| operations_by_answer().collect());

/// The names of the lists and maps that operations answer with, with those operations, and a name that nobody knows,
/// with all: what an answer has beside its own members is skipped alike, whatever its name is.
fn collections() -> BTreeMap<String, Vec<&'static Operation>> {
    let mut collections = BTreeMap::from([("unknown".to_owned(), OPERATIONS.clone())]);
    for operation in OPERATIONS.iter() {
        let answer: Map<String, Value> = serde_json::from_str(operation.answer).unwrap_or_default();
        for (name, _) in answer.into_iter().filter(|(_, value)| value.is_array() || value.is_object()) {
            collections.entry(name).or_default().push(operation);
        }
    }
    collections
}

#[test]
fn an_answer_costs_a_small_multiple_of_its_length() {
    let bodies = [
        filled("", "<html>", ""),
        filled("", " ", ""),
        filled("", "\0", ""),
        filled("", "[", ""),
        filled("", r#"{"x":"#, ""),
        filled(r#"{"x":"#, "[", ""),
        filled(r#"{"x":"#, r#"{"x":"#, ""),
        filled("{", r#""x":[{}],"#, r#""y":0}"#),
        filled(r#"{"message":""#, "x", r#""}"#),
        filled(r#"{"message":""#, r"\n", r#""}"#),
        filled(r#"{"message":""#, r"\n", ""),
        filled(r#"{"count":"#, "1", "}"),
        filled(r#"{"count":""#, "1", r#""}"#),
        filled(r#"{"errors":{"message":"#, "[", ""),
        filled(r#"{"error":""#, "x", r#""}"#),
        filled(r#"{"errors":[{"code":""#, "x", r#""}]}"#),
    ];
    for body in bodies {
        check_peaks(&OPERATIONS, &body, 5 * body.len());
    }
    let long_item = format!(r#"{{"x":"{}"}},"#, "x".repeat(256));
    for (name, operations) in collections() {
        for body in [
            filled(&format!(r#"{{"{name}":[""#), "x", r#""]}"#),
            filled(&format!(r#"{{"{name}":["#), "null,", "null]}"),
            filled(&format!(r#"{{"{name}":["#), "[", ""),
            filled(&format!(r#"{{"{name}":["#), &long_item, "null]}"),
        ] {
            check_peaks(&operations, &body, 5 * body.len());
        }
    }
}

/// Up to 10,000 items cost what they cost, of which there are fewer here.
#[test]
fn a_short_list_of_nothing_costs_its_items() {
    const LARGEST_ITEM: usize = 512;
    let most = |body: &[u8]| 5 * body.len() + 3 * body.split(|byte| *byte == b',').count() * LARGEST_ITEM;
    for body in [filled(r#"{"errors":["#, r#""","#, r#"""]}"#), filled(r#"{"errors":["#, "{\"code\":0},", "{}]}")] {
        check_peaks(&OPERATIONS, &body, most(&body));
    }
    for (name, operations) in collections() {
        for (item, last) in [("{},", "{}]}"), (r#""","#, r#"""]}"#), ("[],", "[]]}")] {
            let body = filled(&format!(r#"{{"{name}":["#), item, last);
            check_peaks(&operations, &body, most(&body));
        }
    }
}

/// The text, repeated until it is a megabyte, between two others: what may be taken however short an answer is, 32 KiB, is
/// little beside it, and so is what 10,000 items take.
fn large(before: &str, text: &str, after: &str) -> Vec<u8> {
    [before, &text.repeat((1 << 20) / text.len()), after].concat().into_bytes()
}

#[test]
fn a_long_answer_of_nothing_costs_less_than_ten_times_its_length() {
    let bodies = [
        ("getOrganizationInvites", 200, large(r#"{"invites":["#, "{},", "{}]}")),
        ("GetOrganizationUsers", 200, large(r#"{"organization_users":[{"roles":["#, "\"\",", "\"\"]}]}")),
        ("GetOrganizationUserPermissions", 200, large(r#"{"permissions":[{"roles":["#, "{},", "{}]}]}")),
        ("GetOrgUserMFA", 200, large(r#"{"mfa":["#, "{},", "{}]}")),
        ("GetOrganizationFeatureFlags", 200, numbered_members(r#"{"feature_flags":{"#, ":{}")),
        ("GetOrganizationUsers", 200, large(r#"{"x":{"#, "\"\":1,", "\"\":1}}")),
        ("GetOrganizationUsers", 400, large(r#"{"errors":["#, "\"\",", "\"\"]}")),
        ("GetOrganizationUsers", 400, large("[", r#"{"code":""},"#, "{}]")),
        ("GetOrganizationUsers", 400, large(r#"{"errors":{"x":["#, "[[],[]],", "[]]}}")),
    ];
    for (id, status, body) in bodies {
        let mut answer = Response::new(body.as_slice());
        *answer.status_mut() = StatusCode::from_u16(status).unwrap();
        let (peak, is_read) = peak(inventory::operation(id).unwrap(), &answer);
        assert!(peak < 10 * body.len(), "{id} {status}: {peak} bytes for {}", body.len());
        assert!(!is_read, "{id} {status}");
    }
}

/// A megabyte of members with names of their own.
fn numbered_members(before: &str, value: &str) -> Vec<u8> {
    let members = (0..100_000).map(|number| format!("\"{number}\"{value}"));
    [before, &members.collect::<Vec<_>>().join(","), "}}"].concat().into_bytes()
}
