//! Base64: the standard alphabet for page tokens, the one for URLs for JWTs.

const STANDARD: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const URL_SAFE: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// With padding.
pub(super) fn encode(bytes: &[u8]) -> String {
    let mut text = encode_with(STANDARD, bytes);
    while text.len() % 4 != 0 {
        text.push('=');
    }
    text
}

/// Without padding, as JWTs are written.
pub(super) fn encode_url_safe(bytes: &[u8]) -> String {
    encode_with(URL_SAFE, bytes)
}

fn encode_with(alphabet: &[u8; 64], bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let group = chunk.iter().fold(0, |group, byte| group << 8 | u32::from(*byte)) << (8 * (3 - chunk.len()));
        for digit in 0..=chunk.len() {
            let index = group >> (18 - 6 * digit) & 0b11_1111;
            text.push(char::from(alphabet[index as usize]));
        }
    }
    text
}

/// Reads the standard alphabet with its padding; `None` where it is anything else.
pub(super) fn decode(text: &str) -> Option<Vec<u8>> {
    if text.len() % 4 != 0 {
        return None;
    }
    let digits = text.strip_suffix("==").or_else(|| text.strip_suffix('=')).unwrap_or(text);
    let mut bytes = Vec::with_capacity(digits.len() / 4 * 3 + 2);
    for chunk in digits.as_bytes().chunks(4) {
        let mut group = 0;
        for digit in chunk {
            group = group << 6 | value(*digit)?;
        }
        group <<= 6 * (4 - chunk.len());
        bytes.extend_from_slice(&group.to_be_bytes()[1..chunk.len()]);
    }
    Some(bytes)
}

fn value(digit: u8) -> Option<u32> {
    STANDARD.iter().position(|known| *known == digit).and_then(|index| u32::try_from(index).ok())
}

#[cfg(test)]
mod tests {
    use super::{decode, encode, encode_url_safe};

    #[test]
    fn writes_and_reads_the_vectors_of_rfc_4648() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
            ("1:::id_asc", "MTo6OmlkX2FzYw=="),
        ] {
            assert_eq!(encode(bytes.as_bytes()), text);
            assert_eq!(decode(text).as_deref(), Some(bytes.as_bytes()), "{text}");
        }
    }

    #[test]
    fn has_an_alphabet_for_urls() {
        assert_eq!(encode(b"\xfb\xff\xfe"), "+//+");
        assert_eq!(encode_url_safe(b"\xfb\xff\xfe"), "-__-");
        assert_eq!(encode_url_safe(b"f"), "Zg");
    }

    #[test]
    fn refuses_what_is_no_base64() {
        for text in ["Zg", "Zg=", "Z===", "Zm9v\n", "Zm 9", "Zm9é", "-__-", "Z=g="] {
            assert_eq!(decode(text), None, "{text}");
        }
    }
}
