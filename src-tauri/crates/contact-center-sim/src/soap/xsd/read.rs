//! From schema documents to tables: the only place that knows the vocabulary of XML Schema.

use super::{
    ComplexType, ElementDecl, Particle, QName, SchemaSet, SimpleType, Term, TypeDef, TypeRef,
    Wildcard, value,
};
use roxmltree::{Document, Node};

pub(super) const XS: &str = "http://www.w3.org/2001/XMLSchema";

/// Why a schema could not be read.
#[derive(Debug, thiserror::Error)]
pub enum SchemaError {
    /// The file is not XML.
    #[error("schema {file} is not XML: {cause}; restore the file")]
    NotXml {
        /// The schema file.
        file: String,
        /// What the parser said.
        cause: roxmltree::Error,
    },
    /// The file uses a part of XML Schema that this reader does not know.
    #[error("schema {file} uses {construct}, which this reader does not know; extend the reader")]
    Unknown {
        /// The schema file.
        file: String,
        /// The element or attribute that is not known.
        construct: String,
    },
    /// A type or element is named that no file defines.
    #[error("the schemas refer to {name}, which none of them defines; add the missing file")]
    Dangling {
        /// The name.
        name: QName,
    },
}

struct Reader<'a> {
    file: &'a str,
    target: String,
    qualified: bool,
}

/// Adds the definitions of one schema document to `set`.
pub(super) fn read_into(set: &mut SchemaSet, file: &str, text: &str) -> Result<(), SchemaError> {
    let document = Document::parse(text)
        .map_err(|cause| SchemaError::NotXml { file: file.to_owned(), cause })?;
    let root = document.root_element();
    let reader = Reader {
        file,
        target: root.attribute("targetNamespace").unwrap_or("").to_owned(),
        qualified: root.attribute("elementFormDefault") == Some("qualified"),
    };
    for node in children(root) {
        match node.tag_name().name() {
            "import" => {}
            "element" => {
                let decl = reader.element(node, true)?;
                set.elements.insert(decl.name.clone(), decl);
            }
            "complexType" => {
                let kind = TypeDef::Complex(reader.complex(node)?);
                set.types.insert(reader.own(node)?, kind);
            }
            "simpleType" => {
                let kind = TypeDef::Simple(reader.simple(node)?);
                set.types.insert(reader.own(node)?, kind);
            }
            _ => return Err(reader.unknown(node)),
        }
    }
    Ok(())
}

