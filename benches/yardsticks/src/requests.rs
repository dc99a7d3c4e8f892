//! Building a request: four operations, by the library and by hand.

use kinde_api::organizations::GetOrganizations;
use kinde_api::{Api, Endpoint};

use crate::work::{Subject, Work};
use crate::{idiomatic, limit, samples};

/// `GetOrganization` by the library, at the limit, and as it is written on a weekday.
pub const GET_ORGANIZATION: [Subject; 3] = [
    Subject { name: "GetOrganization", make: || by_library(samples::get_organization()) },
    Subject {
        name: "GetOrganization at the limit",
        make: || {
            let (prepared, code) = (prepared(), samples::ORG_CODE.to_owned());
            Box::new(move || limit::get_organization(&prepared, &code))
        },
    },
    Subject {
        name: "GetOrganization, idiomatic",
        make: || {
            let (account, code) = (account(), samples::ORG_CODE.to_owned());
            Box::new(move || idiomatic::get_organization(&account, &code))
        },
    },
];

/// `GetOrganizationUsers` with all its options, likewise.
pub const GET_ORGANIZATION_USERS: [Subject; 3] = [
    Subject { name: "GetOrganizationUsers", make: || by_library(samples::get_organization_users()) },
    Subject {
        name: "GetOrganizationUsers at the limit",
        make: || {
            let (prepared, members) = (prepared(), samples::Members::default());
            Box::new(move || limit::get_organization_users(&prepared, &members))
        },
    },
    Subject {
        name: "GetOrganizationUsers, idiomatic",
        make: || {
            let (account, members) = (account(), samples::Members::default());
            Box::new(move || idiomatic::get_organization_users(&account, &members))
        },
    },
];

/// `UpdateOrganization` with eight fields, likewise.
pub const UPDATE_ORGANIZATION: [Subject; 3] = [
    Subject { name: "UpdateOrganization", make: || by_library(samples::update_organization()) },
    Subject {
        name: "UpdateOrganization at the limit",
        make: || {
            let (prepared, code, body) = (prepared(), samples::ORG_CODE.to_owned(), samples::update_organization());
            let size = serde_json::to_vec(&body).expect("texts and flags are JSON").len();
            Box::new(move || limit::update_organization(&prepared, &code, &body, size))
        },
    },
    Subject {
        name: "UpdateOrganization, idiomatic",
        make: || {
            let (account, code, body) = (account(), samples::ORG_CODE.to_owned(), samples::update_organization());
            Box::new(move || idiomatic::update_organization(&account, &code, &body))
        },
    },
];

/// `AddOrganizationLogo` with 64 KiB by the library and at the limit.
pub const ADD_ORGANIZATION_LOGO: [Subject; 2] = [
    Subject {
        name: "AddOrganizationLogo",
        make: || by_library(samples::add_organization_logo(samples::image(samples::LOGO_SIZE))),
    },
    Subject {
        name: "AddOrganizationLogo at the limit",
        make: || {
            let (prepared, code, content) =
                (prepared(), samples::ORG_CODE.to_owned(), samples::image(samples::LOGO_SIZE));
            let [logo_type, file_name, content_type] = ["light", "logo.png", "image/png"].map(str::to_owned);
            Box::new(move || {
                limit::add_organization_logo(&prepared, &code, &logo_type, &file_name, &content_type, &content)
            })
        },
    },
];

/// `GetOrganizations` with a parameter that is 65,000 bytes when it is sent, by the library and at the limit: one of
/// which nothing is encoded, one of which all is, and one of which every other byte is.
pub const LONG_PARAMETERS: [[Subject; 2]; 3] = [
    [
        Subject { name: "plain parameter", make: || long_by_library("a".repeat(65_000)) },
        Subject { name: "plain parameter at the limit", make: || long_at_limit("a".repeat(65_000)) },
    ],
    [
        Subject { name: "encoded parameter", make: || long_by_library("/".repeat(21_660)) },
        Subject { name: "encoded parameter at the limit", make: || long_at_limit("/".repeat(21_660)) },
    ],
    [
        Subject { name: "mixed parameter", make: || long_by_library("a/".repeat(16_250)) },
        Subject { name: "mixed parameter at the limit", make: || long_at_limit("a/".repeat(16_250)) },
    ],
];

fn long_by_library(next_token: String) -> Box<dyn Work> {
    by_library(GetOrganizations::new().next_token(next_token))
}

