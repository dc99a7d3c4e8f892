//! Ids and secrets: the same for the same seed, so that a test always meets the same ones.

use std::hash::{DefaultHasher, Hash, Hasher};

/// A keyed hash of a count. Whoever sees ids and secrets learns neither the seed nor what comes next: ids are public,
/// and a secret must not follow from them.
#[derive(Debug)]
pub(super) struct Random {
    seed: u64,
    count: u64,
    /// What the next id is to be.
    chosen: Option<String>,
}

impl Random {
    pub(super) fn new(seed: u64) -> Self {
        Self { seed, count: 0, chosen: None }
    }

    fn next(&mut self) -> u64 {
        self.count += 1;
        let mut hasher = DefaultHasher::new();
        (self.seed, self.count).hash(&mut hasher);
        hasher.finish()
    }

    /// The next id is this one.
    pub(super) fn choose(&mut self, id: String) {
        self.chosen = Some(id);
    }

    /// What the next id was chosen to be.
    pub(super) fn chosen(&mut self) -> Option<String> {
        self.chosen.take()
    }

    /// Hexadecimal digits in lower case, at most 32: an id, unless one was chosen.
    pub(super) fn hex(&mut self, digits: usize) -> String {
        self.chosen().unwrap_or_else(|| self.digits(digits))
    }

    fn digits(&mut self, digits: usize) -> String {
        let mut text = format!("{:016x}{:016x}", self.next(), self.next());
        text.truncate(digits);
        text
    }

    /// A prefix and 32 hexadecimal digits.
    pub(super) fn id(&mut self, prefix: &str) -> String {
        self.chosen().unwrap_or_else(|| [prefix, &self.digits(32)].concat())
    }

    /// Hexadecimal digits in the groups of a UUID.
    pub(super) fn uuid(&mut self) -> String {
        if let Some(id) = self.chosen() {
            return id;
        }
        let digits = self.digits(32);
        [&digits[..8], &digits[8..12], &digits[12..16], &digits[16..20], &digits[20..]].join("-")
    }

    /// A secret of letters, digits, `-` and `_`: 288 bits of them.
    pub(super) fn secret(&mut self) -> String {
        super::base64::encode_url_safe(&self.bytes::<36>())
    }

    pub(super) fn bytes<const LENGTH: usize>(&mut self) -> [u8; LENGTH] {
        std::array::from_fn(|_| self.next().to_be_bytes()[0])
    }
}

#[cfg(test)]
mod tests {
    use super::Random;

    #[test]
    fn is_the_same_for_the_same_seed() {
        assert_eq!(Random::new(1).hex(32), Random::new(1).hex(32));
        assert_ne!(Random::new(1).hex(32), Random::new(2).hex(32));
    }

    #[test]
    fn is_another_every_time() {
        let mut random = Random::new(0);
        assert_ne!(random.hex(32), random.hex(32));
        assert_ne!(random.secret(), random.secret());
    }

    #[test]
    fn makes_the_forms_that_kinde_has() {
        let mut random = Random::new(0);
        assert_eq!(random.hex(11).len(), 11);
        let id = random.id("kp_");
        assert_eq!((&id[..3], id.len()), ("kp_", 35));
        assert!(id[3..].bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f')), "{id}");
        let uuid = random.uuid();
        assert_eq!(uuid.split('-').map(str::len).collect::<Vec<_>>(), [8, 4, 4, 4, 12]);
        let secret = random.secret();
        assert_eq!(secret.len(), 48);
        assert!(secret.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')), "{secret}");
    }
}
