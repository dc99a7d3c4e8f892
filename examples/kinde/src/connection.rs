//! Which Kinde is asked: that of a business, or one in memory.

use kinde_api::{BoxError, BoxTransport, Credentials, RequestError, ureq};

use crate::arguments::Options;
use crate::business;
use crate::failure::Failure;
use crate::progress::Progress;

pub(crate) type Client = kinde_api::Client<BoxTransport>;
pub(crate) type Error = kinde_api::Error<BoxError>;

/// Sends nothing yet.
pub(crate) fn connect(options: &Options, progress: &Progress) -> Result<Client, Failure> {
    let client = if options.emulator {
        progress.note("this Kinde is in memory, and forgets everything when the program ends");
        business::client()
    } else {
        over_the_network(options.domain.as_deref())?.boxed()
    };
    let progress = progress.clone();
    Ok(client.with_observer(move |event| progress.tell(event)))
}

fn over_the_network(domain: Option<&str>) -> Result<ureq::Client, RequestError> {
    let Some(domain) = domain else {
        return ureq::client_from_env();
    };
    let origin = if domain.contains("://") { domain.to_owned() } else { format!("https://{domain}") };
    ureq::client(&origin, Credentials::from_env()?)
}
