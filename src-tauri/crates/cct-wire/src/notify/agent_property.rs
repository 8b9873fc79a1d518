//! A property of an agent changed: login, ready state.

use log_safe::Private;

use crate::agent::Agent;
use crate::capabilities::AgentCapabilities;
use crate::contact::ContactTypes;
use crate::open_enum::open_enum;
use crate::ready_status::{LoginStatus, ReadyStatus};
use crate::xml_reader::{Element, Problem};

open_enum! {
    /// `agentProperty` (section 2).
    AgentProperty {
        ContactType = "CONTACT_TYPE",
        AddressName = "ADDRESS_NAME",
        VoiceTerminal = "VOICE_TERMINAL",
        LoginStatus = "LOGIN_STATUS",
        Information = "INFORMATION",
        ReadyStatus = "READY_STATUS",
    }
}

/// `AgentPropertyEvent` (section 6.2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgentPropertyEvent {
    /// Which property.
    pub property: AgentProperty,
    /// Who; not necessarily us.
    pub agent: Agent,
    /// What may be done now; `None` if not sent.
    pub capabilities: Option<AgentCapabilities>,
    /// The new value, where the event carries one.
    pub change: Option<AgentChange>,
}

/// The new value of an agent's property.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AgentChange {
    /// The agent's address.
    AddressName(Private<String>),
    /// What the agent handles.
    ContactTypes(ContactTypes),
    /// Administrative data.
    Information(AgentInformation),
    /// Logged in or out.
    LoginStatus(LoginStatus),
    /// Ready or not.
    ReadyStatus(ReadyStatus),
    /// Name of the agent's voice terminal.
    VoiceTerminal(Private<String>),
}

/// The part of `agentPropertyInformation` that says something about a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgentInformation {
    /// The terminal the agent is logged in at; empty when logged out.
    pub terminal_name: Option<Private<String>>,
    /// Position id.
    pub position_id: Option<String>,
    /// Undocumented text.
    pub state: Option<String>,
}

impl AgentPropertyEvent {
    /// Whether the agent is logged in, if this event tells: from the login status, or from the
    /// terminal name in the information (section 6.2: an integration needed both).
    pub fn logged_in(&self) -> Option<bool> {
        match self.change.as_ref()? {
            AgentChange::LoginStatus(LoginStatus::LoggedIn) => Some(true),
            AgentChange::LoginStatus(LoginStatus::LoggedOut) => Some(false),
            AgentChange::Information(information) => {
                information.terminal_name.as_ref().map(|name| !name.expose().trim().is_empty())
            }
            _ => None,
        }
    }

    pub(super) fn read(event: Element<'_>) -> Result<Self, Problem> {
        Ok(Self {
            property: AgentProperty::from_wire(&event.need_word("AgentProperty")?),
            agent: Agent::read(event.need("Agent")?)?,
            capabilities: event.child("AgentCapabilities").map(AgentCapabilities::read),
            change: event.children().find_map(read_change),
        })
    }
}

fn read_change(member: Element<'_>) -> Option<AgentChange> {
    Some(match member.name().strip_prefix("AgentProperty")? {
        "AddressName" => AgentChange::AddressName(member.child_private("name")?),
        "ContactTypeArray" => {
            let names = member.all("item").filter_map(|item| item.filled_word("name"));
            AgentChange::ContactTypes(ContactTypes(names.collect()))
        }
        "Information" => AgentChange::Information(AgentInformation {
            terminal_name: member.child_private("tnName"),
            position_id: member.filled_word("positionId"),
            state: member.filled_word("state"),
        }),
        "LoginStatus" => {
            AgentChange::LoginStatus(LoginStatus::from_wire(&member.filled_word("status")?))
        }
        "ReadyStatus" => AgentChange::ReadyStatus(ReadyStatus::read(member).ok()?),
        "VoiceTerminal" => AgentChange::VoiceTerminal(member.child_private("agentTerminalName")?),
        _ => return None,
    })
}
