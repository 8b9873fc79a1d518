//! A document against the tables: all violations at once, each with its path.

use super::read::XS;
use super::value::Builtin;
use super::{
    ComplexType, ElementDecl, Particle, QName, SchemaSet, Term, TypeDef, TypeRef, Wildcard,
};
use roxmltree::Node;
use serde::{Deserialize, Serialize};
use std::fmt;

const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";

/// How much of the schema a body must obey.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Strictness {
    /// Partial objects and any order of children pass, as a deployed client sends them (`cct.md` 1.1, 9.4);
    /// unknown names, repeated fields and wrong values do not.
    #[default]
    Lenient,
    /// Everything the schema says.
    Strict,
}

/// What kind of rule was broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ViolationKind {
    /// Not XML at all.
    NotXml,
    /// The schemas declare no such element.
    Undeclared,
    /// The parent's type has no such child.
    Unknown,
    /// The parent's type has such a child, but not here.
    Misplaced,
    /// A required child is not there.
    Missing,
    /// More of them than allowed.
    TooMany,
    /// The text is not a value of the type.
    BadValue,
    /// The type has no such attribute.
    BadAttribute,
    /// Text between children of a type that has none.
    StrayText,
}

impl ViolationKind {
    fn excused_when_lenient(self) -> bool {
        matches!(self, Self::Misplaced | Self::Missing)
    }
}

/// One broken rule. It holds names of elements, never their text, so it may be logged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// Local names from the root, with slashes.
    pub path: String,
    /// The rule.
    pub kind: ViolationKind,
    /// The element or attribute concerned, or the type that the text should have.
    pub about: String,
}

impl Violation {
    pub(super) fn not_xml(error: &roxmltree::Error) -> Self {
        Self { path: String::new(), kind: ViolationKind::NotXml, about: error.to_string() }
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (path, about) = (&self.path, &self.about);
        match self.kind {
            ViolationKind::NotXml => write!(out, "not XML: {about}"),
            ViolationKind::Undeclared => write!(out, "{path}: no schema declares {about}"),
            ViolationKind::Unknown => write!(out, "{path}: {about} does not belong here"),
            ViolationKind::Misplaced => write!(out, "{path}: {about} is out of order"),
            ViolationKind::Missing => write!(out, "{path}: {about} is missing"),
            ViolationKind::TooMany => write!(out, "{path}: too many of {about}"),
            ViolationKind::BadValue => write!(out, "{path}: not a value of {about}"),
            ViolationKind::BadAttribute => write!(out, "{path}: attribute {about} is not allowed"),
            ViolationKind::StrayText => write!(out, "{path}: text is not allowed in {about}"),
        }
    }
}

pub(super) fn check(set: &SchemaSet, node: Node<'_, '_>, strictness: Strictness) -> Vec<Violation> {
    let mut check = Check { set, found: Vec::new() };
    check.top(node, "", Wildcard::Strict);
    if strictness == Strictness::Lenient {
        check.found.retain(|v| !v.kind.excused_when_lenient());
    }
    check.found
}

struct Check<'s> {
    set: &'s SchemaSet,
    found: Vec<Violation>,
}

fn name_of(node: Node<'_, '_>) -> QName {
    QName::new(node.tag_name().namespace().unwrap_or(""), node.tag_name().name())
}

fn is_blank(text: &str) -> bool {
    text.bytes().all(|b| matches!(b, b' ' | b'\t' | b'\r' | b'\n'))
}

impl<'s> Check<'s> {
    fn say(&mut self, path: &str, kind: ViolationKind, about: impl fmt::Display) {
        self.found.push(Violation { path: path.to_owned(), kind, about: about.to_string() });
    }

    fn top(&mut self, node: Node<'_, '_>, above: &str, wildcard: Wildcard) {
        let name = name_of(node);
        match self.set.elements.get(&name) {
            Some(decl) => self.element(node, decl, above),
            None if wildcard == Wildcard::Strict => {
                self.say(above, ViolationKind::Undeclared, name);
            }
            None => {}
        }
    }

    fn element(&mut self, node: Node<'_, '_>, decl: &'s ElementDecl, above: &str) {
        let path = format!("{above}/{}", node.tag_name().name());
        let nil = matches!(node.attribute((XSI, "nil")), Some("true" | "1"));
        if nil && decl.nillable {
            if node.children().any(|child| child.is_element() || child.is_text()) {
                self.say(&path, ViolationKind::StrayText, "a nil element");
            }
            return;
        }
        if node.attribute((XSI, "nil")).is_some() && !decl.nillable {
            self.say(&path, ViolationKind::BadAttribute, "nil");
        }
        match &decl.kind {
            TypeRef::Named(name) => self.named(node, name, &path),
            TypeRef::Inline(kind) => self.typed(node, kind, "its type", &path),
        }
    }

