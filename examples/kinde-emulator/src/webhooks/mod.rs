//! What Kinde would send to webhooks, what became of it, and the key that it is signed with.

pub(crate) mod deliver;
pub(crate) mod signing;

use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http::{Request, Uri};
use serde::Serialize;
use serde_json::Value;

use self::signing::SigningKey;

/// One event for one webhook.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Delivery {
    /// Counts up, so that what becomes of it finds it again.
    #[serde(skip)]
    pub(crate) number: u64,
    /// What the header `webhook-id` says.
    pub(crate) webhook_id: String,
    #[serde(serialize_with = "text")]
    pub(crate) endpoint: Uri,
    /// The claims of the token that is its body.
    pub(crate) event: Value,
    pub(crate) outcome: Outcome,
    /// The token itself.
    pub(crate) body: String,
}

/// What became of a delivery.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Outcome {
    /// Deliveries are not asked for, or the endpoint is on another machine.
    NotSent(String),
    /// It is being sent.
    Sending,
    /// The receiver's status.
    Answered(u16),
    /// Why there was no answer.
    Failed(String),
}

fn text<S: serde::Serializer>(uri: &Uri, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(uri)
}

impl Delivery {
    /// Of what the emulator hands out, signed anew, since its signature is random.
    pub(crate) fn new(number: u64, request: &Request<Vec<u8>>, key: &SigningKey, is_sent: bool) -> Self {
        let claims = claims(request.body()).unwrap_or_default();
        let webhook_id = request.headers().get("webhook-id").and_then(|id| id.to_str().ok());
        let outcome = match deliver::loopback(request.uri()) {
            _ if !is_sent => Outcome::NotSent("--deliver-webhooks was not given".to_owned()),
            Ok(_) => Outcome::Sending,
            Err(reason) => Outcome::NotSent(reason.to_owned()),
        };
        Self {
            number,
            webhook_id: webhook_id.unwrap_or_default().to_owned(),
            endpoint: request.uri().clone(),
            body: key.sign(&claims),
            event: claims,
            outcome,
        }
    }
}

fn claims(token: &[u8]) -> Option<Value> {
    let claims = std::str::from_utf8(token).ok()?.split('.').nth(1)?;
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(claims).ok()?).ok()
}

/// Sends what is to be delivered, one after the other, and tells what became of it.
pub(crate) async fn deliver_all(
    mut deliveries: tokio::sync::mpsc::UnboundedReceiver<Delivery>,
    business: Arc<crate::business::Business>,
) {
    while let Some(delivery) = deliveries.recv().await {
        let outcome = match deliver::send(&delivery).await {
            Ok(status) => Outcome::Answered(status),
            Err(reason) => Outcome::Failed(reason),
        };
        business.settle(delivery.number, outcome);
    }
}
