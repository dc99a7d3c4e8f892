//! A first look: makes a role and an organization, fills it, reads it back, and takes both away again.
//!
//! ```sh
//! cargo run --example quickstart --all-features
//! ```
//!
//! With `KINDE_DOMAIN` and `KINDE_TOKEN` set (or a client id and secret, see `Credentials::from_env`) it talks to that
//! Kinde. Without them it needs nothing: it starts an emulator, serves it on loopback, and talks to that.

mod loopback;

use std::error::Error as StdError;
use std::fmt::Display;
use std::io::Write;

use kinde_api::emulator::{Emulator, FeatureFlag, Property, User};
use kinde_api::organizations::{
    AddOrganizationLogo, AddOrganizationUser, AddOrganizationUsers, CreateOrganization, CreateOrganizationUserRole,
    DeleteOrganization, GetOrganization, GetOrganizationFeatureFlags, GetOrganizationPropertyValues,
    GetOrganizationUserRoles, GetOrganizationUsers, GetOrganizations, ReadOrganizationLogo, Sort,
    UpdateOrganizationFeatureFlagOverride, UpdateOrganizationProperty,
};
use kinde_api::roles::{CreateRole, DeleteRole};
use kinde_api::ureq::UreqTransport;
use kinde_api::{OrgCode, RoleId, UserId};

type Client = kinde_api::Client<UreqTransport>;
type Result<T> = std::result::Result<T, Box<dyn StdError>>;

const LOGO: &str =
    r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="4" fill="#07c"/></svg>"##;

fn main() -> Result<()> {
    let client = connect()?;
    let users = some_users(&client)?;
    let role = create_role(&client)?;
    let shown = with_an_organization(&client, &role, &users);
    client.send(&DeleteRole::new(&role))?;
    say("the role is deleted too");
    shown?;
    tell_what_is_next();
    Ok(())
}

/// What is made is taken away again, whatever happens in between.
fn with_an_organization(client: &Client, role: &RoleId, users: &[UserId]) -> Result<()> {
    let organization = create(client)?;
    let shown = show(client, &organization, role, users);
    step("Take it all away again");
    client.send(&DeleteOrganization::new(&organization))?;
    say(format!("{organization} is deleted, which can't be undone; its members are still users"));
    shown
}

fn show(client: &Client, organization: &OrgCode, role: &RoleId, users: &[UserId]) -> Result<()> {
    add_members(client, organization, users)?;
    list_members(client, organization)?;
    give_the_role(client, organization, role, users)?;
    override_a_flag(client, organization)?;
    set_a_property(client, organization)?;
    upload_a_logo(client, organization)?;
    read_back(client, organization)?;
    meet_an_error(client)
}

fn connect() -> Result<Client> {
    print("kinde-api, a first look\n");
    if std::env::var_os("KINDE_DOMAIN").is_some_and(|domain| !domain.is_empty()) {
        let client = kinde_api::ureq::client_from_env()?;
        print("This talks to the Kinde of KINDE_DOMAIN, and takes away what it makes.");
        return Ok(client);
    }
    let emulator = seeded_emulator()?;
    let origin = format!("http://{}", loopback::serve(emulator.clone(), 0)?);
    print(format_args!("KINDE_DOMAIN is not set, so this talks to an emulator of Kinde that it serves at {origin}."));
    Ok(kinde_api::ureq::client(&origin, emulator.credentials())?)
}

/// What a business has before anybody runs this.
fn seeded_emulator() -> Result<Emulator> {
    let emulator = Emulator::new();
    emulator.add_feature_flag(FeatureFlag::str("theme", "plain"));
    emulator.add_property(Property::new("kp_org_city").name("City"));
    let users: Vec<_> = (1..=23)
        .map(|number| User::new(format!("member{number:02}@example.com")))
        .map(|user| AddOrganizationUser::new(emulator.add_user(user)))
        .collect();
    emulator.add_members(emulator.default_organization(), users)?;
    Ok(emulator)
}

/// No user is made here: those of the default organization will do.
fn some_users(client: &Client) -> Result<Vec<UserId>> {
    step("Look around");
    let organizations =
        client.items(GetOrganizations::new().page_size(100)).collect::<std::result::Result<Vec<_>, _>>()?;
    let default = organizations.iter().find(|organization| organization.is_default == Some(true));
    let Some(code) = default.and_then(|organization| organization.code.as_ref()) else {
        return Err("there is no default organization".into());
    };
    let members = client.items(GetOrganizationUsers::new(code).page_size(25)).take(25);
    let members = members.collect::<std::result::Result<Vec<_>, _>>()?;
    let (organizations, users) = (counted(organizations.len(), "organization"), counted(members.len(), "user"));
    say(format!("{organizations}; {users} of the default one to work with"));
    Ok(members.into_iter().filter_map(|member| member.id).collect())
}

fn create_role(client: &Client) -> Result<RoleId> {
    step("Create a role");
    let role = CreateRole::new("Quickstart", "quickstart").description("Made by the quickstart of kinde-api");
    let created = client.send(&role)?.role;
    let id = created.and_then(|role| role.id).ok_or("Kinde sent no id of the role")?;
    say(format!("its key is ours, quickstart; its id is Kinde's, {id}"));
    Ok(id)
}

fn create(client: &Client) -> Result<OrgCode> {
    step("Create an organization");
    let created = client.send(&CreateOrganization::new("Quickstart Ltd").external_id("quickstart"))?;
    let code = created.organization.and_then(|organization| organization.code).ok_or("Kinde sent no code")?;
    say(format!("its code is Kinde's: {code}"));
    Ok(code)
}

