//! The SOAP 1.1 envelope around one body element.

use roxmltree::Document;

use crate::namespace::{Ns, SOAP};
use crate::xml_reader::Element;
use crate::xml_writer::XmlWriter;

/// Writes a whole envelope with one body element.
pub(crate) fn wrap(
    message_namespace: &str,
    extra: &[Ns],
    element: &str,
    children: impl FnOnce(&mut XmlWriter),
) -> String {
    let mut writer = XmlWriter::starting_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    writer.markup(&format!("<s:Envelope xmlns:s=\"{SOAP}\""));
    writer.markup(&format!(" xmlns:{}=\"{message_namespace}\"", Ns::Message.prefix()));
    for ns in [Ns::Types].iter().chain(extra) {
        if let Some(uri) = ns.fixed_uri() {
            writer.markup(&format!(" xmlns:{}=\"{uri}\"", ns.prefix()));
        }
    }
    writer.markup("><s:Body>");
    writer.element(Ns::Message, element, children);
    writer.markup("</s:Body></s:Envelope>");
    writer.finish()
}

/// What the body of a received envelope holds.
pub(crate) enum Body<'a> {
    /// The text is XML but no envelope with a body; the name of its root.
    NotSoap(&'a str),
    /// A body without an element.
    Empty,
    /// A body with a SOAP fault.
    Fault(Element<'a>),
    /// A body with one message element.
    Message(Element<'a>),
}

/// Opens a received envelope. Headers are ignored.
pub(crate) fn open<'a>(document: &'a Document<'a>) -> Body<'a> {
    let root = Element::new(document.root_element());
    let body = match root.name() {
        "Envelope" => root.child("Body"),
        _ => None,
    };
    let Some(body) = body else {
        return Body::NotSoap(root.name());
    };
    match body.children().next() {
        None => Body::Empty,
        Some(element) if element.name() == "Fault" => Body::Fault(element),
        Some(element) => Body::Message(element),
    }
}
