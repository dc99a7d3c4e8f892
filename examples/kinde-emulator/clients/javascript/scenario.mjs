// Kinde's own client for JavaScript does what a program does: makes a user a member with a role, finds it, and deletes it.

import assert from "node:assert";
import { FeatureFlags, Organizations, Roles, Users, init } from "@kinde/management-api-js";

init();

// Every page of the members.
const ids = [];
let nextToken;
do {
  const page = await Organizations.getOrganizationUsers({ orgCode: "org_acme", pageSize: 7, nextToken });
  ids.push(...(page.organization_users ?? []).map((user) => user.id));
  nextToken = page.next_token;
} while (nextToken);
assert.equal(new Set(ids).size, 20);
assert.equal(ids.length, 20);

const { id } = await Users.createUser({
  requestBody: {
    profile: { given_name: "New", family_name: "User" },
    identities: [{ type: "email", details: { email: "new@example.com" } }],
  },
});
const user = await Users.getUserData({ id });
assert.equal(user.preferred_email, "new@example.com");

await Roles.createRole({ requestBody: { name: "Analyst", key: "analyst" } });
const added = await Organizations.addOrganizationUsers({
  orgCode: "org_acme",
  requestBody: { users: [{ id, roles: ["analyst"] }] },
});
assert.deepEqual(added.users_added, [id]);
const { roles } = await Organizations.getOrganizationUserRoles({ orgCode: "org_acme", userId: id });
assert.deepEqual(roles.map((role) => role.key), ["analyst"]);

await FeatureFlags.createFeatureFlag({
  requestBody: { name: "Dark", key: "is_dark", type: "bool", default_value: "false", allow_override_level: "org" },
});
await Organizations.updateOrganizationFeatureFlagOverride({ orgCode: "org_acme", featureFlagKey: "is_dark", value: "true" });
const flags = await Organizations.getOrganizationFeatureFlags({ orgCode: "org_acme" });
assert.equal(String(flags.feature_flags.is_dark.value), "true");

await Users.deleteUser({ id });
await assert.rejects(Users.getUserData({ id }));
console.log("passed");