    fn named(&mut self, node: Node<'_, '_>, name: &'s QName, path: &str) {
        if let Some(kind) = self.set.types.get(name) {
            return self.typed(node, kind, &name.local, path);
        }
        let builtin = Builtin::named(&name.local).filter(|_| name.namespace == XS);
        match builtin {
            Some(Builtin::AnyType) => {
                for child in node.children().filter(Node::is_element) {
                    self.top(child, path, Wildcard::Lax);
                }
            }
            _ => {
                self.attributes(node, &[], path);
                self.text(node, path, &name.local, |set, text| set.value(name, text));
            }
        }
    }

    fn typed(&mut self, node: Node<'_, '_>, kind: &'s TypeDef, about: &str, path: &str) {
        match kind {
            TypeDef::Simple(simple) => {
                self.attributes(node, &[], path);
                self.text(node, path, about, |set, text| {
                    set.restricted(&simple.base, &simple.enumeration, text)
                });
            }
            TypeDef::Complex(complex) => self.complex(node, complex, about, path),
        }
    }

    fn complex(&mut self, node: Node<'_, '_>, kind: &'s ComplexType, about: &str, path: &str) {
        self.attributes(node, &kind.attributes, path);
        if let (true, Some(base)) = (kind.simple, &kind.base) {
            self.text(node, path, about, |set, text| set.value(base, text));
            return;
        }
        let text_inside =
            node.children().any(|child| child.is_text() && !is_blank(child.text().unwrap_or("")));
        if text_inside && !kind.mixed {
            self.say(path, ViolationKind::StrayText, about);
        }
        let particles = self.set.particles(kind);
        self.sequence(node, &particles, path);
    }

    fn text(
        &mut self,
        node: Node<'_, '_>,
        path: &str,
        about: &str,
        accepts: impl Fn(&SchemaSet, &str) -> bool,
    ) {
        for child in node.children().filter(Node::is_element) {
            self.say(path, ViolationKind::Unknown, name_of(child));
        }
        let text: String = node
            .children()
            .filter_map(|child| if child.is_text() { child.text() } else { None })
            .collect();
        if !accepts(self.set, &text) {
            self.say(path, ViolationKind::BadValue, about);
        }
    }

    fn attributes(&mut self, node: Node<'_, '_>, allowed: &[QName], path: &str) {
        for attribute in node.attributes() {
            let namespace = attribute.namespace().unwrap_or("");
            let name = QName::new(namespace, attribute.name());
            let hint = namespace == XSI
                && matches!(
                    attribute.name(),
                    "nil" | "schemaLocation" | "noNamespaceSchemaLocation"
                );
            if !hint && !allowed.contains(&name) {
                self.say(path, ViolationKind::BadAttribute, name);
            }
        }
    }

    fn sequence(&mut self, node: Node<'_, '_>, particles: &[&'s Particle], path: &str) {
        let mut counts = vec![0_u32; particles.len()];
        let mut at = 0;
        for child in node.children().filter(Node::is_element) {
            let name = name_of(child);
            let fits = |particle: &Particle| match &particle.term {
                Term::Element(decl) => decl.name == name,
                Term::Any(_) => true,
            };
            let ahead = (at..particles.len()).find(|index| fits(particles[*index]));
            let Some(index) = ahead.or_else(|| particles.iter().position(|p| fits(p))) else {
                self.say(path, ViolationKind::Unknown, name);
                continue;
            };
            if ahead.is_none() {
                self.say(path, ViolationKind::Misplaced, &name);
            } else {
                at = index;
            }
            counts[index] += 1;
            let particle = particles[index];
            if particle.max.is_some_and(|max| counts[index] > max) {
                self.say(path, ViolationKind::TooMany, &name);
            }
            match &particle.term {
                Term::Element(decl) => self.element(child, decl, path),
                Term::Any(wildcard) => self.top(child, path, *wildcard),
            }
        }
        for (particle, count) in particles.iter().zip(counts) {
            if count < particle.min {
                let about = match &particle.term {
                    Term::Element(decl) => decl.name.local.as_str(),
                    Term::Any(_) => "any element",
                };
                self.say(path, ViolationKind::Missing, about);
            }
        }
    }
}

impl SchemaSet {
    /// The members of the sequence, those of the base types first.
    fn particles<'a>(&'a self, kind: &'a ComplexType) -> Vec<&'a Particle> {
        let mut all = match kind.base.as_ref().and_then(|base| self.types.get(base)) {
            Some(TypeDef::Complex(base)) => self.particles(base),
            Some(TypeDef::Simple(_)) | None => Vec::new(),
        };
        all.extend(&kind.particles);
        all
    }

    fn value(&self, name: &QName, text: &str) -> bool {
        match self.types.get(name) {
            Some(TypeDef::Simple(simple)) => {
                self.restricted(&simple.base, &simple.enumeration, text)
            }
            Some(TypeDef::Complex(_)) => false,
            None => Builtin::named(&name.local).is_some_and(|kind| kind.accepts(text)),
        }
    }

    fn restricted(&self, base: &QName, enumeration: &[String], text: &str) -> bool {
        let listed = enumeration.is_empty() || enumeration.iter().any(|value| value == text);
        listed && self.value(base, text)
    }
}
