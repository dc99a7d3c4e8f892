//! Serves an emulator over HTTP/1.1 on a loopback port, for programs that want a socket.

use std::convert::Infallible;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;
use std::{fmt, io, thread};

use http::{Request, Response};
use http_body_util::{BodyExt, Limited};
use hyper::body::{Body, Bytes, Frame, Incoming, SizeHint};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use kinde_api::emulator::{Delay, Emulator};

/// Bytes of a request's body beyond which the connection is closed: far more than a logo has.
const LARGEST_BODY: usize = 16 * 1024 * 1024;

/// Serves an emulator on a port of `127.0.0.1`, a free one for 0, from a thread of its own until the program ends.
///
/// # Errors
///
/// Where the port can't be had.
pub(crate) fn serve(emulator: Emulator, port: u16) -> io::Result<SocketAddr> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
    listener.set_nonblocking(true)?;
    let address = listener.local_addr()?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    thread::spawn(move || runtime.block_on(accept(emulator, listener)));
    Ok(address)
}

async fn accept(emulator: Emulator, listener: TcpListener) -> io::Result<Infallible> {
    let listener = tokio::net::TcpListener::from_std(listener)?;
    loop {
        // A client that is gone already, or too many open files: neither ends the server.
        let Ok((stream, _)) = listener.accept().await else {
            tokio::time::sleep(Duration::from_millis(10)).await;
            continue;
        };
        let emulator = emulator.clone();
        let service = service_fn(move |request| answer(emulator.clone(), request));
        // An error is a connection that broke, which is the client's to see.
        tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
    }
}

/// An error of a service closes the connection without an answer.
async fn answer(emulator: Emulator, request: Request<Incoming>) -> Result<Response<Answer>, Broken> {
    let (head, body) = request.into_parts();
    let body = Limited::new(body, LARGEST_BODY).collect().await.map_err(|_| Broken)?.to_bytes();
    let response = emulator.respond(Request::from_parts(head, body.to_vec())).map_err(|_| Broken)?;
    if let Some(Delay(time)) = response.extensions().get() {
        tokio::time::sleep(*time).await;
    }
    let announced = response.headers().get(http::header::CONTENT_LENGTH).cloned();
    Ok(response.map(|body| {
        let is_cut_short = announced.is_some_and(|length| length != body.len().to_string());
        Answer { content: Some(body.into()), is_cut_short, is_flushed: false }
    }))
}

/// A body in one piece, which breaks off after it where more was announced.
#[derive(Debug)]
struct Answer {
    content: Option<Bytes>,
    is_cut_short: bool,
    is_flushed: bool,
}

impl Body for Answer {
    type Data = Bytes;
    type Error = Broken;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Broken>>> {
        if let Some(content) = self.content.take_if(|content| !content.is_empty()) {
            return Poll::Ready(Some(Ok(Frame::data(content))));
        }
        if !self.is_cut_short {
            return Poll::Ready(None);
        }
        // What was written goes out while this waits, and before the connection breaks.
        if !std::mem::replace(&mut self.is_flushed, true) {
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        Poll::Ready(Some(Err(Broken)))
    }

    fn is_end_stream(&self) -> bool {
        !self.is_cut_short && self.content.as_ref().is_none_or(Bytes::is_empty)
    }

    /// The length, unless it is another than was announced.
    fn size_hint(&self) -> SizeHint {
        let length = self.content.as_ref().map_or(0, Bytes::len) as u64;
        if self.is_cut_short { SizeHint::default() } else { SizeHint::with_exact(length) }
    }
}

/// The connection is to break here.
#[derive(Debug)]
struct Broken;

impl fmt::Display for Broken {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the connection is to break here")
    }
}

impl std::error::Error for Broken {}
