//! What holds for a request as a shell command.

use http::{HeaderValue, Request};
use kinde_api::to_curl;

/// Takes the command apart as a shell does: it is `curl` with the request's parts as arguments, whatever is in them, and
/// nothing else that a shell would do. Where there may be a secret, a variable may stand for it.
///
/// # Panics
///
/// Where the library breaks this promise.
pub fn check_command(request: &Request<Vec<u8>>) {
    let command = to_curl(request);
    let words = shell_words::split(&command).expect("all quotes are closed");
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let uri = request.uri().to_string();
    assert_eq!(words[..5], ["curl", "--globoff", "--path-as-is", "--request", request.method().as_str()]);
    assert!(words[5] == uri || may_hold_secret(&uri), "{} is not {uri}", words[5]);

    let (options, data): (Vec<_>, Vec<_>) = words[6..].chunks(2).partition(|option| option[0] == "--header");
    let headers: Vec<&str> = options.iter().map(|option| option[1]).collect();
    for (name, value) in request.headers() {
        let expected = match () {
            () if name == "authorization" => format!("{name}: {}$KINDE_TOKEN", scheme(value)),
            () if value.is_empty() => format!("{name};"),
            () => format!("{name}: {}", String::from_utf8_lossy(value.as_bytes())),
        };
        assert!(headers.contains(&expected.as_str()), "{expected:?} is not in {headers:?}");
    }
    check_data(&data, request.body());
}

fn scheme(authorization: &HeaderValue) -> &'static str {
    if authorization.as_bytes().to_ascii_lowercase().starts_with(b"bearer ") { "Bearer " } else { "" }
}

/// Whether something is in it that a secret may be called by; an escape of JSON may be a part of such a name.
fn may_hold_secret(text: &str) -> bool {
    let decoded = urlencoding::decode_binary(text.as_bytes());
    let decoded = String::from_utf8_lossy(&decoded).to_ascii_lowercase();
    ["assertion", "key", "password", "salt", "secret", "session_id", "token", "\\u"]
        .iter()
        .any(|name| decoded.contains(name))
}

fn check_data(data: &[&[&str]], body: &[u8]) {
    match data {
        [] | [["-d", ""]] => assert_eq!(body, b""),
        [["--data-binary", "@body.bin"]] => {
            let is_printable = |character: char| !character.is_control() || "\t\r\n".contains(character);
            let is_text = std::str::from_utf8(body).is_ok_and(|text| text.chars().all(is_printable));
            assert!(!is_text, "a text is put into a file");
        }
        // Of a form, each pair by itself: curl puts `&` between them.
        pairs => {
            let body = std::str::from_utf8(body).expect("bytes that are not text are put into a file");
            assert!(pairs.iter().all(|pair| ["--data-raw", "--data-urlencode"].contains(&pair[0])), "{pairs:?}");
            let text = pairs.iter().map(|pair| pair[1]).collect::<Vec<_>>().join("&");
            assert!(text == body || may_hold_secret(body), "{text} is not {body}");
        }
    }
}
