//! Bodies of requests and answers, each with its limits.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use http_body_util::BodyExt;
use hyper::body::{Body, Bytes, Frame, SizeHint};
use tokio::time::timeout;

/// How long a body may take to come.
const PATIENCE: Duration = Duration::from_secs(60);

/// How much of a body that is too large is read, so that its sender gets to read why it is refused.
const MOST_DISCARDED: usize = 256 * 1024 * 1024;

/// Why a body is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unread {
    TooLarge,
    Broken,
}

/// Reads a body to its end. Of one that is too large nothing is kept.
pub(crate) async fn read(
    body: impl Body<Data = Bytes> + Unpin,
    limit: usize,
    expects_continue: bool,
) -> Result<Vec<u8>, Unread> {
    timeout(PATIENCE, read_all(body, limit, expects_continue)).await.unwrap_or(Err(Unread::Broken))
}

async fn read_all(
    mut body: impl Body<Data = Bytes> + Unpin,
    limit: usize,
    expects_continue: bool,
) -> Result<Vec<u8>, Unread> {
    let announced = body.size_hint().lower();
    let mut is_too_large = announced > limit as u64;
    // Whoever asks first whether to go on is told at once not to.
    if is_too_large && expects_continue {
        return Err(Unread::TooLarge);
    }
    let (mut content, mut length) = (Vec::new(), 0_usize);
    while let Some(frame) = body.frame().await {
        let Ok(data) = frame.map_err(|_| Unread::Broken)?.into_data() else {
            continue;
        };
        length = length.saturating_add(data.len());
        is_too_large |= length > limit;
        if length > MOST_DISCARDED {
            return Err(Unread::TooLarge);
        }
        if is_too_large {
            content = Vec::new();
        } else {
            content.extend_from_slice(&data);
        }
    }
    if is_too_large { Err(Unread::TooLarge) } else { Ok(content) }
}

/// The body of an answer in one piece, which breaks off after it where more was announced.
#[derive(Debug)]
pub(crate) struct Answer {
    content: Option<Bytes>,
    is_cut_short: bool,
    is_flushed: bool,
}

impl Answer {
    pub(crate) fn new(content: impl Into<Bytes>) -> Self {
        Self { content: Some(content.into()), is_cut_short: false, is_flushed: false }
    }

    /// Breaks off where the length that was announced is another one.
    pub(crate) fn announced(content: Vec<u8>, length: Option<&http::HeaderValue>) -> Self {
        let is_cut_short = length.is_some_and(|length| length != content.len().to_string().as_str());
        Self { is_cut_short, ..Self::new(content) }
    }
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
pub(crate) struct Broken;

impl fmt::Display for Broken {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the connection is to break here")
    }
}

impl std::error::Error for Broken {}
