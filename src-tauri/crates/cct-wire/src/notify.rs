//! The notifications that the server pushes to our endpoint (section 6.2).

mod agent_property;
mod contact_property;
mod event;
mod resource_event;
mod state_event;
mod system_event;
mod terminal_property;

use log_safe::Secret;

pub use agent_property::{AgentChange, AgentInformation, AgentProperty, AgentPropertyEvent};
pub use contact_property::{ContactChange, ContactProperty, ContactPropertyEvent};
pub use event::Event;
pub use resource_event::{
    AddressProperty, AddressPropertyEvent, AddressStateEvent, AgentState, AgentStateEvent,
    ResourceState, ServiceProviderStatusEvent, TerminalStateEvent,
};
pub use state_event::{ConnectionStateEvent, TerminalConnectionStateEvent};
pub use system_event::{SystemEvent, TerminationReason};
pub use terminal_property::{TerminalChange, TerminalProperty, TerminalPropertyEvent};

use crate::date_time::DateTime;
use crate::envelope::{self, Body};
use crate::ids::SubscriptionId;
use crate::xml_reader::{self, Element, Position};

/// One message of a POST.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotificationMessage {
    /// What happened.
    pub event: Event,
    /// The session it belongs to. Secret: it may equal the session token.
    pub session_id: Option<Secret>,
    /// The subscription it belongs to; ignore messages of others (section 6.2).
    pub subscription_id: Option<SubscriptionId>,
    /// When, by the server's clock.
    pub timestamp: Option<DateTime>,
}

/// Why a POST holds no notifications at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotifyError {
    /// The body is not XML.
    #[error("the pushed body is not XML at {position}; something else posts to this address")]
    NotXml {
        /// Where reading stopped.
        position: Position,
    },
    /// The body is XML but no `Notify` envelope.
    #[error("the pushed body holds `{found}`, not `Notify`; something else posts to this address")]
    NotNotify {
        /// Name of the element found; empty for an empty body.
        found: String,
    },
}

/// Reads the body of one POST: one or several messages, in order. A message that cannot be read
/// becomes [`Event::Unreadable`] and takes no other with it.
///
/// # Errors
/// If the body is no `Notify` envelope.
pub fn decode(body: &str) -> Result<Vec<NotificationMessage>, NotifyError> {
    let document = xml_reader::parse(body).map_err(|position| NotifyError::NotXml { position })?;
    let not_notify = |found: &str| NotifyError::NotNotify { found: found.to_owned() };
    match envelope::open(&document) {
        Body::Message(notify) if notify.name() == "Notify" => {
            Ok(notify.all("NotificationMessage").map(read_message).collect())
        }
        Body::Message(other) | Body::Fault(other) => Err(not_notify(other.name())),
        Body::NotSoap(found) => Err(not_notify(found)),
        Body::Empty => Err(not_notify("")),
    }
}

fn read_message(message: Element<'_>) -> NotificationMessage {
    NotificationMessage {
        event: Event::read(message),
        session_id: message.child_secret("SessionId").filter(|id| !id.is_empty()),
        subscription_id: message.filled_word("SubscriptionId").map(SubscriptionId),
        timestamp: message.filled_word("Timestamp").map(|text| DateTime::from_wire(&text)),
    }
}
