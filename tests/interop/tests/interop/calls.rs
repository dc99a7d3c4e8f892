//! The calls that are made of every stack, in order.

use http::{Request, Response};
use inventory::{AnyEndpoint, Inputs};
use kinde_api::emulator::{Emulator, FeatureFlag, Permission, Property, Role, User};
use kinde_api::organizations::{
    AddOrganizationLogo, AddOrganizationUser, AddOrganizationUserApiScope, AddOrganizationUsers, CreateOrganization,
    CreateOrganizationInvite, CreateOrganizationUserPermission, CreateOrganizationUserRole, DeleteOrganization,
    DeleteOrganizationFeatureFlagOverride, DeleteOrganizationFeatureFlagOverrides, DeleteOrganizationHandle,
    DeleteOrganizationInvite, DeleteOrganizationLogo, DeleteOrganizationUserApiScope, DeleteOrganizationUserPermission,
    DeleteOrganizationUserRole, EnableOrgConnection, GetOrgUserMfa, GetOrganization, GetOrganizationConnections,
    GetOrganizationFeatureFlags, GetOrganizationInvite, GetOrganizationInvites, GetOrganizationPasskey,
    GetOrganizationPropertyValues, GetOrganizationRoleActiveUsersCount, GetOrganizationRoleUsers,
    GetOrganizationRoleUsersCount, GetOrganizationUserPermissions, GetOrganizationUserRoles, GetOrganizationUsers,
    GetOrganizations, ReadOrganizationLogo, RemoveOrgConnection, RemoveOrganizationUser, ReplaceOrganizationMfa,
    ResetOrgUserMfa, ResetOrgUserMfaAll, UpdateOrganization, UpdateOrganizationFeatureFlagOverride,
    UpdateOrganizationPasskey, UpdateOrganizationProperties, UpdateOrganizationProperty, UpdateOrganizationSessions,
    UpdateOrganizationUser, UpdateOrganizationUsers,
};
use kinde_api::{Api, Endpoint};

/// A call, whatever its endpoint.
pub(crate) struct Call {
    pub(crate) operation_id: &'static str,
    token: &'static str,
    endpoint: Box<dyn AnyEndpoint>,
}

/// What a call came to, all of it.
#[derive(Debug, PartialEq)]
pub(crate) struct Outcome {
    pub(crate) operation_id: &'static str,
    pub(crate) status: u16,
    /// The output or the error, as `Debug` shows it.
    result: Result<String, String>,
    body: String,
}

impl Outcome {
    pub(crate) fn is_success(&self) -> bool {
        self.result.is_ok()
    }
}

impl Call {
    pub(crate) fn new(endpoint: impl AnyEndpoint + 'static) -> Self {
        Self { operation_id: endpoint.operation().operation_id, token: TOKEN, endpoint: Box::new(endpoint) }
    }

    fn of(operation: &inventory::Operation) -> Self {
        Self { operation_id: operation.id, token: TOKEN, endpoint: operation.endpoint(&Inputs::plain()) }
    }

    fn with_token(self, token: &'static str) -> Self {
        Self { token, ..self }
    }

    pub(crate) fn request(&self, origin: &str) -> Request<Vec<u8>> {
        let api = Api::new(origin, self.token).expect("it is an origin");
        self.endpoint.build(&api).expect("a request can be made of every call")
    }

    pub(crate) fn outcome(&self, response: &Response<Vec<u8>>) -> Outcome {
        let result = self.endpoint.read(response);
        Outcome {
            operation_id: self.operation_id,
            status: response.status().as_u16(),
            result: result.map(|output| format!("{output:?}")).map_err(|error| format!("{error:?}")),
            body: String::from_utf8_lossy(response.body()).into_owned(),
        }
    }
}

/// A token with all scopes.
const TOKEN: &str = "a-token";

/// A token that lists organizations and no more.
const READER: &str = "a-reader's-token";

/// What is called: the operations of an organization so that they succeed, some calls that are refused, and then every
/// operation that there is, with all its parameters, whatever comes of it.
pub(crate) struct Calls {
    pub(crate) successes: Vec<Call>,
    pub(crate) refusals: Vec<Call>,
    pub(crate) whatever: Vec<Call>,
}

