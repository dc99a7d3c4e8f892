//! Ids and secrets: the same for the same seed, so that a test always meets the same ones.

/// `SplitMix64`: small, and good enough where nothing has to stay secret.
#[derive(Debug)]
pub(super) struct Random(u64);

impl Random {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }

    /// Hexadecimal digits in lower case, at most 32.
    pub(super) fn hex(&mut self, digits: usize) -> String {
        let mut text = format!("{:016x}{:016x}", self.next(), self.next());
        text.truncate(digits);
        text
    }

    /// A prefix and 32 hexadecimal digits.
    pub(super) fn id(&mut self, prefix: &str) -> String {
        format!("{prefix}{}", self.hex(32))
    }

    /// Hexadecimal digits in the groups of a UUID.
    pub(super) fn uuid(&mut self) -> String {
        let digits = self.hex(32);
        [&digits[..8], &digits[8..12], &digits[12..16], &digits[16..20], &digits[20..]].join("-")
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
    fn makes_the_forms_that_kinde_has() {
        let mut random = Random::new(0);
        assert_eq!(random.hex(11), "e220a8397b1");
        assert_eq!(random.id("kp_").len(), 35);
        let uuid = random.uuid();
        assert_eq!(uuid.split('-').map(str::len).collect::<Vec<_>>(), [8, 4, 4, 4, 12]);
    }
}
