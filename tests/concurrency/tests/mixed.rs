//! Thousands of mixed requests by many threads are carried out one after the other: whoever sends the same ones again in
//! the order in which the emulator kept them gets the same answers, and the same state.
//!
//! The emulator was broken by hand in each of these ways, and each of five runs found it:
//!
//! - A lost update: changing a user's name wrote back the properties that the user had had a moment before.
//! - An answer from before a change: requests that read were kept a moment after they were answered.
//! - An operation that is two: a role was made a moment after its key was found to be free.
//!
//! In that moment the thread let others go first. Where it did not, the first was never found, and the last in three runs.

use std::collections::BTreeMap;

use concurrency::{Chance, together};
use http::{HeaderValue, Request, Response};
use kinde_api::api_keys::{CreateApiKey, DeleteApiKey, GetApiKeys, RotateApiKey};
use kinde_api::emulator::{Emulator, FeatureFlag, Permission, Property, Role};
use kinde_api::environment_variables::{CreateEnvironmentVariable, GetEnvironmentVariables};
use kinde_api::identities::DeleteIdentity;
use kinde_api::organizations::{
    AddOrganizationUser, AddOrganizationUsers, CreateOrganizationUserRole, DeleteOrganizationUserRole,
    GetOrganizationUsers, RemoveOrganizationUser, UpdateOrganizationUser, UpdateOrganizationUsers,
};
use kinde_api::permissions::{CreatePermission, DeletePermission, GetPermissions};
use kinde_api::roles::{
    CreateRole, DeleteRole, GetRolePermissions, GetRoles, UpdateRolePermission, UpdateRolePermissions,
};
use kinde_api::search::SearchUsers;
use kinde_api::subscribers::{CreateSubscriber, GetSubscribers};
use kinde_api::users::{
    CreateUser, CreateUserIdentity, DeleteUser, GetUserIdentities, GetUserPropertyValues, GetUsers, NewIdentity,
    UpdateUser, UpdateUserFeatureFlagOverride, UpdateUserProperty,
};
use kinde_api::{Api, ApiId, Endpoint, OrgCode};

const THREADS: u64 = 32;

/// Of each thread.
const CALLS: u64 = 160;

/// Where a request tells which one it is.
const TAG: &str = "x-tag";

/// Status and body.
type Answer = (u16, Vec<u8>);

/// A business with what the calls need; each is like every other.
fn business() -> (Emulator, Api, OrgCode, ApiId) {
    let emulator = Emulator::new();
    let api = Api::new("https://acme.kinde.com", emulator.token()).unwrap();
    let acme = emulator.add_organization("Acme");
    emulator.add_permission(Permission::new("read:reports"));
    emulator.add_role(Role::new("admin").permissions(["read:reports"]));
    emulator.add_property(Property::new("plan").of_users());
    emulator.add_feature_flag(FeatureFlag::str("theme", "blue"));
    let (reports, _) = emulator.add_api("https://reports.example.com", ["read:reports"]);
    (emulator, api, acme, reports)
}

fn answer(response: Response<Vec<u8>>) -> Answer {
    (response.status().as_u16(), response.into_body())
}

/// What one thread sends: of a few addresses, keys and names, so that it meets the others.
struct Sender {
    emulator: Emulator,
    api: Api,
    acme: OrgCode,
    reports: ApiId,
    chance: Chance,
    thread: u64,
    answers: BTreeMap<String, Answer>,
}

impl Sender {
    fn send<E: Endpoint>(&mut self, endpoint: &E) -> Option<E::Output> {
        let tag = format!("{}-{}", self.thread, self.answers.len());
        let mut request = endpoint.request(&self.api).unwrap();
        request.headers_mut().insert(TAG, HeaderValue::from_str(&tag).unwrap());
        self.chance.dawdle();
        let response = self.emulator.respond(request).unwrap();
        let output = endpoint.response(&response).ok();
        self.answers.insert(tag, answer(response));
        output
    }