impl Reader<'_> {
    fn unknown(&self, node: Node<'_, '_>) -> SchemaError {
        self.unknown_word(node.tag_name().name())
    }

    fn unknown_word(&self, construct: &str) -> SchemaError {
        SchemaError::Unknown { file: self.file.to_owned(), construct: construct.to_owned() }
    }

    fn own(&self, node: Node<'_, '_>) -> Result<QName, SchemaError> {
        let name = node
            .attribute("name")
            .ok_or_else(|| self.unknown_word("a definition without a name"))?;
        Ok(QName::new(&self.target, name))
    }

    fn resolve(&self, node: Node<'_, '_>, prefixed: &str) -> Result<QName, SchemaError> {
        let (prefix, local) = match prefixed.split_once(':') {
            Some((prefix, local)) => (Some(prefix), local),
            None => (None, prefixed),
        };
        let namespace = match (prefix, node.lookup_namespace_uri(prefix)) {
            (_, Some(uri)) => uri,
            (None, None) => "",
            (Some(_), None) => return Err(self.unknown_word(prefixed)),
        };
        Ok(QName::new(namespace, local))
    }

    fn element(&self, node: Node<'_, '_>, global: bool) -> Result<ElementDecl, SchemaError> {
        if node.attribute("ref").is_some() {
            return Err(self.unknown_word("element ref"));
        }
        let qualified =
            global || node.attribute("form").map_or(self.qualified, |form| form == "qualified");
        let mut name = self.own(node)?;
        if !qualified {
            name.namespace.clear();
        }
        let inline = children(node).next();
        let kind = match (node.attribute("type"), inline) {
            (Some(prefixed), None) => TypeRef::Named(self.resolve(node, prefixed)?),
            (None, Some(inline)) => TypeRef::Inline(Box::new(match inline.tag_name().name() {
                "complexType" => TypeDef::Complex(self.complex(inline)?),
                "simpleType" => TypeDef::Simple(self.simple(inline)?),
                _ => return Err(self.unknown(inline)),
            })),
            (None, None) => TypeRef::Named(QName::new(XS, "anyType")),
            (Some(_), Some(inline)) => return Err(self.unknown(inline)),
        };
        Ok(ElementDecl { name, kind, nillable: truth(node.attribute("nillable")) })
    }

    fn simple(&self, node: Node<'_, '_>) -> Result<SimpleType, SchemaError> {
        let restriction = children(node)
            .next()
            .filter(|child| child.tag_name().name() == "restriction")
            .ok_or_else(|| self.unknown(node))?;
        let base = restriction.attribute("base").ok_or_else(|| self.unknown(restriction))?;
        let mut enumeration = Vec::new();
        for facet in children(restriction) {
            match (facet.tag_name().name(), facet.attribute("value")) {
                ("enumeration", Some(value)) => enumeration.push(value.to_owned()),
                _ => return Err(self.unknown(facet)),
            }
        }
        Ok(SimpleType { base: self.resolve(restriction, base)?, enumeration })
    }

    fn complex(&self, node: Node<'_, '_>) -> Result<ComplexType, SchemaError> {
        let mut kind =
            ComplexType { mixed: truth(node.attribute("mixed")), ..ComplexType::default() };
        for child in children(node) {
            match child.tag_name().name() {
                "complexContent" => {
                    kind.mixed |= truth(child.attribute("mixed"));
                    self.derivation(child, &mut kind)?;
                }
                "simpleContent" => {
                    kind.simple = true;
                    self.derivation(child, &mut kind)?;
                }
                _ => self.member(child, &mut kind)?,
            }
        }
        Ok(kind)
    }

    fn derivation(&self, node: Node<'_, '_>, kind: &mut ComplexType) -> Result<(), SchemaError> {
        let inner = children(node).next().ok_or_else(|| self.unknown(node))?;
        let base = inner
            .attribute("base")
            .ok_or_else(|| self.unknown(inner))
            .and_then(|base| self.resolve(inner, base))?;
        match inner.tag_name().name() {
            "extension" => kind.base = Some(base),
            // A restriction of anyType is how a plain type is written out in full.
            "restriction" if base == QName::new(XS, "anyType") => {}
            _ => return Err(self.unknown(inner)),
        }
        for child in children(inner) {
            self.member(child, kind)?;
        }
        Ok(())
    }

    fn member(&self, node: Node<'_, '_>, kind: &mut ComplexType) -> Result<(), SchemaError> {
        match node.tag_name().name() {
            "sequence" => {
                for child in children(node) {
                    kind.particles.push(self.particle(child)?);
                }
            }
            "attribute" => {
                let name = node.attribute("name").ok_or_else(|| self.unknown(node))?;
                kind.attributes.push(QName::new("", name));
            }
            _ => return Err(self.unknown(node)),
        }
        Ok(())
    }

    fn particle(&self, node: Node<'_, '_>) -> Result<Particle, SchemaError> {
        let term = match node.tag_name().name() {
            "element" => Term::Element(self.element(node, false)?),
            "any" => Term::Any(match node.attribute("processContents") {
                Some("lax") => Wildcard::Lax,
                Some("strict") | None => Wildcard::Strict,
                Some(other) => return Err(self.unknown_word(other)),
            }),
            _ => return Err(self.unknown(node)),
        };
        Ok(Particle {
            term,
            min: self.count(node.attribute("minOccurs"))?.unwrap_or(1),
            max: match node.attribute("maxOccurs") {
                Some("unbounded") => None,
                other => Some(self.count(other)?.unwrap_or(1)),
            },
        })
    }

    fn count(&self, text: Option<&str>) -> Result<Option<u32>, SchemaError> {
        text.map(|text| text.parse().map_err(|_| self.unknown_word(text))).transpose()
    }
}

fn children<'a, 'input>(node: Node<'a, 'input>) -> impl Iterator<Item = Node<'a, 'input>> {
    node.children().filter(|child| child.is_element() && child.tag_name().name() != "annotation")
}

fn truth(text: Option<&str>) -> bool {
    matches!(text, Some("true" | "1"))
}

/// Every type that is named must exist, so that checking cannot meet a hole later.
pub(super) fn check_references(set: &SchemaSet) -> Result<(), SchemaError> {
    for decl in set.elements.values() {
        reference(set, &decl.kind)?;
    }
    set.types.values().try_for_each(|kind| inside(set, kind))
}

fn reference(set: &SchemaSet, kind: &TypeRef) -> Result<(), SchemaError> {
    match kind {
        TypeRef::Named(name) => known(set, name),
        TypeRef::Inline(kind) => inside(set, kind),
    }
}

fn inside(set: &SchemaSet, kind: &TypeDef) -> Result<(), SchemaError> {
    match kind {
        TypeDef::Simple(simple) => known(set, &simple.base),
        TypeDef::Complex(complex) => {
            if let Some(base) = &complex.base {
                known(set, base)?;
            }
            for particle in &complex.particles {
                if let Term::Element(decl) = &particle.term {
                    reference(set, &decl.kind)?;
                }
            }
            Ok(())
        }
    }
}

fn known(set: &SchemaSet, name: &QName) -> Result<(), SchemaError> {
    let built_in = name.namespace == XS && value::Builtin::named(&name.local).is_some();
    if built_in || set.types.contains_key(name) {
        return Ok(());
    }
    Err(SchemaError::Dangling { name: name.clone() })
}
