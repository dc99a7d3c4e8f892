//! Signs webhooks as Kinde does: JWTs by RS256, with the key at `/.well-known/jwks`.

use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::rand::SystemRandom;
use ring::rsa::{KeyPair, PublicKeyComponents};
use ring::signature::RSA_PKCS1_SHA256;
use rustls::pki_types::PrivatePkcs8KeyDer;
use rustls::pki_types::pem::PemObject;
use serde_json::{Value, json};

use crate::failure::Failure;

/// A key that everybody knows. Its signature says that an event is of some kinde-emulator, which is all that a test needs.
const PUBLIC_KEY: &[u8] = include_bytes!("public_signing_key.der");

const KEY_ID: &str = "kinde-emulator";

pub(crate) struct SigningKey(KeyPair);

impl SigningKey {
    /// The key of a file, or the one that everybody knows.
    pub(crate) fn read(file: Option<&Path>) -> Result<Self, Failure> {
        let Some(path) = file else {
            return KeyPair::from_pkcs8(PUBLIC_KEY).map(Self).map_err(Failure::other);
        };
        let der = PrivatePkcs8KeyDer::from_pem_file(path);
        let der = der.map_err(|error| Failure::file(path, format!("is not a PKCS#8 PEM: {error}")))?;
        let key = KeyPair::from_pkcs8(der.secret_pkcs8_der());
        key.map(Self).map_err(|error| Failure::file(path, format!("is not an RSA key of at least 2048 bits: {error}")))
    }

    /// A JWT with these claims.
    pub(crate) fn sign(&self, claims: &Value) -> String {
        let header = json!({"alg": "RS256", "kid": KEY_ID, "typ": "JWT"});
        let part = |json: &Value| URL_SAFE_NO_PAD.encode(json.to_string());
        let signed = format!("{}.{}", part(&header), part(claims));
        let mut signature = vec![0; self.0.public().modulus_len()];
        // It fails only where the system has no random numbers; a receiver refuses the token then.
        let _ = self.0.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), signed.as_bytes(), &mut signature);
        format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature))
    }

    /// What `/.well-known/jwks` says.
    pub(crate) fn jwks(&self) -> Value {
        let public = PublicKeyComponents::<Vec<u8>>::from(self.0.public());
        let (n, e) = (URL_SAFE_NO_PAD.encode(public.n), URL_SAFE_NO_PAD.encode(public.e));
        json!({"keys": [{"kty": "RSA", "use": "sig", "alg": "RS256", "kid": KEY_ID, "n": n, "e": e}]})
    }
}

#[cfg(test)]
mod tests {
    use base64::Engine;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;
    use ring::signature::{RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents};
    use serde_json::json;

    use super::SigningKey;

    #[test]
    fn signs_what_its_key_verifies() {
        let key = SigningKey::read(None).unwrap();
        let token = key.sign(&json!({"type": "user.created"}));
        let (signed, signature) = token.rsplit_once('.').unwrap();
        let jwk = &key.jwks()["keys"][0];
        let number = |name: &str| URL_SAFE_NO_PAD.decode(jwk[name].as_str().unwrap()).unwrap();
        let public = RsaPublicKeyComponents { n: number("n"), e: number("e") };
        let mut signature = URL_SAFE_NO_PAD.decode(signature).unwrap();
        let verify = |signature: &[u8]| public.verify(&RSA_PKCS1_2048_8192_SHA256, signed.as_bytes(), signature);
        assert!(verify(&signature).is_ok());
        signature[0] ^= 1;
        assert!(verify(&signature).is_err());
    }

    #[test]
    fn says_why_a_file_is_no_key() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let failure = SigningKey::read(Some(file.path())).err().unwrap().to_string();
        assert!(failure.contains("is not a PKCS#8 PEM"), "{failure}");
    }
}
