//! The documentation of an endpoint says the same as its constants.

use std::path::Path;

use documentation::{Endpoint, endpoints_below, endpoints_of};

const ENDPOINTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../src/endpoints");

#[test]
fn no_documentation_lies() {
    let endpoints = endpoints_below(Path::new(ENDPOINTS));
    assert!(endpoints.len() >= 45, "only {} were found", endpoints.len());
    assert_eq!(endpoints.iter().flat_map(Endpoint::lies).collect::<Vec<_>>(), [""; 0]);
}

const TRUE: &str = r#"
/// `PUT /api/v1/flags/{flag_key}`: changes a flag,
/// and more of it.
///
/// Scope: `update:flags`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`Flag`].
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/feature-flags/put/api/v1/flags/{key})
pub struct UpdateFlag;

impl Endpoint for UpdateFlag {
    type Output = Flag;
    const METHOD: Method = Method::PUT;
    const PATH: &'static str = "/api/v1/flags/{flag_key}";
    const OPERATION_ID: &'static str = "UpdateFlag";
    const SCOPE: &'static str = "update:flags";
}
"#;

#[test]
fn an_endpoint_is_read_from_its_source() {
    let [endpoint] = &endpoints_of(TRUE, "feature-flags")[..] else { panic!("there is one") };
    assert_eq!(endpoint.name, "UpdateFlag");
    assert_eq!((endpoint.method.as_str(), endpoint.path.as_str()), ("PUT", "/api/v1/flags/{flag_key}"));
    assert_eq!(endpoint.scope, "update:flags");
    assert_eq!((endpoint.output.as_str(), endpoint.item.as_deref()), ("Flag", None));
    assert_eq!(endpoint.lies(), [""; 0]);
}

#[test]
fn no_scope_is_said_to_be_none() {
    let source = TRUE.replace("= \"update:flags\"", "= \"\"");
    assert_eq!(lies(&source), ["UpdateFlag: not the one paragraph Scope: none."]);
    assert_eq!(lies(&source.replace("`update:flags`", "none")), [""; 0]);
}

#[test]
fn every_lie_is_found() {
    let (begins, scope) = ("`PUT /api/v1/flags/{flag_key}`:", "Scope: `update:flags`.");
    let link = "https://docs.kinde.com/kinde-apis/management/#tag/feature-flags/put/api/v1/flags/{flag_key}";
    let begins = format!("UpdateFlag: the documentation doesn't begin with {begins}");
    let scope = format!("UpdateFlag: not the one paragraph {scope}");
    let link = format!("UpdateFlag: not the one link {link}");
    let sent = "UpdateFlag: not in the first lines: \
                Send it with [`Client::send`](crate::Client::send); the output is [`Flag`]."
        .to_owned();
    let late = "///\n".repeat(5);
    for (from, to, lie) in [
        ("`PUT /api", "`POST /api", &begins),
        ("`PUT /api/v1/flags/{flag_key}`", "`PUT /api/v1/flags/{key}`", &begins),
        ("`: changes", "` changes", &begins),
        ("`update:flags`", "`update:flag`", &scope),
        ("Scope: `update:flags`.\n", "Scope: `update:flags`, `read:flags`.\n", &scope),
        ("Scope", "Needs", &scope),
        ("output is [`Flag`]", "output is `()`", &sent),
        ("/// Send it", &format!("{late}/// Send it"), &sent),
        ("#tag/feature-flags", "#tag/feature_flags", &link),
        ("/put/", "/post/", &link),
        ("flags/{key})", "flags)", &link),
        ("https://docs.kinde.com", "https://kinde.com", &link),
    ] {
        assert_eq!(lies(&TRUE.replacen(from, to, 1)), [lie.as_str()], "{from} {to}");
    }
    assert_eq!(lies(&TRUE.replace("///", "//")), [begins, scope, sent, link]);
}

#[test]
fn an_endpoint_without_an_output_and_one_with_pages_say_so() {
    let nothing = TRUE.replace("type Output = Flag", "type Output = ()");
    let says = "UpdateFlag: not in the first lines: Send it with [`Client::send`](crate::Client::send); the output is";
    assert_eq!(lies(&nothing), [format!("{says} `()`, since Kinde declares no body for a success.")]);
    let pages = "[`Client::items`](crate::Client::items) gives each [`Item`] of all pages.";
    for paged in [
        "pages_by_id!(UpdateFlag: flags of Item by id, of no size);",
        "impl Paged for UpdateFlag { type Item = Item; }",
    ] {
        assert_eq!(lies(&format!("{TRUE}{paged}")), [format!("{says} a page, [`Flag`]. {pages}")]);
        assert_eq!(lies(&format!("{TRUE}{}", paged.replace("UpdateFlag", "GetFlags"))), [""; 0]);
    }
}

fn lies(source: &str) -> Vec<String> {
    endpoints_of(source, "feature-flags").iter().flat_map(Endpoint::lies).collect()
}
