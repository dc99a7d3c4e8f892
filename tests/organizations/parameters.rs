//! Values in paths and queries: each stays one value, whatever is in it, or is refused.

use kinde_api::RequestError;
use kinde_api::organizations::{
    AddOrganizationLogo, AddOrganizationUserApiScope, AddOrganizationUsers, CreateOrganization,
    CreateOrganizationInvite, CreateOrganizationUserPermission, CreateOrganizationUserRole, DeleteOrganization,
    DeleteOrganizationFeatureFlagOverride, DeleteOrganizationFeatureFlagOverrides, DeleteOrganizationHandle,
    DeleteOrganizationInvite, DeleteOrganizationLogo, DeleteOrganizationUserApiScope, DeleteOrganizationUserPermission,
    DeleteOrganizationUserRole, EnableOrgConnection, GetOrgUserMfa, GetOrganization, GetOrganizationConnections,
    GetOrganizationFeatureFlags, GetOrganizationInvite, GetOrganizationInvites, GetOrganizationPasskey,
    GetOrganizationPropertyValues, GetOrganizationRoleActiveUsersCount, GetOrganizationRoleUsers,
    GetOrganizationRoleUsersCount, GetOrganizationUserPermissions, GetOrganizationUserRoles, GetOrganizationUsers,
    GetOrganizations, OPERATIONS, ReadOrganizationLogo, RemoveOrgConnection, RemoveOrganizationUser,
    ReplaceOrganizationMfa, ResetOrgUserMfa, ResetOrgUserMfaAll, UpdateOrganization,
    UpdateOrganizationFeatureFlagOverride, UpdateOrganizationPasskey, UpdateOrganizationProperties,
    UpdateOrganizationProperty, UpdateOrganizationSessions, UpdateOrganizationUsers,
};

use crate::any_endpoint::AnyEndpoint;

/// Values that have broken other clients, and what becomes of them.
const ENCODED: [(&str, &str); 45] = [
    ("a b", "a%20b"),
    (" ", "%20"),
    ("/", "%2F"),
    ("a/../b", "a%2F..%2Fb"),
    ("../", "..%2F"),
    ("./.", ".%2F."),
    ("...", "..."),
    (".a", ".a"),
    ("\\", "%5C"),
    ("..\\", "..%5C"),
    ("%", "%25"),
    ("%2F", "%252F"),
    ("%2e%2e", "%252e%252e"),
    ("?", "%3F"),
    ("?a=b", "%3Fa%3Db"),
    ("#", "%23"),
    ("+", "%2B"),
    ("&", "%26"),
    ("&a=b", "%26a%3Db"),
    (";", "%3B"),
    ("..;", "..%3B"),
    ("=", "%3D"),
    ("@", "%40"),
    (":", "%3A"),
    (",", "%2C"),
    ("$!*()", "%24%21%2A%28%29"),
    ("<>", "%3C%3E"),
    ("[]", "%5B%5D"),
    ("{org_code}", "%7Borg_code%7D"),
    ("|^", "%7C%5E"),
    ("\"", "%22"),
    ("'", "%27"),
    ("`", "%60"),
    ("é", "%C3%A9"),
    ("e\u{301}", "e%CC%81"),
    ("日本語", "%E6%97%A5%E6%9C%AC%E8%AA%9E"),
    ("😀", "%F0%9F%98%80"),
    ("\u{feff}", "%EF%BB%BF"),
    ("\0", "%00"),
    ("\t", "%09"),
    ("\r\nX-A: b", "%0D%0AX-A%3A%20b"),
    ("\u{1b}[0m", "%1B%5B0m"),
    ("\u{7f}", "%7F"),
    ("\u{85}", "%C2%85"),
    ("AZaz09-._~", "AZaz09-._~"),
];

/// An endpoint made of the values for its path and then those for its query, which stand as `{0}`, `{1}`, … in the
/// target that it makes.
struct Parameters {
    target: &'static str,
    make: fn(&[&str]) -> Box<dyn AnyEndpoint>,
}

macro_rules! parameters {
    ($($target:literal => |$values:ident| $endpoint:expr;)*) => {
        [$(Parameters { target: $target, make: |$values| Box::new($endpoint) },)*]
    };
}

