//! A request as a shell command.

use http::header::{AUTHORIZATION, CONTENT_TYPE, COOKIE, PROXY_AUTHORIZATION};
use http::{HeaderName, HeaderValue, Method, Request};

/// Headers that are secret whether their values are marked as sensitive or not.
pub(crate) const SECRET_HEADERS: [HeaderName; 3] = [AUTHORIZATION, PROXY_AUTHORIZATION, COOKIE];

/// Renders a request as a `curl` command for a POSIX shell: for a dry run or a bug report.
///
/// The token is never in it: `$KINDE_TOKEN` stands in its place, as a variable does for cookies, for any other value
/// that is marked as sensitive, and for the secret in a [token request](crate::TokenRequest). A body that isn't text is
/// a file, `body.bin`; one that is text is shown.
///
/// ```
/// use kinde_api::organizations::DeleteOrganization;
/// use kinde_api::{Api, Endpoint, to_curl};
///
/// let api = Api::new("https://acme.kinde.com", "a-token")?;
/// let request = DeleteOrganization::new("org_1").request(&api)?;
/// assert_eq!(
///     to_curl(&request),
///     r#"curl --globoff --path-as-is --request DELETE 'https://acme.kinde.com/api/v1/organization/org_1' \
///   --header "authorization: Bearer $KINDE_TOKEN" \
///   --header 'accept: application/json'"#
/// );
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
#[must_use]
pub fn to_curl<B: AsRef<[u8]>>(request: &Request<B>) -> String {
    let mut command = format!(
        "curl --globoff --path-as-is --request {} {}",
        quoted(request.method().as_str()),
        quoted(&request.uri().to_string())
    );
    for (name, value) in request.headers() {
        push_option(&mut command, "--header", &header(name, value));
    }
    let body = request.body().as_ref();
    let needs_length = matches!(*request.method(), Method::POST | Method::PUT | Method::PATCH);
    if body.is_empty() && !needs_length {
        return command;
    }
    if !request.headers().contains_key(CONTENT_TYPE) {
        // curl would call it a form.
        push_option(&mut command, "--header", "'Content-Type:'");
    }
    if body.is_empty() {
        push_option(&mut command, "-d", "''");
        return command;
    }
    // curl asks for leave before it sends a larger body, and waits a second for it.
    push_option(&mut command, "--header", "'Expect:'");
    match std::str::from_utf8(body).ok().filter(|text| !text.contains(is_unprintable)) {
        Some(form) if is_form(request.headers().get(CONTENT_TYPE)) => push_form(&mut command, form),
        Some(text) => push_option(&mut command, "--data-raw", &quoted(text)),
        None => push_option(&mut command, "--data-binary", "@body.bin"),
    }
    command
}

fn is_unprintable(character: char) -> bool {
    character.is_control() && !matches!(character, '\t' | '\r' | '\n')
}

fn push_option(command: &mut String, option: &str, value: &str) {
    for part in [" \\\n  ", option, " ", value] {
        command.push_str(part);
    }
}

/// In single quotes nothing has a meaning to the shell but the quote itself.
fn quoted(text: &str) -> String {
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return text.to_owned();
    }
    format!("'{}'", text.replace('\'', r"'\''"))
}

fn header(name: &HeaderName, value: &HeaderValue) -> String {
    if name == AUTHORIZATION {
        let is_bearer = value.as_bytes().get(..7).is_some_and(|scheme| scheme.eq_ignore_ascii_case(b"Bearer "));
        return format!("\"{name}: {}$KINDE_TOKEN\"", if is_bearer { "Bearer " } else { "" });
    }
    if value.is_sensitive() || SECRET_HEADERS.contains(name) {
        let variable =
            name.as_str().to_ascii_uppercase().replace(|character: char| !character.is_ascii_alphanumeric(), "_");
        // A name may hold what a shell takes for a command, and so stands in quotes of its own.
        return format!("{}\"${variable}\"", quoted(&format!("{name}: ")));
    }
    if value.is_empty() {
        // With a colon, curl would leave the header out.
        return quoted(&format!("{name};"));
    }
    quoted(&format!("{name}: {}", String::from_utf8_lossy(value.as_bytes())))
}

fn is_form(content_type: Option<&HeaderValue>) -> bool {
    const FORM: &[u8] = b"application/x-www-form-urlencoded";
    let start = content_type.and_then(|value| value.as_bytes().get(..FORM.len()));
    start.is_some_and(|start| start.eq_ignore_ascii_case(FORM))
}

