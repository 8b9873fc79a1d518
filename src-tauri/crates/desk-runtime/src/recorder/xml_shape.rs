//! The shape of a SOAP envelope as an outline: element names and lengths, values only where the
//! protocol owns them: `Body(IsReadyResponse(isReady=true))`.

use roxmltree::{Document, Node};

use super::redactor::{Redactor, text};
use super::vocabulary;

/// Names of elements are the schema's, not data; a longer or odder one is told by its length.
const LONGEST_NAME: usize = 60;
/// How deep an outline goes; real envelopes have ten levels.
const DEEPEST: usize = 32;

/// The outline of a body.
pub(super) fn of(redactor: &Redactor, body: &str) -> String {
    if body.is_empty() {
        return String::new();
    }
    let Ok(document) = Document::parse(body) else { return "unreadable".to_owned() };
    let mut outline = String::new();
    write(redactor, document.root_element(), 0, &mut outline);
    outline
}

fn write(redactor: &Redactor, element: Node<'_, '_>, depth: usize, outline: &mut String) {
    let name = element.tag_name().name();
    outline.push_str(&shown(name));
    let mut children = element.children().filter(Node::is_element).peekable();
    if children.peek().is_some() {
        outline.push('(');
        if depth < DEEPEST {
            for (place, child) in children.enumerate() {
                if place > 0 {
                    outline.push(' ');
                }
                write(redactor, child, depth + 1, outline);
            }
        } else {
            outline.push('…');
        }
        outline.push(')');
    } else if let Some(value) = element.text().map(str::trim).filter(|value| !value.is_empty()) {
        outline.push('=');
        outline.push_str(&of_text(redactor, name, value));
    }
}

fn of_text(redactor: &Redactor, element: &str, value: &str) -> String {
    if let Some(word) = vocabulary::xml_word(element, value) {
        word.to_owned()
    } else if vocabulary::is_xml_id(element) {
        redactor.id(value)
    } else if vocabulary::is_xml_number(element) && value.parse::<i64>().is_ok() {
        value.to_owned()
    } else {
        text(value)
    }
}

fn shown(name: &str) -> String {
    let plain = name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.'));
    if plain && name.len() <= LONGEST_NAME { name.to_owned() } else { text(name) }
}
