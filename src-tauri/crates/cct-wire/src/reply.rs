//! The answers, one variant per shape; each [`crate::Call`] variant names the one it gets.

use crate::address::Address;
use crate::agent::Agent;
use crate::capabilities::{
    AgentCapabilities, ConnectionCapabilities, ContactCapabilities, TerminalConnectionCapabilities,
};
use crate::connection_state::ConnectionState;
use crate::contact::{Contact, ContactTypes};
use crate::date_time::DateTime;
use crate::ids::{ConnectionId, TerminalConnectionId};
use crate::intrinsic::Intrinsic;
use crate::sso_token::SsoToken;
use crate::state_info::StateInfo;
use crate::subscription::{SubscriptionRef, SubscriptionReference};
use crate::terminal::Terminal;
use crate::terminal_connection_state::TerminalConnectionState;

/// A decoded answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// The operation has no answer but success.
    Done,
    /// The token of the new session.
    LoggedIn(SsoToken),
    /// The server's version, as it writes it.
    Version(String),
    /// Agents of the CCT user.
    Agents(Vec<Agent>),
    /// Terminals.
    Terminals(Vec<Terminal>),
    /// Addresses.
    Addresses(Vec<Address>),
    /// One address.
    Address(Address),
    /// Yes or no.
    Flag(bool),
    /// The not-ready reason code; `None` when empty.
    ReasonCode(Option<String>),
    /// The terminal connections of a terminal or connection.
    TerminalConnections(Vec<TerminalConnectionId>),
    /// The connections of a contact.
    Connections(Vec<ConnectionId>),
    /// The state of a terminal connection.
    TerminalConnectionState(StateInfo<TerminalConnectionState>),
    /// The state of a connection.
    ConnectionState(StateInfo<ConnectionState>),
    /// One contact.
    Contact(Contact),
    /// One connection.
    Connection(ConnectionId),
    /// What may be done with a terminal connection.
    TerminalConnectionCapabilities(TerminalConnectionCapabilities),
    /// What may be done with a connection.
    ConnectionCapabilities(ConnectionCapabilities),
    /// What may be done with a contact.
    ContactCapabilities(ContactCapabilities),
    /// What may be done with an agent.
    AgentCapabilities(AgentCapabilities),
    /// The intrinsics of a contact.
    Intrinsics(Vec<Intrinsic>),
    /// The contact types of a contact or agent.
    ContactTypes(ContactTypes),
    /// A simple subscription was made.
    Subscribed(SubscriptionRef),
    /// A filtered subscription was made; the server may leave its reference out.
    SubscribedFiltered(Option<SubscriptionReference>),
    /// A filtered subscription was renewed.
    Renewed {
        /// When it now ends.
        termination_time: DateTime,
        /// The server's clock, where sent.
        current_time: Option<DateTime>,
    },
    /// Whether a subscription was ended.
    Unsubscribed(bool),
    /// A counter.
    Count(i64),
}
