//! What holds for the requests that steer the program.

use std::str::from_utf8;

use http::{HeaderMap, HeaderName, HeaderValue, Method, Request, StatusCode, Uri};
use kinde_emulator::InProcess;
use serde_json::Value;

use crate::ask::{SECRET, check_shape, told};

/// Something that requests can change, and a webhook that is told of it.
const SEED: &[u8] = br#"{
    "users": [{"id": "kp_1", "email": "member1@example.com"}],
    "organizations": [{"code": "org_1", "name": "Acme", "members": [{"user": "kp_1"}]}],
    "webhooks": [{
        "id": "hook_1", "name": "Receiver", "endpoint": "http://localhost:9/", "event_types": ["user.authenticated"]
    }]
}"#;

/// How many requests of a script are sent.
const MOST_REQUESTS: usize = 8;

/// Sends the requests of a script, one after the other, to a program on loopback, and to one that wants a secret, `mine`.
///
/// A zero byte is between two requests. Each has a method and a path in its first line, headers as `name: value` in the next
/// ones, an empty line, and the body. Paths outside `/_emulator/` are Kinde's.
///
/// Whatever steers gets an answer with a status that the README names, in JSON unless there is none. What is refused, and
/// what only asks, changes nothing. Requests of pages in a browser are refused, and so are those without the secret.
///
/// # Panics
///
/// Where the program breaks one of these promises.
pub fn check_control(script: &[u8]) {
    for secret in [None, Some(SECRET)] {
        let program = InProcess::begin(SEED, secret).expect("the seed is good");
        let mut before = Snapshot::of(&program);
        for request in script.split(|byte| *byte == 0).take(MOST_REQUESTS).filter_map(request) {
            if request.uri().path().starts_with("/_emulator/") {
                check_one(&program, secret, request, &mut before);
            } else if !is_slow(&program) {
                let _ = program.answer(request);
                before = Snapshot::of(&program);
            }
        }
    }
}

fn check_one(program: &InProcess, secret: Option<&str>, request: Request<Vec<u8>>, before: &mut Snapshot) {
    let (is_read, headers) = (request.method() == Method::GET, request.headers().clone());
    let answer = program.answer(request).expect("nothing that steers breaks a connection");
    check_shape(&answer);
    let status = answer.status();
    let is_kept_out = [StatusCode::FORBIDDEN, StatusCode::UNAUTHORIZED].contains(&status);
    if is_of_page(&headers) {
        assert_eq!(status, StatusCode::FORBIDDEN, "a page is let in by {headers:?}");
    }
    if secret.is_some_and(|secret| !has_secret(&headers, secret)) {
        assert!(is_kept_out, "let in without the secret, by {headers:?}");
    }
    if secret.is_none() {
        assert_ne!(status, StatusCode::UNAUTHORIZED, "there is no secret");
    }
    let after = Snapshot::of(program);
    if is_read || !status.is_success() {
        assert_eq!(*before, after, "{status} changed something");
    }
    *before = after;
}

/// A request as a script has it; none where it can't be one.
fn request(text: &[u8]) -> Option<Request<Vec<u8>>> {
    let mut rest = text;
    let (method, path) = from_utf8(next_line(&mut rest)?).ok()?.split_once(' ')?;
    let uri = path.parse::<Uri>().ok().filter(|uri| uri.path().starts_with('/'))?;
    let mut request = Request::new(Vec::new());
    (*request.method_mut(), *request.uri_mut()) = (method.parse().ok()?, uri);
    while let Some(line) = next_line(&mut rest).filter(|line| !line.is_empty()) {
        let (name, value) = line.split_at(line.iter().position(|byte| *byte == b':')?);
        let value = value.strip_prefix(b": ").unwrap_or_default();
        let (name, value) = (HeaderName::from_bytes(name).ok()?, HeaderValue::from_bytes(value).ok()?);
        request.headers_mut().append(name, value);
    }
    *request.body_mut() = rest.to_vec();
    Some(request)
}

/// Takes the next line away, without its end.
fn next_line<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    if rest.is_empty() {
        return None;
    }
    let mut lines = rest.splitn(2, |byte| *byte == b'\n');
    let line = lines.next();
    *rest = lines.next().unwrap_or_default();
    line
}

/// Whether some page in a browser sent it: it says so, or it has the name that the page was got by.
fn is_of_page(headers: &HeaderMap) -> bool {
    let says_so = headers.get("sec-fetch-site").is_some_and(|site| site != "none" && site != "same-origin");
    let hosts: Vec<_> = headers.get_all("host").iter().collect();
    let is_known = matches!(hosts[..], [host] if host.to_str().is_ok_and(|host| !is_name_of_other(host)));
    headers.contains_key("origin") || says_so || !is_known
}

/// Whether a host is none of the program's names, and no address either, which has no letters beyond `f`.
fn is_name_of_other(host: &str) -> bool {
    let name = host.split(':').next().unwrap_or_default().trim_matches(['[', ']', '.']).to_ascii_lowercase();
    let is_address = name.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'.');
    !is_address && !["localhost", "kinde"].contains(&name.as_str())
}

fn has_secret(headers: &HeaderMap, secret: &str) -> bool {
    let value = headers.get("authorization").and_then(|value| value.to_str().ok()).unwrap_or_default();
    value.split_once(' ').is_some_and(|(scheme, given)| scheme.eq_ignore_ascii_case("bearer") && given.trim() == secret)
}

/// Whether an answer of Kinde's may take an hour.
fn is_slow(program: &InProcess) -> bool {
    String::from_utf8_lossy(&told(program, "faults")).contains(r#""slow""#)
}

/// All that can be told of a program.
#[derive(Debug)]
struct Snapshot {
    told: Vec<String>,
    seconds: u64,
}

impl Snapshot {
    fn of(program: &InProcess) -> Self {
        let text = |resource| String::from_utf8_lossy(&told(program, resource)).into_owned();
        let clock: Value = serde_json::from_slice(&told(program, "clock")).expect("it is JSON");
        Self {
            told: ["state", "faults", "requests", "webhooks"].map(text).into(),
            seconds: clock["unix_seconds"].as_u64().expect("it is a number"),
        }
    }
}

/// The clock goes on meanwhile, by less than a minute.
impl PartialEq for Snapshot {
    fn eq(&self, other: &Self) -> bool {
        self.told == other.told && self.seconds.abs_diff(other.seconds) < 60
    }
}