    /// One of a few users, whom other threads change at the same time, if it is there.
    fn user(&mut self) -> Option<kinde_api::UserId> {
        let number = self.chance.below(4);
        let page = self.send(&GetUsers::new().email([format!("member{number}@example.com")]))?;
        page.users.into_iter().next()?.id
    }

    fn call(&mut self) {
        let (number, key) = (self.chance.below(24), self.chance.below(6));
        match self.chance.below(20) {
            0..=4 => {
                let email = NewIdentity::email(format!("member{number}@example.com"));
                self.send(&CreateUser::new().identities([email]).organization_code(&self.acme));
            }
            5 => _ = self.user().map(|user| self.send(&DeleteUser::new(user).is_delete_profile(true))),
            6 | 7 => self.change_user(number),
            8 => _ = self.user().map(|user| self.send(&UpdateUserFeatureFlagOverride::new(user, "theme", number))),
            9 => self.change_identities(number),
            10 => self.change_membership(),
            11 => _ = self.send(&CreateRole::new(format!("Role {key}"), format!("role{key}"))),
            12 => _ = self.role().map(|role| self.send(&DeleteRole::new(role))),
            13 => _ = self.send(&CreatePermission::new(format!("Permission {key}"), format!("permission{key}"))),
            14 => _ = self.permission().map(|permission| self.send(&DeletePermission::new(permission))),
            15 => self.give_permission(),
            16 => self.change_roles(),
            17 => _ = self.send(&CreateSubscriber::new("Member", "", format!("member{number}@example.com"))),
            18 => _ = self.send(&CreateEnvironmentVariable::new(format!("KEY_{number}"), "a-value")),
            _ => self.change_keys(),
        }
    }

    fn role(&mut self) -> Option<kinde_api::RoleId> {
        let roles = self.send(&GetRoles::new())?.roles;
        let place = self.chance.below(roles.len().max(1) as u64);
        roles.into_iter().nth(usize::try_from(place).ok()?)?.id
    }

    fn permission(&mut self) -> Option<kinde_api::PermissionId> {
        let permissions = self.send(&GetPermissions::new())?.permissions;
        let place = self.chance.below(permissions.len().max(1) as u64);
        permissions.into_iter().nth(usize::try_from(place).ok()?)?.id
    }

    /// What one change leaves of the other is seen at once.
    fn change_user(&mut self, number: u64) {
        let Some(user) = self.user() else {
            return;
        };
        if self.chance.below(2) == 0 {
            self.send(&UpdateUser::new(&user).given_name(format!("Name {number}")));
        } else {
            self.send(&UpdateUserProperty::new(&user, "plan", number));
        }
        self.send(&GetUserPropertyValues::new(user));
    }

    fn change_identities(&mut self, number: u64) {
        let Some(user) = self.user() else {
            return;
        };
        self.send(&CreateUserIdentity::new(&user, format!("member{number}"), kinde_api::users::IdentityType::Username));
        let identities = self.send(&GetUserIdentities::new(&user)).map(|page| page.identities).unwrap_or_default();
        if let Some(id) = identities.into_iter().next_back().and_then(|identity| identity.id) {
            self.send(&DeleteIdentity::new(id));
        }
    }

    fn change_membership(&mut self) {
        let Some(user) = self.user() else {
            return;
        };
        let acme = self.acme.clone();
        match self.chance.below(3) {
            0 => _ = self.send(&AddOrganizationUsers::new(&acme, [AddOrganizationUser::new(user).roles(["admin"])])),
            1 => _ = self.send(&RemoveOrganizationUser::new(&acme, user)),
            _ => {
                let update = UpdateOrganizationUser::new(user).roles(["admin", "role1"]);
                self.send(&UpdateOrganizationUsers::new(&acme, [update]));
            }
        }
    }

    fn give_permission(&mut self) {
        if let (Some(role), Some(permission)) = (self.role(), self.permission()) {
            self.send(&UpdateRolePermissions::new(&role, [UpdateRolePermission::new(permission)]));
            self.send(&GetRolePermissions::new(role));
        }
    }

