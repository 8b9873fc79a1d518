//! The entries of an `AppSettings.xml`, whichever way they are written and however deep.
//!
//! The guide names the entries but does not show the file. Decision: every form that .NET programs
//! use is read: `<add key="X" value="Y"/>`, `<setting name="X"><value>Y</value></setting>`,
//! `<X>Y</X>` and `<X value="Y"/>`.

use roxmltree::{Document, Node};

/// One entry as written.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) name: String,
    /// The value without the white space around it.
    pub(super) value: String,
    /// Where the entry begins, in bytes.
    pub(super) at: usize,
    /// Where its value begins, in bytes.
    pub(super) value_at: usize,
}

/// All entries in the order of the file.
pub(super) fn entries(document: &Document<'_>) -> Vec<Entry> {
    document.descendants().filter(Node::is_element).filter_map(entry).collect()
}

fn entry(node: Node<'_, '_>) -> Option<Entry> {
    let tag = node.tag_name().name();
    if tag.eq_ignore_ascii_case("add") || tag.eq_ignore_ascii_case("setting") {
        let name = attribute(node, "key").or_else(|| attribute(node, "name"))?;
        return Some(valued(node, name.0));
    }
    let inside_setting = node.parent_element().is_some_and(|parent| {
        parent.tag_name().name().eq_ignore_ascii_case("setting")
            && attribute(parent, "name").is_some()
    });
    let leaf = !node.children().any(|child| child.is_element());
    (leaf && !inside_setting && node.parent_element().is_some()).then(|| valued(node, tag))
}

fn valued(node: Node<'_, '_>, name: &str) -> Entry {
    let at = node.range().start;
    let (value, value_at) = match attribute(node, "value") {
        Some((value, at)) => (value.to_owned(), at),
        None => text(node).unwrap_or((String::new(), at)),
    };
    Entry { name: name.trim().to_owned(), value: value.trim().to_owned(), at, value_at }
}

fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<(&'a str, usize)> {
    node.attributes()
        .find(|attribute| attribute.name().eq_ignore_ascii_case(name))
        .map(|attribute| (attribute.value(), attribute.range_value().start))
}

/// All text in a node, and where its first word begins.
fn text(node: Node<'_, '_>) -> Option<(String, usize)> {
    let mut all = String::new();
    let mut begin = None;
    for part in node.descendants().filter(Node::is_text) {
        let words = part.text().unwrap_or_default();
        if begin.is_none() && !words.trim().is_empty() {
            let source = &node.document().input_text()[part.range()];
            let blank = source.len() - source.trim_start().len();
            begin = Some(part.range().start + blank);
        }
        all.push_str(words);
    }
    begin.map(|begin| (all, begin))
}
