//! Building and writing XML: elements know their namespace, prefixes are chosen when writing.

use super::names::{INSTANCE, SOAP, usual_prefix};
use super::xsd::QName;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// How namespaces are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Prefixes {
    /// The letters of the documents' examples.
    #[default]
    Usual,
    /// `ns1`, `ns2`, … declared where they are first used.
    Numbered,
    /// No prefixes below the envelope: a default namespace wherever it changes.
    Defaulted,
}

/// The text of an element.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Text {
    None,
    Plain(String),
    /// A name that must carry the prefix of its namespace.
    Name(QName),
}

/// An element with children or text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Xml {
    name: QName,
    nil: bool,
    text: Text,
    children: Vec<Xml>,
}

impl Xml {
    pub(crate) fn new(namespace: &str, local: &str) -> Self {
        Self::named(QName::new(namespace, local))
    }

    pub(crate) fn named(name: QName) -> Self {
        Self { name, nil: false, text: Text::None, children: Vec::new() }
    }

    pub(crate) fn leaf(namespace: &str, local: &str, text: impl Into<String>) -> Self {
        let mut leaf = Self::new(namespace, local);
        leaf.text = Text::Plain(text.into());
        leaf
    }

    pub(crate) fn name_leaf(namespace: &str, local: &str, text: QName) -> Self {
        let mut leaf = Self::new(namespace, local);
        leaf.text = Text::Name(text);
        leaf
    }

    /// An element that says it has no value.
    pub(crate) fn nil(name: QName) -> Self {
        let mut leaf = Self::named(name);
        leaf.nil = true;
        leaf
    }

    #[must_use]
    pub(crate) fn with(mut self, child: Self) -> Self {
        self.children.push(child);
        self
    }

    #[must_use]
    pub(crate) fn with_all(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        self.children.extend(children);
        self
    }

    pub(crate) fn name(&self) -> &QName {
        &self.name
    }

    pub(crate) fn children_mut(&mut self) -> &mut Vec<Self> {
        &mut self.children
    }

    pub(crate) fn set_text(&mut self, text: &str) {
        self.text = Text::Plain(text.to_owned());
    }

    /// Applies `change` to this element and all below, parents first.
    pub(crate) fn each(&mut self, change: &mut dyn FnMut(&mut Self)) {
        change(self);
        for child in &mut self.children {
            child.each(change);
        }
    }

    fn namespaces(&self, found: &mut Vec<String>) {
        let text = match &self.text {
            Text::Name(name) => Some(name.namespace.as_str()),
            Text::None | Text::Plain(_) => None,
        };
        let nil = self.nil.then_some(INSTANCE);
        for uri in [Some(self.name.namespace.as_str()), text, nil].into_iter().flatten() {
            if !uri.is_empty() && !found.iter().any(|known| known == uri) {
                found.push(uri.to_owned());
            }
        }
        for child in &self.children {
            child.namespaces(found);
        }
    }
}

/// The document `root`, with an XML declaration.
pub(crate) fn write(root: &Xml, prefixes: Prefixes) -> String {
    let mut found = Vec::new();
    root.namespaces(&mut found);
    let mut bound = BTreeMap::new();
    for (index, uri) in found.iter().enumerate() {
        let prefix = match prefixes {
            Prefixes::Usual => {
                let wanted = usual_prefix(uri);
                let taken = bound.values().any(|prefix| prefix == wanted);
                if taken { format!("{wanted}{index}") } else { wanted.to_owned() }
            }
            Prefixes::Numbered => format!("ns{}", index + 1),
            Prefixes::Defaulted if matches!(uri.as_str(), SOAP | INSTANCE) => {
                usual_prefix(uri).to_owned()
            }
            Prefixes::Defaulted => continue,
        };
        bound.insert(uri.clone(), prefix);
    }
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    element(&mut out, root, &bound, true, "");
    out
}

fn element(
    out: &mut String,
    xml: &Xml,
    bound: &BTreeMap<String, String>,
    root: bool,
    default: &str,
) {
    let prefix = bound.get(&xml.name.namespace);
    let tag = match prefix {
        Some(prefix) => format!("{prefix}:{}", xml.name.local),
        None => xml.name.local.clone(),
    };
    out.push('<');
    out.push_str(&tag);
    if root {
        for (uri, prefix) in bound {
            let _ = write!(out, " xmlns:{prefix}=\"{uri}\"");
        }
    }
    let inherited = if prefix.is_none() { xml.name.namespace.as_str() } else { default };
    if inherited != default {
        let _ = write!(out, " xmlns=\"{inherited}\"");
    }
    if let (true, Some(prefix)) = (xml.nil, bound.get(INSTANCE)) {
        let _ = write!(out, " {prefix}:nil=\"true\"");
    }
    let text = match &xml.text {
        Text::None => String::new(),
        Text::Plain(text) => escape(text),
        Text::Name(name) => match bound.get(&name.namespace) {
            Some(prefix) => format!("{prefix}:{}", name.local),
            None => name.local.clone(),
        },
    };
    if text.is_empty() && xml.children.is_empty() {
        out.push_str("/>");
        return;
    }
    out.push('>');
    out.push_str(&text);
    for child in &xml.children {
        element(out, child, bound, false, inherited);
    }
    let _ = write!(out, "</{tag}>");
}

/// Text as XML text. Characters that XML 1.0 cannot carry become U+FFFD.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\r' => out.push_str("&#13;"),
            '\t' | '\n' => out.push(letter),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            _ => out.push(letter),
        }
    }
    out
}
