//! The password of a user.

use http::{Method, Request};
use serde::Serialize;

use crate::endpoints::inputs::options;
use crate::open_enum::open_enum;
use crate::{Api, Endpoint, RequestBuilder, RequestError, Secret, SuccessResponse, UserId};

/// `PUT /api/v1/users/{user_id}/password`: sets the password of a user, by its hash.
///
/// Scope: `update:user_passwords`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// It replaces the user's password, which can't be undone. Kinde takes the hash of a password, made with bcrypt unless
/// another [method](HashingMethod) is set. What goes with a hash depends on the method:
///
/// | method | needs | may have | refuses |
/// |---|---|---|---|
/// | `bcrypt` | | | |
/// | `md5`, `sha256` | | `salt`, and then `salt_position` | |
/// | `pbkdf2` | `salt` in base64, `variant` | `iterations`, 24,000 unless set | |
/// | `firebase-scrypt` | `salt`, `signer_key` and `salt_separator` in base64, `rounds` 1 to 16, `mem_cost` 1 to 20 | | `iterations`, `variant` |
/// | `aspnet-identity-v2` | | | `salt`, `salt_position`, `iterations`, `variant` |
///
/// Fields for `firebase-scrypt` are refused with other methods. Kinde checks all of this. A bcrypt hash that begins
/// with `$2b$` is stored as `$2a$`.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::users::{HashingMethod, SaltPosition, SetUserPassword};
///
/// let password = SetUserPassword::new("kp_17", "5f4dcc3b5aa765d61d8327deb882cf99")
///     .hashing_method(HashingMethod::Md5)
///     .salt("pepper")
///     .salt_position(SaltPosition::Prefix)
///     .is_temporary_password(true);
/// assert_eq!(password.request(&api)?.uri().path(), "/api/v1/users/kp_17/password");
///
/// // Hash and salt are secret: nothing prints them.
/// assert!(!format!("{password:?}").contains("5f4dcc"));
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/users/put/api/v1/users/{user_id}/password)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct SetUserPassword {
    /// The user.
    #[serde(skip)]
    pub user_id: UserId,
    /// The hash of the password. For `aspnet-identity-v2` it is the `PasswordHash` as ASP.NET stores it, in base64.
    pub hashed_password: Secret,
    /// How the hash was made; bcrypt unless set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hashing_method: Option<HashingMethod>,
    /// What was added to the password before it was hashed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub salt: Option<Secret>,
    /// Where the salt was added.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub salt_position: Option<SaltPosition>,
    /// How many iterations were made, for `pbkdf2`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub iterations: Option<u32>,
    /// Which form of `pbkdf2` it was, such as `salted-pbkdf2-hmac-sha256`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub variant: Option<String>,
    /// The signer key of a Firebase project, in base64.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signer_key: Option<Secret>,
    /// The salt separator of a Firebase project, in base64.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub salt_separator: Option<Secret>,
    /// The rounds of a Firebase project, 1 to 16.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rounds: Option<u32>,
    /// The memory cost of a Firebase project, 1 to 20.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mem_cost: Option<u32>,
    /// Whether the user has to choose a new password after signing in with this one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_temporary_password: Option<bool>,
}

options! {
    /// With the user and the hash, made with bcrypt.
    SetUserPassword::new(user_id: into UserId, hashed_password: into Secret) {
        hashing_method: into HashingMethod;
        salt: into Secret;
        salt_position: into SaltPosition;
        iterations: plain u32;
        variant: into String;
        signer_key: into Secret;
        salt_separator: into Secret;
        rounds: plain u32;
        mem_cost: plain u32;
        is_temporary_password: plain bool;
    }
}

impl Endpoint for SetUserPassword {
    type Output = SuccessResponse;
    const METHOD: Method = Method::PUT;
    const PATH: &'static str = "/api/v1/users/{user_id}/password";
    const OPERATION_ID: &'static str = "SetUserPassword";
    const SCOPE: &'static str = "update:user_passwords";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.user_id).json(self).secret_body(true).build()
    }
}

open_enum! {
    /// How the hash of a password was made, for [`SetUserPassword`].
    pub enum HashingMethod {
        /// bcrypt, the default.
        Bcrypt = "bcrypt",
        /// `crypt` of Unix.
        Crypt = "crypt",
        /// MD5.
        Md5 = "md5",
        /// SHA-256.
        Sha256 = "sha256",
        /// As `WordPress` does it.
        Wordpress = "wordpress",
        /// PBKDF2, in one of its [variants](SetUserPassword::variant).
        Pbkdf2 = "pbkdf2",
        /// scrypt as Firebase does it.
        FirebaseScrypt = "firebase-scrypt",
        /// As the second version of ASP.NET Identity does it.
        AspnetIdentityV2 = "aspnet-identity-v2",
    }
}

open_enum! {
    /// Where the salt was added to a password, for [`SetUserPassword`].
    pub enum SaltPosition {
        /// Before the password.
        Prefix = "prefix",
        /// After the password.
        Suffix = "suffix",
    }
}
