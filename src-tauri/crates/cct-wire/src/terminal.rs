//! A terminal: where contacts are presented to an agent.

use crate::namespace::Ns;
use crate::open_enum::open_enum;
use crate::provider::Provider;
use crate::xml_reader::{Element, Problem};
use crate::xml_writer::XmlWriter;

open_enum! {
    /// `terminalType` (section 2).
    TerminalType {
        Treatment = "TREATMENT",
        Generic = "GENERIC",
        Agent = "AGENT",
    }
}

/// `terminal` (section 2). Names are discovered, never built.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terminal {
    /// Its name, which identifies it.
    pub name: String,
    /// What it is.
    pub terminal_type: Option<TerminalType>,
    /// The back end it belongs to.
    pub provider: Option<Provider>,
    /// Free text; often empty.
    pub status: Option<String>,
}

impl Terminal {
    /// A terminal of which only the name is known; servers accept it in requests (section 1.1).
    pub fn by_name(name: impl Into<String>) -> Self {
        Self { name: name.into(), terminal_type: None, provider: None, status: None }
    }

    /// Writes it under the name the operation's schema gives it.
    pub(crate) fn write_as(&self, element: &str, writer: &mut XmlWriter) {
        writer.element(Ns::Message, element, |w| {
            w.text(Ns::Types, "terminalName", &self.name);
            let terminal_type = self.terminal_type.as_ref().and_then(TerminalType::known);
            w.optional_text(Ns::Types, "terminalType", terminal_type);
            Provider::write(self.provider.as_ref(), w);
            w.optional_text(Ns::Types, "status", self.status.as_deref());
        });
    }

    pub(crate) fn read(element: Element<'_>) -> Result<Self, Problem> {
        Ok(Self {
            name: element.need_word("terminalName")?,
            terminal_type: element
                .filled_word("terminalType")
                .map(|word| TerminalType::from_wire(&word)),
            provider: Provider::of(element),
            status: element.child_word("status"),
        })
    }
}
