//! What an argument may be. Most of it is proved when it compiles.
#![expect(clippy::needless_borrows_for_generic_args, reason = "that a reference will do is what is tested")]

use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::fmt::Debug;

use kinde_api::organizations::{
    AddOrganizationLogo, AddOrganizationUser, AddOrganizationUsers, BillingAgreement, Color, ColorScheme, Connection,
    CreateOrganization, CreateOrganizationInvite, CreatedOrganization, DeleteOrganizationLogo,
    DeleteOrganizationUserRole, FeatureFlagType, GetOrganization, GetOrganizationInvites,
    GetOrganizationRoleActiveUsersCount, GetOrganizationUserPermissions, GetOrganizationUsers, GetOrganizations,
    InviteSort, LogoType, MfaFactor, OrganizationBilling, OrganizationExpand, OrganizationFeatureFlag,
    OrganizationInvite, OrganizationInviteRole, OrganizationItem, OrganizationLogo, OrganizationRoleUser,
    OrganizationUser, OrganizationUserPermission, OrganizationUserPermissionRole, OrganizationUserRole, PasskeyPolicy,
    PermissionExpand, PropertyValue, ReplaceOrganizationMfa, Sort, SsoSessionPersistenceMode, ThemeCode,
    UpdateOrganization, UpdateOrganizationFeatureFlagOverride, UpdateOrganizationPasskey, UpdateOrganizationProperties,
    UpdateOrganizationProperty, UpdateOrganizationSessions, UpdateOrganizationUser, UpdateOrganizationUsers, UserMfa,
    UserOperation,
};
use kinde_api::{
    Api, ApiId, ConnectionId, DecodeError, ErrorDetail, FactorId, FeatureFlagKey, InviteCode, Nullable, Operation,
    OrgCode, PermissionId, PermissionKey, PropertyKey, RequestError, ResponseError, RoleId, RoleKey, ScopeId, UserId,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// What every id, key and enum is made from and can do.
pub(crate) fn is_a_text<T>()
where
    T: for<'a> From<&'a str> + for<'a, 'b> From<&'a &'b str> + From<String> + for<'a> From<&'a String>,
    T: for<'a> From<&'a T> + AsRef<str> + std::fmt::Display + Debug + Clone + Ord + std::hash::Hash,
    T: Serialize + DeserializeOwned + Send + Sync + 'static,
{
    let text = String::from("a text");
    let value = T::from("a text");
    assert_eq!(T::from(&"a text"), value);
    assert_eq!(T::from(&text), value);
    assert_eq!(T::from(&value), value);
    assert_eq!(value.as_ref(), "a text");
    assert_eq!(value.to_string(), "a text");
    assert_eq!(serde_json::to_string(&value).unwrap(), r#""a text""#);
    assert_eq!(serde_json::from_str::<T>(r#""a text""#).unwrap(), T::from(text));
}

#[test]
fn ids_keys_and_enums_are_texts() {
    is_a_text::<OrgCode>();
    is_a_text::<UserId>();
    is_a_text::<RoleId>();
    is_a_text::<RoleKey>();
    is_a_text::<PermissionId>();
    is_a_text::<PermissionKey>();
    is_a_text::<ApiId>();
    is_a_text::<ScopeId>();
    is_a_text::<ConnectionId>();
    is_a_text::<FactorId>();
    is_a_text::<InviteCode>();
    is_a_text::<FeatureFlagKey>();
    is_a_text::<PropertyKey>();
    is_a_text::<Sort>();
    is_a_text::<InviteSort>();
    is_a_text::<ThemeCode>();
    is_a_text::<ColorScheme>();
    is_a_text::<OrganizationExpand>();
    is_a_text::<PermissionExpand>();
    is_a_text::<UserOperation>();
    is_a_text::<MfaFactor>();
    is_a_text::<FeatureFlagType>();
    is_a_text::<PasskeyPolicy>();
    is_a_text::<LogoType>();
    is_a_text::<SsoSessionPersistenceMode>();
}

/// Each known value of an enum is its variant, and reads and writes as its text.
pub(crate) fn has_values<T, const COUNT: usize>(values: [(T, &str); COUNT])
where
    T: for<'a> From<&'a str> + Debug + PartialEq + AsRef<str>,
{
    for (variant, text) in values {
        assert_eq!(variant.as_ref(), text);
        // Equality is by text, so that only `Debug` tells a variant from `Unknown`.
        assert_eq!(format!("{:?}", T::from(text)), format!("{variant:?}"));
    }
}

#[test]
fn enums_have_the_values_of_the_reference() {
    has_values([
        (Sort::NameAsc, "name_asc"),
        (Sort::NameDesc, "name_desc"),
        (Sort::EmailAsc, "email_asc"),
        (Sort::EmailDesc, "email_desc"),
    ]);
    has_values([
        (InviteSort::CreatedOnAsc, "created_on_asc"),
        (InviteSort::CreatedOnDesc, "created_on_desc"),
        (InviteSort::EmailAsc, "email_asc"),
        (InviteSort::EmailDesc, "email_desc"),
        (InviteSort::NameAsc, "name_asc"),
        (InviteSort::NameDesc, "name_desc"),
    ]);
    has_values([
        (ThemeCode::Light, "light"),
        (ThemeCode::Dark, "dark"),
        (ThemeCode::UserPreference, "user_preference"),
    ]);
    has_values([(ColorScheme::Light, "light"), (ColorScheme::Dark, "dark"), (ColorScheme::LightDark, "light dark")]);
    has_values([(OrganizationExpand::Billing, "billing")]);
    has_values([(PermissionExpand::Roles, "roles")]);
    has_values([(UserOperation::Delete, "delete")]);
    has_values([
        (MfaFactor::Email, "mfa:email"),
        (MfaFactor::Sms, "mfa:sms"),
        (MfaFactor::AuthenticatorApp, "mfa:authenticator_app"),
    ]);
    has_values([(FeatureFlagType::Str, "str"), (FeatureFlagType::Int, "int"), (FeatureFlagType::Bool, "bool")]);
    has_values([
        (PasskeyPolicy::Off, "off"),
        (PasskeyPolicy::Optional, "optional"),
        (PasskeyPolicy::Mandatory, "mandatory"),
    ]);
    has_values([(LogoType::Light, "light"), (LogoType::Dark, "dark")]);
    has_values([
        (SsoSessionPersistenceMode::Persistent, "persistent"),
        (SsoSessionPersistenceMode::NonPersistent, "non_persistent"),
    ]);
}

#[test]
fn an_id_is_given_as_any_text_or_by_reference() {
    let expected = DeleteOrganizationUserRole::new("org_17", "kp_17", "role_id_17");
    let (org_code, user_id, role_id) = (OrgCode::from("org_17"), UserId::from("kp_17"), RoleId::from("role_id_17"));
    assert_eq!(DeleteOrganizationUserRole::new(&org_code, &user_id, &role_id), expected);
    let (org_code_text, user_id_text) = ("org_17".to_owned(), "kp_17".to_owned());
    assert_eq!(DeleteOrganizationUserRole::new(&org_code_text, &user_id_text, "role_id_17".to_owned()), expected);
    assert_eq!(DeleteOrganizationUserRole::new(org_code, user_id, role_id), expected);
    assert_eq!(DeleteOrganizationUserRole::new(&"org_17", user_id_text, "role_id_17"), expected);
}

#[test]
fn a_list_is_anything_that_gives_such_texts() {
    let members = GetOrganizationUsers::new("org_17");
    let expected = members.clone().roles(["admin"]).permissions(["read:reports"]);
    let texts = vec!["admin".to_owned()];
    let keys = vec![RoleKey::from("admin")];
    for same in [
        members.clone().roles(&["admin"]),
        members.clone().roles(vec!["admin"]),
        members.clone().roles(&texts),
        members.clone().roles(texts.clone()),
        members.clone().roles(texts.iter().map(String::as_str)),
        members.clone().roles(&keys),
        members.clone().roles(&keys[..]),
        members.clone().roles(keys.clone()),
        members.clone().roles(Some("admin")),
    ] {
        assert_eq!(same.permissions(&[PermissionKey::from("read:reports")]), expected);
    }
    let user = AddOrganizationUser::new(UserId::from("kp_17")).roles(&texts).permissions(&["read:reports"]);
    assert_eq!(user.roles, Some(keys.clone()));
    let user = UpdateOrganizationUser::new("kp_17").roles(&keys).permissions(vec![String::from("read:reports")]);
    assert_eq!(user.roles, Some(keys.clone()));
    assert_eq!(CreateOrganizationInvite::new("org_17", String::from("a@example.com"), &keys).roles, keys);
    assert_eq!(CreateOrganizationInvite::new("org_17", "a@example.com", &["admin"]).roles, keys);
    assert_eq!(CreateOrganizationInvite::new("org_17", "a@example.com", &texts).roles, keys);
    let factors = vec!["mfa:email".to_owned()];
    assert_eq!(ReplaceOrganizationMfa::new("org_17", &factors).enabled_factors, [MfaFactor::Email]);
    assert_eq!(ReplaceOrganizationMfa::new("org_17", &[MfaFactor::Email]).enabled_factors, [MfaFactor::Email]);
    let domains = vec!["example.com".to_owned()];
    let update = UpdateOrganization::new("org_17");
    assert_eq!(update.clone().allowed_domains(&domains).allowed_domains, Some(domains.clone()));
    assert_eq!(update.clone().allowed_domains(["example.com"]).allowed_domains, Some(domains.clone()));
    assert_eq!(update.allowed_domains(&["example.com"]).allowed_domains, Some(domains));
}

#[test]
fn members_are_given_one_by_one() {
    let ids = ["kp_17", "kp_18"];
    let added = AddOrganizationUsers::new("org_17", ids.iter().map(AddOrganizationUser::new));
    assert_eq!(added.users, [AddOrganizationUser::new("kp_17"), AddOrganizationUser::new("kp_18")]);
    let updated = UpdateOrganizationUsers::new("org_17", vec![UpdateOrganizationUser::new(&ids[0])]);
    assert_eq!(updated.users, [UpdateOrganizationUser::new("kp_17")]);
}

#[test]
fn an_enum_is_given_as_itself_or_as_a_text() {
    let by_name = GetOrganizationUsers::new("org_17").sort(Sort::NameAsc);
    for same in [
        GetOrganizationUsers::new("org_17").sort("name_asc"),
        GetOrganizationUsers::new("org_17").sort(String::from("name_asc")),
        GetOrganizationUsers::new("org_17").sort(&String::from("name_asc")),
        GetOrganizationUsers::new("org_17").sort(&Sort::NameAsc),
        GetOrganizationUsers::new("org_17").sort(Sort::Unknown("name_asc".to_owned())),
    ] {
        assert_eq!(same, by_name);
    }
    let _ = GetOrganizationInvites::new("org_17").sort("email_asc").sort(InviteSort::EmailAsc);
    let _ = GetOrganization::new("org_17").expand("billing").expand(OrganizationExpand::Billing);
    let _ = GetOrganizationUserPermissions::new("org_17", "kp_17").expand("roles").expand(PermissionExpand::Roles);
    let _ = UpdateOrganizationUser::new("kp_17").operation("delete").operation(UserOperation::Delete);
    let _ = UpdateOrganizationPasskey::new("org_17").policy("off").policy(PasskeyPolicy::Off);
    let _ = DeleteOrganizationLogo::new("org_17", "dark");
    let _ = CreateOrganization::new("Acme").theme_code("dark").theme_code(ThemeCode::Dark);
    let mode = SsoSessionPersistenceMode::Persistent;
    let _ = UpdateOrganizationSessions::new("org_17").sso_session_persistence_mode("persistent");
    let _ = UpdateOrganizationSessions::new("org_17").sso_session_persistence_mode(mode);
}

#[test]
fn a_nullable_is_a_text_or_none() {
    let acme = String::from("Acme");
    let name = |update: UpdateOrganization| update.sender_name;
    let update = UpdateOrganization::new("org_17");
    assert_eq!(name(update.clone()), Nullable::Absent);
    assert_eq!(name(update.clone().sender_name(None)), Nullable::Null);
    for set in [
        update.clone().sender_name("Acme"),
        update.clone().sender_name(&acme),
        update.clone().sender_name(acme.clone()),
        update.clone().sender_name(Some(acme.clone())),
        update.clone().sender_name(Nullable::Value(acme.clone())),
    ] {
        assert_eq!(name(set), Nullable::Value(acme.clone()));
    }
    assert_eq!(name(update.sender_name("Acme").sender_name(Nullable::Absent)), Nullable::Absent);
    let create = CreateOrganization::new(acme).sender_name(None).sender_email(None);
    assert_eq!((create.sender_name, create.sender_email), (Nullable::Null, Nullable::Null));
    let invite = CreateOrganizationInvite::new("org_17", "a@example.com", ["admin"]).first_name(None).last_name(None);
    assert_eq!((invite.first_name, invite.last_name), (Nullable::Null, Nullable::Null));
}

#[test]
fn values_are_whatever_is_json() {
    let value = |value: UpdateOrganizationFeatureFlagOverride| value.value;
    assert_eq!(value(UpdateOrganizationFeatureFlagOverride::new("org_17", "flag", "on")), json!("on"));
    assert_eq!(value(UpdateOrganizationFeatureFlagOverride::new("org_17", "flag", String::from("on"))), json!("on"));
    assert_eq!(value(UpdateOrganizationFeatureFlagOverride::new("org_17", "flag", true)), json!(true));
    assert_eq!(value(UpdateOrganizationFeatureFlagOverride::new("org_17", "flag", -17)), json!(-17));
    assert_eq!(value(UpdateOrganizationFeatureFlagOverride::new("org_17", "flag", 1.5)), json!(1.5));
    assert_eq!(value(UpdateOrganizationFeatureFlagOverride::new("org_17", "flag", json!({"a": 1}))), json!({"a": 1}));
    let _ = UpdateOrganizationProperty::new("org_17", &PropertyKey::from("kp_org_city"), vec!["Perth"]);
}

#[test]
fn what_was_read_can_be_written() {
    let mut property = PropertyValue::default();
    property.key = Some(PropertyKey::from("kp_org_city"));
    property.value = Some(json!("Perth"));
    let key = property.key.as_ref().unwrap();
    assert_eq!(
        UpdateOrganizationProperty::new("org_17", key, property.value.clone()),
        UpdateOrganizationProperty::new("org_17", "kp_org_city", "Perth")
    );
    let pairs = [property].into_iter().filter_map(|property| Some((property.key?, property.value?)));
    assert_eq!(
        UpdateOrganizationProperties::new("org_17", pairs),
        UpdateOrganizationProperties::new("org_17", [("kp_org_city", "Perth")])
    );
}

#[test]
fn pairs_are_arrays_lists_and_maps_of_a_key_and_a_value() {
    let expected = UpdateOrganizationProperties::new("org_17", [("size", 17)]);
    let owned: Vec<(String, Value)> = vec![("size".to_owned(), json!(17))];
    let by_key: BTreeMap<PropertyKey, Value> = BTreeMap::from([("size".into(), json!(17))]);
    assert_eq!(UpdateOrganizationProperties::new("org_17", owned.clone()), expected);
    assert_eq!(UpdateOrganizationProperties::new("org_17", owned.into_iter().collect::<HashMap<_, _>>()), expected);
    assert_eq!(UpdateOrganizationProperties::new("org_17", by_key), expected);
    assert_eq!(UpdateOrganizationProperties::new("org_17", [("size", 16), ("size", 17)]), expected);
    let create = CreateOrganization::new("Acme").feature_flags([(&FeatureFlagKey::from("is_dark"), true)]);
    assert_eq!(create, CreateOrganization::new("Acme").feature_flags(vec![(String::from("is_dark"), json!(true))]));
}

#[test]
fn numbers_and_flags_are_plain() {
    let (page_size, lifetime): (u32, u64) = (50, 86_400);
    let organizations = GetOrganizations::new().page_size(page_size);
    assert_eq!(organizations.page_size, Some(50));
    let sessions = UpdateOrganizationSessions::new("org_17").authenticated_session_lifetime(lifetime);
    assert_eq!(sessions.authenticated_session_lifetime, Some(86_400));
    assert_eq!(UpdateOrganization::new("org_17").is_suspended(false).is_suspended, Some(false));
}

#[test]
fn images_and_dates_are_whatever_becomes_one() {
    let logo = |bytes: AddOrganizationLogo| bytes.bytes;
    assert_eq!(logo(AddOrganizationLogo::new("org_17", "light", "a.png", "image/png", b"\x89PNG")), b"\x89PNG");
    assert_eq!(logo(AddOrganizationLogo::new("org_17", "light", "a.png", "image/png", &b"\x89PNG"[..])), b"\x89PNG");
    assert_eq!(logo(AddOrganizationLogo::new("org_17", "light", "a.png", "image/png", vec![0x89])), b"\x89");
    assert_eq!(logo(AddOrganizationLogo::new("org_17", "light", "a.svg", "image/svg+xml", "<svg/>")), b"<svg/>");
    let from = String::from("2026-07-01T00:00:00Z");
    let count = GetOrganizationRoleActiveUsersCount::new("org_17", "role_id_17", &from, "2026-07-02T00:00:00Z");
    assert_eq!((count.date_time_from, count.date_time_to), (from, "2026-07-02T00:00:00Z".to_owned()));
}

#[test]
fn what_requires_nothing_has_a_default() {
    assert_eq!(GetOrganizations::default(), GetOrganizations::new());
    assert_eq!(GetOrganization::default().code, None);
    assert_eq!(GetOrganization::default().code("org_17"), GetOrganization::new("org_17"));
}

#[test]
fn fields_are_public_and_none_is_deprecated() {
    let mut members = GetOrganizationUsers::new("org_17");
    members.page_size = Some(50);
    members.roles = Some(vec!["admin".into()]);
    assert_eq!(members, GetOrganizationUsers::new("org_17").page_size(50).roles(["admin"]));
    let mut update = UpdateOrganization::new("org_17");
    update.is_allow_registrations = Some(true);
    update.sender_name = Nullable::Null;
    let GetOrganizations { sort, page_size, next_token, .. } = GetOrganizations::new();
    assert_eq!((sort, page_size, next_token), (None, None, None));
}

#[test]
fn the_setters_of_what_is_deprecated_are_deprecated() {
    #[expect(deprecated, reason = "that it is, is what is tested")]
    let create = CreateOrganization::new("Acme").is_allow_registrations(true);
    #[expect(deprecated, reason = "that it is, is what is tested")]
    let update = UpdateOrganization::new("org_17").is_allow_registrations(true);
    assert_eq!((create.is_allow_registrations, update.is_allow_registrations), (Some(true), Some(true)));
}

/// What every part of an output can do; [`AnyEndpoint`](inventory::AnyEndpoint) has the same for the outputs
/// themselves.
pub(crate) fn is_part_of_an_output<T>()
where
    T: Clone + Debug + Default + PartialEq + Serialize + DeserializeOwned + Send + Sync + 'static,
{
    assert_eq!(serde_json::from_str::<T>("{}").unwrap(), T::default());
}

#[test]
fn parts_of_outputs_can_be_made_printed_and_read() {
    is_part_of_an_output::<BillingAgreement>();
    is_part_of_an_output::<Color>();
    is_part_of_an_output::<Connection>();
    is_part_of_an_output::<CreatedOrganization>();
    is_part_of_an_output::<OrganizationBilling>();
    is_part_of_an_output::<OrganizationFeatureFlag>();
    is_part_of_an_output::<OrganizationInvite>();
    is_part_of_an_output::<OrganizationInviteRole>();
    is_part_of_an_output::<OrganizationItem>();
    is_part_of_an_output::<OrganizationLogo>();
    is_part_of_an_output::<OrganizationRoleUser>();
    is_part_of_an_output::<OrganizationUser>();
    is_part_of_an_output::<OrganizationUserPermission>();
    is_part_of_an_output::<OrganizationUserPermissionRole>();
    is_part_of_an_output::<OrganizationUserRole>();
    is_part_of_an_output::<PropertyValue>();
    is_part_of_an_output::<UserMfa>();
}

const fn is_send_sync<T: Send + Sync + 'static>() {}
const fn is_an_error<T: Error + Send + Sync + 'static>() {}

const _: () = {
    is_send_sync::<Api>();
    is_send_sync::<Operation>();
    is_send_sync::<ErrorDetail>();
    is_send_sync::<Nullable<String>>();
    is_send_sync::<AddOrganizationUser>();
    is_send_sync::<UpdateOrganizationUser>();
    is_an_error::<RequestError>();
    is_an_error::<ResponseError>();
    is_an_error::<DecodeError>();
};
