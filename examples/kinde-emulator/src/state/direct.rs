//! Carries operations out at an emulator without a token, past faults and limits, and leaving no trace among its
//! requests.

use std::convert::Infallible;

use http::{Request, Response};
use kinde_api::emulator::Emulator;
use kinde_api::{Client, Credentials, Endpoint, Paged, Retry, Transport};

use super::problem::Problem;

#[derive(Clone, Debug)]
pub(crate) struct Direct(Emulator);

impl Transport for Direct {
    type Error = Infallible;

    fn send(&self, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, Infallible> {
        Ok(self.0.carry_out(request))
    }
}

/// A client of an emulator that is always let in.
pub(crate) fn client(emulator: &Emulator) -> Client<Direct> {
    let credentials = Credentials::token("not-asked-for");
    let client = Client::new(Direct(emulator.clone()), "https://emulator.kinde.com", credentials);
    // Neither the origin nor the token can be refused.
    client.unwrap_or_else(|error| unreachable!("{error}")).with_retry(Retry::none())
}

/// The output of an operation that doesn't depend on what a state says.
pub(crate) fn send<E: Endpoint>(client: &Client<Direct>, endpoint: &E) -> Result<E::Output, Problem> {
    client.send(endpoint).map_err(Problem::failed)
}

/// All items of a listing, or why one could not be had.
pub(crate) fn all<P: Paged>(client: &Client<Direct>, endpoint: P) -> Result<Vec<P::Item>, Problem> {
    client.items(endpoint).collect::<Result<_, _>>().map_err(Problem::failed)
}
