//! How much memory the lists and maps inside one answer may take: `{},` is three bytes, and an item of them a hundred.

use std::cell::Cell;

use serde::de::Error;

/// What any answer may take beside its share, so that a short one is never refused.
const FREE: usize = 32 << 10;

/// How many bytes of lists and maps a byte of the body may become. While a list grows, it is there one and a half times.
const SHARE: usize = 5;

thread_local! {
    // serde hands nothing of ours from one item to the next; reading an answer stays on one thread.
    static LEFT: Cell<usize> = const { Cell::new(usize::MAX) };
}

/// Holds while one answer is read.
pub(crate) struct Budget {
    before: usize,
}

impl Budget {
    pub(crate) fn of_body(length: usize) -> Self {
        Self { before: LEFT.replace(FREE + SHARE * length) }
    }
}

impl Drop for Budget {
    fn drop(&mut self) {
        LEFT.set(self.before);
    }
}

/// Takes as many bytes for a list or a map, or fails where they are not left.
pub(crate) fn charge<E: Error>(bytes: usize) -> Result<(), E> {
    let Some(left) = LEFT.get().checked_sub(bytes) else {
        return Err(E::custom("lists that take far more memory than the answer is long"));
    };
    LEFT.set(left);
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::Error;

    use super::{Budget, FREE, SHARE, charge};

    #[test]
    fn an_answer_has_its_share_and_no_more() {
        {
            let _budget = Budget::of_body(100);
            assert!(charge::<Error>(FREE).is_ok());
            {
                let _inner = Budget::of_body(0);
                assert!(charge::<Error>(FREE + 1).is_err());
            }
            assert!(charge::<Error>(100 * SHARE).is_ok());
            assert!(charge::<Error>(1).is_err());
            assert!(charge::<Error>(0).is_ok());
        }
        assert!(charge::<Error>(FREE + 100 * SHARE + 1).is_ok(), "outside of an answer there is no limit");
    }
}
