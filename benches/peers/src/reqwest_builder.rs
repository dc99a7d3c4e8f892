//! Requests by reqwest's builder.

use reqwest::Result;
use reqwest::blocking::multipart::{Form, Part};
use reqwest::blocking::{Client, Request};
use reqwest::header::ACCEPT;
use yardsticks::samples;
use yardsticks::table::Peer;
use yardsticks::work::Subject;

/// The four operations. The logo is only shown, since reqwest writes the form when it is sent.
pub const REQWEST: Peer = Peer {
    name: "reqwest's builder",
    goals: [Some(1.0 / 3.0), Some(1.0 / 3.0), Some(0.40), None],
    subjects: [
        Subject {
            name: "GetOrganization by reqwest",
            make: || {
                let (account, code) = (Account::new(), samples::ORG_CODE.to_owned());
                Box::new(move || account.get_organization(&code))
            },
        },
        Subject {
            name: "GetOrganizationUsers by reqwest",
            make: || {
                let (account, members) = (Account::new(), samples::Members::default());
                Box::new(move || account.get_organization_users(&members))
            },
        },
        Subject {
            name: "UpdateOrganization by reqwest",
            make: || {
                let (account, code) = (Account::new(), samples::ORG_CODE.to_owned());
                let body = samples::update_organization();
                Box::new(move || account.update_organization(&code, &body))
            },
        },
        Subject {
            name: "AddOrganizationLogo by reqwest",
            make: || {
                let (account, code) = (Account::new(), samples::ORG_CODE.to_owned());
                let content = samples::image(samples::LOGO_SIZE);
                Box::new(move || account.add_organization_logo(&code, &content))
            },
        },
    ],
};

/// A client, where it sends its requests, and with which token.
struct Account {
    client: Client,
    origin: String,
    token: String,
}

impl Account {
    fn new() -> Self {
        Self { client: Client::new(), origin: samples::ORIGIN.to_owned(), token: samples::token() }
    }

    fn get_organization(&self, code: &str) -> Result<Request> {
        self.client
            .get(format!("{}/api/v1/organization", self.origin))
            .query(&[("code", code)])
            .bearer_auth(&self.token)
            .header(ACCEPT, "application/json")
            .build()
    }

    fn get_organization_users(&self, members: &samples::Members) -> Result<Request> {
        self.client
            .get(format!("{}/api/v1/organizations/{}/users", self.origin, members.org_code))
            .query(&[
                ("sort", members.sort.as_str()),
                ("page_size", &members.page_size.to_string()),
                ("next_token", &members.next_token),
                ("permissions", &members.permissions.join(",")),
                ("roles", &members.roles.join(",")),
            ])
            .bearer_auth(&self.token)
            .header(ACCEPT, "application/json")
            .build()
    }

    fn update_organization(&self, code: &str, body: &impl serde::Serialize) -> Result<Request> {
        self.client
            .patch(format!("{}/api/v1/organization/{code}", self.origin))
            .bearer_auth(&self.token)
            .header(ACCEPT, "application/json")
            .json(body)
            .build()
    }

    fn add_organization_logo(&self, code: &str, content: &[u8]) -> Result<Request> {
        let part = Part::bytes(content.to_vec()).file_name("logo.png").mime_str("image/png")?;
        self.client
            .post(format!("{}/api/v1/organizations/{code}/logos/light", self.origin))
            .bearer_auth(&self.token)
            .header(ACCEPT, "application/json")
            .multipart(Form::new().part("logo", part))
            .build()
    }
}

#[cfg(test)]
mod tests {
    use kinde_api::{Api, Endpoint};
    use yardsticks::samples;

    use super::Account;

    #[test]
    fn reqwest_builds_what_the_library_builds() {
        let (api, account) = (Api::new(samples::ORIGIN, samples::token()).unwrap(), Account::new());
        let members = samples::Members::default();
        let request = account.get_organization_users(&members).unwrap();
        let expected = samples::get_organization_users().request(&api).unwrap();
        assert_eq!(request.method(), expected.method());
        assert_eq!(request.url().as_str(), expected.uri().to_string());
        assert_eq!(request.headers(), expected.headers());

        let body = samples::update_organization();
        let request = account.update_organization(samples::ORG_CODE, &body).unwrap();
        let expected = body.request(&api).unwrap();
        assert_eq!(request.method(), expected.method());
        assert_eq!(request.url().as_str(), expected.uri().to_string());
        assert_eq!(request.headers(), expected.headers());
        assert_eq!(request.body().unwrap().as_bytes().unwrap(), expected.body());
    }
}
