//! From an envelope to text: first checked against the schemas, then spoilt as the switches say.

use super::names::{ADDRESSING, BASE, SOAP, TYPES};
use super::server::{Heading, Inner};
use super::writer::{self, Prefixes, Xml};
use super::xsd::QName;
use crate::cct::{AddressStatus, CctQuirks};

/// A namespace of nobody, for elements that a client must skip.
const FOREIGN: &str = "urn:example:extension";

/// Writes envelopes.
pub(crate) struct Renderer<'s> {
    server: &'s Inner,
    prefixes: Prefixes,
    spoil: Spoil,
}

#[derive(Clone, Copy)]
struct Spoil {
    no_status: bool,
    elements: bool,
    values: bool,
    nil: bool,
}

impl<'s> Renderer<'s> {
    pub(crate) fn new(server: &'s Inner, quirks: &CctQuirks) -> Self {
        Self {
            server,
            prefixes: quirks.prefixes,
            spoil: Spoil {
                no_status: quirks.address_status == AddressStatus::Absent,
                elements: quirks.unknown_elements,
                values: quirks.unknown_values,
                nil: quirks.nil_items,
            },
        }
    }

    /// The text of `envelope`; a violation of the schemas is told as a defect of `what`.
    pub(crate) fn text(&self, what: &str, mut envelope: Xml) -> String {
        let text = writer::write(&envelope, self.prefixes);
        let broken = self.server.schemas.check_text(&text);
        if !broken.is_empty() {
            let list: Vec<String> = broken.iter().map(ToString::to_string).collect();
            self.server.tell(Heading::Defect, what, 0, &format!("{}\n{text}", list.join("\n")));
        }
        if !self.spoil.any() {
            return text;
        }
        let spoil = self.spoil;
        envelope.each(&mut |element| spoil.apply(element));
        writer::write(&envelope, self.prefixes)
    }
}

impl Spoil {
    fn any(self) -> bool {
        self.no_status || self.elements || self.values || self.nil
    }

    fn apply(self, element: &mut Xml) {
        let name = element.name().clone();
        let children = element.children_mut();
        let of_place =
            |child: &Xml| matches!(child.name().local.as_str(), "addressName" | "terminalName");
        if self.no_status && children.iter().any(of_place) {
            children.retain(|child| child.name().local != "status");
        }
        if self.nil && name.local.ends_with("Response") {
            let lists = [
                "agents",
                "terminals",
                "addresses",
                "address",
                "intrinsic",
                "terminalConnection",
                "terminalConnections",
                "contactTypes",
            ];
            let item = children
                .last()
                .map(|last| last.name().clone())
                .filter(|last| lists.contains(&last.local.as_str()));
            children.extend(item.map(Xml::nil));
        }
        if self.elements
            && !children.is_empty()
            && name.namespace != SOAP
            && !name.namespace.is_empty()
        {
            children.insert(0, Xml::leaf(FOREIGN, "hint", "skip me"));
            children.push(Xml::leaf(TYPES, "futureField", "skip me, too"));
        }
        if self.values {
            let value = match name.local.as_str() {
                "Reason" if name.namespace == BASE => Some("ROUTED_BY_RULE"),
                "agentType" => Some("Robot"),
                "addressType" | "terminalType" => Some("VIRTUAL"),
                _ => None,
            };
            if let Some(value) = value {
                element.set_text(value);
            }
        }
    }
}

/// Headers of WS-Addressing, as a newer stack might add them to a Notify.
pub(crate) fn addressing_headers(to: &str, id: &str) -> Xml {
    let leaf = |local: &str, text: &str| Xml::leaf(ADDRESSING, local, text);
    Xml::named(QName::new(SOAP, "Header"))
        .with(leaf("To", to))
        .with(leaf("Action", super::names::NOTIFY_ACTION.trim_matches('"')))
        .with(leaf("MessageID", &format!("urn:uuid:{id}")))
}
