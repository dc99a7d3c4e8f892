//! Users: three requests and a page, by the library and by hand.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use http::{HeaderValue, Method, Request, Response};
use kinde_api::Endpoint;
use kinde_api::users::{
    CreateUser, CreateUserProfile, GetUsers, NewIdentity, UpdateUserProperties, UserExpand, UsersResponse,
};
use serde::Serialize;

use crate::limit::{Prepared, encoded_length, joined_length, push_encoded, push_joined};
use crate::requests::{by_library, prepared};
use crate::samples;
use crate::work::Subject;

/// `GetUsers` with all its options, by the library and at the limit.
pub const GET_USERS: [Subject; 2] = [
    Subject { name: "GetUsers", make: || by_library(get_users()) },
    Subject {
        name: "GetUsers at the limit",
        make: || {
            let (prepared, options) = (prepared(), Options::default());
            Box::new(move || options.request(&prepared))
        },
    },
];

/// `CreateUser` with three identities, likewise.
pub const CREATE_USER: [Subject; 2] = [
    Subject { name: "CreateUser", make: || by_library(create_user()) },
    Subject {
        name: "CreateUser at the limit",
        make: || {
            let (prepared, user) = (prepared(), User::default());
            let size = size_of_json(&user);
            Box::new(move || user.request(&prepared, size))
        },
    },
];

/// `UpdateUserProperties` with twenty of them, likewise.
pub const UPDATE_USER_PROPERTIES: [Subject; 2] = [
    Subject { name: "UpdateUserProperties", make: || by_library(update_user_properties()) },
    Subject {
        name: "UpdateUserProperties at the limit",
        make: || {
            let (prepared, properties) = (prepared(), Properties::default());
            let size = size_of_json(&properties);
            Box::new(move || properties.request(&prepared, size))
        },
    },
];

/// A page of 500 users with everything that `expand` adds, by the library and by `from_slice` into the same structs.
pub const PAGE_OF_USERS: [Subject; 2] = [
    Subject {
        name: "a page of 500 users",
        make: || {
            let (users, response) = (get_users(), Response::new(page_of_users(500)));
            Box::new(move || users.response(&response))
        },
    },
    Subject {
        name: "a page of users by from_slice",
        make: || {
            let body = page_of_users(500);
            Box::new(move || serde_json::from_slice::<UsersResponse>(&body))
        },
    },
];

const USER_ID: &str = "kp_c3143a4b50ad43c88e541d9077681782";

fn size_of_json(body: &impl Serialize) -> usize {
    serde_json::to_vec(body).expect("texts are JSON").len()
}