/// Pair by pair, which curl joins again, so that a secret can be a variable.
fn push_form(command: &mut String, form: &str) {
    for pair in form.split('&') {
        if pair.starts_with("client_secret=") {
            let secret = "\"client_secret=$KINDE_MANAGEMENT_CLIENT_SECRET\"";
            push_option(command, "--data-urlencode", secret);
        } else {
            push_option(command, "--data-raw", &quoted(pair));
        }
    }
}

#[cfg(test)]
mod tests {
    use http::{HeaderValue, Request};

    use super::to_curl;
    use crate::organizations::{
        AddOrganizationLogo, CreateOrganization, DeleteOrganizationHandle, EnableOrgConnection, GetOrganization,
    };
    use crate::{Api, Endpoint};

    fn curl(endpoint: &impl Endpoint) -> String {
        let api = Api::new("https://acme.kinde.com", "s3cret").unwrap();
        to_curl(&endpoint.request(&api).unwrap())
    }

    #[test]
    fn renders_a_get() {
        assert_eq!(
            curl(&GetOrganization::new("o'1")),
            r#"curl --globoff --path-as-is --request GET 'https://acme.kinde.com/api/v1/organization?code=o%271' \
  --header "authorization: Bearer $KINDE_TOKEN" \
  --header 'accept: application/json'"#
        );
    }

    #[test]
    fn renders_json() {
        assert_eq!(
            curl(&CreateOrganization::new("Wayne's $HOME `x` \"é\"")),
            r#"curl --globoff --path-as-is --request POST 'https://acme.kinde.com/api/v1/organization' \
  --header "authorization: Bearer $KINDE_TOKEN" \
  --header 'accept: application/json' \
  --header 'content-type: application/json' \
  --header 'Expect:' \
  --data-raw '{"name":"Wayne'\''s $HOME `x` \"é\""}'"#
        );
    }

    #[test]
    fn an_empty_post_has_a_length_and_no_type() {
        let command = curl(&EnableOrgConnection::new("org_1", "conn_1"));
        assert!(command.ends_with("\\\n  --header 'Content-Type:' \\\n  -d ''"), "{command}");
        let command = curl(&DeleteOrganizationHandle::new("org_1"));
        assert!(command.ends_with("--header 'accept: application/json'"), "{command}");
    }

    #[test]
    fn a_text_may_have_lines() {
        let request =
            Request::put("https://acme.kinde.com").header("content-type", "text/plain").body("a\tb\r\nc").unwrap();
        let command = to_curl(&request);
        assert!(command.ends_with("\\\n  --data-raw 'a\tb\r\nc'"), "{command}");
    }

    #[test]
    fn a_body_that_is_no_text_is_a_file() {
        for bytes in [&b"\xff\xd8"[..], b"<svg\x1b>"] {
            let command = curl(&AddOrganizationLogo::new("org_1", "light", "a.jpg", "image/jpeg", bytes));
            assert!(command.ends_with("\\\n  --header 'Expect:' \\\n  --data-binary @body.bin"), "{command}");
        }
    }

    #[test]
    fn a_form_that_is_no_text_is_a_file() {
        let request = Request::post("https://acme.kinde.com/oauth2/token")
            .header("content-type", "application/x-www-form-urlencoded")
            .body("client_id=\0&client_secret=s3cret")
            .unwrap();
        assert!(to_curl(&request).ends_with("--data-binary @body.bin"), "{}", to_curl(&request));
    }

    #[test]
    fn hides_what_is_secret() {
        let mut cookie = HeaderValue::from_static("s3cret");
        cookie.set_sensitive(true);
        let request = Request::post("https://acme.kinde.com/oauth2/token")
            .header("authorization", "Basic s3cret")
            .header("x-$ession", cookie)
            .header("x-empty", "")
            .header("content-type", "application/x-www-form-urlencoded")
            .body("client_id=a%20b&client_secret=s3cret&scope=")
            .unwrap();
        assert_eq!(
            to_curl(&request),
            r#"curl --globoff --path-as-is --request POST 'https://acme.kinde.com/oauth2/token' \
  --header "authorization: $KINDE_TOKEN" \
  --header 'x-$ession: '"$X__ESSION" \
  --header 'x-empty;' \
  --header 'content-type: application/x-www-form-urlencoded' \
  --header 'Expect:' \
  --data-raw 'client_id=a%20b' \
  --data-urlencode "client_secret=$KINDE_MANAGEMENT_CLIENT_SECRET" \
  --data-raw 'scope='"#
        );
    }
}
