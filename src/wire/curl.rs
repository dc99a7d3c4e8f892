//! A request as a shell command.

use std::borrow::Cow;
use std::ops::Range;

use http::header::{AUTHORIZATION, CONTENT_TYPE, COOKIE, PROXY_AUTHORIZATION};
use http::{HeaderName, HeaderValue, Method, Request};
use percent_encoding::percent_decode_str;

use crate::wire::json_members::secret_values;
use crate::wire::request::SecretParts;

/// Headers that are secret whether their values are marked as sensitive or not.
pub(crate) const SECRET_HEADERS: [HeaderName; 3] = [AUTHORIZATION, PROXY_AUTHORIZATION, COOKIE];

/// Renders a request as a `curl` command for a POSIX shell: for a dry run or a bug report.
///
/// The token is never in it: `$KINDE_TOKEN` stands in its place, as a variable does for cookies, for any other value
/// that is marked as sensitive, and for the secret in a [token request](crate::TokenRequest). The same is done for
/// every [`Secret`](crate::Secret) of an endpoint, and, in any request, for the password in a URI and for whatever is
/// called `client_secret`, `password`, `access_token` or the like in a query, a form or JSON. A body that isn't text is
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
    let marked = request.extensions().get::<SecretParts>().cloned().unwrap_or_default();
    let mut command = format!(
        "curl --globoff --path-as-is --request {} {}",
        quoted(request.method().as_str()),
        uri(&request.uri().to_string(), &marked.query)
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
    if marked.body {
        push_option(&mut command, "--data-raw", "\"$REQUEST_BODY\"");
        return command;
    }
    match std::str::from_utf8(body).ok().filter(|text| !text.contains(is_unprintable)) {
        Some(form) if is_form(request.headers().get(CONTENT_TYPE)) => push_form(&mut command, form),
        Some(text) => push_option(&mut command, "--data-raw", &text_with_variables(text)),
        None => push_option(&mut command, "--data-binary", "@body.bin"),
    }
    command
}

/// What is secret by its name, in a query, a form or JSON, whatever request it is in.
const SECRET_NAMES: [&str; 18] = [
    "access_token",
    "api_key",
    "client_assertion",
    "client_secret",
    "hashed_password",
    "id_token",
    "key_secret",
    "password",
    "private_key",
    "refresh_token",
    "salt",
    "salt_separator",
    "saml_signing_private_key",
    "secret",
    "secret_token",
    "session_id",
    "signer_key",
    "token",
];

pub(crate) fn is_secret_name(name: &str) -> bool {
    SECRET_NAMES.iter().any(|secret| name.eq_ignore_ascii_case(secret))
}

/// The URI in quotes, with a variable for a password and for each secret of its query.
fn uri(text: &str, marked: &[&str]) -> String {
    let mut variables = Vec::new();
    let authority = text.find("://").map_or(0, |scheme_end| scheme_end + 3);
    let authority_end = text[authority..].find(['/', '?', '#']).map_or(text.len(), |length| authority + length);
    if let Some(at) = text[authority..authority_end].rfind('@') {
        let end = authority + at;
        let password = text[authority..end].find(':').map(|colon| authority + colon + 1);
        let (start, name) = password.map_or((authority, "USER"), |start| (start, "PASSWORD"));
        variables.push((start..end, name.to_owned()));
    }
    if let Some((before, query)) = text.split_once('?') {
        let mut start = before.len() + 1;
        for pair in query.split('&') {
            if let Some((name, value)) = pair.split_once('=') {
                let decoded = percent_decode_str(name).decode_utf8_lossy();
                if is_secret_name(&decoded) || marked.contains(&&*decoded) {
                    let value_start = start + name.len() + 1;
                    variables.push((value_start..value_start + value.len(), variable(&decoded)));
                }
            }
            start += pair.len() + 1;
        }
    }
    with_variables(text, &variables)
}

/// A body in quotes, with a variable for each secret that it holds if it is JSON.
fn text_with_variables(text: &str) -> String {
    if !text.trim_start().starts_with(['{', '[']) {
        return quoted(text);
    }
    match secret_values(text, &is_secret_name) {
        Some(secrets) => {
            let named = |(name, range): (Cow<'_, str>, Range<usize>)| (range, variable(&name));
            with_variables(text, &secrets.into_iter().map(named).collect::<Vec<_>>())
        }
        // It can't be taken apart, and so not be shown where it may hold one.
        None if SECRET_NAMES.iter().any(|name| text.contains(&format!("\"{name}\""))) => "\"$REQUEST_BODY\"".to_owned(),
        None => quoted(text),
    }
}

/// A text in quotes, in which variables of the shell stand in the place of some parts.
fn with_variables(text: &str, variables: &[(Range<usize>, String)]) -> String {
    if variables.is_empty() {
        return quoted(text);
    }
    let mut words = String::new();
    let mut end = 0;
    for (range, variable) in variables {
        let before = &text[end..range.start];
        if !before.is_empty() {
            words.push_str(&quoted(before));
        }
        words.push_str("\"$");
        words.push_str(variable);
        words.push('"');
        end = range.end;
    }
    if end < text.len() {
        words.push_str(&quoted(&text[end..]));
    }
    words
}

/// The name of a variable of the shell for the value of a header or a parameter.
fn variable(name: &str) -> String {
    name.to_ascii_uppercase().replace(|character: char| !character.is_ascii_alphanumeric(), "_")
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
        // A name may hold what a shell takes for a command, and so stands in quotes of its own.
        return format!("{}\"${}\"", quoted(&format!("{name}: ")), variable(name.as_str()));
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
        let name = percent_decode_str(pair.split('=').next().unwrap_or_default()).decode_utf8_lossy();
        if name == "client_secret" {
            let secret = "\"client_secret=$KINDE_MANAGEMENT_CLIENT_SECRET\"";
            push_option(command, "--data-urlencode", secret);
        } else if is_secret_name(&name) {
            push_option(command, "--data-urlencode", &format!("\"{name}=${}\"", variable(&name)));
        } else {
            push_option(command, "--data-raw", &quoted(pair));
        }
    }
}

