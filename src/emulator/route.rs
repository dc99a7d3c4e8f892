//! Which operation a request is for.

use std::borrow::Cow;
use std::sync::LazyLock;

use http::Method;
use percent_encoding::percent_decode_str;

use super::TOKEN;
use super::endpoints::{Entry, entries};

const TOKEN_PATH: &str = "/oauth2/token";

/// What a request is for.
#[derive(Debug)]
pub(super) enum Route {
    Token,
    /// An operation, with the parameters of the path by name, decoded.
    Operation(&'static Entry, Vec<(&'static str, String)>),
    /// A logo, or nothing that Kinde has.
    Other,
}

impl Route {
    pub(super) fn of(method: &Method, path: &str) -> Self {
        if path == TOKEN_PATH && method == Method::POST {
            return Self::Token;
        }
        let Some(segments) = segments(path) else {
            return Self::Other;
        };
        let candidates = TEMPLATES.get(segments.len()).into_iter().flatten();
        candidates
            .filter(|template| template.entry.operation.method == *method)
            .find_map(|template| Some(Self::Operation(template.entry, template.parameters(&segments)?)))
            .unwrap_or(Self::Other)
    }

    pub(super) fn operation_id(&self) -> Option<&'static str> {
        match self {
            Self::Token => Some(TOKEN),
            Self::Operation(entry, _) => Some(entry.operation.operation_id),
            Self::Other => None,
        }
    }
}

/// The templates of all operations, by the number of their segments; of those that match a path, the right one first.
static TEMPLATES: LazyLock<Vec<Vec<Template>>> = LazyLock::new(|| {
    let mut templates: Vec<Vec<Template>> = Vec::new();
    for template in entries().map(Template::of) {
        let length = template.segments.len();
        if templates.len() <= length {
            templates.resize_with(length + 1, Vec::new);
        }
        templates[length].push(template);
    }
    for of_length in &mut templates {
        // `…/users/count` is a path of its own, and no other template may take it for a parameter.
        of_length.sort_by_key(Template::parameter_count);
    }
    templates
});

/// The path of an operation, taken apart.
#[derive(Debug)]
struct Template {
    entry: &'static Entry,
    segments: Vec<Segment>,
}

#[derive(Debug)]
enum Segment {
    Literal(&'static str),
    Parameter(&'static str),
}

impl Template {
    fn of(entry: &'static Entry) -> Self {
        Self { entry, segments: entry.operation.path.split('/').map(Segment::of).collect() }
    }

    fn parameter_count(&self) -> usize {
        self.segments.iter().filter(|segment| matches!(segment, Segment::Parameter(_))).count()
    }

    /// The parameters of a path with as many segments, if it is one of this template.
    fn parameters(&self, given: &[Cow<'_, str>]) -> Option<Vec<(&'static str, String)>> {
        if !self.segments.iter().zip(given).all(|(segment, given)| segment.matches(given)) {
            return None;
        }
        let parameter = |(segment, given): (&Segment, &Cow<'_, str>)| match segment {
            Segment::Literal(_) => None,
            Segment::Parameter(name) => Some((*name, given.as_ref().to_owned())),
        };
        Some(self.segments.iter().zip(given).filter_map(parameter).collect())
    }
}

impl Segment {
    fn of(text: &'static str) -> Self {
        let name = text.strip_prefix('{').and_then(|text| text.strip_suffix('}'));
        name.map_or(Self::Literal(text), Self::Parameter)
    }

    fn matches(&self, given: &str) -> bool {
        match self {
            Self::Literal(literal) => given == *literal,
            Self::Parameter(_) => !given.is_empty(),
        }
    }
}

/// The segments of a path, decoded. An encoded slash is part of its segment.
fn segments(path: &str) -> Option<Vec<Cow<'_, str>>> {
    path.split('/').map(|segment| percent_decode_str(segment).decode_utf8().ok()).collect()
}

#[cfg(test)]
mod tests {
    use http::Method;

    use super::{Entry, Route, entries};

    /// The name of the operation that is found, and the parameters.
    fn found(method: &Method, path: &str) -> Option<(&'static str, Vec<(&'static str, String)>)> {
        match Route::of(method, path) {
            Route::Operation(entry, parameters) => Some((entry.operation.operation_id, parameters)),
            Route::Token | Route::Other => None,
        }
    }

    #[test]
    fn finds_the_operation_of_every_template() {
        for Entry { operation, .. } in entries() {
            let path = operation.path.replace('{', "a%2Fb").replace('}', "");
            let (operation_id, parameters) = found(&operation.method, &path).unwrap_or_default();
            assert_eq!(operation_id, operation.operation_id);
            for (name, value) in parameters {
                assert_eq!(value, format!("a/b{name}"));
            }
        }
    }

    #[test]
    fn takes_paths_segment_by_segment() {
        let of_organization = |code: &str| Some(("updateOrganization", vec![("org_code", code.to_owned())]));
        for (path, expected) in [
            ("/api/v1/organization/org_1", of_organization("org_1")),
            ("/api/v1/organization/a%20%c3%a9", of_organization("a é")),
            ("/api/v1/organization/a%2Fb", of_organization("a/b")),
            ("/api/v1/organization", None),
            ("/api/v1/organization/", None),
            ("/api/v1/organization/org_1/", None),
            ("/api/v1//organization/org_1", None),
            ("/api/v2/organization/org_1", None),
            ("/api/v1/organization/%ff", None),
            ("", None),
        ] {
            assert_eq!(found(&Method::PATCH, path), expected, "{path}");
        }
    }

    #[test]
    fn has_no_other_routes() {
        for (method, path) in [
            (Method::POST, "/api/v1/organizations"),
            (Method::HEAD, "/api/v1/organizations"),
            (Method::GET, "/oauth2/token"),
            (Method::GET, "/"),
        ] {
            assert!(Route::of(&method, path).operation_id().is_none(), "{method} {path}");
        }
    }
}