/// All endpoints, in the order of the list of operations.
static PARAMETERS: [Parameters; 45] = parameters! {
    "/api/v1/organization/{0}/invites?sort={1}&next_token={2}"
        => |p| GetOrganizationInvites::new(p[0]).sort(p[1]).next_token(p[2]);
    "/api/v1/organization/{0}/invites" => |p| CreateOrganizationInvite::new(p[0], "member17@example.com", ["admin"]);
    "/api/v1/organization/{0}/invites/{1}" => |p| GetOrganizationInvite::new(p[0], p[1]);
    "/api/v1/organization/{0}/invites/{1}" => |p| DeleteOrganizationInvite::new(p[0], p[1]);
    "/api/v1/organization?code={0}&expand={1}" => |p| GetOrganization::new(p[0]).expand(p[1]);
    "/api/v1/organization" => |_p| CreateOrganization::new("Acme");
    "/api/v1/organizations?sort={0}&next_token={1}" => |p| GetOrganizations::new().sort(p[0]).next_token(p[1]);
    "/api/v1/organization/{0}?expand={1}" => |p| UpdateOrganization::new(p[0]).expand(p[1]);
    "/api/v1/organization/{0}" => |p| DeleteOrganization::new(p[0]);
    "/api/v1/organizations/{0}/users?sort={1}&next_token={2}&permissions={3}&roles={4}"
        => |p| GetOrganizationUsers::new(p[0]).sort(p[1]).next_token(p[2]).permissions([p[3]]).roles([p[4]]);
    "/api/v1/organizations/{0}/users" => |p| AddOrganizationUsers::new(p[0], []);
    "/api/v1/organizations/{0}/users" => |p| UpdateOrganizationUsers::new(p[0], []);
    "/api/v1/organizations/{0}/users/{1}/roles" => |p| GetOrganizationUserRoles::new(p[0], p[1]);
    "/api/v1/organizations/{0}/users/{1}/roles" => |p| CreateOrganizationUserRole::new(p[0], p[1], "role_id_17");
    "/api/v1/organizations/{0}/users/{1}/roles/{2}" => |p| DeleteOrganizationUserRole::new(p[0], p[1], p[2]);
    "/api/v1/organizations/{0}/roles/{1}/users?next_token={2}"
        => |p| GetOrganizationRoleUsers::new(p[0], p[1]).next_token(p[2]);
    "/api/v1/organizations/{0}/roles/{1}/users/count" => |p| GetOrganizationRoleUsersCount::new(p[0], p[1]);
    "/api/v1/organizations/{0}/roles/{1}/active_users/count?date_time_from={2}&date_time_to={3}"
        => |p| GetOrganizationRoleActiveUsersCount::new(p[0], p[1], p[2], p[3]);
    "/api/v1/organizations/{0}/users/{1}/permissions?expand={2}"
        => |p| GetOrganizationUserPermissions::new(p[0], p[1]).expand(p[2]);
    "/api/v1/organizations/{0}/users/{1}/permissions"
        => |p| CreateOrganizationUserPermission::new(p[0], p[1], "perm_id_17");
    "/api/v1/organizations/{0}/users/{1}/permissions/{2}"
        => |p| DeleteOrganizationUserPermission::new(p[0], p[1], p[2]);
    "/api/v1/organizations/{0}/users/{1}" => |p| RemoveOrganizationUser::new(p[0], p[1]);
    "/api/v1/organizations/{0}/users/{1}/apis/{2}/scopes/{3}"
        => |p| AddOrganizationUserApiScope::new(p[0], p[1], p[2], p[3]);
    "/api/v1/organizations/{0}/users/{1}/apis/{2}/scopes/{3}"
        => |p| DeleteOrganizationUserApiScope::new(p[0], p[1], p[2], p[3]);
    "/api/v1/organizations/{0}/users/{1}/mfa" => |p| GetOrgUserMfa::new(p[0], p[1]);
    "/api/v1/organizations/{0}/users/{1}/mfa" => |p| ResetOrgUserMfaAll::new(p[0], p[1]);
    "/api/v1/organizations/{0}/users/{1}/mfa/{2}" => |p| ResetOrgUserMfa::new(p[0], p[1], p[2]);
    "/api/v1/organizations/{0}/feature_flags" => |p| GetOrganizationFeatureFlags::new(p[0]);
    "/api/v1/organizations/{0}/feature_flags" => |p| DeleteOrganizationFeatureFlagOverrides::new(p[0]);
    "/api/v1/organizations/{0}/feature_flags/{1}" => |p| DeleteOrganizationFeatureFlagOverride::new(p[0], p[1]);
    "/api/v1/organizations/{0}/feature_flags/{1}?value={2}"
        => |p| UpdateOrganizationFeatureFlagOverride::new(p[0], p[1], p[2]);
    "/api/v1/organizations/{0}/properties/{1}?value={2}" => |p| UpdateOrganizationProperty::new(p[0], p[1], p[2]);
    "/api/v1/organizations/{0}/properties" => |p| GetOrganizationPropertyValues::new(p[0]);
    "/api/v1/organizations/{0}/properties" => |p| UpdateOrganizationProperties::new(p[0], [("kp_org_city", "Perth")]);
    "/api/v1/organizations/{0}/mfa" => |p| ReplaceOrganizationMfa::new(p[0], ["mfa:email"]);
    "/api/v1/organizations/{0}/passkey" => |p| GetOrganizationPasskey::new(p[0]);
    "/api/v1/organizations/{0}/passkey" => |p| UpdateOrganizationPasskey::new(p[0]);
    "/api/v1/organization/{0}/handle" => |p| DeleteOrganizationHandle::new(p[0]);
    "/api/v1/organizations/{0}/logos" => |p| ReadOrganizationLogo::new(p[0]);
    "/api/v1/organizations/{0}/logos/{1}"
        => |p| AddOrganizationLogo::new(p[0], p[1], "logo.png", "image/png", b"\x89PNG");
    "/api/v1/organizations/{0}/logos/{1}" => |p| DeleteOrganizationLogo::new(p[0], p[1]);
    "/api/v1/organizations/{0}/connections" => |p| GetOrganizationConnections::new(p[0]);
    "/api/v1/organizations/{0}/connections/{1}" => |p| EnableOrgConnection::new(p[0], p[1]);
    "/api/v1/organizations/{0}/connections/{1}" => |p| RemoveOrgConnection::new(p[0], p[1]);
    "/api/v1/organizations/{0}/sessions" => |p| UpdateOrganizationSessions::new(p[0]);
};

