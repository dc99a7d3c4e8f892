//! Connected apps, put in, and users who sign in to one.

use crate::Secret;
use crate::emulator::{Emulator, Unknown};

/// How long what an app gives holds, in seconds.
const LIFETIME: u64 = 3600;

impl Emulator {
    /// Adds an app that users can be connected to. Its reference is what Kinde calls `key_code_ref`.
    ///
    /// ```
    /// use kinde_api::connected_apps::{GetConnectedAppAuthUrl, GetConnectedAppToken};
    /// use kinde_api::emulator::Emulator;
    ///
    /// let emulator = Emulator::new();
    /// emulator.add_connected_app("crm");
    /// let user = emulator.add_user("member1@example.com");
    ///
    /// // The program sends the user to the URL, where the user signs in.
    /// let client = emulator.client();
    /// let begun = client.send(&GetConnectedAppAuthUrl::new("crm").user_id(&user))?;
    /// let session_id = begun.session_id.unwrap();
    /// let access_token = emulator.sign_in_to_connected_app(&session_id)?;
    ///
    /// let token = client.send(&GetConnectedAppToken::new(&session_id))?;
    /// assert_eq!(token.access_token, Some(access_token));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn add_connected_app(&self, key_code_ref: impl Into<String>) {
        let key_code_ref = key_code_ref.into();
        self.with(|business| business.connected_apps.add(key_code_ref));
    }

    /// A user signs in to a connected app, as [`Emulator::add_connected_app`] shows, at the URL of
    /// [`GetConnectedAppAuthUrl`](crate::connected_apps::GetConnectedAppAuthUrl). Returns the access token that the app
    /// gives. It is valid for an hour.
    ///
    /// # Errors
    ///
    /// If there is no such session.
    pub fn sign_in_to_connected_app(&self, session_id: impl Into<Secret>) -> Result<Secret, Unknown> {
        let session_id = session_id.into();
        self.with(|business| {
            let access_token = Secret::from(business.random.secret());
            let expires_on = business.now().saturating_add(LIFETIME);
            let session = business.connected_apps.session_mut(session_id.expose())?;
            session.access_token = Some((access_token.clone(), expires_on));
            Ok(access_token)
        })
    }
}
