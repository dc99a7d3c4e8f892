//! The inputs that are measured: the four operations, and answers of the server.

use std::fmt::Write as _;

use kinde_api::organizations::{
    AddOrganizationLogo, GetOrganization, GetOrganizationUsers, LogoType, ThemeCode, UpdateOrganization,
};

/// Where the requests go.
pub const HOST: &str = "acme.kinde.com";

/// Its origin.
pub const ORIGIN: &str = "https://acme.kinde.com";

/// The organization of all requests.
pub const ORG_CODE: &str = "org_1ccfb819462";

/// The size of the logo.
pub const LOGO_SIZE: usize = 64 * 1024;

/// The size of a page of 500 members in bytes.
pub const PAGE_SIZE: f64 = 186_258.0;

/// The token of a page.
pub const NEXT_TOKEN: &str = "MTo6OmlkX2FzYw==";

/// A token as long as a JWT of Kinde's: they have about 900 characters.
#[must_use]
pub fn token() -> String {
    "eyJhbGciOiJSUzI1NiIsImtpZCI6".repeat(32)
}

/// One organization, by its code.
#[must_use]
pub fn get_organization() -> GetOrganization {
    GetOrganization::new(ORG_CODE)
}

/// The inputs of [`get_organization_users`] as texts.
#[derive(Debug)]
#[expect(missing_docs, reason = "the fields are those of the endpoint")]
pub struct Members {
    pub org_code: String,
    pub sort: String,
    pub page_size: u32,
    pub next_token: String,
    pub permissions: Vec<String>,
    pub roles: Vec<String>,
}

impl Default for Members {
    fn default() -> Self {
        Self {
            org_code: ORG_CODE.to_owned(),
            sort: "name_asc".to_owned(),
            page_size: 50,
            next_token: NEXT_TOKEN.to_owned(),
            permissions: vec!["read:reports".to_owned(), "write:reports".to_owned()],
            roles: vec!["admin".to_owned(), "editor".to_owned()],
        }
    }
}

/// Members, with all five options.
#[must_use]
pub fn get_organization_users() -> GetOrganizationUsers {
    let members = Members::default();
    GetOrganizationUsers::new(members.org_code)
        .sort(members.sort)
        .page_size(members.page_size)
        .next_token(members.next_token)
        .permissions(members.permissions)
        .roles(members.roles)
}

/// A change of eight fields.
#[must_use]
pub fn update_organization() -> UpdateOrganization {
    UpdateOrganization::new(ORG_CODE)
        .name("Acme Corporation")
        .external_id("customer-4711")
        .background_color("#ffffff")
        .button_color("#1133cc")
        .link_color("#1133cc")
        .theme_code(ThemeCode::UserPreference)
        .handle("acme_corporation")
        .is_auto_membership_enabled(true)
}

/// A logo of this content.
#[must_use]
pub fn add_organization_logo(content: Vec<u8>) -> AddOrganizationLogo {
    AddOrganizationLogo::new(ORG_CODE, LogoType::Light, "logo.png", "image/png", content)
}

/// Bytes like those of a compressed image: each as likely as any other, and the same ones each time.
#[must_use]
pub fn image(size: usize) -> Vec<u8> {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()[3]
    };
    std::iter::repeat_with(next).take(size).collect()
}

/// Lines of dashes.
#[must_use]
pub fn lines_of_dashes(length: usize, size: usize) -> Vec<u8> {
    [vec![b'-'; length], b"\r\n".to_vec()].concat().into_iter().cycle().take(size).collect()
}

/// Line ends and dashes, turn by turn.
#[must_use]
pub fn line_ends_and_dashes(size: usize) -> Vec<u8> {
    b"\r\n--".iter().copied().cycle().take(size).collect()
}

/// A page of members as Kinde sends it: compact JSON, every field there, two roles each.
#[must_use]
pub fn page_of_members(count: usize) -> Vec<u8> {
    let mut page = String::from(r#"{"code":"OK","message":"Success","organization_users":["#);
    for number in 0..count {
        let separator = if number == 0 { "" } else { "," };
        write!(
            page,
            "{separator}{{\"id\":\"kp_{number:032x}\",\"email\":\"member{number}@example.com\",\
             \"full_name\":\"Member {number}\",\"last_name\":\"{number}\",\"first_name\":\"Member\",\
             \"picture\":\"https://images.example.com/avatars/org_1ccfb819462/{number:013}.jpeg\",\
             \"joined_on\":\"2024-11-18T13:32:03.123456+11:00\",\"last_accessed_on\":\"2026-08-01T08:15:42.654321+10:00\",\
             \"is_suspended\":false,\"roles\":[\"admin\",\"editor\"]}}"
        )
        .expect("a String takes everything");
    }
    write!(page, "],\"next_token\":\"{NEXT_TOKEN}\"}}").expect("a String takes everything");
    page.into_bytes()
}
