//! XML without its prefixes and indentation, to compare two writings of one message.

use roxmltree::{Document, Node};

/// Expanded names, own text, children: one line per element.
pub(crate) fn canonical(xml: &str) -> String {
    let document = Document::parse(xml).unwrap();
    let mut out = String::new();
    write(document.root_element(), 0, &mut out);
    out
}

fn write(node: Node<'_, '_>, depth: usize, out: &mut String) {
    let tag = node.tag_name();
    let text: String =
        node.children().filter(|child| child.is_text()).filter_map(|child| child.text()).collect();
    let namespace = tag.namespace().unwrap_or("-");
    let indent = "  ".repeat(depth);
    out.push_str(&format!("{indent}{{{namespace}}}{} {:?}\n", tag.name(), text.trim()));
    for child in node.children().filter(Node::is_element) {
        write(child, depth + 1, out);
    }
}
