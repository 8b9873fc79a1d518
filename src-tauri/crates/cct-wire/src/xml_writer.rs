//! A small XML writer: elements in order, text escaped.

use crate::namespace::Ns;

/// Writes elements into one growing text. Elements are closed by construction.
pub(crate) struct XmlWriter {
    out: String,
}

impl XmlWriter {
    /// Starts with text that is already XML.
    pub(crate) fn starting_with(markup: &str) -> Self {
        Self { out: markup.to_owned() }
    }

    /// Appends text that is already XML.
    pub(crate) fn markup(&mut self, markup: &str) {
        self.out.push_str(markup);
    }

    /// An element with children.
    pub(crate) fn element(&mut self, ns: Ns, name: &str, children: impl FnOnce(&mut Self)) {
        self.tag("<", ns, name);
        children(self);
        self.tag("</", ns, name);
    }

    /// An element with text.
    pub(crate) fn text(&mut self, ns: Ns, name: &str, text: &str) {
        self.element(ns, name, |w| escape_into(&mut w.out, text));
    }

    /// An element with text, or nothing: a client may send partial objects (section 1.1).
    pub(crate) fn optional_text(&mut self, ns: Ns, name: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.text(ns, name, text);
        }
    }

    /// An `xs:boolean` element.
    pub(crate) fn boolean(&mut self, ns: Ns, name: &str, value: bool) {
        self.text(ns, name, if value { "true" } else { "false" });
    }

    /// The finished text.
    pub(crate) fn finish(self) -> String {
        self.out
    }

    fn tag(&mut self, open: &str, ns: Ns, name: &str) {
        self.out.push_str(open);
        self.out.push_str(ns.prefix());
        self.out.push(':');
        self.out.push_str(name);
        self.out.push('>');
    }
}

/// Escapes character data.
///
/// Characters that XML 1.0 forbids (most controls, U+FFFE, U+FFFF) become U+FFFD: no escape can
/// carry them, and a refused call would leave the agent without any answer. A carriage return is
/// written as a reference so that line-end normalisation does not eat it.
fn escape_into(out: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            '\r' => out.push_str("&#13;"),
            '\t' | '\n' => out.push(character),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            _ => out.push(character),
        }
    }
}

#[cfg(test)]
mod tests;
