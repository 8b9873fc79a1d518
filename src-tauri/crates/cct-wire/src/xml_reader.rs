//! Lenient reading: by local name, any prefix, unknown and nil elements skipped (section 1.4).

use std::fmt;

use log_safe::{Private, Secret};
use roxmltree::{Document, Node, ParsingOptions};

use crate::namespace::{XSI, is_accepted};

/// Upper bound of nodes in one message; a real one has a few thousand at most.
const NODES_LIMIT: u32 = 1_000_000;

/// Where in a text reading stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// Line, from 1.
    pub line: u32,
    /// Character in the line, from 1.
    pub column: u32,
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}", self.line, self.column)
    }
}

/// What is wrong inside a message that is well-formed XML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Problem {
    /// A needed element is missing; names joined with `/`.
    Missing(String),
    /// An element's text is not of its type; names joined with `/`.
    BadValue(String),
}

/// Parses a text. A DTD is refused; leading white space (some gateways add it) is not.
pub(crate) fn parse(text: &str) -> Result<Document<'_>, Position> {
    let options =
        ParsingOptions { allow_dtd: false, nodes_limit: NODES_LIMIT, ..ParsingOptions::default() };
    Document::parse_with_options(text.trim_start(), options).map_err(|error| {
        let position = error.pos();
        Position { line: position.row, column: position.col }
    })
}

/// One element, read leniently.
#[derive(Clone, Copy)]
pub(crate) struct Element<'a>(Node<'a, 'a>);

impl<'a> Element<'a> {
    /// Wraps an element node.
    pub(crate) const fn new(node: Node<'a, 'a>) -> Self {
        Self(node)
    }

    /// The local name.
    pub(crate) fn name(self) -> &'a str {
        self.0.tag_name().name()
    }

    /// The child elements that are ours and not nil.
    pub(crate) fn children(self) -> impl Iterator<Item = Self> {
        self.0
            .children()
            .filter(|node| node.is_element() && is_accepted(node.tag_name().namespace()))
            .filter(|node| !is_nil(*node))
            .map(Element)
    }

    /// The first child of this name.
    pub(crate) fn child(self, name: &str) -> Option<Self> {
        self.children().find(|child| child.name() == name)
    }

    /// The children of this name.
    pub(crate) fn all(self, name: &'static str) -> impl Iterator<Item = Self> {
        self.children().filter(move |child| child.name() == name)
    }

    /// The first child of this name, or what is missing.
    pub(crate) fn need(self, name: &str) -> Result<Self, Problem> {
        self.child(name).ok_or_else(|| self.missing(name))
    }

    /// The own character data, comments and CDATA borders removed, white space kept.
    pub(crate) fn text(self) -> String {
        self.0.children().filter(|node| node.is_text()).filter_map(|node| node.text()).collect()
    }

    /// The own text without surrounding white space.
    pub(crate) fn word(self) -> String {
        self.text().trim().to_owned()
    }

    /// A child's text without surrounding white space.
    pub(crate) fn child_word(self, name: &str) -> Option<String> {
        self.child(name).map(Element::word)
    }

    /// A child's text without surrounding white space; empty counts as absent.
    pub(crate) fn filled_word(self, name: &str) -> Option<String> {
        self.child_word(name).filter(|word| !word.is_empty())
    }

    /// A needed, non-empty child text.
    pub(crate) fn need_word(self, name: &str) -> Result<String, Problem> {
        self.filled_word(name).ok_or_else(|| self.missing(name))
    }

    /// A child's text, as written, for a screen only.
    pub(crate) fn child_private(self, name: &str) -> Option<Private<String>> {
        self.child(name).map(|child| Private::new(child.text()))
    }

    /// A child's text, never for a log.
    pub(crate) fn child_secret(self, name: &str) -> Option<Secret> {
        self.child(name).map(|child| Secret::new(child.word()))
    }

    /// A child's `xs:boolean`; absent, empty or unreadable is `None`.
    pub(crate) fn child_boolean(self, name: &str) -> Option<bool> {
        self.child(name).and_then(|child| boolean(&child.word()))
    }

    /// A needed `xs:boolean`.
    pub(crate) fn need_boolean(self, name: &str) -> Result<bool, Problem> {
        boolean(&self.need(name)?.word()).ok_or_else(|| Problem::BadValue(self.path(name)))
    }

    /// A child's whole number; absent or unreadable is `None`.
    pub(crate) fn child_number(self, name: &str) -> Option<i64> {
        self.child(name).and_then(|child| child.word().parse().ok())
    }

    /// A needed whole number.
    pub(crate) fn need_number(self, name: &str) -> Result<i64, Problem> {
        let text = self.need(name)?.word();
        text.parse().map_err(|_| Problem::BadValue(self.path(name)))
    }

    /// The problem of a missing child.
    pub(crate) fn missing(self, name: &str) -> Problem {
        Problem::Missing(self.path(name))
    }

    fn path(self, name: &str) -> String {
        format!("{}/{name}", self.name())
    }
}

fn is_nil(node: Node<'_, '_>) -> bool {
    node.attribute((XSI, "nil")).is_some_and(|value| boolean(value.trim()) == Some(true))
}

fn boolean(word: &str) -> Option<bool> {
    match word {
        "true" | "1" | "TRUE" | "True" => Some(true),
        "false" | "0" | "FALSE" | "False" => Some(false),
        _ => None,
    }
}
