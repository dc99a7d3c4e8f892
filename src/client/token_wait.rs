//! What a call does while another one fetches the token.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::thread::ThreadId;
use std::time::Duration;

use super::fetch::Fetch;

/// The wait for a token that another call is fetching: a future that is ready when that fetch has ended, with or
/// without a token.
///
/// It is part of [`Step::WaitForToken`](crate::Step::WaitForToken). Wait for it no longer than [`limit`](Self::limit)
/// says, then go on with [`Call::next`](crate::Call::next). A blocking program calls [`wait`](Self::wait); an async one
/// awaits it with a time limit, such as `tokio::time::timeout`. It may be dropped at any time.
///
/// ```
/// use kinde_api::TokenWait;
///
/// /// What a program does that may block.
/// fn block(token: &TokenWait) {
///     token.wait(token.limit());
/// }
/// ```
#[must_use = "nobody waits unless it is awaited"]
pub struct TokenWait {
    fetch: Arc<Fetch>,
    limit: Duration,
}

impl TokenWait {
    pub(crate) fn new(fetch: Arc<Fetch>, limit: Duration) -> Self {
        Self { fetch, limit }
    }

    /// How long to wait at most: what is left of [`Retry::max_elapsed`](crate::Retry::max_elapsed).
    #[must_use]
    pub fn limit(&self) -> Duration {
        self.limit
    }

    /// Blocks the thread until the other call has ended its fetch, but no longer than this.
    pub fn wait(&self, limit: Duration) {
        self.fetch.wait(limit);
    }

    /// Whether it is this thread that fetches, and would wait for itself.
    pub(crate) fn waits_for(&self, thread: ThreadId) -> bool {
        self.fetch.waits_for(thread)
    }
}

impl Future for TokenWait {
    type Output = ();

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        self.fetch.poll(context)
    }
}

impl fmt::Debug for TokenWait {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("TokenWait")
            .field("is_over", &self.fetch.is_done())
            .field("limit", &self.limit)
            .finish_non_exhaustive()
    }
}
