//! What a program sees of its calls while they are under way.

use std::error::Error as StdError;
use std::sync::Arc;
use std::time::Duration;

use http::StatusCode;

/// Something that a call does or meets, as an [observer](crate::Client::with_observer) is told.
///
/// It holds no token and no body. `operation_id` is that of the endpoint, or `token` where a token is fetched.
///
/// ```
/// use std::sync::mpsc;
/// # use std::convert::Infallible;
/// # use http::{Request, Response};
/// # use kinde_api::{Client, Credentials};
/// use kinde_api::Event;
/// use kinde_api::organizations::GetOrganizations;
/// # let transport = |_: Request<Vec<u8>>| Ok::<_, Infallible>(Response::new(br#"{"organizations":[]}"#.to_vec()));
/// # let client = Client::new(transport, "https://acme.kinde.com", Credentials::token("a-token"))?;
///
/// // A line of progress; the `log` crate's macros would stand here as well.
/// let (lines, shown) = mpsc::channel();
/// let client = client.with_observer(move |event| match event {
///     Event::Answered { operation_id, status, .. } => lines.send(format!("{operation_id}: {status}")).unwrap(),
///     Event::Waiting { wait, reason, .. } => lines.send(format!("{reason:?}, for {wait:?}")).unwrap(),
///     _ => {}
/// });
/// client.send(&GetOrganizations::new())?;
/// assert_eq!(shown.recv()?, "getOrganizations: 200 OK");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub enum Event<'a> {
    /// A request is about to be sent.
    #[non_exhaustive]
    Sending {
        /// Which operation.
        operation_id: &'static str,
        /// Which attempt this is, from 1.
        attempt: u32,
        /// The host that it goes to, with its port if it has one.
        host: &'a str,
    },
    /// An answer came, of whatever status.
    #[non_exhaustive]
    Answered {
        /// Which operation.
        operation_id: &'static str,
        /// Which attempt it answers, from 1.
        attempt: u32,
        /// Its status.
        status: StatusCode,
        /// How long it took from the request.
        took: Duration,
    },
    /// No whole answer came.
    #[non_exhaustive]
    Failed {
        /// Which operation.
        operation_id: &'static str,
        /// Which attempt failed, from 1.
        attempt: u32,
        /// What is known of the request.
        failure: Failure,
        /// The transport's error; absent where a [`Call`](crate::Call) is driven by the program itself.
        error: Option<&'a (dyn StdError + 'static)>,
        /// How long it took from the request.
        took: Duration,
    },
    /// The call waits.
    #[non_exhaustive]
    Waiting {
        /// Which operation.
        operation_id: &'static str,
        /// For how long; while another call fetches the token, at most this long.
        wait: Duration,
        /// What for.
        reason: WaitReason,
    },
    /// A token was fetched, which Kinde bills.
    #[non_exhaustive]
    TokenFetched {
        /// How long it is good for, from when it was asked for; absent where the server does not say.
        expires_in: Option<Duration>,
        /// Whether there was one before it, which expires soon or was refused.
        is_renewal: bool,
        /// How long it took from the request.
        took: Duration,
    },
    /// The call could be made again, but a limit of [`Retry`](crate::Retry) is reached.
    #[non_exhaustive]
    GaveUp {
        /// Which operation.
        operation_id: &'static str,
        /// How often it was sent.
        attempts: u32,
    },
}

/// What a call waits for: see [`Event::Waiting`].
///
/// ```
/// use kinde_api::WaitReason;
///
/// fn words(reason: WaitReason) -> &'static str {
///     match reason {
///         WaitReason::RateLimit => "for Kinde's rate limit",
///         WaitReason::Backoff => "before the next attempt",
///         _ => "for a token",
///     }
/// }
/// assert_eq!(words(WaitReason::RateLimit), "for Kinde's rate limit");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WaitReason {
    /// Kinde takes no more calls for the moment.
    RateLimit,
    /// An attempt failed, and the next one is made after a while.
    Backoff,
    /// Another call fetches the token.
    AnotherToken,
}

/// Why no answer came, as you report it to a [`Call`](crate::Call).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Failure {
    /// Certainly nothing of the request was sent, and the cause may pass, such as a connection that was refused.
    NotSent,
    /// The cause may pass, and the request may have been carried out.
    Passing,
    /// Trying again would not help: the certificate is not trusted, for example.
    Final,
}

/// Whoever is told.
pub(crate) type Observer = Arc<dyn Fn(&Event<'_>) + Send + Sync>;