fn long_at_limit(next_token: String) -> Box<dyn Work> {
    let prepared = prepared();
    Box::new(move || limit::get_organizations(&prepared, &next_token))
}

/// Forms of 64 KiB of which the content is hard on the search for a boundary, and a copy of as many bytes.
pub const LOGOS: [Subject; 5] = [
    Subject { name: "a copy of 64 KiB", make: || copy(samples::image(samples::LOGO_SIZE)) },
    Subject {
        name: "a logo of 64 KiB",
        make: || by_library(samples::add_organization_logo(samples::image(samples::LOGO_SIZE))),
    },
    Subject {
        name: "a logo of line ends and dashes",
        make: || by_library(samples::add_organization_logo(samples::line_ends_and_dashes(samples::LOGO_SIZE))),
    },
    Subject {
        name: "a logo of lines of 59 dashes",
        make: || by_library(samples::add_organization_logo(samples::lines_of_dashes(59, samples::LOGO_SIZE))),
    },
    Subject {
        name: "a logo of lines of 70 dashes",
        make: || by_library(samples::add_organization_logo(samples::lines_of_dashes(70, samples::LOGO_SIZE))),
    },
];

/// An endpoint's request, built by the library.
///
/// # Panics
///
/// Where the samples are no inputs for a request.
pub fn by_library<E: Endpoint + 'static>(endpoint: E) -> Box<dyn Work> {
    let api = Api::new(samples::ORIGIN, samples::token()).expect("the samples make an Api");
    Box::new(move || endpoint.request(&api))
}

fn copy(bytes: Vec<u8>) -> Box<dyn Work> {
    Box::new(move || bytes.clone())
}

pub(crate) fn prepared() -> limit::Prepared {
    limit::Prepared::new(samples::HOST, &samples::token()).expect("host and token can stand in a request")
}

fn account() -> idiomatic::Account {
    idiomatic::Account { origin: samples::ORIGIN.to_owned(), token: samples::token() }
}

#[cfg(test)]
mod tests {
    use http::Request;
    use http::header::CONTENT_TYPE;
    use kinde_api::{Api, Endpoint};

    use super::{account, prepared};
    use crate::{idiomatic, limit, samples};

    fn by_library(endpoint: &impl Endpoint) -> Request<Vec<u8>> {
        endpoint.request(&Api::new(samples::ORIGIN, samples::token()).unwrap()).unwrap()
    }

    fn assert_same(left: &Request<Vec<u8>>, right: &Request<Vec<u8>>) {
        assert_eq!(left.method(), right.method());
        assert_eq!(left.uri(), right.uri());
        assert_eq!(left.headers(), right.headers());
        assert_eq!(left.body(), right.body());
    }

    #[test]
    fn yardsticks_build_what_the_library_builds() {
        let (prepared, account, code) = (prepared(), account(), samples::ORG_CODE);

        let expected = by_library(&samples::get_organization());
        assert_same(&expected, &limit::get_organization(&prepared, code).unwrap());
        assert_same(&expected, &idiomatic::get_organization(&account, code).unwrap());

        let members = samples::Members::default();
        let expected = by_library(&samples::get_organization_users());
        assert_same(&expected, &limit::get_organization_users(&prepared, &members).unwrap());
        assert_same(&expected, &idiomatic::get_organization_users(&account, &members).unwrap());

        let body = samples::update_organization();
        let expected = by_library(&body);
        assert_same(&expected, &limit::update_organization(&prepared, code, &body, 0).unwrap());
        assert_same(&expected, &idiomatic::update_organization(&account, code, &body).unwrap());
    }

    #[test]
    fn the_forms_differ_by_the_boundary_alone() {
        let content = samples::image(1000);
        let expected = by_library(&samples::add_organization_logo(content.clone()));
        let form =
            limit::add_organization_logo(&prepared(), samples::ORG_CODE, "light", "logo.png", "image/png", &content)
                .unwrap();
        assert_eq!(form.uri(), expected.uri());
        assert_eq!(without_boundary(&form), without_boundary(&expected));
    }

    fn without_boundary(form: &Request<Vec<u8>>) -> Vec<u8> {
        let content_type = form.headers()[CONTENT_TYPE].to_str().unwrap();
        let boundary = content_type.strip_prefix("multipart/form-data; boundary=").unwrap();
        let mut body = form.body().clone();
        while let Some(start) = body.windows(boundary.len()).position(|window| window == boundary.as_bytes()) {
            body.drain(start..start + boundary.len());
        }
        body
    }
}
