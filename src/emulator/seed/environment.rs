//! What the environment is set to.

use crate::emulator::Emulator;
use crate::organizations::PasskeyPolicy;

impl Emulator {
    /// Sets the environment's policy for passkeys. It is `off` at first.
    pub fn set_passkey_policy(&self, policy: impl Into<PasskeyPolicy>) {
        let policy = policy.into();
        self.with(|business| business.environment.passkey_policy = policy);
    }
}
