//! The SOAP 1.1 envelope: what is asked, and how an answer is wrapped.

use super::fault::Refusal;
use super::names::SOAP;
use super::writer::Xml;
use roxmltree::{Document, Node};

const SOAP_12: &str = "http://www.w3.org/2003/05/soap-envelope";

/// The one element in the Body.
pub(crate) fn body<'a, 'input>(
    document: &'a Document<'input>,
) -> Result<Node<'a, 'input>, Refusal> {
    let root = document.root_element();
    let namespace = root.tag_name().namespace().unwrap_or("");
    if root.tag_name().name() != "Envelope" {
        return Err(Refusal::client("the document is not a SOAP envelope"));
    }
    if namespace != SOAP {
        let words = if namespace == SOAP_12 {
            "SOAP 1.2 is not spoken here; send SOAP 1.1"
        } else {
            "the envelope is in no namespace known here; send SOAP 1.1"
        };
        return Err(Refusal::VersionMismatch(words));
    }
    let mut parts = root.children().filter(Node::is_element);
    let mut part = parts.next();
    if let Some(header) = part.filter(|node| node.has_tag_name((SOAP, "Header"))) {
        let must =
            header.children().any(|entry| entry.attribute((SOAP, "mustUnderstand")) == Some("1"));
        if must {
            return Err(Refusal::MustUnderstand);
        }
        part = parts.next();
    }
    let body = part
        .filter(|node| node.has_tag_name((SOAP, "Body")))
        .ok_or_else(|| Refusal::client("the envelope has no Body"))?;
    let mut children = body.children().filter(Node::is_element);
    match (children.next(), children.next(), parts.next()) {
        (Some(child), None, None) => Ok(child),
        (None, ..) => Err(Refusal::client("the Body is empty")),
        (Some(_), Some(_), _) => Err(Refusal::client("the Body has more than one element")),
        (Some(_), None, Some(_)) => Err(Refusal::client("something follows the Body")),
    }
}

/// An envelope around `content`; nothing gives an empty Body.
pub(crate) fn wrap(content: Option<Xml>) -> Xml {
    Xml::new(SOAP, "Envelope").with(Xml::new(SOAP, "Body").with_all(content))
}
