//! Endpoints whose type doesn't matter, so that one loop tells what holds for all of them.

use std::fmt::Debug;

use http::{Request, Response};
use kinde_api::{Endpoint, Operation, RequestError, ResponseError};
use serde::Serialize;
use serde_json::Value;

use crate::wire::api;

/// An [`Endpoint`] whose output is told as JSON. It is made of whatever has the traits that every endpoint and every
/// output must have.
pub(crate) trait AnyEndpoint {
    fn operation(&self) -> Operation;

    /// The request to `https://acme.kinde.com`, with the token `a-token`.
    fn send(&self) -> Result<Request<Vec<u8>>, RequestError>;

    /// The output, serialised again.
    fn read(&self, response: &Response<Vec<u8>>) -> Result<Value, ResponseError>;

    /// The output in which every field is absent; null where there is no output.
    fn absent(&self) -> Value;
}

impl<E> AnyEndpoint for E
where
    E: Endpoint + Clone + Debug + PartialEq + Send + Sync + 'static,
    E::Output: Clone + Debug + Default + PartialEq + Serialize + Send + Sync + 'static,
{
    fn operation(&self) -> Operation {
        Operation::of::<E>()
    }

    fn send(&self) -> Result<Request<Vec<u8>>, RequestError> {
        self.request(&api())
    }

    fn read(&self, response: &Response<Vec<u8>>) -> Result<Value, ResponseError> {
        self.response(response).map(json)
    }

    fn absent(&self) -> Value {
        json(E::Output::default())
    }
}

fn json(output: impl Serialize) -> Value {
    serde_json::to_value(output).expect("an output is plain JSON")
}
