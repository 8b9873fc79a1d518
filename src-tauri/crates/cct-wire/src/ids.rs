//! Opaque ids. They are compared, sent back and logged, never taken apart.

use std::fmt;

use crate::namespace::Ns;
use crate::xml_reader::{Element, Problem};
use crate::xml_writer::XmlWriter;

macro_rules! id {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub String);

        impl $name {
            /// The id as on the wire.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(id: &str) -> Self {
                Self(id.to_owned())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id!(
    /// Identifies a contact in CCT calls (section 5.3); not the EWC guid.
    ContactId
);
id!(
    /// Identifies one party's connection to a contact (section 5.1).
    ConnectionId
);
id!(
    /// Identifies one terminal's part in a connection (section 5.1).
    TerminalConnectionId
);
id!(
    /// Identifies a subscription; notifications name it (section 6.1).
    SubscriptionId
);

impl ConnectionId {
    pub(crate) fn write(&self, writer: &mut XmlWriter) {
        writer.element(Ns::Message, "connection", |w| w.text(Ns::Types, "connectionId", &self.0));
    }

    /// Reads a `connection` element.
    pub(crate) fn read(element: Element<'_>) -> Result<Self, Problem> {
        element.need_word("connectionId").map(Self)
    }
}

impl TerminalConnectionId {
    pub(crate) fn write(&self, writer: &mut XmlWriter) {
        writer.element(Ns::Message, "terminalConnection", |w| {
            w.text(Ns::Types, "terminalConnectionId", &self.0);
        });
    }

    /// Reads a `terminalConnection` element. The schema also knows an agent variant of the type,
    /// which nothing is documented to send; it costs nothing to understand it.
    pub(crate) fn read(element: Element<'_>) -> Result<Self, Problem> {
        element
            .need_word("terminalConnectionId")
            .or_else(|problem| element.filled_word("agentTerminalConnectionId").ok_or(problem))
            .map(Self)
    }
}
