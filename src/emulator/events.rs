//! What happens, and who is told of it.

use http::header::CONTENT_TYPE;
use http::{HeaderValue, Method, Request};
use serde_json::{Value, json};

use super::Emulator;
use super::clock::date_time;
use super::jwt::jwt;
use super::state::Business;
use super::state::event_types::EventType;
use super::state::events::Event;
use super::state::organizations::Organization;
use super::state::permissions::Permission;
use super::state::register::Number;
use super::state::roles::Role;
use super::state::users::User;
use crate::{EventId, WebhookId};

impl Business {
    /// Remembers what has happened, and that the webhooks for it are to be told.
    pub(super) fn record(&mut self, r#type: EventType, data: &Value) -> EventId {
        let listeners = self.webhooks.iter().filter(|webhook| webhook.event_types.contains(&r#type));
        let listeners: Vec<WebhookId> = listeners.map(|webhook| webhook.id.clone()).collect();
        self.record_for(listeners, r#type.code().to_owned(), data)
    }

    /// Like [`record`](Self::record), for a type that may not be one of Kinde's.
    pub(super) fn record_code(&mut self, code: &str, data: &Value) -> EventId {
        match EventType::of(code) {
            Ok(r#type) => self.record(r#type, data),
            Err(_) => self.record_for(Vec::new(), code.to_owned(), data),
        }
    }

    fn record_for(&mut self, listeners: Vec<WebhookId>, r#type: String, data: &Value) -> EventId {
        let id = EventId::from(self.random.id("event_"));
        let event =
            Event { id: id.clone(), r#type, source: "api", happened_on: self.now(), data: data.to_string().into() };
        self.events.add(event, listeners);
        id
    }

    /// Something happened to a user who is there.
    pub(super) fn record_user(&mut self, r#type: EventType, user: Number) {
        if let Some(data) = self.users.at(user).map(|user| user_data(self, user)) {
            self.record(r#type, &data);
        }
    }

    /// Something happened to an organization that is there.
    pub(super) fn record_organization(&mut self, r#type: EventType, code: &str) {
        if let Ok(data) = self.organizations.get(code).map(organization_data) {
            self.record(r#type, &data);
        }
    }

    /// Something happened to a role that is there.
    pub(super) fn record_role(&mut self, r#type: EventType, id: &str) {
        if let Ok(data) = self.roles.get(id).map(role_data) {
            self.record(r#type, &data);
        }
    }

    /// Something happened to a permission that is there.
    pub(super) fn record_permission(&mut self, r#type: EventType, id: &str) {
        if let Ok(data) = self.permissions.get(id).map(permission_data) {
            self.record(r#type, &data);
        }
    }

    /// What Kinde would send now.
    fn deliveries(&mut self) -> Vec<Request<Vec<u8>>> {
        let untold = self.events.take_untold();
        untold.into_iter().filter_map(|(webhook, event)| self.delivery(&webhook, event)).collect()
    }

    /// `None` where the webhook has been deleted in the meantime.
    fn delivery(&mut self, webhook: &WebhookId, event: Number) -> Option<Request<Vec<u8>>> {
        let (webhook, event) = (self.webhooks.get(webhook.as_str()).ok()?, self.events.at(event)?);
        let moment = date_time(event.happened_on);
        let claims = json!({
            "type": event.r#type,
            "source": event.source,
            "event_id": event.id,
            "timestamp": moment,
            "event_timestamp": moment,
            "data": event.data(),
        });
        let mut request = Request::new(jwt(&mut self.random, &claims).into_bytes());
        *request.method_mut() = Method::POST;
        *request.uri_mut() = webhook.endpoint.parse().ok()?;
        request.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/jwt"));
        request.headers_mut().insert("webhook-id", HeaderValue::from_str(event.id.as_str()).ok()?);
        Some(request)
    }
}

impl Emulator {
    /// What Kinde would send now to the webhooks that are set up: one request for each event that one of them is for,
    /// the oldest first. Nothing is handed out twice.
    ///
    /// Each is a POST to the webhook's endpoint, with the id of the event as `webhook-id`. Its body is a JWT with the
    /// claims `type`, `source`, `event_id`, `timestamp`, `event_timestamp` and `data`; its signature is random, so that a
    /// receiver under test must not check it.
    ///
    /// ```
    /// use kinde_api::emulator::Emulator;
    ///
    /// let emulator = Emulator::new();
    /// emulator.add_event("user.authenticated", serde_json::json!({}));
    /// assert!(emulator.webhooks().is_empty(), "none is set up");
    /// ```
    #[must_use]
    pub fn webhooks(&self) -> Vec<Request<Vec<u8>>> {
        self.with(Business::deliveries)
    }
}

impl Event {
    pub(super) fn data(&self) -> Value {
        serde_json::from_str(&self.data).unwrap_or_default()
    }
}

/// A user, as events tell of one.
pub(super) fn user_data(business: &Business, user: &User) -> Value {
    let codes: Vec<Value> = business
        .organizations
        .of(user.organizations())
        .filter_map(|organization| {
            let number = business.users.number(user.id.as_str()).ok()?;
            let membership = organization.members.get(number, user.id.as_str()).ok()?;
            let roles: Vec<Value> = business.roles.of(membership.roles()).map(short_role).collect();
            let permissions = business.permissions.of(membership.permissions());
            let permissions: Vec<Value> =
                permissions.map(|permission| json!({"id": permission.id, "key": permission.key})).collect();
            Some(json!({"code": organization.code, "roles": roles, "permissions": permissions}))
        })
        .collect();
    json!({
        "user": {
            "id": user.id,
            "email": user.email(),
            "first_name": user.first_name(),
            "last_name": user.last_name(),
            "username": user.username(),
            "phone": user.phone(),
            "image_url": user.picture,
            "is_suspended": user.is_suspended,
            "is_password_reset_requested": user.is_password_reset_requested,
            "organizations": codes,
        }
    })
}

fn short_role(role: &Role) -> Value {
    json!({"id": role.id, "key": role.key})
}

/// An organization, as events tell of one.
pub(super) fn organization_data(organization: &Organization) -> Value {
    json!({
        "organization": {
            "code": organization.code,
            "name": organization.name,
            "handle": organization.handle,
            "external_id": organization.settings.external_id,
        }
    })
}

/// A role, as events tell of one.
pub(super) fn role_data(role: &Role) -> Value {
    json!({"role": {"id": role.id, "key": role.key, "name": role.name, "description": role.description}})
}

/// A permission, as events tell of one.
pub(super) fn permission_data(permission: &Permission) -> Value {
    json!({
        "permission": {
            "id": permission.id,
            "key": permission.key,
            "name": permission.name,
            "description": permission.description,
        }
    })
}
