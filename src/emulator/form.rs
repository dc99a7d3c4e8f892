//! Reads a `multipart/form-data` body (RFC 7578). Written apart from what writes one, so that each checks the other.

/// The longest boundary that RFC 2046 allows.
const LONGEST_BOUNDARY: usize = 70;

/// One field of a form.
#[derive(Debug, PartialEq)]
pub(super) struct Part<'a> {
    pub(super) name: String,
    pub(super) file_name: Option<String>,
    pub(super) content_type: Option<String>,
    pub(super) content: &'a [u8],
}

/// Why a body is no form.
#[derive(Debug, PartialEq, thiserror::Error)]
pub(super) enum FormError {
    #[error("the Content-Type is not multipart/form-data with a boundary")]
    ContentType,
    #[error("the boundary is not found where the form begins")]
    NoBeginning,
    #[error("the form ends without its last boundary")]
    NoEnd,
    #[error("a line with the boundary goes on after it")]
    Boundary,
    #[error("the headers of a part are malformed")]
    Headers,
    #[error("a part has no name")]
    NoName,
}

/// The parts of a form, in their order.
pub(super) fn read<'a>(content_type: &str, body: &'a [u8]) -> Result<Vec<Part<'a>>, FormError> {
    let delimiter = [b"\r\n--", boundary(content_type)?.as_bytes()].concat();
    let mut rest = after_preamble(body, &delimiter)?;
    let mut parts = Vec::new();
    while !rest.starts_with(b"--") {
        let (headers, content) = split_at(line_end(rest)?, b"\r\n\r\n").ok_or(FormError::Headers)?;
        let (content, after) = split_at(content, &delimiter).ok_or(FormError::NoEnd)?;
        parts.push(part(headers, content)?);
        rest = after;
    }
    Ok(parts)
}

/// The boundary that a content type names, in quotes or without.
fn boundary(content_type: &str) -> Result<&str, FormError> {
    let (essence, parameters) = content_type.split_once(';').ok_or(FormError::ContentType)?;
    if !essence.trim().eq_ignore_ascii_case("multipart/form-data") {
        return Err(FormError::ContentType);
    }
    let boundary = parameter(parameters, "boundary").ok_or(FormError::ContentType)?;
    let is_boundary = (1..=LONGEST_BOUNDARY).contains(&boundary.len()) && !boundary.ends_with(' ');
    if is_boundary { Ok(boundary) } else { Err(FormError::ContentType) }
}

/// What follows the first boundary, which may stand at the very beginning.
fn after_preamble<'a>(body: &'a [u8], delimiter: &[u8]) -> Result<&'a [u8], FormError> {
    match body.strip_prefix(&delimiter[2..]) {
        Some(rest) => Ok(rest),
        None => split_at(body, delimiter).map(|(_, rest)| rest).ok_or(FormError::NoBeginning),
    }
}

/// What follows the end of a line that holds nothing more but white space.
fn line_end(rest: &[u8]) -> Result<&[u8], FormError> {
    let padding = rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    rest[padding..].strip_prefix(b"\r\n").ok_or(FormError::Boundary)
}

/// What stands before the first occurrence of a separator, and what after it.
fn split_at<'a>(bytes: &'a [u8], separator: &[u8]) -> Option<(&'a [u8], &'a [u8])> {
    let position = bytes.windows(separator.len()).position(|window| window == separator)?;
    Some((&bytes[..position], &bytes[position + separator.len()..]))
}

fn part<'a>(headers: &[u8], content: &'a [u8]) -> Result<Part<'a>, FormError> {
    let headers = String::from_utf8_lossy(headers);
    let (mut name, mut file_name, mut content_type) = (None, None, None);
    for line in headers.split("\r\n") {
        let (header, value) = line.split_once(':').ok_or(FormError::Headers)?;
        if header.eq_ignore_ascii_case("content-disposition") {
            let (kind, parameters) = value.split_once(';').unwrap_or((value, ""));
            if !kind.trim().eq_ignore_ascii_case("form-data") {
                return Err(FormError::Headers);
            }
            name = parameter(parameters, "name").map(unescape);
            file_name = parameter(parameters, "filename").map(unescape);
        } else if header.eq_ignore_ascii_case("content-type") {
            content_type = Some(value.trim().to_owned());
        }
    }
    Ok(Part { name: name.ok_or(FormError::NoName)?, file_name, content_type, content })
}

