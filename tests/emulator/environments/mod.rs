mod environment;
mod feature_flags;
mod logos;
mod passkey;