const PLAIN: [&str; 5] = ["zero", "one", "two", "three", "four"];

impl Parameters {
    /// The endpoint with plain values but for one, and the URI in which `encoded` stands for that one.
    fn with(&self, index: usize, value: &str, encoded: &str) -> (Box<dyn AnyEndpoint>, String) {
        let mut values = PLAIN;
        values[index] = value;
        let mut target = self.target.to_owned();
        for (position, plain) in PLAIN.iter().enumerate() {
            let text = if position == index { encoded } else { plain };
            target = target.replace(&format!("{{{position}}}"), text);
        }
        ((self.make)(&values), format!("https://acme.kinde.com{target}"))
    }

    fn count(&self) -> usize {
        self.target.matches('{').count()
    }

    /// The name of a parameter, wherever it is.
    fn name(&self, index: usize) -> &'static str {
        if let Some(name) = self.names_in_path().get(index) {
            return name;
        }
        let (before, _) = self.target.split_once(&format!("{{{index}}}")).unwrap_or_default();
        let pair = before.rsplit(['?', '&']).next().unwrap_or_default();
        pair.split('=').next().unwrap_or_default()
    }

    /// The names in the path of the operation.
    fn names_in_path(&self) -> Vec<&'static str> {
        let path = (self.make)(&PLAIN).operation().path;
        path.split('{').skip(1).map(|rest| rest.split('}').next().unwrap_or_default()).collect()
    }
}

#[test]
fn no_endpoint_is_forgotten() {
    let operations = PARAMETERS.iter().map(|parameters| (parameters.make)(&PLAIN).operation());
    assert!(operations.eq(OPERATIONS.iter().cloned()));
}

#[test]
fn every_value_is_encoded_in_every_place() {
    for parameters in &PARAMETERS {
        for index in 0..parameters.count() {
            for (value, encoded) in ENCODED {
                let (endpoint, uri) = parameters.with(index, value, encoded);
                let request = endpoint.send().unwrap_or_else(|error| panic!("{value:?} at {uri}: {error}"));
                assert_eq!(request.uri().to_string(), uri, "{value:?}");
            }
        }
    }
}

