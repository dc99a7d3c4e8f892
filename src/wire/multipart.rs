//! `multipart/form-data` with one file, as RFC 7578 and the WHATWG's form encoding have it.

use std::borrow::Cow;

use http::HeaderValue;

use crate::RequestError;

/// A form, written, and its content type with the boundary.
pub(crate) struct Form {
    pub(crate) content_type: HeaderValue,
    pub(crate) body: Vec<u8>,
}

impl Form {
    pub(crate) fn new(field: &str, file_name: &str, content_type: &str, content: &[u8]) -> Result<Self, RequestError> {
        let file_name = quoted_file_name(file_name)?;
        check_content_type(content_type)?;
        let boundary = Boundary::absent_from(content);
        let boundary = boundary.as_slice();
        // `concat` measures first, so that the body is written into a place of its size.
        let body = [
            b"--",
            boundary,
            b"\r\nContent-Disposition: form-data; name=\"",
            field.as_bytes(),
            b"\"; filename=\"",
            file_name.as_bytes(),
            b"\"\r\nContent-Type: ",
            content_type.as_bytes(),
            b"\r\n\r\n",
            content,
            b"\r\n--",
            boundary,
            b"--\r\n",
        ]
        .concat();
        let content_type = HeaderValue::try_from([b"multipart/form-data; boundary=", boundary].concat())
            .map_err(|error| RequestError::Http(error.into()))?;
        Ok(Self { content_type, body })
    }
}

/// A file name as it stands between quotes: `"` and line ends percent-encoded, as browsers do.
fn quoted_file_name(file_name: &str) -> Result<Cow<'_, str>, RequestError> {
    let refused = |reason| Err(RequestError::Form { name: "file_name", reason });
    if file_name.is_empty() {
        return refused("is empty");
    }
    if file_name.chars().any(|character| character.is_control() && !matches!(character, '\r' | '\n')) {
        return refused("holds a control character");
    }
    if !file_name.contains(['"', '\r', '\n']) {
        return Ok(Cow::Borrowed(file_name));
    }
    Ok(Cow::Owned(file_name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A")))
}

/// So that it can't end its line, and so that a file name given in its place is noticed.
fn check_content_type(content_type: &str) -> Result<(), RequestError> {
    let media_type = content_type.split_once(';').map_or(content_type, |(media_type, _)| media_type.trim_ascii_end());
    let is_media_type =
        media_type.split_once('/').is_some_and(|(main_type, subtype)| is_token(main_type) && is_token(subtype));
    if !is_media_type {
        return Err(RequestError::Form { name: "content_type", reason: "is not of the form type/subtype" });
    }
    if !content_type.bytes().all(|byte| byte == b' ' || byte.is_ascii_graphic()) {
        return Err(RequestError::Form { name: "content_type", reason: "can't stand in a header" });
    }
    Ok(())
}

/// A token of RFC 9110, section 5.6.2.
fn is_token(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte))
}

/// Sixty dashes and a number that follows no such run in the content: the same for the same content, for ever.
///
/// At most 70 characters, as RFC 2046 wants it: ten digits would be needed for half a terabyte of nothing but other
/// boundaries.
struct Boundary {
    text: [u8; Self::LONGEST],
    length: usize,
}

impl Boundary {
    const DASHES: usize = 60;
    const LONGEST: usize = 70;

    /// Takes, digit by digit, the one that follows the fewest runs in the content, until it follows none. Each digit
    /// leaves at most a tenth of the runs, so that the time is in proportion to the content, whatever it is.
    fn absent_from(content: &[u8]) -> Self {
        let mut boundary = Self { text: [b'-'; Self::LONGEST], length: Self::DASHES };
        while boundary.length < Self::LONGEST {
            let (digit, runs) = boundary.rarest_next_digit(content);
            boundary.text[boundary.length] = digit;
            boundary.length += 1;
            if runs == 0 {
                break;
            }
        }
        boundary
    }

    fn rarest_next_digit(&self, content: &[u8]) -> (u8, usize) {
        let mut runs_before = [0; 10];
        for end in LongRuns::of(content) {
            let number = content[end..].strip_prefix(&self.text[Self::DASHES..self.length]);
            if let Some(digit) = number.and_then(<[u8]>::first).filter(|byte| byte.is_ascii_digit()) {
                runs_before[usize::from(digit - b'0')] += 1;
            }
        }
        (b'0'..=b'9').zip(runs_before).min_by_key(|(_, runs)| *runs).unwrap_or((b'0', 0))
    }

    fn as_slice(&self) -> &[u8] {
        &self.text[..self.length]
    }
}

/// The ends of the runs of sixty dashes and more.
///
/// Such a run holds a whole [`WORD`](Self::WORD) at one of the places that are looked at, whatever stands before it.
struct LongRuns<'a> {
    content: &'a [u8],
    position: usize,
}

impl<'a> LongRuns<'a> {
    const WORD: [u8; 8] = [b'-'; 8];
    /// From one place to the next, and from the end of a run to the last place that the next run can't miss.
    const STEP: usize = Boundary::DASHES - Self::WORD.len() + 1;

    fn of(content: &'a [u8]) -> Self {
        Self { content, position: Self::STEP - 1 }
    }
}

