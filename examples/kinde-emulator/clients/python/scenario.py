"""Kinde's own client for Python does what a program does: makes a user a member with a role, finds it, and deletes it."""

import os

from kinde_sdk.management import ManagementClient
from kinde_sdk.management.exceptions import ApiException

kinde = ManagementClient(
    os.environ["KINDE_DOMAIN"].removeprefix("https://"),
    os.environ["KINDE_MANAGEMENT_CLIENT_ID"],
    os.environ["KINDE_MANAGEMENT_CLIENT_SECRET"],
)

# Every page of the members.
ids, token = [], None
while True:
    page = kinde.organizations_api.get_organization_users("org_acme", page_size=7, next_token=token)
    ids += [user.id for user in page.organization_users or []]
    token = page.next_token
    if not token:
        break
assert len(ids) == len(set(ids)) == 20, ids

created = kinde.users_api.create_user(
    {
        "profile": {"given_name": "New", "family_name": "User"},
        "identities": [{"type": "email", "details": {"email": "new@example.com"}}],
    }
)
user = kinde.users_api.get_user_data(created.id)
assert (user.preferred_email, user.first_name) == ("new@example.com", "New"), user

role = kinde.roles_api.create_role({"name": "Analyst", "key": "analyst"}).role
added = kinde.organizations_api.add_organization_users("org_acme", {"users": [{"id": created.id, "roles": ["analyst"]}]})
assert added.users_added == [created.id], added
roles = kinde.organizations_api.get_organization_user_roles("org_acme", created.id).roles
assert [held.key for held in roles] == ["analyst"], roles

kinde.feature_flags_api.create_feature_flag(
    {"name": "Dark", "key": "is_dark", "type": "bool", "default_value": "false", "allow_override_level": "org"}
)
kinde.organizations_api.update_organization_feature_flag_override("org_acme", "is_dark", "true")
flags = kinde.organizations_api.get_organization_feature_flags("org_acme").feature_flags
assert str(flags["is_dark"].value).lower() == "true", flags

kinde.users_api.delete_user(created.id)
try:
    kinde.users_api.get_user_data(created.id)
    raise AssertionError("the user is still there")
except ApiException as error:
    assert error.status in (400, 404), error
print("passed")
