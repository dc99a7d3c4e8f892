//! What an endpoint's documentation says, beside what its constants say.

use syn::{Expr, ImplItem, Item, ItemImpl, Lit, Type};

use crate::item::docs_of;

/// Where Kinde's reference has the operations.
const REFERENCE: &str = "https://docs.kinde.com/kinde-apis/management/#tag/";

/// A type that implements `Endpoint`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    /// The name of the type.
    pub name: String,
    /// The tag of its area in Kinde's reference, such as `feature-flags`.
    pub tag: String,
    /// Its documentation.
    pub docs: String,
    /// Its method.
    pub method: String,
    /// Its path.
    pub path: String,
    /// Its scope.
    pub scope: String,
}

impl Endpoint {
    /// What its documentation says wrongly or not at all: the method and the path in its first line, the scope in a
    /// paragraph, and the link to Kinde's reference.
    #[must_use]
    pub fn lies(&self) -> Vec<String> {
        let docs: Vec<String> = self.docs.split("\n\n").map(joined).collect();
        let mut missing = Vec::new();
        let begins = format!("`{} {}`:", self.method, self.path);
        if !docs.first().is_some_and(|first| first.starts_with(&begins)) {
            missing.push(format!("{}: the documentation doesn't begin with {begins}", self.name));
        }
        let scope = if self.scope.is_empty() { "Scope: none.".to_owned() } else { format!("Scope: `{}`.", self.scope) };
        let scopes: Vec<&String> = docs.iter().filter(|paragraph| paragraph.starts_with("Scope")).collect();
        if scopes != [&scope] {
            missing.push(format!("{}: not the one paragraph {scope}", self.name));
        }
        let link = format!("{REFERENCE}{}/{}{}", self.tag, self.method.to_lowercase(), self.path);
        let links: Vec<&str> = self.docs.match_indices(REFERENCE).map(|(at, _)| link_at(&self.docs[at..])).collect();
        if links.len() != 1 || without_names(links[0]) != without_names(&link) {
            missing.push(format!("{}: not the one link {link}", self.name));
        }
        missing
    }
}

/// The endpoints of a file: a struct and its `impl Endpoint`, outside of modules within it, which are tests.
pub(crate) fn collect(source: &str, tag: &str) -> Vec<Endpoint> {
    let file = syn::parse_file(source).unwrap();
    let docs = |name: &str| {
        let structures = file.items.iter().filter_map(|item| match item {
            Item::Struct(structure) if structure.ident == name => Some(docs_of(&structure.attrs)),
            _ => None,
        });
        structures.collect::<String>()
    };
    let implementations = file.items.iter().filter_map(|item| match item {
        Item::Impl(block) => Some((name_of_endpoint(block)?, block)),
        _ => None,
    });
    let endpoint = |(name, block): (String, &ItemImpl)| Endpoint {
        docs: docs(&name).lines().map(|line| line.strip_prefix(' ').unwrap_or(line)).collect::<Vec<_>>().join("\n"),
        tag: tag.to_owned(),
        method: constant(block, "METHOD"),
        path: constant(block, "PATH"),
        scope: constant(block, "SCOPE"),
        name,
    };
    implementations.map(endpoint).collect()
}

/// The type, if it is the `Endpoint` of one that is implemented.
fn name_of_endpoint(block: &ItemImpl) -> Option<String> {
    let (implemented, _) = block.trait_.as_ref()?;
    let (Type::Path(path), true) = (&*block.self_ty, implemented.segments.last()?.ident == "Endpoint") else {
        return None;
    };
    Some(path.path.segments.last()?.ident.to_string())
}

/// The text of a constant, or the last word of its path: `GET` of `Method::GET`.
fn constant(block: &ItemImpl, name: &str) -> String {
    let constants = block.items.iter().filter_map(|item| match item {
        ImplItem::Const(constant) if constant.ident == name => Some(&constant.expr),
        _ => None,
    });
    let texts = constants.map(|value| match value {
        Expr::Lit(literal) => match &literal.lit {
            Lit::Str(text) => text.value(),
            _ => String::new(),
        },
        Expr::Path(path) => path.path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default(),
        _ => String::new(),
    });
    texts.collect()
}

/// A paragraph in one line.
fn joined(paragraph: &str) -> String {
    paragraph.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn link_at(docs: &str) -> &str {
    docs.split([')', '>', ' ', '\n']).next().unwrap_or_default()
}

/// Kinde's name of a parameter may be another than the library's.
fn without_names(link: &str) -> String {
    link.split('{').map(|part| part.split_once('}').map_or(part, |(_, rest)| rest)).collect::<Vec<_>>().join("{}")
}
