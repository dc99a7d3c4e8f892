//! The program without a socket, for its own checks.

use std::sync::Arc;
use std::time::Duration;

use http::{Request, Response};
use http_body_util::{BodyExt, Full};
use hyper::body::Bytes;
use tokio::runtime::{self, Runtime};
use tokio::sync::Semaphore;

use crate::business::{Business, Settings};
use crate::control::Admission;
use crate::serve::Server;
use crate::site::Site;
use crate::state::read;
use crate::webhooks::signing::SigningKey;

/// The program as it is once it has begun with a seed file, asked without a socket.
#[doc(hidden)]
#[expect(missing_debug_implementations, reason = "nobody prints a program")]
pub struct InProcess {
    server: Server,
    runtime: Runtime,
}

impl InProcess {
    /// Begins with the content of a seed file: on loopback, or, with a secret, where others reach it. It goes by the name
    /// of `kinde` as well.
    ///
    /// # Errors
    ///
    /// Why the seed is refused, or what else is missing.
    pub fn begin(seed: &[u8], secret: Option<&str>) -> Result<Self, String> {
        let host = if secret.is_some() { "0.0.0.0" } else { "127.0.0.1" };
        let site = Site::find(host, 0, vec!["kinde".to_owned()]).map_err(|error| error.to_string())?;
        let settings = Settings {
            seed: 0,
            client_id: "kinde_emulator".to_owned(),
            client_secret: secret.unwrap_or("kinde_emulator_secret").to_owned(),
            token_lifetime: Duration::from_secs(3600),
            rate_limit: None,
        };
        let signing_key = SigningKey::read(None).map_err(|failure| failure.to_string())?;
        let state = read::json(seed).map_err(|problem| problem.to_string())?;
        let business = Business::new(settings, state, signing_key, None);
        let business = business.map_err(|problem| problem.located_in(seed).to_string())?;
        let runtime = runtime::Builder::new_current_thread().enable_time().build();
        let server = Server {
            business: Arc::new(business),
            domain: site.domain(false, 80),
            admission: Admission { site, secret: secret.map(str::to_owned) },
            logs: false,
            states: Semaphore::new(1),
        };
        Ok(Self { server, runtime: runtime.map_err(|error| error.to_string())? })
    }

    /// The whole answer to a request; nothing where the connection breaks instead, or within it.
    #[must_use]
    pub fn answer(&self, request: Request<Vec<u8>>) -> Option<Response<Vec<u8>>> {
        self.runtime.block_on(async {
            let request = request.map(Full::<Bytes>::from);
            let (head, body) = self.server.answer(request).await.ok()?.into_parts();
            let body = body.collect().await.ok()?.to_bytes();
            Some(Response::from_parts(head, body.into()))
        })
    }
}