struct Options {
    page_size: u32,
    user_ids: [&'static str; 2],
    next_token: &'static str,
    emails: [&'static str; 2],
    usernames: [&'static str; 1],
    phones: [&'static str; 1],
    expand: [&'static str; 3],
    has_organization: bool,
    active_since: &'static str,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            page_size: 500,
            user_ids: [USER_ID, "kp_2"],
            next_token: samples::NEXT_TOKEN,
            emails: ["member1@example.com", "member2@example.com"],
            usernames: ["member1"],
            phones: ["+61426148233"],
            expand: ["organizations", "identities", "billing"],
            has_organization: true,
            active_since: "2026-11-24T00:00:00Z",
        }
    }
}

impl Options {
    fn request(&self, prepared: &Prepared) -> Result<Request<Vec<u8>>, http::Error> {
        const LITERALS: [&str; 9] = [
            "/api/v1/users?page_size=",
            "&user_id=",
            "&next_token=",
            "&email=",
            "&username=",
            "&phone=",
            "&expand=",
            "&has_organization=",
            "&active_since=",
        ];
        let mut digits = itoa::Buffer::new();
        let page_size = digits.format(self.page_size);
        let has_organization = if self.has_organization { "true" } else { "false" };
        let length = LITERALS.iter().map(|literal| literal.len()).sum::<usize>()
            + page_size.len()
            + joined_length(&self.user_ids)
            + encoded_length(self.next_token)
            + joined_length(&self.emails)
            + joined_length(&self.usernames)
            + joined_length(&self.phones)
            + joined_length(&self.expand)
            + has_organization.len()
            + encoded_length(self.active_since);
        let mut target = String::with_capacity(length);
        target.push_str(LITERALS[0]);
        target.push_str(page_size);
        target.push_str(LITERALS[1]);
        push_joined(&mut target, &self.user_ids);
        target.push_str(LITERALS[2]);
        push_encoded(&mut target, self.next_token);
        target.push_str(LITERALS[3]);
        push_joined(&mut target, &self.emails);
        target.push_str(LITERALS[4]);
        push_joined(&mut target, &self.usernames);
        target.push_str(LITERALS[5]);
        push_joined(&mut target, &self.phones);
        target.push_str(LITERALS[6]);
        push_joined(&mut target, &self.expand);
        target.push_str(LITERALS[7]);
        target.push_str(has_organization);
        target.push_str(LITERALS[8]);
        push_encoded(&mut target, self.active_since);
        prepared.request(Method::GET, target, None, Vec::new())
    }
}

fn get_users() -> GetUsers {
    let options = Options::default();
    GetUsers::new()
        .page_size(options.page_size)
        .user_id(options.user_ids)
        .next_token(options.next_token)
        .email(options.emails)
        .username(options.usernames)
        .phone(options.phones)
        .expand([UserExpand::Organizations, UserExpand::Identities, UserExpand::Billing])
        .has_organization(options.has_organization)
        .active_since(options.active_since)
}

#[derive(Serialize)]
struct User {
    profile: Profile,
    organization_code: String,
    provided_id: String,
    identities: [Identity; 3],
}

#[derive(Serialize)]
struct Profile {
    given_name: String,
    family_name: String,
    picture: String,
}

#[derive(Serialize)]
struct Identity {
    r#type: &'static str,
    details: Details,
}

#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Details {
    Email(String),
    Phone(String),
    Username(String),
}

const PICTURE: &str = "https://images.example.com/avatars/member1.jpeg";

impl Default for User {
    fn default() -> Self {
        Self {
            profile: Profile {
                given_name: "Member".to_owned(),
                family_name: "One".to_owned(),
                picture: PICTURE.to_owned(),
            },
            organization_code: samples::ORG_CODE.to_owned(),
            provided_id: "customer-4711".to_owned(),
            identities: [
                Identity { r#type: "email", details: Details::Email("member1@example.com".to_owned()) },
                Identity { r#type: "phone", details: Details::Phone("+61426148233".to_owned()) },
                Identity { r#type: "username", details: Details::Username("member1".to_owned()) },
            ],
        }
    }
}

impl User {
    fn request(&self, prepared: &Prepared, size: usize) -> Result<Request<Vec<u8>>, http::Error> {
        prepared.request(Method::POST, "/api/v1/user".to_owned(), Some(json()), json_of(self, size))
    }
}

fn create_user() -> CreateUser {
    CreateUser::new()
        .profile(CreateUserProfile::new().given_name("Member").family_name("One").picture(PICTURE))
        .organization_code(samples::ORG_CODE)
        .provided_id("customer-4711")
        .identities([
            NewIdentity::email("member1@example.com"),
            NewIdentity::phone("+61426148233"),
            NewIdentity::username("member1"),
        ])
}

fn json() -> HeaderValue {
    HeaderValue::from_static("application/json")
}

fn json_of(body: &impl Serialize, size: usize) -> Vec<u8> {
    let mut json = Vec::with_capacity(size);
    serde_json::to_writer(&mut json, body).expect("texts are JSON");
    json
}

#[derive(Serialize)]
struct Properties {
    properties: BTreeMap<String, String>,
}

impl Default for Properties {
    fn default() -> Self {
        Self { properties: (0..20).map(|number| (format!("kp_usr_{number:02}"), format!("value {number}"))).collect() }
    }
}

impl Properties {
    fn request(&self, prepared: &Prepared, size: usize) -> Result<Request<Vec<u8>>, http::Error> {
        const LITERALS: [&str; 2] = ["/api/v1/users/", "/properties"];
        let mut target = String::with_capacity(LITERALS[0].len() + encoded_length(USER_ID) + LITERALS[1].len());
        target.push_str(LITERALS[0]);
        push_encoded(&mut target, USER_ID);
        target.push_str(LITERALS[1]);
        prepared.request(Method::PATCH, target, Some(json()), json_of(self, size))
    }
}

fn update_user_properties() -> UpdateUserProperties {
    UpdateUserProperties::new(USER_ID, Properties::default().properties)
}

/// A page of users as Kinde sends it: compact JSON, every field there, with what `expand` adds.
fn page_of_users(count: usize) -> Vec<u8> {
    let mut page = String::from(r#"{"code":"OK","message":"Success","users":["#);
    for number in 0..count {
        let separator = if number == 0 { "" } else { "," };
        write!(
            page,
            "{separator}{{\"id\":\"kp_{number:032x}\",\"provided_id\":\"customer-{number}\",\
             \"email\":\"member{number}@example.com\",\"phone\":\"+61426{number:06}\",\"username\":\"member{number}\",\
             \"last_name\":\"{number}\",\"first_name\":\"Member\",\"is_suspended\":false,\
             \"picture\":\"https://images.example.com/avatars/{number:013}.jpeg\",\"total_sign_ins\":{number},\
             \"failed_sign_ins\":0,\"last_signed_in\":\"2026-08-01T08:15:42.654321+10:00\",\
             \"created_on\":\"2024-11-18T13:32:03.123456+11:00\",\
             \"last_organization_sign_ins\":[{{\"org_code\":\"org_1ccfb819462\",\
             \"last_signed_in\":\"2026-08-01T08:15:42.654321+10:00\"}}],\
             \"organizations\":[\"org_1ccfb819462\",\"org_2ccfb819462\"],\
             \"identities\":[{{\"type\":\"email\",\"identity\":\"member{number}@example.com\"}},\
             {{\"type\":\"username\",\"identity\":\"member{number}\"}}],\
             \"billing\":{{\"customer_id\":\"customer_{number}\"}}}}"
        )
        .expect("a String takes everything");
    }
    write!(page, "],\"next_token\":\"{}\"}}", samples::NEXT_TOKEN).expect("a String takes everything");
    page.into_bytes()
}

#[cfg(test)]
mod tests {
    use http::{Request, Response};
    use kinde_api::users::UsersResponse;
    use kinde_api::{Api, Endpoint};

    use super::{
        Options, Properties, User, create_user, get_users, page_of_users, size_of_json, update_user_properties,
    };
    use crate::requests::prepared;
    use crate::samples;

    fn assert_same(endpoint: &impl Endpoint, by_hand: &Request<Vec<u8>>) {
        let expected = endpoint.request(&Api::new(samples::ORIGIN, samples::token()).unwrap()).unwrap();
        assert_eq!(expected.method(), by_hand.method());
        assert_eq!(expected.uri(), by_hand.uri());
        assert_eq!(expected.headers(), by_hand.headers());
        assert_eq!(String::from_utf8_lossy(expected.body()), String::from_utf8_lossy(by_hand.body()));
    }

    #[test]
    fn yardsticks_build_what_the_library_builds() {
        let (user, properties) = (User::default(), Properties::default());
        assert_same(&get_users(), &Options::default().request(&prepared()).unwrap());
        assert_same(&create_user(), &user.request(&prepared(), size_of_json(&user)).unwrap());
        let by_hand = properties.request(&prepared(), size_of_json(&properties)).unwrap();
        assert_same(&update_user_properties(), &by_hand);
    }

    #[test]
    fn both_ways_read_the_same_page() {
        let body = page_of_users(500);
        let page = get_users().response(&Response::new(body.clone())).unwrap();
        assert_eq!(page, serde_json::from_slice::<UsersResponse>(&body).unwrap());
        assert_eq!((page.users.len(), page.users[499].identities.len()), (500, 2));
    }
}
