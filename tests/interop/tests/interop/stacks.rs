//! Each HTTP stack in the few lines that it takes.

use std::error::Error;
use std::process::Command;

use http::header::{AUTHORIZATION, CONTENT_LENGTH};
use http::{Request, Response};
use kinde_api::ureq::UreqTransport;
use kinde_api::{Transport, to_curl};
use serde_json::Value;

pub(crate) type Answer = Result<Response<Vec<u8>>, Box<dyn Error>>;

pub(crate) fn by_ureq(request: Request<Vec<u8>>) -> Answer {
    Ok(UreqTransport::default().send(request)?)
}

pub(crate) fn by_reqwest(request: Request<Vec<u8>>) -> Answer {
    // A redirect would take the token along.
    let client = reqwest::blocking::Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy().build()?;
    let answer = client.execute(request.try_into()?)?;

    let mut response = Response::new(Vec::new());
    *response.status_mut() = answer.status();
    *response.headers_mut() = answer.headers().clone();
    *response.body_mut() = answer.bytes()?.to_vec();
    Ok(response)
}

pub(crate) fn by_hyper(mut request: Request<Vec<u8>>) -> Answer {
    use http_body_util::{BodyExt, Full};
    use hyper::body::Bytes;
    use hyper_util::client::legacy::Client;
    use hyper_util::rt::TokioExecutor;

    // Of a POST without a body, hyper would say no length.
    let length = request.body().len().into();
    request.headers_mut().insert(CONTENT_LENGTH, length);
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
        let client = Client::builder(TokioExecutor::new()).build_http();
        let answer = client.request(request.map(|body| Full::new(Bytes::from(body)))).await?;

        let (head, body) = answer.into_parts();
        Ok(Response::from_parts(head, body.collect().await?.to_bytes().to_vec()))
    })
}

/// The command line, as a shell runs what `to_curl` prints: with the token and other secrets in variables, and what isn't text
/// in a file.
#[expect(clippy::needless_pass_by_value, reason = "the other stacks take the request, too")]
pub(crate) fn by_curl(request: Request<Vec<u8>>) -> Answer {
    let token =
        request.headers().get(AUTHORIZATION).ok_or("there is no token")?.to_str()?.trim_start_matches("Bearer ");
    let directory = tempfile::tempdir()?;
    std::fs::write(directory.path().join("body.bin"), request.body())?;
    let command = to_curl(&request);
    let script = format!("command -v curl >/dev/null || exit 127\n{command} --silent --show-error --include");
    let mut shell = Command::new("sh");
    shell.arg("-c").arg(script).current_dir(&directory).env("KINDE_TOKEN", token).env("NO_PROXY", "*");
    shell.envs(secrets(&request).into_iter().filter(|(name, _)| command.contains(&format!("\"${name}\""))));
    let output = shell.output()?;
    match output.status.code() {
        Some(0) => parse(&output.stdout),
        Some(127) => Err("curl is not installed, and this test is of nothing else".into()),
        _ => Err(String::from_utf8_lossy(&output.stderr).into()),
    }
}

/// What may be a secret of the request, each by the name of the variable that would stand for it.
fn secrets(request: &Request<Vec<u8>>) -> Vec<(String, String)> {
    let mut secrets = vec![("REQUEST_BODY".to_owned(), String::from_utf8_lossy(request.body()).into_owned())];
    let pairs = request.uri().query().unwrap_or_default().split('&').filter_map(|pair| pair.split_once('='));
    secrets.extend(pairs.map(|(name, value)| (name.to_ascii_uppercase(), value.to_owned())));
    let body: Value = serde_json::from_slice(request.body()).unwrap_or_default();
    push_texts(&mut secrets, &body);
    // The content of a file is none, and can't stand in a variable.
    secrets.retain(|(_, value)| !value.contains('\0'));
    secrets
}

fn push_texts(secrets: &mut Vec<(String, String)>, json: &Value) {
    for (name, value) in json.as_object().into_iter().flatten() {
        if let Some(text) = value.as_str() {
            secrets.push((name.to_ascii_uppercase(), text.to_owned()));
        }
        push_texts(secrets, value);
    }
    json.as_array().into_iter().flatten().for_each(|item| push_texts(secrets, item));
}

fn parse(answer: &[u8]) -> Answer {
    let mut headers = [httparse::EMPTY_HEADER; 32];
    let mut head = httparse::Response::new(&mut headers);
    let httparse::Status::Complete(length) = head.parse(answer)? else {
        return Err("the head of the answer is cut short".into());
    };
    let mut response = Response::builder().status(head.code.ok_or("there is no status")?);
    for header in head.headers {
        response = response.header(header.name, header.value);
    }
    Ok(response.body(answer[length..].to_vec())?)
}
