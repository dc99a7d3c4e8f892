//! The path of an endpoint, checked and taken apart when the program is compiled.

/// A path, and where its parameters stand in it.
#[derive(Debug)]
pub(crate) struct Template {
    pub(crate) path: &'static str,
    /// The positions of the braces around each name.
    braces: [(usize, usize); Self::MOST_PARAMETERS],
    parameters: usize,
}

impl Template {
    /// More than any path of Kinde's has.
    const MOST_PARAMETERS: usize = 6;

    /// Takes whole segments, each of unreserved characters or a name of such in braces, and panics at anything else.
    pub(crate) const fn new(path: &'static str) -> Self {
        let bytes = path.as_bytes();
        check(!bytes.is_empty());
        let mut template = Self { path, braces: [(0, 0); Self::MOST_PARAMETERS], parameters: 0 };
        let mut start = 0;
        while start < bytes.len() {
            check(bytes[start] == b'/');
            start += 1;
            let end = segment_end(bytes, start);
            check(start < end);
            if bytes[start] == b'{' {
                check(bytes[end - 1] == b'}' && is_unreserved_text(bytes, start + 1, end - 1));
                assert!(template.parameters < Self::MOST_PARAMETERS, "PATH has more than six parameters");
                template.braces[template.parameters] = (start, end - 1);
                template.parameters += 1;
            } else {
                check(is_unreserved_text(bytes, start, end));
            }
            start = end;
        }
        template
    }

    /// The positions of the braces of a parameter, counted from 0.
    pub(crate) fn braces(&self, parameter: usize) -> Option<(usize, usize)> {
        self.braces[..self.parameters].get(parameter).copied()
    }
}

const fn check(is_right: bool) {
    assert!(is_right, "PATH must be whole segments, each literal or a {{name}}");
}

const fn segment_end(path: &[u8], mut index: usize) -> usize {
    while index < path.len() && path[index] != b'/' {
        index += 1;
    }
    index
}

const fn is_unreserved_text(path: &[u8], start: usize, end: usize) -> bool {
    let mut index = start;
    while index < end {
        if !is_unreserved(path[index]) {
            return false;
        }
        index += 1;
    }
    start < end
}

/// Whether a byte stands for itself in a URI: RFC 3986, section 2.3.
pub(crate) const fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~')
}

#[cfg(test)]
mod tests {
    use std::panic::catch_unwind;

    use super::Template;

    #[test]
    fn finds_the_parameters_of_a_path() {
        let template = Template::new("/a/{bc}/d-e/{f}");
        let names =
            (0..3).map(|parameter| template.braces(parameter).map(|(open, close)| &template.path[open..=close]));
        assert_eq!(names.collect::<Vec<_>>(), [Some("{bc}"), Some("{f}"), None]);
        assert_eq!(Template::new("/a").braces(0), None);
    }

    #[test]
    #[cfg_attr(panic = "abort", ignore = "a panic can't be caught")]
    fn refuses_what_is_not_made_of_whole_segments() {
        for path in [
            "",
            "a",
            "/",
            "//",
            "/a/",
            "/a//b",
            "/{}",
            "/{",
            "/}",
            "/a{b}",
            "/{a}b",
            "/{a",
            "/{{a}}",
            "/a?b",
            "/a b",
            "/é",
            "/{a}/{b}/{c}/{d}/{e}/{f}/{g}",
        ] {
            assert!(catch_unwind(|| Template::new(path)).is_err(), "{path}");
        }
    }
}
