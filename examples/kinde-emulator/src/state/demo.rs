//! The seed for who has none: enough for every listing to have several pages and every check somebody to meet.

use std::collections::BTreeMap;

use super::{
    Api, Application, ApplicationType, Connection, Context, Environment, EnvironmentVariable, FeatureFlag, FlagValue,
    Member, MfaFactor, Organization, Permission, Property, PropertyCategory, Role, Scope, State, Subscriber, User,
};

const USERS: usize = 600;

const API: &str = "https://reports.example.com";

pub(crate) fn state() -> State {
    let users: Vec<User> = (1..=USERS).map(user).collect();
    let members = users.iter().zip(1..).map(|(user, number)| member(user, number)).collect();
    let acme = users.iter().take(20).zip(1..).map(|(user, number)| member(user, number)).collect();
    State {
        schema: None,
        environment: Environment::default(),
        permissions: vec![permission("read:reports", "Read reports"), permission("write:reports", "Write reports")],
        apis: vec![Api {
            id: None,
            audience: API.to_owned(),
            name: Some("Reports".to_owned()),
            scopes: ["read:reports", "write:reports"].map(scope).into(),
        }],
        roles: vec![
            role("admin", "Administrator", &["read:reports", "write:reports"]),
            role("member", "Member", &["read:reports"]),
        ],
        property_categories: vec![PropertyCategory { id: None, name: "Preferences".to_owned(), context: Context::Usr }],
        properties: vec![
            property("kp_org_city", "City", Context::Org),
            property("kp_org_industry", "Industry", Context::Org),
            Property { category: Some("Preferences".to_owned()), ..property("language", "Language", Context::Usr) },
        ],
        feature_flags: vec![
            flag("theme", FlagValue::Str("blue".to_owned())),
            flag("seats", FlagValue::Int(5)),
            flag("beta", FlagValue::Bool(false)),
        ],
        connections: vec![connection("Google", "oauth2:google"), connection("Example directory", "saml:custom")],
        applications: vec![
            application("Website", ApplicationType::Reg),
            application("App", ApplicationType::Spa),
            Application {
                apis: BTreeMap::from([
                    (API.to_owned(), vec!["read:reports".to_owned()]),
                    ("Kinde Management API".to_owned(), vec!["read:users".to_owned()]),
                ]),
                ..application("Report robot", ApplicationType::M2m)
            },
        ],
        users,
        organizations: vec![
            Organization {
                is_default: true,
                members,
                connections: vec!["Google".to_owned()],
                ..organization("Default Organization")
            },
            Organization {
                code: Some("org_acme".to_owned()),
                members: acme,
                feature_flags: BTreeMap::from([("seats".to_owned(), FlagValue::Int(17))]),
                properties: BTreeMap::from([("kp_org_city".to_owned(), "Melbourne".to_owned())]),
                ..organization("Acme")
            },
        ],
        subscribers: vec![Subscriber {
            id: None,
            email: "reader@example.com".to_owned(),
            first_name: "Reader".to_owned(),
            last_name: "1".to_owned(),
        }],
        environment_variables: vec![EnvironmentVariable {
            id: None,
            key: "REPORTS_URL".to_owned(),
            value: API.to_owned(),
            is_secret: false,
        }],
        webhooks: Vec::new(),
    }
}

/// The first has everything that a user can have.
fn user(number: usize) -> User {
    let email = format!("member{number}@example.com");
    let user = User {
        email: Some(email.clone()),
        first_name: Some("Member".to_owned()),
        last_name: Some(number.to_string()),
        ..User::default()
    };
    if number > 1 {
        return user;
    }
    User {
        id: Some("kp_member1".to_owned()),
        phone: Some("+61400000001".to_owned()),
        username: Some("member1".to_owned()),
        properties: BTreeMap::from([("language".to_owned(), "en".to_owned())]),
        mfa_factors: vec![
            MfaFactor { id: None, r#type: "email".to_owned(), name: email },
            MfaFactor { id: None, r#type: "authenticator_app".to_owned(), name: "Phone".to_owned() },
        ],
        ..user
    }
}

/// Some of the first sixty hold roles and permissions.
fn member(user: &User, number: usize) -> Member {
    let (roles, permissions): (&[&str], &[&str]) = match number {
        1..=5 => (&["admin", "member"], &[]),
        6..=40 => (&["member"], &[]),
        41..=50 => (&[], &["read:reports"]),
        51..=60 => (&[], &["read:reports", "write:reports"]),
        _ => (&[], &[]),
    };
    let texts = |texts: &[&str]| texts.iter().map(ToString::to_string).collect();
    Member { user: user.email.clone().unwrap_or_default(), roles: texts(roles), permissions: texts(permissions) }
}

fn permission(key: &str, name: &str) -> Permission {
    let description = Some(format!("{name} of the organization"));
    Permission { id: None, key: key.to_owned(), name: Some(name.to_owned()), description }
}

fn scope(key: &str) -> Scope {
    Scope { id: None, key: key.to_owned(), description: None }
}

fn role(key: &str, name: &str, permissions: &[&str]) -> Role {
    Role {
        id: None,
        key: key.to_owned(),
        name: Some(name.to_owned()),
        description: None,
        is_default: false,
        permissions: permissions.iter().map(ToString::to_string).collect(),
        system_permissions: Vec::new(),
        scopes: BTreeMap::new(),
    }
}

fn property(key: &str, name: &str, context: Context) -> Property {
    Property {
        id: None,
        key: key.to_owned(),
        name: Some(name.to_owned()),
        description: None,
        context,
        is_multi_line: false,
        is_private: false,
        category: None,
    }
}

fn flag(key: &str, default_value: FlagValue) -> FeatureFlag {
    FeatureFlag {
        key: key.to_owned(),
        name: None,
        description: None,
        default_value,
        environment_value: None,
        override_level: None,
    }
}

fn connection(name: &str, strategy: &str) -> Connection {
    Connection {
        id: None,
        name: name.to_owned(),
        display_name: None,
        strategy: strategy.to_owned(),
        options: serde_json::Map::new(),
    }
}

fn application(name: &str, r#type: ApplicationType) -> Application {
    Application {
        id: None,
        name: name.to_owned(),
        r#type,
        client_secret: None,
        redirect_urls: Vec::new(),
        logout_urls: Vec::new(),
        login_uri: None,
        homepage_uri: None,
        connections: Vec::new(),
        apis: BTreeMap::new(),
        properties: BTreeMap::new(),
    }
}

fn organization(name: &str) -> Organization {
    Organization {
        code: None,
        name: name.to_owned(),
        is_default: false,
        handle: None,
        external_id: None,
        is_suspended: false,
        allowed_domains: Vec::new(),
        members: Vec::new(),
        invites: Vec::new(),
        feature_flags: BTreeMap::new(),
        properties: BTreeMap::new(),
        connections: Vec::new(),
    }
}
