//! One entry, and the macros that make it of a few lines.

use http::{Method, Response};
use kinde_api::{Api, ResponseError};

use crate::{AnyEndpoint, Built, Draft, Expected, Inputs};

/// One operation.
#[derive(Debug)]
pub struct Operation {
    /// Its id in Kinde's reference.
    pub id: &'static str,
    /// The method of its requests.
    pub method: Method,
    /// The path of its requests, with each parameter's name in braces.
    pub path: &'static str,
    /// The scope that a token needs; empty where it needs none.
    pub scope: &'static str,
    /// A full answer; empty where none is declared.
    pub answer: &'static str,
    /// The field of the answer that must be there, if only as null: the list that a GET is about.
    pub list: Option<&'static str>,
    pub(crate) endpoint: fn(&mut Draft<'_>) -> Box<dyn AnyEndpoint>,
}

impl Operation {
    /// Whether a success has a declared body.
    #[must_use]
    pub fn has_answer(&self) -> bool {
        !self.answer.is_empty()
    }

    /// Makes an endpoint of these inputs, and says what a server is expected to find in its request.
    #[must_use]
    pub fn draw(&self, inputs: &Inputs) -> (Box<dyn AnyEndpoint>, Expected) {
        let mut draft = Draft::new(inputs, self.id);
        ((self.endpoint)(&mut draft), draft.expected)
    }

    /// Makes an endpoint of these inputs.
    #[must_use]
    pub fn endpoint(&self, inputs: &Inputs) -> Box<dyn AnyEndpoint> {
        self.draw(inputs).0
    }

    /// Makes a request of these inputs, and says what a server is expected to find in it.
    pub fn request(&self, api: &Api, inputs: &Inputs) -> (Built, Expected) {
        let (endpoint, expected) = self.draw(inputs);
        (endpoint.build(api), expected)
    }

    /// Reads a response, and drops what it gives.
    ///
    /// # Errors
    ///
    /// As the endpoint.
    pub fn response(&self, response: &Response<&[u8]>) -> Result<(), ResponseError> {
        self.endpoint(&Inputs::default()).read_borrowed(response).map(drop)
    }
}

/// The entries of an area; the first page of the package says what is in one.
macro_rules! operations {
    ($(
        $id:literal $method:ident $path:literal $scope:literal
        $endpoint:ident::$constructor:ident $arguments:tt $setters:tt
        -> $($answer:ident)::+ $(listing $list:ident)?;
    )*) => {
        /// The operations of the area, in the order of Kinde's reference.
        #[allow(deprecated, reason = "what is deprecated is sent as well")]
        pub(crate) static OPERATIONS: &[crate::Operation] = &[$({
            crate::operation::parts! { endpoint: $endpoint::$constructor $arguments $setters }

            crate::Operation {
                id: $id,
                method: http::Method::$method,
                path: $path,
                scope: $scope,
                answer: crate::operation::answer!($($answer)::+),
                list: crate::operation::list!($($list)?),
                endpoint: |draft| Box::new(endpoint(draft)),
            }
        }),*];
    };
}
pub(crate) use operations;

/// Functions that draw a value: `name: Type::constructor(parameters) { setters }`.
macro_rules! parts {
    ($(
        $name:ident: $type:ident::$constructor:ident(
            $($argument:ident $(as $argument_name:literal)?: $place:ident $kind:ident $(($item:ident))?),* $(,)?
        )
        { $(
            $setter:ident $(as $setter_name:literal)?: $setter_place:ident $setter_kind:ident $(($setter_item:ident))?
        ),* $(,)? }
    )*) => {$(
        #[allow(deprecated, reason = "what is deprecated is sent as well")]
        fn $name(draft: &mut crate::Draft<'_>) -> $type {
            $(let $argument = draft.$kind(
                crate::Place::$place,
                crate::operation::name!($argument $($argument_name)?),
                $($item)?
            );)*
            let value = $type::$constructor($($argument),*);
            $(
                let option = draft.optional(crate::Place::$setter_place, |draft| draft.$setter_kind(
                    crate::Place::$setter_place,
                    crate::operation::name!($setter $($setter_name)?),
                    $($setter_item)?
                ));
                let value = match option {
                    Some(option) => value.$setter(option),
                    None => value,
                };
            )*
            let _ = &draft;
            value
        }
    )*};
}
pub(crate) use parts;

/// The name of a parameter as it is sent.
macro_rules! name {
    ($name:ident) => {
        stringify!($name)
    };
    ($name:ident $sent:literal) => {
        $sent
    };
}
pub(crate) use name;

/// The name of the list that must be there, if there is one.
macro_rules! list {
    () => {
        None
    };
    ($name:ident) => {
        Some(stringify!($name))
    };
}
pub(crate) use list;

/// The full answer of a type.
macro_rules! answer {
    (nothing) => {
        ""
    };
    ($name:ident) => {
        crate::operation::answer!(@ "", stringify!($name))
    };
    ($area:ident::$name:ident) => {
        crate::operation::answer!(@ concat!(stringify!($area), "/"), stringify!($name))
    };
    (@ $area:expr, $name:expr) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../endpoints/", $area, "fixtures/", $name, ".json"))
    };
}
pub(crate) use answer;
