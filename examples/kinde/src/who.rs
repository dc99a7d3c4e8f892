//! A user as people name them.

use std::str::FromStr;

use kinde_api::UserId;

/// A user, by id or by address.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Who {
    Id(UserId),
    Email(String),
}

impl FromStr for Who {
    type Err = String;

    /// No id has an `@`.
    fn from_str(text: &str) -> Result<Self, String> {
        if text.contains('@') {
            return address(text).map(Self::Email);
        }
        if text.is_empty() || text.contains(is_out_of_place) {
            return Err(format!("`{}` is not the id of a user", text.escape_debug()));
        }
        Ok(Self::Id(text.into()))
    }
}

/// An address that can be asked for: Kinde takes several at once, with commas between them.
pub(crate) fn address(text: &str) -> Result<String, String> {
    let is_address = text.split_once('@').is_some_and(|(name, host)| !name.is_empty() && !host.is_empty());
    if is_address && !text.contains(is_out_of_place) {
        return Ok(text.to_owned());
    }
    Err(format!("`{}` is not an e-mail address", text.escape_debug()))
}

fn is_out_of_place(character: char) -> bool {
    character == ',' || character.is_whitespace() || character.is_control()
}

#[cfg(test)]
mod tests {
    use super::Who;

    #[test]
    fn tells_an_address_from_an_id() {
        assert_eq!("kp_1".parse(), Ok(Who::Id("kp_1".into())));
        assert_eq!("member1@example.com".parse(), Ok(Who::Email("member1@example.com".to_owned())));
        for (text, error) in [
            ("", "`` is not the id of a user"),
            ("kp_1,kp_2", "`kp_1,kp_2` is not the id of a user"),
            ("kp_1\n", "`kp_1\\n` is not the id of a user"),
            ("@example.com", "`@example.com` is not an e-mail address"),
            ("member1@", "`member1@` is not an e-mail address"),
            ("a@example.com,b@example.com", "`a@example.com,b@example.com` is not an e-mail address"),
            ("member 1@example.com", "`member 1@example.com` is not an e-mail address"),
        ] {
            assert_eq!(text.parse::<Who>(), Err(error.to_owned()));
        }
    }
}
