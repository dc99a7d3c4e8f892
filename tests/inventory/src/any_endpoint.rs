//! Endpoints whose type doesn't matter, so that one loop tells what holds for all of them.

use std::convert::Infallible;
use std::fmt::Debug;

use http::{Request, Response};
use kinde_api::{Api, Client, Endpoint, Error, Operation, RequestError, ResponseError};
use serde::Serialize;
use serde_json::Value;

/// A request, or why there is none.
pub type Built = Result<Request<Vec<u8>>, RequestError>;

/// A transport that is a function, and so has a name.
pub type Answers = fn(Request<Vec<u8>>) -> Result<Response<Vec<u8>>, Infallible>;

/// An [`Endpoint`] of any type. It is made of whatever has the traits that every endpoint and every output must have.
pub trait AnyEndpoint: Debug + Send + Sync {
    /// What there is to know of it without its inputs.
    fn operation(&self) -> Operation;

    /// Its request.
    ///
    /// # Errors
    ///
    /// As the endpoint.
    fn build(&self, api: &Api) -> Built;

    /// What it reads a response as.
    ///
    /// # Errors
    ///
    /// As the endpoint.
    fn read(&self, response: &Response<Vec<u8>>) -> Result<Box<dyn AnyOutput>, ResponseError>;

    /// What it reads a response as whose body is somebody else's.
    ///
    /// # Errors
    ///
    /// As the endpoint.
    fn read_borrowed(&self, response: &Response<&[u8]>) -> Result<Box<dyn AnyOutput>, ResponseError>;

    /// The output in which every field is absent; null where there is no output.
    fn absent(&self) -> Value;

    /// Makes the call.
    ///
    /// # Errors
    ///
    /// As the client.
    fn call(&self, client: &Client<Answers>) -> Result<Box<dyn AnyOutput>, Error<Infallible>>;
}

/// The output of an endpoint of any type.
pub trait AnyOutput: Debug {
    /// It, serialised again.
    fn json(&self) -> Value;
}

impl<E> AnyEndpoint for E
where
    E: Endpoint + Clone + Debug + PartialEq + Send + Sync + 'static,
    E::Output: Clone + Debug + Default + PartialEq + Serialize + Send + Sync + 'static,
{
    fn operation(&self) -> Operation {
        Operation::of::<E>()
    }

    fn build(&self, api: &Api) -> Built {
        self.request(api)
    }

    fn read(&self, response: &Response<Vec<u8>>) -> Result<Box<dyn AnyOutput>, ResponseError> {
        Ok(Box::new(self.response(response)?))
    }

    fn read_borrowed(&self, response: &Response<&[u8]>) -> Result<Box<dyn AnyOutput>, ResponseError> {
        Ok(Box::new(self.response(response)?))
    }

    fn absent(&self) -> Value {
        E::Output::default().json()
    }

    fn call(&self, client: &Client<Answers>) -> Result<Box<dyn AnyOutput>, Error<Infallible>> {
        Ok(Box::new(client.send(self)?))
    }
}

impl<O: Debug + Serialize> AnyOutput for O {
    /// # Panics
    ///
    /// Where an output is no plain JSON.
    fn json(&self) -> Value {
        serde_json::to_value(self).expect("an output is plain JSON")
    }
}
