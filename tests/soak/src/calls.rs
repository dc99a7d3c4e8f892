//! The calls that a thread makes: their numbers, how often each was sent, and what is known of them.

use std::collections::BTreeMap;

use http::Method;
use kinde_api::{Client, Endpoint, Error};

use crate::counted::{self, Counted};
use crate::state::is_not_carried_out;

/// What is known of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// It was carried out.
    Done = 0,
    /// It was not carried out.
    Refused = 1,
    /// One or the other.
    Unknown = 2,
}

#[derive(Debug, Default)]
pub(crate) struct Calls {
    /// How often each call was sent.
    pub(crate) sent: BTreeMap<u64, u64>,
    pub(crate) fates: [u64; 3],
}

impl Calls {
    /// Makes a call under a number of its own.
    ///
    /// # Panics
    ///
    /// Where the call is in order by all that is known, and is refused for another reason than the token or the rate.
    pub(crate) fn make<E: Endpoint>(
        &mut self,
        client: &Client<Counted>,
        number: u64,
        endpoint: &E,
        is_in_order: bool,
    ) -> (Fate, Option<E::Output>) {
        counted::begin(number);
        let result = client.send(endpoint);
        self.sent.insert(number, counted::sent());
        let fate = fate(&E::METHOD, &result);
        self.fates[fate as usize] += 1;
        let refusal = result.as_ref().err().and_then(Error::response).filter(|_| is_in_order && fate == Fate::Refused);
        if let Some(refusal) = refusal {
            assert!(is_not_carried_out(Some(refusal.status())), "{} is in order: {refusal}", E::OPERATION_ID);
        }
        (fate, result.ok())
    }

    pub(crate) fn merge(&mut self, other: Self) {
        self.sent.extend(other.sent);
        self.fates = [0, 1, 2].map(|index| self.fates[index] + other.fates[index]);
    }
}

fn fate<T, E: std::error::Error>(method: &Method, result: &Result<T, Error<E>>) -> Fate {
    let Err(error) = result else {
        return Fate::Done;
    };
    // These are sent again only where they were not carried out; others may have been, and refused at the second attempt.
    let is_refusal_final = matches!(*method, Method::POST | Method::PATCH);
    match error {
        Error::Request(_) => Fate::Refused,
        Error::Token(_) if is_refusal_final || error.attempts() == 0 => Fate::Refused,
        Error::Response { source, .. } if source.status().is_client_error() => {
            if is_refusal_final || error.attempts() == 1 { Fate::Refused } else { Fate::Unknown }
        }
        _ => Fate::Unknown,
    }
}
