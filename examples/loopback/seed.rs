//! What the served emulator holds: enough for every operation to be tried.

use std::error::Error;

use kinde_api::applications::{ApplicationType, CreateApplication};
use kinde_api::business::GetBusiness;
use kinde_api::connected_apps::GetConnectedAppAuthUrl;
use kinde_api::emulator::{
    BillingFeature, BillingPlan, Emulator, FeatureFlag, Permission, Property, Role, Session, Unknown, User,
};
use kinde_api::environments::GetEnvironment;
use kinde_api::organizations::{AddOrganizationUser, EnableOrgConnection};
use kinde_api::property_categories::{CreateCategory, PropertyContext};
use kinde_api::roles::GetSystemPermissions;
use kinde_api::subscribers::CreateSubscriber;
use kinde_api::users::GetUserIdentities;
use kinde_api::{Client, UserId};
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
    let first_users: Vec<UserId> =
        users.iter().take(2).map(|user| UserId::from(user["id"].as_str().unwrap_or_default())).collect();
    let factors = mfa_factors(emulator, &first_users[0])?;
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
    let client = emulator.client();
    client.send(&EnableOrgConnection::new(&organization, &connections[0]))?;
    let business = client.send(&GetBusiness::new())?.business.and_then(|business| business.code);
    let environment = client.send(&GetEnvironment::new())?.environment.and_then(|environment| environment.code);
    Ok(json!({
        "default_organization": organization,
        "users": users,
        "roles": roles,
        "permissions": permissions,
        "system_permissions": system_permissions(&client)?,
        "feature_flags": flags,
        "properties": properties,
        "property_categories": property_categories(&client)?,
        "apis": [{"id": api_id, "scopes": scopes}],
        "applications": applications(emulator, &client)?,
        "connections": connections.map(|id| json!({"id": id})),
        "mfa_factors": factors,
        "identities": identities(&client, &first_users)?,
        "sessions": sessions(emulator, &first_users)?,
        "subscribers": subscribers(&client)?,
        "events": [{"id": emulator.add_event("user.authenticated", json!({"user": {"id": first_users[0]}}))}],
        "connected_apps": connected_apps(emulator, &client, &first_users[0])?,
        "billing": billing(emulator, &first_users[0])?,
        "business": {"code": business},
        "environment": {"code": environment},
    }))
}

/// All are members; some of the first sixty, who have a phone and a username as well, hold roles and permissions.
fn users(emulator: &Emulator) -> Result<Vec<Value>, Unknown> {
    let mut users = Vec::with_capacity(USERS);
    let mut members = Vec::with_capacity(USERS);
    for number in 1..=USERS {
        let email = format!("member{number}@example.com");
        let mut user = User::new(&email).first_name("Member").last_name(number.to_string());
        if number <= 60 {
            user = user.phone(format!("+614000000{number:02}")).username(format!("member{number}"));
        }
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

fn mfa_factors(emulator: &Emulator, user_id: &UserId) -> Result<Vec<Value>, Unknown> {
    [("email", "member1@example.com"), ("authenticator_app", "Phone")]
        .into_iter()
        .map(|(r#type, name)| {
            let id = emulator.add_mfa_factor(user_id, r#type, name)?;
            Ok(json!({"user_id": user_id, "id": id}))
        })
        .collect()
}

fn system_permissions(client: &Client<Emulator>) -> Result<Vec<Value>, Box<dyn Error>> {
    let permissions = client.items(GetSystemPermissions::new());
    permissions.map(|permission| Ok(json!({"id": permission?.id}))).collect()
}

fn property_categories(client: &Client<Emulator>) -> Result<Vec<Value>, Box<dyn Error>> {
    let contexts = [PropertyContext::Usr, PropertyContext::Org, PropertyContext::App];
    let made = contexts.into_iter().map(|context| {
        let name = format!("About the {context}");
        let category = client.send(&CreateCategory::new(name, context))?.category;
        Ok(json!({"id": category.and_then(|category| category.id)}))
    });
    made.collect()
}

/// One of each kind that there may be several of, and that of the credentials.
fn applications(emulator: &Emulator, client: &Client<Emulator>) -> Result<Vec<Value>, Box<dyn Error>> {
    let made = [("Website", ApplicationType::Reg), ("App", ApplicationType::Spa)].into_iter().map(|(name, r#type)| {
        let application = client.send(&CreateApplication::new(name, r#type))?.application;
        Ok(json!({"id": application.and_then(|application| application.id)}))
    });
    made.chain([Ok(json!({"id": emulator.client_id()}))]).collect()
}

fn identities(client: &Client<Emulator>, users: &[UserId]) -> Result<Vec<Value>, Box<dyn Error>> {
    let mut identities = Vec::new();
    for user_id in users {
        for identity in client.items(GetUserIdentities::new(user_id)) {
            let identity = identity?;
            identities.push(json!({"id": identity.id, "user_id": user_id, "type": identity.r#type}));
        }
    }
    Ok(identities)
}

fn sessions(emulator: &Emulator, users: &[UserId]) -> Result<Vec<Value>, Unknown> {
    let sessions = users.iter().map(|user_id| {
        let session = Session::new(user_id).org_code(emulator.default_organization());
        Ok(json!({"user_id": user_id, "session_id": emulator.add_session(session)?}))
    });
    sessions.collect()
}

fn subscribers(client: &Client<Emulator>) -> Result<Vec<Value>, Box<dyn Error>> {
    let made = (1..=3).map(|number| {
        let (last_name, email) = (number.to_string(), format!("subscriber{number}@example.com"));
        let subscriber = client.send(&CreateSubscriber::new("Subscriber", last_name, email))?.subscriber;
        Ok(json!({"id": subscriber.and_then(|subscriber| subscriber.subscriber_id)}))
    });
    made.collect()
}

/// An app that a user has signed in to.
fn connected_apps(
    emulator: &Emulator,
    client: &Client<Emulator>,
    user_id: &UserId,
) -> Result<Vec<Value>, Box<dyn Error>> {
    emulator.add_connected_app("crm");
    let begun = client.send(&GetConnectedAppAuthUrl::new("crm").user_id(user_id))?;
    let session_id = begun.session_id.ok_or("the emulator has told no session")?;
    emulator.sign_in_to_connected_app(&session_id)?;
    Ok(vec![json!({"key_code_ref": "crm", "session_id": session_id})])
}

/// A user who has agreed to a plan.
fn billing(emulator: &Emulator, user_id: &UserId) -> Result<Vec<Value>, Unknown> {
    let exports = BillingFeature::new("exports").name("Exports").unit_amount(5).limit_max(1000);
    emulator.add_billing_plan(BillingPlan::new("pro").feature(exports).feature("support"));
    let customer_id = emulator.add_billing_customer(user_id)?;
    let agreement_id = emulator.add_billing_agreement(&customer_id, "pro")?;
    Ok(vec![json!({
        "customer_id": customer_id,
        "agreement_id": agreement_id,
        "plan_code": "pro",
        "feature_code": "exports",
        "user_id": user_id,
    })])
}
