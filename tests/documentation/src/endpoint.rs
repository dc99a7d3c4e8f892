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
    /// Its output, as it is written: the name of a type, or `()`.
    pub output: String,
    /// What its pages list, if it pages.
    pub item: Option<String>,
}

/// An endpoint's page shows in so many lines how it is sent and what comes back.
const FIRST_LINES: usize = 10;

impl Endpoint {
    /// What its documentation says wrongly or not at all: the method and the path in its first line, the scope in a
    /// paragraph, how it is sent and what comes back in its first lines, and the link to Kinde's reference.
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
        let sent = self.how_it_is_sent();
        let beginning = self.docs.lines().take(FIRST_LINES).collect::<Vec<_>>().join("\n");
        if !beginning.split("\n\n").map(joined).any(|paragraph| paragraph == sent) {
            missing.push(format!("{}: not in the first lines: {sent}", self.name));
        }
        let link = format!("{REFERENCE}{}/{}{}", self.tag, self.method.to_lowercase(), self.path);
        let links: Vec<&str> = self.docs.match_indices(REFERENCE).map(|(at, _)| link_at(&self.docs[at..])).collect();
        if links.len() != 1 || without_names(links[0]) != without_names(&link) {
            missing.push(format!("{}: not the one link {link}", self.name));
        }
        missing
    }

    /// How it is sent and what comes back, in the words that all endpoints have.
    fn how_it_is_sent(&self) -> String {
        let send = "Send it with [`Client::send`](crate::Client::send); the output is";
        let items = "[`Client::items`](crate::Client::items) gives each";
        match (self.output.as_str(), &self.item) {
            ("()", _) => format!("{send} `()`, since Kinde declares no body for a success."),
            (output, None) => format!("{send} [`{output}`]."),
            (output, Some(item)) => format!("{send} a page, [`{output}`]. {items} [`{item}`] of all pages."),
        }
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
        output: associated_type(block, "Output"),
        item: file.items.iter().find_map(|item| item_of_pages(item, &name)),
        name,
    };
    implementations.map(endpoint).collect()
}

/// The type, if it is the `Endpoint` of one that is implemented.
fn name_of_endpoint(block: &ItemImpl) -> Option<String> {
    implementer(block, "Endpoint")
}

/// The type that a trait of this name is implemented for.
fn implementer(block: &ItemImpl, of: &str) -> Option<String> {
    let (implemented, _) = block.trait_.as_ref()?;
    (implemented.segments.last()?.ident == of).then(|| name_of_type(&block.self_ty))
}

fn associated_type(block: &ItemImpl, name: &str) -> String {
    let types = block.items.iter().filter_map(|item| match item {
        ImplItem::Type(associated) if associated.ident == name => Some(name_of_type(&associated.ty)),
        _ => None,
    });
    types.collect()
}

fn name_of_type(r#type: &Type) -> String {
    match r#type {
        Type::Path(path) => path.path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default(),
        Type::Tuple(tuple) if tuple.elems.is_empty() => "()".to_owned(),
        _ => String::new(),
    }
}

/// What the pages of an endpoint list: `pages_by_token!(GetRoles: roles of Role);`, or an `impl Paged` in full.
fn item_of_pages(item: &Item, endpoint: &str) -> Option<String> {
    match item {
        Item::Impl(block) if implementer(block, "Paged")? == endpoint => Some(associated_type(block, "Item")),
        Item::Macro(call) if call.mac.path.segments.last()?.ident.to_string().starts_with("pages_by_") => {
            let tokens = call.mac.tokens.to_string();
            let (name, pages) = tokens.split_once(':')?;
            let (_, item) = pages.split_once(" of ")?;
            (name.trim() == endpoint).then(|| item.split([' ', ',']).next().unwrap_or_default().to_owned())
        }
        _ => None,
    }
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
