# Kinde's own client for Ruby does what a program does: makes a user a member with a role, finds it, and deletes it.

require "json"
require "kinde_api"
require "net/http"

def check(fact, told)
  fact or abort("failed: #{told.inspect}")
end

domain = URI(ENV.fetch("KINDE_DOMAIN"))
answer = Net::HTTP.post_form(
  domain + "/oauth2/token",
  grant_type: "client_credentials",
  client_id: ENV.fetch("KINDE_MANAGEMENT_CLIENT_ID"),
  client_secret: ENV.fetch("KINDE_MANAGEMENT_CLIENT_SECRET"),
  audience: "#{domain}/api"
)
# `KindeSdk.api_client` would take the host alone, without the port.
KindeApi.configure do |config|
  config.scheme = domain.scheme
  config.host = "#{domain.host}:#{domain.port}"
  config.server_index = nil
  config.ssl_ca_cert = ENV["KINDE_EMULATOR_CA"]
  config.access_token = JSON.parse(answer.body)["access_token"]
end
users, organizations, roles = KindeApi::UsersApi.new, KindeApi::OrganizationsApi.new, KindeApi::RolesApi.new

# Every page of the members.
ids, token = [], nil
loop do
  page = organizations.get_organization_users("org_acme", { page_size: 7, next_token: token }.compact)
  ids += (page.organization_users || []).map(&:id)
  token = page.next_token
  break unless token
end
check(ids.uniq.size == 20 && ids.size == 20, ids)

created = users.create_user(
  create_user_request: {
    profile: { given_name: "New", family_name: "User" },
    identities: [{ type: "email", details: { email: "new@example.com" } }]
  }
)
user = users.get_user_data(created.id)
check([user.preferred_email, user.first_name] == ["new@example.com", "New"], user)

roles.create_role(create_role_request: { name: "Analyst", key: "analyst" })
added = organizations.add_organization_users(
  "org_acme",
  add_organization_users_request: { users: [{ id: created.id, roles: ["analyst"] }] }
)
check(added.users_added == [created.id], added)
held = organizations.get_organization_user_roles("org_acme", created.id).roles
check(held.map(&:key) == ["analyst"], held)

KindeApi::FeatureFlagsApi.new.create_feature_flag(
  { name: "Dark", key: "is_dark", type: "bool", default_value: "false", allow_override_level: "org" }
)
organizations.update_organization_feature_flag_override("org_acme", "is_dark", "true")
flags = organizations.get_organization_feature_flags("org_acme").feature_flags
check(flags["is_dark"].value.to_s == "true", flags)

users.delete_user(created.id)
begin
  check(false, users.get_user_data(created.id))
rescue KindeApi::ApiError => error
  check([400, 404].include?(error.code), error)
end
puts "passed"
