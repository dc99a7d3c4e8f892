//! From a syntax tree to items.

use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Expr, Fields, ImplItem, ItemEnum, ItemImpl, ItemMacro, ItemTrait, Lit, Meta, Token, TraitItem};
use syn::{Ident, ItemStruct, Type, Visibility};

/// A public item with its documentation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its name, after that of its type if it is a method: `Client::send`.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// Its documentation.
    pub docs: String,
    /// Whether it is an id or a key, whose page links to what all of them can do.
    pub is_id: bool,
    /// The documentation of its module.
    pub page: String,
}

impl Item {
    /// The type or the trait, if it is a method.
    pub(crate) fn owner(&self) -> Option<&str> {
        match &self.kind {
            Kind::Method { owner, .. } => Some(owner),
            Kind::Function | Kind::Type { .. } => None,
        }
    }
}

/// What an item is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A function or a static.
    Function,
    /// A method of a type or of a trait.
    Method {
        /// The type or the trait.
        owner: String,
        /// The method.
        name: String,
    },
    /// A struct, an enum or a trait.
    Type {
        /// Its public fields, or its variants.
        parts: Vec<String>,
    },
}

/// The public items of a file, but for those of modules within it, which are its tests.
pub(crate) fn collect(source: &str, page: &str) -> Vec<Item> {
    let file = syn::parse_file(source).unwrap();
    file.items.iter().flat_map(items_of).map(|item| Item { page: page.to_owned(), ..item }).collect()
}

pub(crate) fn docs_of_file(source: &str) -> String {
    docs_of(&syn::parse_file(source).unwrap().attrs)
}

fn items_of(item: &syn::Item) -> Vec<Item> {
    match item {
        syn::Item::Fn(function) if is_public(&function.vis) => {
            vec![item_of(&function.sig.ident, Kind::Function, &function.attrs)]
        }
        syn::Item::Static(place) if is_public(&place.vis) => vec![item_of(&place.ident, Kind::Function, &place.attrs)],
        syn::Item::Struct(structure) if is_public(&structure.vis) => vec![struct_of(structure)],
        syn::Item::Enum(choice) if is_public(&choice.vis) => vec![enum_of(choice)],
        syn::Item::Trait(definition) if is_public(&definition.vis) => trait_of(definition),
        syn::Item::Impl(block) if block.trait_.is_none() => methods_of(block),
        syn::Item::Macro(call) => made_by(call),
        _ => Vec::new(),
    }
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

fn item_of(name: &Ident, kind: Kind, attributes: &[Attribute]) -> Item {
    Item { name: name.to_string(), kind, docs: docs_of(attributes), is_id: false, page: String::new() }
}

fn struct_of(structure: &ItemStruct) -> Item {
    let parts = match &structure.fields {
        Fields::Named(fields) => fields.named.iter().filter(|field| is_public(&field.vis)).collect(),
        Fields::Unnamed(_) | Fields::Unit => Vec::new(),
    };
    let parts = parts.into_iter().filter_map(|field| field.ident.as_ref()).map(|name| name.unraw().to_string());
    item_of(&structure.ident, Kind::Type { parts: parts.collect() }, &structure.attrs)
}

fn enum_of(choice: &ItemEnum) -> Item {
    let parts = choice.variants.iter().map(|variant| variant.ident.to_string()).collect();
    item_of(&choice.ident, Kind::Type { parts }, &choice.attrs)
}

fn trait_of(definition: &ItemTrait) -> Vec<Item> {
    let methods = definition.items.iter().filter_map(|item| match item {
        TraitItem::Fn(method) => Some(method_of(&definition.ident.to_string(), &method.sig.ident, &method.attrs)),
        _ => None,
    });
    let definition = item_of(&definition.ident, Kind::Type { parts: Vec::new() }, &definition.attrs);
    std::iter::once(definition).chain(methods).collect()
}

fn methods_of(block: &ItemImpl) -> Vec<Item> {
    let Type::Path(path) = &*block.self_ty else {
        return Vec::new();
    };
    let Some(owner) = path.path.segments.last().map(|segment| segment.ident.to_string()) else {
        return Vec::new();
    };
    let methods = block.items.iter().filter_map(|item| match item {
        ImplItem::Fn(method) if is_public(&method.vis) => Some(method_of(&owner, &method.sig.ident, &method.attrs)),
        _ => None,
    });
    methods.collect()
}

fn method_of(owner: &str, name: &Ident, attributes: &[Attribute]) -> Item {
    let kind = Kind::Method { owner: owner.to_owned(), name: name.to_string() };
    Item { name: format!("{owner}::{name}"), kind, docs: docs_of(attributes), is_id: false, page: String::new() }
}

/// What the library's own macros make of their input.
fn made_by(call: &ItemMacro) -> Vec<Item> {
    let made = if call.mac.path.is_ident("open_enum") {
        call.mac.parse_body::<ItemEnum>().map(|choice| vec![enum_of(&choice)])
    } else if call.mac.path.is_ident("ids") {
        call.mac.parse_body::<Ids>().map(|ids| ids.0)
    } else {
        Ok(Vec::new())
    };
    made.unwrap()
}

/// `/// docs` and `Name;`, again and again. The macro adds a link to an example of what each can do.
struct Ids(Vec<Item>);

impl Parse for Ids {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut ids = Vec::new();
        while !input.is_empty() {
            let attributes = input.call(Attribute::parse_outer)?;
            let name: Ident = input.parse()?;
            input.parse::<Token![;]>()?;
            ids.push(Item { is_id: true, ..item_of(&name, Kind::Type { parts: Vec::new() }, &attributes) });
        }
        Ok(Self(ids))
    }
}

pub(crate) fn docs_of(attributes: &[Attribute]) -> String {
    let lines = attributes.iter().filter_map(|attribute| match &attribute.meta {
        Meta::NameValue(pair) if pair.path.is_ident("doc") => match &pair.value {
            Expr::Lit(text) => match &text.lit {
                Lit::Str(text) => Some(text.value()),
                _ => None,
            },
            _ => None,
        },
        _ => None,
    });
    lines.collect::<Vec<_>>().join("\n")
}
