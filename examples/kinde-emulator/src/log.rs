//! A line for each request: time, method, path, operation, status, who. Never a token, a query or a body.

use std::io::{self, Write};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http::HeaderMap;
use http::header::AUTHORIZATION;
use kinde_api::emulator::{ReceivedRequest, TOKEN};
use serde::Deserialize;

use crate::moment::rfc_3339;

/// Writes a line to standard error. Where nobody reads it any more, nothing is lost but the line.
pub(crate) fn write(line: &str) {
    let _ = writeln!(io::stderr(), "{line}");
}

/// The line of a request to the Management API or for a token.
pub(crate) fn line(received: &ReceivedRequest) -> String {
    let operation = received.operation_id.unwrap_or("-");
    let status = received.status.map_or_else(|| "closed".to_owned(), |status| status.as_u16().to_string());
    let who = who(received).unwrap_or_else(|| "-".to_owned());
    let time = rfc_3339(received.received_on);
    format!("{time} {} {} {operation} {status} {who}", received.method, received.uri.path())
}

/// The line of a request that is not for the emulator itself.
pub(crate) fn other_line(time: std::time::Duration, method: &http::Method, path: &str, status: u16) -> String {
    format!("{} {method} {path} - {status} -", rfc_3339(time))
}

/// The client id that a token was sold to, or that asks for one; none where it isn't proved.
fn who(received: &ReceivedRequest) -> Option<String> {
    let is_refused = received.status.is_some_and(|status| status.as_u16() == 401);
    let who = if received.operation_id == Some(TOKEN) {
        let form = std::str::from_utf8(&received.body).ok()?;
        form.split('&').find_map(|pair| pair.strip_prefix("client_id="))?.to_owned()
    } else {
        of_token(&received.headers)?
    };
    let is_plain = who.len() <= 200 && who.chars().all(|one| one.is_ascii_alphanumeric() || "_-".contains(one));
    (!is_refused && is_plain).then_some(who)
}

fn of_token(headers: &HeaderMap) -> Option<String> {
    #[derive(Deserialize)]
    struct Claims {
        azp: String,
    }

    let token = headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?.1;
    let claims = URL_SAFE_NO_PAD.decode(token.trim().split('.').nth(1)?).ok()?;
    Some(serde_json::from_slice::<Claims>(&claims).ok()?.azp)
}

#[cfg(test)]
mod tests {
    use http::Request;
    use kinde_api::emulator::Emulator;

    use super::line;

    fn last_line(emulator: &Emulator, request: Request<&str>) -> String {
        let _ = emulator.respond(request.map(|body| body.as_bytes().to_vec()));
        line(&emulator.requests().pop().unwrap())
    }

    #[test]
    fn says_who_asked_for_what() {
        let emulator = Emulator::new();
        emulator.set_credentials("robot", "secret");
        let form = "grant_type=client_credentials&client_id=robot&client_secret=secret&audience=http://localhost/api";
        let token = Request::post("/oauth2/token")
            .header("host", "localhost")
            .header("content-type", "application/x-www-form-urlencoded");
        assert_eq!(
            last_line(&emulator, token.body(form).unwrap()),
            "2026-01-01T00:00:00.000Z POST /oauth2/token token 200 robot"
        );
        emulator.client().send(&kinde_api::organizations::GetOrganizations::new()).unwrap();
        assert_eq!(
            line(&emulator.requests().pop().unwrap()),
            "2026-01-01T00:00:00.000Z GET /api/v1/organizations getOrganizations 200 robot"
        );
    }

    #[test]
    fn says_nothing_that_is_secret_or_not_proved() {
        let emulator = Emulator::new();
        // {"azp":"robot"}, in a token that was never sold.
        let forged =
            Request::get("/api/v1/users?query=secret").header("authorization", "Bearer a.eyJhenAiOiJyb2JvdCJ9.c");
        assert_eq!(
            last_line(&emulator, forged.body("").unwrap()),
            "2026-01-01T00:00:00.000Z GET /api/v1/users getUsers 401 -"
        );
        let nothing = Request::get("/nothing").body("").unwrap();
        assert_eq!(last_line(&emulator, nothing), "2026-01-01T00:00:00.000Z GET /nothing - 404 -");
    }
}
