//! Connection and terminal connection state events: offers come, are taken and go.

use crate::address::Address;
use crate::capabilities::{ConnectionCapabilities, TerminalConnectionCapabilities};
use crate::connection_state::ConnectionState;
use crate::contact::Contact;
use crate::ids::{ConnectionId, TerminalConnectionId};
use crate::reason::Reason;
use crate::terminal::Terminal;
use crate::terminal_connection_state::TerminalConnectionState;
use crate::xml_reader::{Element, Problem};

/// `ConnectionStateEvent` (section 6.2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConnectionStateEvent {
    /// The party; not necessarily us.
    pub address: Option<Address>,
    /// The party's connection.
    pub connection: ConnectionId,
    /// The contact.
    pub contact: Contact,
    /// What may be done now; `None` if not sent.
    pub capabilities: Option<ConnectionCapabilities>,
    /// `IsRemote`, where sent.
    pub is_remote: Option<bool>,
    /// The state now.
    pub new_state: ConnectionState,
    /// The state before, where sent.
    pub previous_state: Option<ConnectionState>,
    /// Why, where sent.
    pub reason: Option<Reason>,
    /// The address that reports it, where sent.
    pub sending_address: Option<Address>,
}

impl ConnectionStateEvent {
    pub(super) fn read(event: Element<'_>) -> Result<Self, Problem> {
        let address = |name| event.child(name).and_then(|child| Address::read(child).ok());
        Ok(Self {
            address: address("Address"),
            connection: ConnectionId::read(event.need("Connection")?)?,
            contact: Contact::read(event.need("Contact")?)?,
            capabilities: event.child("ConnectionCapabilities").map(ConnectionCapabilities::read),
            is_remote: event.child_boolean("IsRemote"),
            new_state: ConnectionState::from_wire(&event.need_word("NewState")?),
            previous_state: event
                .filled_word("PreviousState")
                .map(|word| ConnectionState::from_wire(&word)),
            reason: event.filled_word("Reason").map(|word| Reason::from_wire(&word)),
            sending_address: address("SendingAddress"),
        })
    }
}

/// `TerminalConnectionStateEvent` (section 6.2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TerminalConnectionStateEvent {
    /// The terminal; not necessarily ours.
    pub terminal: Option<Terminal>,
    /// The terminal's part in the contact.
    pub terminal_connection: TerminalConnectionId,
    /// The connection it belongs to, where sent.
    pub connection: Option<ConnectionId>,
    /// What may be done now; `None` if not sent.
    pub capabilities: Option<TerminalConnectionCapabilities>,
    /// The contact.
    pub contact: Contact,
    /// The state now.
    pub new_state: TerminalConnectionState,
    /// The state before, where sent.
    pub previous_state: Option<TerminalConnectionState>,
    /// Why, where sent.
    pub reason: Option<Reason>,
    /// The terminal that reports it, where sent.
    pub sending_terminal: Option<Terminal>,
}

impl TerminalConnectionStateEvent {
    pub(super) fn read(event: Element<'_>) -> Result<Self, Problem> {
        let terminal = |name| event.child(name).and_then(|child| Terminal::read(child).ok());
        Ok(Self {
            terminal: terminal("Terminal"),
            terminal_connection: TerminalConnectionId::read(event.need("TerminalConnection")?)?,
            connection: event.child("Connection").and_then(|child| ConnectionId::read(child).ok()),
            capabilities: event
                .child("TerminalConnectionCapabilities")
                .map(TerminalConnectionCapabilities::read),
            contact: Contact::read(event.need("Contact")?)?,
            new_state: TerminalConnectionState::from_wire(&event.need_word("NewState")?),
            previous_state: event
                .filled_word("PreviousState")
                .map(|word| TerminalConnectionState::from_wire(&word)),
            reason: event.filled_word("Reason").map(|word| Reason::from_wire(&word)),
            sending_terminal: terminal("SendingTerminal"),
        })
    }
}
