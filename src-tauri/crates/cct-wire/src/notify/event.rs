//! One pushed message as one event.

use super::agent_property::AgentPropertyEvent;
use super::contact_property::ContactPropertyEvent;
use super::resource_event::{
    AddressPropertyEvent, AddressStateEvent, AgentStateEvent, ServiceProviderStatusEvent,
    TerminalStateEvent,
};
use super::state_event::{ConnectionStateEvent, TerminalConnectionStateEvent};
use super::system_event::SystemEvent;
use super::terminal_property::TerminalPropertyEvent;
use crate::contact::Contact;
use crate::xml_reader::{Element, Problem};

/// The thirteen kinds of section 6.2, and what is none of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A party's connection changed state.
    ConnectionState(ConnectionStateEvent),
    /// A terminal's part in a contact changed state.
    TerminalConnectionState(TerminalConnectionStateEvent),
    /// A property of a contact changed.
    ContactProperty(ContactPropertyEvent),
    /// A property of an agent changed: login, ready state.
    AgentProperty(AgentPropertyEvent),
    /// A property of a terminal changed: login session, ready state.
    TerminalProperty(TerminalPropertyEvent),
    /// A property of an address changed.
    AddressProperty(AddressPropertyEvent),
    /// An address went in or out of service.
    AddressState(AddressStateEvent),
    /// A terminal went in or out of service.
    TerminalState(TerminalStateEvent),
    /// An agent was mapped to the CCT user, or no longer is.
    AgentState(AgentStateEvent),
    /// A provider started or failed.
    ServiceProviderStatus(ServiceProviderStatusEvent),
    /// A contact was disconnected by force.
    ForceDisconnect(Contact),
    /// A contact went to default treatment.
    DefaultTreatment(Contact),
    /// The session, the subscription, or delivery to us.
    System(SystemEvent),
    /// An event of a kind this version does not know.
    Unknown {
        /// Its `EventType`.
        name: String,
    },
    /// An event of a known kind that lacks what makes it one; take a snapshot to be sure.
    Unreadable {
        /// The element or `EventType`.
        name: String,
        /// Parent and element of what is missing or malformed.
        path: String,
    },
}

impl Event {
    /// Takes the member element that is there, whatever `EventType` says: the member is what the
    /// event is made of.
    pub(super) fn read(message: Element<'_>) -> Self {
        let Some(holder) = message.child("Message") else {
            return unreadable("NotificationMessage", message.missing("Message"));
        };
        let found = holder
            .children()
            .find_map(|member| read_member(member).map(|result| (member.name(), result)));
        let event_type = holder.filled_word("EventType");
        match (found, event_type) {
            (Some((_, Ok(event))), _) => event,
            (Some((name, Err(problem))), _) => unreadable(name, problem),
            (None, Some(name)) if is_known_type(&name) => {
                unreadable(&name, holder.missing(&member_name(&name)))
            }
            (None, Some(name)) => Self::Unknown { name },
            (None, None) => unreadable("Message", holder.missing("EventType")),
        }
    }
}

fn unreadable(name: &str, problem: Problem) -> Event {
    let (Problem::Missing(path) | Problem::BadValue(path)) = problem;
    Event::Unreadable { name: name.to_owned(), path }
}

fn read_member(member: Element<'_>) -> Option<Result<Event, Problem>> {
    let contact = || Contact::read(member.need("Contact")?);
    Some(match member.name() {
        "ConnectionStateEvent" => ConnectionStateEvent::read(member).map(Event::ConnectionState),
        "TerminalConnectionStateEvent" => {
            TerminalConnectionStateEvent::read(member).map(Event::TerminalConnectionState)
        }
        "ContactPropertyEvent" => ContactPropertyEvent::read(member).map(Event::ContactProperty),
        "AgentPropertyEvent" => AgentPropertyEvent::read(member).map(Event::AgentProperty),
        "TerminalPropertyEvent" => TerminalPropertyEvent::read(member).map(Event::TerminalProperty),
        "AddressPropertyEvent" => AddressPropertyEvent::read(member).map(Event::AddressProperty),
        "AddressStateEvent" => AddressStateEvent::read(member).map(Event::AddressState),
        "TerminalStateEvent" => TerminalStateEvent::read(member).map(Event::TerminalState),
        "AgentStateEvent" => AgentStateEvent::read(member).map(Event::AgentState),
        "ServiceProviderStatusEvent" => {
            ServiceProviderStatusEvent::read(member).map(Event::ServiceProviderStatus)
        }
        "ForceDisconnectEvent" => contact().map(Event::ForceDisconnect),
        "DefaultTreatmentEvent" => contact().map(Event::DefaultTreatment),
        "SystemEvent" => SystemEvent::read(member).map(Event::System),
        _ => return None,
    })
}

const KNOWN_TYPES: [&str; 13] = [
    "SYSTEM",
    "CONNECTION_STATE",
    "TERMINAL_CONNECTION_STATE",
    "ADDRESS_PROPERTY",
    "TERMINAL_PROPERTY",
    "CONTACT_PROPERTY",
    "AGENT_PROPERTY",
    "ADDRESS_STATE",
    "TERMINAL_STATE",
    "AGENT_STATE",
    "SERVICE_PROVIDER_STATUS",
    "FORCE_DISCONNECT",
    "DEFAULT_TREATMENT",
];

fn is_known_type(name: &str) -> bool {
    KNOWN_TYPES.contains(&name)
}

/// `CONNECTION_STATE` → `ConnectionStateEvent`.
fn member_name(event_type: &str) -> String {
    let capitalised = event_type.split('_').map(|part| {
        let mut letters = part.chars();
        let first = letters.next().map(String::from).unwrap_or_default();
        first + &letters.as_str().to_lowercase()
    });
    capitalised.chain(["Event".to_owned()]).collect()
}
