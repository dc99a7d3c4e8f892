//! What the served emulator holds: enough for every operation to be tried.

use std::error::Error;

use kinde_api::emulator::{Emulator, FeatureFlag, Permission, Property, Role, Unknown, User};
use kinde_api::organizations::{AddOrganizationUser, EnableOrgConnection};
use kinde_api::{Api, Endpoint};
use serde_json::{Value, json};

const USERS: usize = 600;

/// Fills the business, and tells with what.
pub(crate) fn fill(emulator: &Emulator) -> Result<Value, Box<dyn Error>> {
    let organization = emulator.default_organization();
    let permissions = [("read:reports", "Read reports"), ("write:reports", "Write reports")].map(|(key, name)| {
        let permission = Permission::new(key).name(name).description(format!("{name} of the organization"));
        json!({"id": emulator.add_permission(permission), "key": key})
    });
    let roles = [("admin", "Administrator", "write:reports"), ("member", "Member", "read:reports")]
        .map(|(key, name, permission)| {
            json!({"id": emulator.add_role(Role::new(key).name(name).permissions([permission])), "key": key})
        });
    let users = users(emulator)?;
    let factors = mfa_factors(emulator, users[0]["id"].as_str().unwrap_or_default())?;
    let flags = [FeatureFlag::str("theme", "blue"), FeatureFlag::int("seats", 5), FeatureFlag::bool("beta", false)]
        .map(|flag| {
            let r#type = flag.r#type.clone();
            json!({"key": emulator.add_feature_flag(flag), "type": r#type})
        });
    let properties = [
        Property::new("kp_org_city").name("City").description("Where the organization is"),
        Property::new("kp_org_industry").name("Industry"),
    ]
    .map(|property| json!({"key": emulator.add_property(property)}));
    let (api_id, scope_ids) = emulator.add_api("https://reports.example.com", ["read:reports", "write:reports"]);
    let scopes: Vec<Value> = scope_ids.iter().map(|id| json!({"id": id})).collect();
    let connections = [
        emulator.add_connection("Google", "oauth2:google"),
        emulator.add_connection("Example directory", "saml:custom"),
    ];
    let api = Api::new("http://localhost", emulator.token())?;
    emulator.respond(EnableOrgConnection::new(&organization, &connections[0]).request(&api)?)?;
    Ok(json!({
        "default_organization": organization,
        "users": users,
        "roles": roles,
        "permissions": permissions,
        "feature_flags": flags,
        "properties": properties,
        "apis": [{"id": api_id, "scopes": scopes}],
        "connections": connections.map(|id| json!({"id": id})),
        "mfa_factors": factors,
    }))
}

/// All are members; some of the first sixty hold roles and permissions.
fn users(emulator: &Emulator) -> Result<Vec<Value>, Unknown> {
    let mut users = Vec::with_capacity(USERS);
    let mut members = Vec::with_capacity(USERS);
    for number in 1..=USERS {
        let email = format!("member{number}@example.com");
        let user = User::new(&email).first_name("Member").last_name(number.to_string());
        let id = emulator.add_user(user);
        let member = AddOrganizationUser::new(&id);
        members.push(match number {
            1..=5 => member.roles(["admin", "member"]),
            6..=40 => member.roles(["member"]),
            41..=50 => member.permissions(["read:reports"]),
            51..=60 => member.permissions(["read:reports", "write:reports"]),
            _ => member,
        });
        users.push(json!({"id": id, "email": email}));
    }
    emulator.add_members(emulator.default_organization(), members)?;
    Ok(users)
}

fn mfa_factors(emulator: &Emulator, user_id: &str) -> Result<Vec<Value>, Unknown> {
    [("email", "member1@example.com"), ("authenticator_app", "Phone")]
        .into_iter()
        .map(|(r#type, name)| {
            let id = emulator.add_mfa_factor(user_id, r#type, name)?;
            Ok(json!({"user_id": user_id, "id": id}))
        })
        .collect()
}