fn add_members(client: &Client, organization: &OrgCode, users: &[UserId]) -> Result<()> {
    step("Add members, at most 100 in a call");
    let users = users.iter().map(AddOrganizationUser::new);
    let added = client.send(&AddOrganizationUsers::new(organization, users))?;
    say(format!("{} added", counted(added.users_added.len(), "member")));
    Ok(())
}

fn list_members(client: &Client, organization: &OrgCode) -> Result<()> {
    step("List them by address, ten to a page");
    let members = GetOrganizationUsers::new(organization).sort(Sort::EmailAsc).page_size(10);
    for (index, page) in client.pages(members).enumerate() {
        let members = page?.organization_users;
        let addresses: Vec<_> = members.iter().filter_map(|member| member.email.as_deref()).collect();
        match addresses[..] {
            [] => say(format!("page {}: empty, as Kinde's last one is", index + 1)),
            [only] => say(format!("page {}: {only}", index + 1)),
            [first, .., last] => say(format!("page {}: {first} to {last}", index + 1)),
        }
    }
    Ok(())
}

fn give_the_role(client: &Client, organization: &OrgCode, role: &RoleId, users: &[UserId]) -> Result<()> {
    step("Give the role to a member, by its id");
    let Some(user) = users.first() else {
        say("there is no member to give it to");
        return Ok(());
    };
    client.send(&CreateOrganizationUserRole::new(organization, user, role))?;
    for role in client.send(&GetOrganizationUserRoles::new(organization, user))?.roles {
        say(format!("{user} is now {}", role.key.as_ref().map_or("without a key", |key| key.as_str())));
    }
    Ok(())
}

fn override_a_flag(client: &Client, organization: &OrgCode) -> Result<()> {
    step("Override a feature flag");
    let flags = client.send(&GetOrganizationFeatureFlags::new(organization))?.feature_flags;
    let Some((key, flag)) = flags.into_iter().next() else {
        say("none is defined, so there is nothing to override");
        return Ok(());
    };
    let value = flag.value.unwrap_or_default();
    // On somebody's own Kinde the value stays what it is.
    let new = if key.as_str() == "theme" { "colourful".into() } else { value.clone() };
    client.send(&UpdateOrganizationFeatureFlagOverride::new(organization, &key, new.clone()))?;
    say(format!("{key}: {value} is now {new}"));
    Ok(())
}

fn set_a_property(client: &Client, organization: &OrgCode) -> Result<()> {
    step("Set a property");
    let properties = client.send(&GetOrganizationPropertyValues::new(organization))?.properties;
    let Some(key) = properties.into_iter().find_map(|property| property.key) else {
        say("none is defined, so there is nothing to set");
        return Ok(());
    };
    client.send(&UpdateOrganizationProperty::new(organization, &key, "Sydney"))?;
    say(format!("{key} is now Sydney"));
    Ok(())
}

fn upload_a_logo(client: &Client, organization: &OrgCode) -> Result<()> {
    step("Upload a logo");
    client.send(&AddOrganizationLogo::new(organization, "light", "logo.svg", "image/svg+xml", LOGO))?;
    say(format!("{} bytes of SVG", LOGO.len()));
    Ok(())
}

fn read_back(client: &Client, organization: &OrgCode) -> Result<()> {
    step("Read it all back");
    let settings = client.send(&GetOrganization::new(organization))?;
    say(format!("name: {}", settings.name.unwrap_or_default()));
    say(format!("external id: {}", settings.external_id.unwrap_or_default()));
    let members = client.items(GetOrganizationUsers::new(organization).page_size(500));
    say(counted(members.collect::<std::result::Result<Vec<_>, _>>()?.len(), "member"));
    for (key, flag) in client.send(&GetOrganizationFeatureFlags::new(organization))?.feature_flags {
        say(format!("flag {key}: {}", flag.value.unwrap_or_default()));
    }
    for property in client.send(&GetOrganizationPropertyValues::new(organization))?.properties {
        let key = property.key.as_ref().map_or("", |key| key.as_str());
        say(format!("property {key}: {}", property.value.unwrap_or_default()));
    }
    for logo in client.send(&ReadOrganizationLogo::new(organization))?.logos {
        say(format!("logo: {} at {}", logo.file_name.unwrap_or_default(), logo.path.unwrap_or_default()));
    }
    Ok(())
}

fn meet_an_error(client: &Client) -> Result<()> {
    step("Meet an error");
    let Err(error) = client.send(&GetOrganizationUsers::new("org_nobody_has")) else {
        return Err("an organization that nobody has was found".into());
    };
    let answer = error.response().ok_or("the error is not an answer of Kinde's")?;
    say(&error);
    let code = answer.code().unwrap_or("none");
    let again = if error.is_retryable() { "try again later" } else { "trying again would not help" };
    say(format!("for the program: status {}, code {code}, {again}", answer.status().as_u16()));
    Ok(())
}

fn tell_what_is_next() {
    step("What next");
    say("read how this was done:         examples/quickstart.rs");
    say("read the guide:                 https://docs.rs/kinde-api/latest/kinde_api/guide/index.html");
    say("run a whole program:            cargo run --package kinde -- --emulator organizations");
    say("serve the emulator over HTTP:   cargo run --package kinde-emulator");
    say("talk to a Kinde of your own:    set KINDE_DOMAIN, KINDE_MANAGEMENT_CLIENT_ID and");
    say("                                KINDE_MANAGEMENT_CLIENT_SECRET, and run this again");
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

fn step(title: &str) {
    print(format_args!("\n{title}"));
}

fn say(what: impl Display) {
    print(format_args!("  {what}"));
}

/// Whoever reads may have seen enough; what was made is to be taken away all the same.
fn print(line: impl Display) {
    let _ = writeln!(std::io::stdout(), "{line}");
}