impl Iterator for LongRuns<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        while let Some(rest) = self.content.get(self.position..) {
            if *rest.first_chunk()? != Self::WORD {
                self.position += Self::STEP;
                continue;
            }
            let end = self.position + leading_dashes(rest);
            self.position = end + Self::STEP;
            if self.content[..end].ends_with(&[b'-'; Boundary::DASHES]) {
                return Some(end);
            }
        }
        None
    }
}

fn leading_dashes(bytes: &[u8]) -> usize {
    let words = bytes.chunks_exact(8).take_while(|word| **word == LongRuns::WORD).count();
    words * 8 + bytes[words * 8..].iter().take_while(|byte| **byte == b'-').count()
}

#[cfg(test)]
mod tests {
    use super::{Boundary, Form, LongRuns};

    fn boundary(content: &[u8]) -> String {
        String::from_utf8(Boundary::absent_from(content).as_slice().to_vec()).unwrap()
    }

    fn with_number(number: &str) -> String {
        format!("{}{number}", "-".repeat(60))
    }

    #[test]
    fn writes_a_form() {
        let form = Form::new("logo", "logo.png", "image/png", b"\x89PNG\r\n").unwrap();
        let expected = "--BOUNDARY\r\n\
            Content-Disposition: form-data; name=\"logo\"; filename=\"logo.png\"\r\n\
            Content-Type: image/png\r\n\
            \r\n\
            \u{89}PNG\r\n\
            \r\n\
            --BOUNDARY--\r\n"
            .replace("BOUNDARY", &with_number("0"));
        let expected: Vec<u8> = expected.chars().map(|character| u8::try_from(character).unwrap()).collect();
        assert_eq!(form.body, expected);
        assert_eq!(form.content_type, format!("multipart/form-data; boundary={}", with_number("0")));
    }

    #[test]
    fn quotes_the_file_name() {
        let form = Form::new("logo", "a\"b\r\nc\\d é.png", "image/png", b"").unwrap();
        let body = String::from_utf8(form.body).unwrap();
        assert!(body.contains("; filename=\"a%22b%0D%0Ac\\d é.png\"\r\n"), "{body}");
    }

    #[test]
    fn takes_content_types_with_parameters() {
        for content_type in ["image/svg+xml", "image/svg+xml; charset=utf-8", "image/svg+xml ;charset=\"a b\""] {
            assert!(Form::new("logo", "logo", content_type, b"").is_ok(), "{content_type}");
        }
    }

    #[test]
    fn refuses_what_breaks_the_header_of_a_part() {
        for (file_name, content_type, text) in [
            ("", "image/png", "the `file_name` is empty"),
            ("a\0", "image/png", "the `file_name` holds a control character"),
            ("a\u{7f}", "image/png", "the `file_name` holds a control character"),
            ("a\u{85}", "image/png", "the `file_name` holds a control character"),
            ("a", "", "the `content_type` is not of the form type/subtype"),
            ("a", "logo.png", "the `content_type` is not of the form type/subtype"),
            ("a", "image/", "the `content_type` is not of the form type/subtype"),
            ("a", "/png", "the `content_type` is not of the form type/subtype"),
            ("a", "image/png\r\nX: y", "the `content_type` is not of the form type/subtype"),
            ("a", "image/png;\r\nX: y", "the `content_type` can't stand in a header"),
            ("a", "image/png; x=é", "the `content_type` can't stand in a header"),
        ] {
            let error = Form::new("logo", file_name, content_type, b"").map(|_| ()).unwrap_err();
            assert_eq!(error.to_string(), text, "{file_name:?} {content_type:?}");
        }
    }

    #[test]
    fn takes_the_first_number_that_follows_no_run() {
        let run = |number: &str| with_number(number).into_bytes();
        assert_eq!(boundary(b""), with_number("0"));
        assert_eq!(boundary(b"0"), with_number("0"));
        assert_eq!(boundary(&run("")), with_number("0"));
        assert_eq!(boundary(&run("0")), with_number("1"));
        assert_eq!(boundary(&run("1")), with_number("0"));
        assert_eq!(boundary(&run("x0")), with_number("0"));
        assert_eq!(boundary(&[&b"-"[..], &run("01")].concat()), with_number("1"));
        assert_eq!(boundary(&run("0")[1..]), with_number("0"), "59 dashes are no run");
    }

    #[test]
    fn takes_more_digits_where_each_is_taken() {
        let all: Vec<u8> = (0..10).flat_map(|digit| with_number(&digit.to_string()).into_bytes()).collect();
        assert_eq!(boundary(&all), with_number("00"));
        let all: Vec<u8> = (0..100).flat_map(|number| with_number(&format!("{number:02}")).into_bytes()).collect();
        assert_eq!(boundary(&all), with_number("000"));
    }

    #[test]
    fn finds_every_run_wherever_it_stands() {
        for before in 0..130 {
            for dashes in [59, 60, 61, 119, 120, 121] {
                let content = ["x".repeat(before), "-".repeat(dashes), "x".repeat(70), "-".repeat(60)].concat();
                let expected: Vec<usize> = [(dashes, before + dashes), (60, content.len())]
                    .into_iter()
                    .filter_map(|(dashes, end)| (dashes >= 60).then_some(end))
                    .collect();
                assert_eq!(LongRuns::of(content.as_bytes()).collect::<Vec<_>>(), expected, "{before} {dashes}");
            }
        }
    }
}