/// Fills a business, the same each time, and tells what to call.
pub(crate) fn calls(emulator: &Emulator) -> Calls {
    emulator.declare_token(TOKEN, inventory::operations().map(|operation| operation.scope));
    emulator.declare_token(READER, [GetOrganizations::SCOPE]);
    let read = emulator.add_permission(Permission::new("read:reports").description("Read the reports"));
    emulator.add_permission("write:reports");
    let admin = emulator.add_role(Role::new("admin").name("Administrator").permissions(["write:reports"]));
    emulator.add_role("member");
    let user = |number: u32| {
        let user = User::new(format!("member{number}@example.com")).first_name("Mémber").last_name(number.to_string());
        emulator.add_user(user)
    };
    let [first, second, third] = [user(1), user(2), user(3)];
    emulator.add_feature_flag(FeatureFlag::str("theme", "blue"));
    emulator.add_feature_flag(FeatureFlag::int("seats", 5));
    emulator.add_property(Property::new("kp_org_city").name("City"));
    emulator.add_property("kp_org_industry");
    let (api, scopes) = emulator.add_api("https://reports.example.com", ["read:reports"]);
    let connection = emulator.add_connection("Google", "oauth2:google");
    let factor = emulator.add_mfa_factor(&first, "email", "member1@example.com").expect("the user is there");
    emulator.add_mfa_factor(&first, "sms", "+61 0").expect("the user is there");
    let acme = emulator.add_organization("Acme");
    let doomed = emulator.add_organization("Doomed");
    let member = AddOrganizationUser::new(&first).roles(["admin"]);
    emulator.add_members(&acme, [member]).expect("all of it is there");
    emulator.sign_in(&acme, &first).expect("the user is a member");
    let invite = CreateOrganizationInvite::new(&acme, "guest0@example.com", ["member"]);
    let request = Call::new(invite.clone()).request("http://localhost");
    let response = emulator.respond(request).expect("the connection stays open");
    let invite_code = invite.response(&response).ok().and_then(|output| output.invite?.code);
    let invite_code = invite_code.expect("an invitation has a code");
    emulator.clear_requests();

    let png = [0x89, b'P', b'N', b'G', 0, 0xff, b'\r', b'\n'];
    let successes = vec![
        Call::new(CreateOrganization::new("Wayne's \"$HOME\" `x` \\ é 🦀").handle("wayne").sender_name(None)),
        Call::new(GetOrganizations::new().sort("name_asc").page_size(2)),
        Call::new(GetOrganization::new(&acme)),
        Call::new(UpdateOrganization::new(&acme).handle("acme").background_color("#fff").theme_code("dark")),
        Call::new(DeleteOrganizationHandle::new(&acme)),
        Call::new(AddOrganizationUsers::new(&acme, [AddOrganizationUser::new(&second).roles(["admin", "member"])])),
        Call::new(UpdateOrganizationUsers::new(
            &acme,
            [UpdateOrganizationUser::new(&third), UpdateOrganizationUser::new(&second).permissions(["read:reports"])],
        )),
        Call::new(GetOrganizationUsers::new(&acme).sort("email_desc").roles(["admin", "member"])),
        Call::new(CreateOrganizationUserRole::new(&acme, &third, &admin)),
        Call::new(GetOrganizationUserRoles::new(&acme, &third)),
        Call::new(GetOrganizationRoleUsers::new(&acme, &admin).page_size(1)),
        Call::new(GetOrganizationRoleUsersCount::new(&acme, &admin)),
        Call::new(GetOrganizationRoleActiveUsersCount::new(
            &acme,
            &admin,
            "2026-01-01T00:00:00+00:00",
            "2026-01-02T00:00:00+11:00",
        )),
        Call::new(DeleteOrganizationUserRole::new(&acme, &third, &admin)),
        Call::new(CreateOrganizationUserPermission::new(&acme, &third, &read)),
        Call::new(GetOrganizationUserPermissions::new(&acme, &third).expand("roles")),
        Call::new(DeleteOrganizationUserPermission::new(&acme, &third, &read)),
        Call::new(RemoveOrganizationUser::new(&acme, &third)),
        Call::new(AddOrganizationUserApiScope::new(&acme, &first, &api, &scopes[0])),
        Call::new(DeleteOrganizationUserApiScope::new(&acme, &first, &api, &scopes[0])),
        Call::new(GetOrgUserMfa::new(&acme, &first)),
        Call::new(ResetOrgUserMfa::new(&acme, &first, &factor)),
        Call::new(ResetOrgUserMfaAll::new(&acme, &first)),
        Call::new(UpdateOrganizationFeatureFlagOverride::new(&acme, "theme", "a & b = c + d % é #?/")),
        Call::new(GetOrganizationFeatureFlags::new(&acme)),
        Call::new(DeleteOrganizationFeatureFlagOverride::new(&acme, "theme")),
        Call::new(DeleteOrganizationFeatureFlagOverrides::new(&acme)),
        Call::new(UpdateOrganizationProperty::new(&acme, "kp_org_city", "São Paulo + \"SP\"")),
        Call::new(UpdateOrganizationProperties::new(&acme, [("kp_org_industry", "Tools\nand 'toys'")])),
        Call::new(GetOrganizationPropertyValues::new(&acme)),
        Call::new(ReplaceOrganizationMfa::new(&acme, ["mfa:email", "mfa:sms"]).is_recovery_codes_enabled(false)),
        Call::new(UpdateOrganizationPasskey::new(&acme).policy("mandatory")),
        Call::new(GetOrganizationPasskey::new(&acme)),
        Call::new(AddOrganizationLogo::new(&acme, "light", "Logo \"1\" é.png", "image/png", png)),
        Call::new(ReadOrganizationLogo::new(&acme)),
        Call::new(DeleteOrganizationLogo::new(&acme, "light")),
        Call::new(EnableOrgConnection::new(&acme, &connection)),
        Call::new(GetOrganizationConnections::new(&acme)),
        Call::new(RemoveOrgConnection::new(&acme, &connection)),
        Call::new(UpdateOrganizationSessions::new(&acme).sso_session_persistence_mode("non_persistent")),
        Call::new(CreateOrganizationInvite::new(&acme, "guest+1@example.com", ["member"]).first_name("Guest")),
        Call::new(GetOrganizationInvites::new(&acme).sort("email_asc")),
        Call::new(GetOrganizationInvite::new(&acme, &invite_code)),
        Call::new(DeleteOrganizationInvite::new(&acme, &invite_code)),
        Call::new(DeleteOrganization::new(&doomed)),
    ];
    let refusals = vec![
        Call::new(GetOrganizations::new()).with_token("unknown"),
        Call::new(GetOrganizationUsers::new(&acme)).with_token(READER),
        Call::new(GetOrganizations::new().page_size(0)),
        Call::new(AddOrganizationUsers::new(&acme, [AddOrganizationUser::new("kp_0")])),
        Call::new(DeleteOrganization::new(&doomed)),
        Call::new(GetOrganizationInvite::new(&acme, "inv_0")),
    ];
    Calls { successes, refusals, whatever: inventory::operations().map(Call::of).collect() }
}
