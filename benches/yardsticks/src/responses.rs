//! Reading a page of 500 members: by the library, and by serde alone.

use http::Response;
use kinde_api::Endpoint;
use kinde_api::organizations::GetOrganizationUsersResponse;

use crate::work::Subject;
use crate::{plain, samples};

/// By the library, by `from_slice` into the same structs, and by `from_str` into plain ones.
pub const PAGE: [Subject; 3] = [
    Subject {
        name: "a page of 500 members",
        make: || {
            let (members, response) = (samples::get_organization_users(), Response::new(samples::page_of_members(500)));
            Box::new(move || members.response(&response))
        },
    },
    Subject {
        name: "a page by from_slice",
        make: || {
            let body = samples::page_of_members(500);
            Box::new(move || serde_json::from_slice::<GetOrganizationUsersResponse>(&body))
        },
    },
    Subject {
        name: "a page by from_str into plain structs",
        make: || {
            let text = String::from_utf8(samples::page_of_members(500)).expect("the page is text");
            Box::new(move || serde_json::from_str::<plain::Page>(&text))
        },
    },
];

#[cfg(test)]
mod tests {
    use http::Response;
    use kinde_api::Endpoint;
    use kinde_api::organizations::GetOrganizationUsersResponse;

    use crate::{plain, samples};

    #[test]
    fn all_ways_read_the_same_page() {
        let body = samples::page_of_members(500);
        assert_eq!(body.len().to_string(), samples::PAGE_SIZE.to_string());
        let plain: plain::Page = serde_json::from_slice(&body).unwrap();
        let page = samples::get_organization_users().response(&Response::new(body.clone())).unwrap();
        assert_eq!(page, serde_json::from_slice::<GetOrganizationUsersResponse>(&body).unwrap());
        assert_eq!(page.next_token, plain.next_token);
        let (member, plain) = (&page.organization_users[499], &plain.organization_users[499]);
        assert_eq!(member.id.as_ref().map(AsRef::as_ref), plain.id.as_deref());
        assert_eq!(member.is_suspended, plain.is_suspended);
        assert_eq!(member.roles.len(), plain.roles.len());
    }
}