    fn change_roles(&mut self) {
        let acme = self.acme.clone();
        if let (Some(user), Some(role)) = (self.user(), self.role()) {
            self.send(&CreateOrganizationUserRole::new(&acme, &user, &role));
            if self.chance.below(2) == 0 {
                self.send(&DeleteOrganizationUserRole::new(&acme, user, role));
            }
        }
    }

    fn change_keys(&mut self) {
        let create = CreateApiKey::new("Key", kinde_api::api_keys::ApiKeyType::Environment, &self.reports);
        if let Some(id) = self.send(&create).and_then(|made| made.api_key?.id) {
            self.send(&RotateApiKey::new(&id));
            if self.chance.below(2) == 0 {
                self.send(&DeleteApiKey::new(id));
            }
        }
    }
}

/// All that was made.
fn state(emulator: &Emulator, api: &Api, acme: &OrgCode) -> Vec<Answer> {
    fn read<E: Endpoint>(emulator: &Emulator, api: &Api, endpoint: &E) -> Answer {
        answer(emulator.respond(endpoint.request(api).unwrap()).unwrap())
    }
    let everything_of_users = SearchUsers::new().query("*").page_size(500);
    let everything_of_users = everything_of_users.expand(["organizations", "identities", "properties"]);
    let client = emulator.client();
    let users = client.items(GetUsers::new()).filter_map(|user| user.unwrap().id);
    let roles = client.items(GetRoles::new()).filter_map(|role| role.unwrap().id);
    let flags: Vec<_> = users.map(|id| emulator.user_feature_flags(id).unwrap()).collect();
    let permissions = roles.map(|id| read(emulator, api, &GetRolePermissions::new(id)));
    let mut state = vec![
        read(emulator, api, &everything_of_users),
        read(emulator, api, &GetUsers::new().page_size(500)),
        read(emulator, api, &GetOrganizationUsers::new(acme).page_size(500)),
        read(emulator, api, &GetRoles::new().page_size(500)),
        read(emulator, api, &GetPermissions::new().page_size(500)),
        read(emulator, api, &GetSubscribers::new().page_size(500)),
        read(emulator, api, &GetEnvironmentVariables::new()),
        read(emulator, api, &GetApiKeys::new().page_size(500)),
        (0, format!("{flags:?}").into_bytes()),
    ];
    state.extend(permissions);
    state
}

#[test]
fn requests_of_every_kind_are_carried_out_one_after_the_other() {
    let (emulator, api, acme, reports) = business();
    let (shared, to, code) = (emulator.clone(), api.clone(), acme.clone());
    let answers = together(THREADS, move |thread| {
        let (emulator, api, acme, reports) = (shared.clone(), to.clone(), code.clone(), reports.clone());
        let chance = Chance::new(thread);
        let mut sender = Sender { emulator, api, acme, reports, chance, thread, answers: BTreeMap::new() };
        (0..CALLS).for_each(|_| sender.call());
        sender.answers
    });
    let mut answers: BTreeMap<String, Answer> = answers.into_iter().flatten().collect();
    assert!(answers.len() >= 5_000, "{}", answers.len());
    let refused = answers.values().filter(|(status, _)| *status == 400).count();
    assert!(refused > 100 && answers.len() - refused > 4_000, "{refused} of {} met another thread", answers.len());

    let (again, same_api, same_acme, _) = business();
    for received in emulator.requests() {
        let mut request = Request::new(received.body);
        (*request.method_mut(), *request.uri_mut(), *request.headers_mut()) =
            (received.method, received.uri, received.headers);
        let tag = request.headers()[TAG].to_str().unwrap().to_owned();
        assert_eq!(answer(again.respond(request).unwrap()), answers.remove(&tag).unwrap(), "{tag}");
    }
    assert!(answers.is_empty(), "answered and not kept: {:?}", answers.keys());
    assert_eq!(state(&again, &same_api, &same_acme), state(&emulator, &api, &acme));
}
