//! Serves the business and what steers it over HTTP/1.1, with TLS or without.

use std::convert::Infallible;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use http::header::{CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE, EXPECT};
use http::{HeaderValue, Request, Response, StatusCode};
use hyper::body::{Body, Bytes};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use kinde_api::emulator::Delay;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::time::timeout;
use tokio_rustls::TlsAcceptor;

use crate::body::{Answer, Broken, Unread};
use crate::business::Business;
use crate::connections::{Connection, Connections, Stage};
use crate::control::{self, Action, Admission, Refusal};
use crate::state::read::LARGEST_STATE;
use crate::{body, log};

/// How long a TLS handshake may take.
const HANDSHAKE: Duration = Duration::from_secs(10);

/// How long the head of a request may take, the wait for it on a connection that is kept included.
const HEAD: Duration = Duration::from_secs(75);

/// Bytes of a head beyond which it is refused.
const LARGEST_HEAD: usize = 64 * 1024;

/// Bytes of a body beyond which it is refused: far more than a logo has.
const LARGEST_BODY: usize = 4 * 1024 * 1024;

/// What all connections have in common.
pub(crate) struct Server {
    pub(crate) business: Arc<Business>,
    pub(crate) admission: Admission,
    pub(crate) domain: String,
    pub(crate) logs: bool,
    /// A state is large: one is read after the other.
    pub(crate) states: Semaphore,
}

/// Takes connections until the program ends.
pub(crate) async fn accept(listener: TcpListener, tls: Option<TlsAcceptor>, server: Arc<Server>) -> Infallible {
    let connections = Connections::default();
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            // Too many open files, or a client that is gone already: neither ends the server.
            connections.end_one();
            tokio::time::sleep(Duration::from_millis(1)).await;
            continue;
        };
        let connection = connections.enter();
        let number = connection.number;
        let task = tokio::spawn(serve(stream, tls.clone(), Arc::clone(&server), connection));
        connections.set_task(number, task.abort_handle());
    }
}

/// An error is a connection that broke, which is the client's to see.
async fn serve(stream: TcpStream, tls: Option<TlsAcceptor>, server: Arc<Server>, connection: Connection) {
    // Answers are small, and nobody is to wait for more of them.
    let _ = stream.set_nodelay(true);
    let Some(tls) = tls else {
        return answer_all(stream, server, connection).await;
    };
    if let Ok(Ok(stream)) = timeout(HANDSHAKE, tls.accept(stream)).await {
        answer_all(stream, server, connection).await;
    }
}

async fn answer_all(stream: impl AsyncRead + AsyncWrite + Unpin, server: Arc<Server>, connection: Connection) {
    let connection = &connection;
    let server = &server;
    let service = service_fn(async |request| {
        connection.advance(Stage::Busy);
        let answer = server.answer(request).await;
        connection.advance(Stage::Idle);
        answer
    });
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(HEAD).max_buf_size(LARGEST_HEAD);
    let _ = http.serve_connection(TokioIo::new(stream), service).await;
}

impl Server {
    /// An error closes the connection without an answer.
    pub(crate) async fn answer(
        &self,
        request: Request<impl Body<Data = Bytes> + Unpin>,
    ) -> Result<Response<Answer>, Broken> {
        let path = request.uri().path();
        if !path.starts_with(control::PREFIX) && path != JWKS && path != JWKS_FILE {
            return self.call(request).await;
        }
        let (method, path) = (request.method().clone(), path.to_owned());
        let response = if path.starts_with(control::PREFIX) {
            self.steer(request).await
        } else {
            json(StatusCode::OK, self.business.signing_key.jwks().to_string())
        };
        if self.logs {
            let now = self.business.inside().emulator.now();
            log::write(&log::other_line(now, &method, &path, response.status().as_u16()));
        }
        Ok(response)
    }

    /// What Kinde answers, or what a fault makes of it.
    async fn call(&self, request: Request<impl Body<Data = Bytes> + Unpin>) -> Result<Response<Answer>, Broken> {
        let (head, body) = request.into_parts();
        let body = match body::read(body, LARGEST_BODY, head.headers.contains_key(EXPECT)).await {
            Ok(body) => body,
            Err(Unread::Broken) => return Err(Broken),
            Err(Unread::TooLarge) => {
                let body = r#"{"errors":[{"code":"PAYLOAD_TOO_LARGE","message":"the body is larger than 4 MiB"}]}"#;
                return Ok(closing(json(StatusCode::PAYLOAD_TOO_LARGE, body.to_owned())));
            }
        };
        let answered = self.business.respond(Request::from_parts(head, body));
        if let Some(received) = answered.received.filter(|_| self.logs) {
            log::write(&log::line(&received));
        }
        let response = answered.result.map_err(|_| Broken)?;
        if let Some(Delay(time)) = response.extensions().get() {
            tokio::time::sleep(*time).await;
        }
        let length = response.headers().get(CONTENT_LENGTH).cloned();
        Ok(response.map(|body| Answer::announced(body, length.as_ref())))
    }

    async fn steer(&self, request: Request<impl Body<Data = Bytes> + Unpin>) -> Response<Answer> {
        match self.steered(request).await {
            Ok(control::Answer::Json(body)) => json(StatusCode::OK, body),
            Ok(control::Answer::NoContent) => {
                let mut response = Response::new(Answer::new(Vec::new()));
                *response.status_mut() = StatusCode::NO_CONTENT;
                response
            }
            Err(refusal) => closing(json(refusal.status, refusal.body().to_string())),
        }
    }

    async fn steered(&self, request: Request<impl Body<Data = Bytes> + Unpin>) -> Result<control::Answer, Refusal> {
        let (head, body) = request.into_parts();
        self.admission.check(&head.headers)?;
        let action = Action::of(&head.method, head.uri.path())?;
        let limit = if action.takes_state() { LARGEST_STATE } else { LARGEST_BODY };
        let _permit = if action.takes_state() { self.states.acquire().await.ok() } else { None };
        let body = body::read(body, limit, head.headers.contains_key(EXPECT)).await.map_err(|unread| match unread {
            Unread::TooLarge => Refusal::too_large(limit),
            Unread::Broken => Refusal::new(StatusCode::BAD_REQUEST, "the body did not come to its end"),
        })?;
        let (business, domain) = (Arc::clone(&self.business), self.domain.clone());
        let done = tokio::task::spawn_blocking(move || action.carry_out(&business, &domain, &body)).await;
        done.unwrap_or_else(|error| Err(Refusal::new(StatusCode::INTERNAL_SERVER_ERROR, error.to_string())))
    }
}

const JWKS: &str = "/.well-known/jwks";
const JWKS_FILE: &str = "/.well-known/jwks.json";

fn json(status: StatusCode, body: String) -> Response<Answer> {
    let mut response = Response::new(Answer::new(body));
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// A refused body may not have been read to its end.
fn closing(mut response: Response<Answer>) -> Response<Answer> {
    response.headers_mut().insert(http::header::CONNECTION, HeaderValue::from_static("close"));
    response
}

/// Listens on the first of some addresses that can be had.
pub(crate) async fn listen(addresses: &[std::net::SocketAddr]) -> io::Result<TcpListener> {
    TcpListener::bind(addresses).await
}
