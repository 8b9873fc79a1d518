//! XML Schema, as much of it as the CCT schemas use: they are read at start and every body is checked against them.
//!
//! Written apart from every decoder, so that a misreading on one side cannot hide on the other. What the
//! reader does not know (a choice, a facet other than an enumeration) stops the simulator at start instead
//! of letting bodies through unchecked.

mod check;
mod embedded;
mod read;
mod value;

use std::collections::BTreeMap;
use std::fmt;

pub use check::{Strictness, Violation, ViolationKind};
pub use read::SchemaError;

/// An expanded name: namespace URI (empty: none) and local name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct QName {
    /// The namespace URI.
    pub namespace: String,
    /// The local part.
    pub local: String,
}

impl QName {
    /// The name `local` in `namespace`.
    #[must_use]
    pub fn new(namespace: &str, local: &str) -> Self {
        Self { namespace: namespace.to_owned(), local: local.to_owned() }
    }
}

impl fmt::Display for QName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{{{}}}{}", self.namespace, self.local)
    }
}

/// The type of an element or attribute: named, or written in place.
#[derive(Debug, Clone)]
pub(crate) enum TypeRef {
    Named(QName),
    Inline(Box<TypeDef>),
}

/// A type definition.
#[derive(Debug, Clone)]
pub(crate) enum TypeDef {
    Simple(SimpleType),
    Complex(ComplexType),
}

/// A restriction of another simple type, to some values if the list is not empty.
#[derive(Debug, Clone)]
pub(crate) struct SimpleType {
    base: QName,
    enumeration: Vec<String>,
}

/// A complex type: what it adds to `base`.
#[derive(Debug, Clone, Default)]
pub(crate) struct ComplexType {
    base: Option<QName>,
    /// The content is text of `base`, not children.
    simple: bool,
    mixed: bool,
    particles: Vec<Particle>,
    attributes: Vec<QName>,
}

/// One member of a sequence.
#[derive(Debug, Clone)]
pub(crate) struct Particle {
    term: Term,
    min: u32,
    /// `None`: unbounded.
    max: Option<u32>,
}

#[derive(Debug, Clone)]
pub(crate) enum Term {
    Element(ElementDecl),
    Any(Wildcard),
}

/// How the content of `xs:any` is treated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wildcard {
    Strict,
    Lax,
}

#[derive(Debug, Clone)]
pub(crate) struct ElementDecl {
    name: QName,
    kind: TypeRef,
    nillable: bool,
}

/// A set of schemas that refer to each other.
#[derive(Debug, Default)]
pub struct SchemaSet {
    elements: BTreeMap<QName, ElementDecl>,
    types: BTreeMap<QName, TypeDef>,
}

impl SchemaSet {
    /// The schemas of the CCT Open Interfaces and of the SOAP 1.1 envelope.
    ///
    /// # Errors
    /// When an embedded schema uses a construct that this reader does not know.
    pub fn embedded() -> Result<Self, SchemaError> {
        Self::from_texts(embedded::SCHEMAS)
    }

    /// Reads schemas given as (name, text). References are checked when all are read.
    ///
    /// # Errors
    /// Not XML, a construct that is not known here, or a reference to nothing.
    pub fn from_texts(texts: &[(&str, &str)]) -> Result<Self, SchemaError> {
        let mut set = Self::default();
        for (name, text) in texts {
            read::read_into(&mut set, name, text)?;
        }
        read::check_references(&set)?;
        Ok(set)
    }

    /// Whether an element of this name may stand at the top of a body.
    #[must_use]
    pub fn declares(&self, name: &QName) -> bool {
        self.elements.contains_key(name)
    }

    /// Everything that is wrong with `node` and what is below it. Empty: valid.
    #[must_use]
    pub fn check(&self, node: roxmltree::Node<'_, '_>, strictness: Strictness) -> Vec<Violation> {
        check::check(self, node, strictness)
    }

    /// As [`Self::check`], strictly, for a whole document given as text.
    #[must_use]
    pub fn check_text(&self, text: &str) -> Vec<Violation> {
        match roxmltree::Document::parse(text) {
            Ok(document) => self.check(document.root_element(), Strictness::Strict),
            Err(error) => vec![Violation::not_xml(&error)],
        }
    }
}

/// The schema files by name, for serving them beside the WSDL.
#[must_use]
pub fn file(name: &str) -> Option<&'static str> {
    embedded::SCHEMAS.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}

#[cfg(test)]
mod tests;