#[cfg(test)]
mod tests {
    use http::{HeaderValue, Method, Request};

    use super::to_curl;
    use crate::organizations::{
        AddOrganizationLogo, CreateOrganization, DeleteOrganizationHandle, EnableOrgConnection, GetOrganization,
    };
    use crate::{Api, Endpoint, RequestBuilder, RequestError, Secret};

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

    #[test]
    fn a_password_in_the_uri_is_a_variable() {
        for (uri, shown) in [
            ("https://me:s3cret@acme.kinde.com/a?b=c", r#"'https://me:'"$PASSWORD"'@acme.kinde.com/a?b=c'"#),
            ("https://s3cret@acme.kinde.com", r#"'https://'"$USER"'@acme.kinde.com/'"#),
            ("https://me:s3:cret@acme.kinde.com/@x", r#"'https://me:'"$PASSWORD"'@acme.kinde.com/@x'"#),
            ("https://acme.kinde.com/a:b@c", "'https://acme.kinde.com/a:b@c'"),
        ] {
            let command = to_curl(&Request::get(uri).body("").unwrap());
            assert_eq!(command, format!("curl --globoff --path-as-is --request GET {shown}"));
        }
    }

    #[test]
    fn a_secret_in_a_query_is_a_variable() {
        let uri = "https://acme.kinde.com/a?x=1&client%5Fsecret=s3cret&b&access_token=s3cret";
        assert_eq!(
            to_curl(&Request::get(uri).body("").unwrap()),
            "curl --globoff --path-as-is --request GET \
             'https://acme.kinde.com/a?x=1&client%5Fsecret='\"$CLIENT_SECRET\"'&b&access_token='\"$ACCESS_TOKEN\""
        );
    }

    #[test]
    fn a_secret_in_json_is_a_variable() {
        for (body, shown) in [
            (
                r#"{"name":"it's","client_secret":"s3\"cret","x":[{"Password":"s3cret"}]}"#,
                r#"'{"name":"it'\''s","client_secret":"'"$CLIENT_SECRET"'","x":[{"Password":"'"$PASSWORD"'"}]}'"#,
            ),
            (
                r#"{"a\"b":"\"\\","c\\":"\\\"","password":"s3cret","d":"e"}"#,
                r#"'{"a\"b":"\"\\","c\\":"\\\"","password":"'"$PASSWORD"'","d":"e"}'"#,
            ),
            (
                r#"{"client\u005fsecret": {"a": "s3cret"}, "salt":7}"#,
                r#"'{"client\u005fsecret": '"$CLIENT_SECRET"', "salt":'"$SALT"'}'"#,
            ),
            (r#"[{"secret":null,"password":""}]"#, r#"'[{"secret":'"$SECRET"',"password":"'"$PASSWORD"'"}]'"#),
            (r#"{"client_secret":"s3cret""#, r#""$REQUEST_BODY""#),
            (r#"{"name":"client_secret"}"#, r#"'{"name":"client_secret"}'"#),
            (r#"{"name":"client_secret"#, r#"'{"name":"client_secret'"#),
        ] {
            let request = Request::post("https://acme.kinde.com").header("content-type", "application/json").body(body);
            let command = to_curl(&request.unwrap());
            assert!(command.ends_with(&format!("\\\n  --data-raw {shown}")), "{command}");
        }
    }

    #[test]
    fn a_secret_in_a_form_is_a_variable() {
        let request = Request::post("https://acme.kinde.com")
            .header("content-type", "application/x-www-form-urlencoded")
            .body("a=b&client%5fsecret=s3cret&refresh_token=s3cret")
            .unwrap();
        let command = to_curl(&request);
        assert!(
            command.ends_with(
                "\\\n  --data-raw 'a=b' \
                 \\\n  --data-urlencode \"client_secret=$KINDE_MANAGEMENT_CLIENT_SECRET\" \
                 \\\n  --data-urlencode \"refresh_token=$REFRESH_TOKEN\""
            ),
            "{command}"
        );
    }

    #[test]
    fn what_an_endpoint_marks_is_a_variable() {
        struct SetVariable(Secret);

        impl Endpoint for SetVariable {
            type Output = ();
            const METHOD: Method = Method::POST;
            const PATH: &'static str = "/variables";
            const OPERATION_ID: &'static str = "setVariable";
            const SCOPE: &'static str = "";

            fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
                RequestBuilder::new::<Self>(api)
                    .query_secret("code", Some(&self.0))
                    .query("page", Some(1))
                    .json(&self.0)
                    .secret_body(true)
                    .build()
            }
        }

        assert_eq!(
            curl(&SetVariable("s3cret".into())),
            r#"curl --globoff --path-as-is --request POST 'https://acme.kinde.com/variables?code='"$CODE"'&page=1' \
  --header "authorization: Bearer $KINDE_TOKEN" \
  --header 'accept: application/json' \
  --header 'content-type: application/json' \
  --header 'Expect:' \
  --data-raw "$REQUEST_BODY""#
        );
    }
}