#[test]
fn every_ascii_character_but_the_unreserved_is_encoded() {
    for byte in 0..=0x7f_u8 {
        let character = char::from(byte).to_string();
        let is_unreserved = byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
        let encoded = if is_unreserved { character.clone() } else { format!("%{byte:02X}") };
        let request = GetOrganizations::new().next_token(&character).send().unwrap();
        assert_eq!(
            request.uri().to_string(),
            format!("https://acme.kinde.com/api/v1/organizations?next_token={encoded}")
        );
    }
}

#[test]
fn what_would_name_another_resource_is_refused_in_every_path() {
    for parameters in &PARAMETERS {
        for (index, name) in parameters.names_in_path().into_iter().enumerate() {
            for (value, reason) in [
                ("", "is empty"),
                (".", "is a dot segment, which would address another resource"),
                ("..", "is a dot segment, which would address another resource"),
            ] {
                let (endpoint, uri) = parameters.with(index, value, value);
                let Err(error) = endpoint.send() else { panic!("{uri} is sent") };
                assert_eq!(error.to_string(), format!("the path parameter `{name}` {reason}"));
                assert!(matches!(error, RequestError::PathParameter { .. }));
            }
        }
    }
}

#[test]
fn an_empty_value_is_sent_in_every_query_but_as_the_code() {
    for parameters in &PARAMETERS {
        for index in parameters.names_in_path().len()..parameters.count() {
            let (endpoint, uri) = parameters.with(index, "", "");
            if uri.contains("?code=&") {
                let error = endpoint.send().unwrap_err();
                assert_eq!(error.to_string(), "the query parameter `code` is empty");
                assert!(matches!(error, RequestError::QueryParameter { name: "code", .. }));
            } else {
                assert_eq!(endpoint.send().unwrap().uri().to_string(), uri);
            }
        }
    }
}

#[test]
fn a_value_that_makes_the_uri_too_long_is_refused_in_every_place() {
    for parameters in &PARAMETERS {
        for index in 0..parameters.count() {
            for value in ["a".repeat(65_535), "/".repeat(22_000), "😀".repeat(10_000)] {
                let (endpoint, _) = parameters.with(index, &value, "");
                let Err(error) = endpoint.send() else { panic!("{} is sent", parameters.target) };
                let name = parameters.name(index);
                let text =
                    format!("the URI would be longer than 65534 bytes: the longest of its parameters is `{name}`");
                assert_eq!(error.to_string(), text);
                assert!(matches!(error, RequestError::UriTooLong { limit: 65_534, .. }));
            }
        }
    }
}

#[test]
fn a_uri_is_sent_whole_up_to_the_limit() {
    let before = "https://acme.kinde.com/api/v1/organizations?next_token=";
    let longest = "a".repeat(65_534 - before.len());
    let request = GetOrganizations::new().next_token(&longest).send().unwrap();
    assert_eq!(request.uri().to_string(), format!("{before}{longest}"));
    let error = GetOrganizations::new().next_token(longest + "a").send().unwrap_err();
    assert_eq!(
        error.to_string(),
        "the URI would be longer than 65534 bytes: the longest of its parameters is `next_token`"
    );
}

#[test]
fn the_first_value_that_is_refused_is_told() {
    let text = |endpoint: &dyn AnyEndpoint| endpoint.send().unwrap_err().to_string();
    let long = "a".repeat(100_000);
    assert_eq!(text(&ResetOrgUserMfa::new(&long, "", "..")), "the path parameter `user_id` is empty");
    assert_eq!(
        text(&UpdateOrganizationProperty::new("..", "", serde_json::Value::Null)),
        "the path parameter `org_code` is a dot segment, which would address another resource"
    );
}

#[test]
fn a_comma_joins_keys_and_is_encoded_like_one_within_a_key() {
    let request = GetOrganizationUsers::new("org_17").permissions(["a,b", "c d"]).roles(["", ""]).send().unwrap();
    assert_eq!(
        request.uri().to_string(),
        "https://acme.kinde.com/api/v1/organizations/org_17/users?permissions=a%2Cb%2Cc%20d&roles=%2C"
    );
}