/// The value of one of the parameters `a=b; c="d"`. A quoted one ends at the next quote: browsers write a quote within
/// as `%22`, and a backslash as it is.
fn parameter<'a>(mut parameters: &'a str, wanted: &str) -> Option<&'a str> {
    loop {
        let (name, rest) = parameters.split_once('=')?;
        let name = name.trim_matches(|character: char| character == ';' || character.is_ascii_whitespace());
        let (value, after) = match rest.strip_prefix('"') {
            Some(quoted) => quoted.split_once('"')?,
            None => rest.split_once(';').unwrap_or((rest, "")),
        };
        if name.eq_ignore_ascii_case(wanted) {
            return Some(if rest.starts_with('"') { value } else { value.trim() });
        }
        parameters = after;
    }
}

fn unescape(value: &str) -> String {
    value.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n")
}

#[cfg(test)]
mod tests {
    use super::{FormError, Part, read};

    const TYPE: &str = "multipart/form-data; boundary=B";

    fn file(content: &[u8]) -> Part<'_> {
        let (name, file_name) = ("logo".to_owned(), Some("logo.png".to_owned()));
        Part { name, file_name, content_type: Some("image/png".to_owned()), content }
    }

    #[test]
    fn reads_a_file() {
        let body = b"--B\r\nContent-Disposition: form-data; name=\"logo\"; filename=\"logo.png\"\r\n\
            Content-Type: image/png\r\n\r\n\x89PNG\r\n\r\n--B--\r\n";
        assert_eq!(read(TYPE, body), Ok(vec![file(b"\x89PNG\r\n")]));
    }

    #[test]
    fn reads_what_other_writers_write() {
        let body = b"preamble\r\n--B  \r\ncontent-type:image/png\r\nX-Other: 1\r\n\
            CONTENT-DISPOSITION: form-data;filename=logo.png ; name=logo\r\n\r\n--B\r\n--\r\n--B\r\n\
            Content-Disposition: form-data; name=\"note\"\r\n\r\n\r\n--B--epilogue";
        let note = Part { name: "note".to_owned(), file_name: None, content_type: None, content: b"" };
        assert_eq!(read(TYPE, body), Ok(vec![file(b"--B\r\n--"), note]));
    }

    #[test]
    fn reads_names_as_browsers_escape_them() {
        let body = "--B\r\nContent-Disposition: form-data; name=\"logo\"; filename=\"a%22b%0D%0A\\c;d é.png\"\r\n\r\n\
            x\r\n--B--";
        let file_name = read(TYPE, body.as_bytes()).unwrap().remove(0).file_name;
        assert_eq!(file_name.as_deref(), Some("a\"b\r\n\\c;d é.png"));
    }

    #[test]
    fn finds_the_boundary_in_the_content_type() {
        let body = b"--a b;c\r\nContent-Disposition: form-data; name=logo\r\n\r\nx\r\n--a b;c--";
        assert!(read("Multipart/Form-Data; charset=utf-8; Boundary=\"a b;c\"", body).is_ok());
        for content_type in [
            "",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "multipart/form-data; boundary=\"B",
            "multipart/form-data; boundary=\"B \"",
            "multipart/mixed; boundary=B",
            &format!("multipart/form-data; boundary={}", "B".repeat(71)),
        ] {
            assert_eq!(read(content_type, b"--B--"), Err(FormError::ContentType), "{content_type}");
        }
    }

    #[test]
    fn refuses_what_is_no_form() {
        let disposition = "Content-Disposition: form-data; name=\"logo\"";
        for (body, error) in [
            (String::new(), FormError::NoBeginning),
            ("--C--".to_owned(), FormError::NoBeginning),
            ("x--B--".to_owned(), FormError::NoBeginning),
            ("--B".to_owned(), FormError::Boundary),
            ("--Bx\r\n".to_owned(), FormError::Boundary),
            ("--B\r\n".to_owned(), FormError::Headers),
            (format!("--B\r\n{disposition}\r\n--B--"), FormError::Headers),
            (format!("--B\r\n{disposition}\r\n\r\nx"), FormError::NoEnd),
            (format!("--B\n{disposition}\n\nx\n--B--"), FormError::Boundary),
            ("--B\r\n\r\n\r\n\r\n--B--".to_owned(), FormError::Headers),
            ("--B\r\nno header\r\n\r\nx\r\n--B--".to_owned(), FormError::Headers),
            ("--B\r\nContent-Disposition: attachment; name=a\r\n\r\nx\r\n--B--".to_owned(), FormError::Headers),
            ("--B\r\nContent-Disposition: form-data\r\n\r\nx\r\n--B--".to_owned(), FormError::NoName),
            ("--B\r\nContent-Type: image/png\r\n\r\nx\r\n--B--".to_owned(), FormError::NoName),
        ] {
            assert_eq!(read(TYPE, body.as_bytes()), Err(error), "{body:?}");
        }
        assert_eq!(read(TYPE, b"--B--"), Ok(Vec::new()), "a form without parts is one");
    }
}
