//! A property of a terminal changed: login session, ready state, activity code.

use log_safe::Private;

use crate::capabilities::TerminalCapabilities;
use crate::contact::ContactTypes;
use crate::open_enum::open_enum;
use crate::ready_status::ReadyStatus;
use crate::terminal::Terminal;
use crate::xml_reader::{Element, Problem};

open_enum! {
    /// `terminalProperty` (section 2).
    TerminalProperty {
        DoNotDisturb = "DO_NOT_DISTURB",
        Forwarding = "FORWARDING",
        ContactType = "CONTACT_TYPE",
        TreatmentTerminalType = "TREATMENT_TERMINAL_TYPE",
        TreatmentTransportType = "TREATMENT_TRANSPORT_TYPE",
        Name = "NAME",
        Port = "PORT",
        AgentLoginSession = "AGENT_LOGIN_SESSION",
        AgentLoginSessionEnded = "AGENT_LOGIN_SESSION_ENDED",
        ActivityCode = "ACTIVITY_CODE",
        ReadyStatus = "READY_STATUS",
        ValidateAgentLicense = "VALIDATE_AGENT_LICENSE",
    }
}

/// `TerminalPropertyEvent` (section 6.2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TerminalPropertyEvent {
    /// Which property.
    pub property: TerminalProperty,
    /// Which terminal; not necessarily ours.
    pub terminal: Terminal,
    /// What may be done now; `None` if not sent.
    pub capabilities: Option<TerminalCapabilities>,
    /// The new value, where the event carries one that a desktop needs.
    pub change: Option<TerminalChange>,
}

/// The new value of a terminal's property.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TerminalChange {
    /// Do not disturb.
    DoNotDisturb(bool),
    /// What the terminal handles.
    ContactTypes(ContactTypes),
    /// Its name.
    Name(String),
    /// Its port.
    Port(String),
    /// A login session began, or changed.
    LoginSession {
        /// True if it ended.
        ended: bool,
    },
    /// A login session ended.
    LoginSessionEnded {
        /// True if it ended.
        ended: bool,
    },
    /// The activity code.
    ActivityCode(String),
    /// Ready or not.
    ReadyStatus(ReadyStatus),
    /// Administrative id of the agent being validated.
    ValidateAgent(Private<String>),
}

impl TerminalPropertyEvent {
    pub(super) fn read(event: Element<'_>) -> Result<Self, Problem> {
        Ok(Self {
            property: TerminalProperty::from_wire(&event.need_word("TerminalProperty")?),
            terminal: Terminal::read(event.need("Terminal")?)?,
            capabilities: event.child("TerminalCapabilities").map(TerminalCapabilities::read),
            change: event.children().find_map(read_change),
        })
    }
}

fn read_change(member: Element<'_>) -> Option<TerminalChange> {
    Some(match member.name() {
        "TerminalPropertyDoNotDisturb" => {
            TerminalChange::DoNotDisturb(member.child_boolean("doNotDisturbSet")?)
        }
        "TerminalPropertyContactTypeArray" => {
            TerminalChange::ContactTypes(ContactTypes::read_items(member))
        }
        "TerminalPropertyName" => TerminalChange::Name(member.child_word("name")?),
        "TerminalPropertyPort" => TerminalChange::Port(member.child_word("port")?),
        "AgentTerminalPropertyAgentLoginSession" => {
            TerminalChange::LoginSession { ended: member.child_boolean("loginEnded")? }
        }
        "AgentTerminalPropertyAgentLoginSessionEnded" => {
            TerminalChange::LoginSessionEnded { ended: member.child_boolean("loginEnded")? }
        }
        "AgentTerminalPropertyActivityCode" => {
            TerminalChange::ActivityCode(member.child_word("activityCode")?)
        }
        "AgentTerminalPropertyReadyStatus" => {
            TerminalChange::ReadyStatus(ReadyStatus::read(member).ok()?)
        }
        "AgentTerminalPropertyValidateAgentStatus" => {
            TerminalChange::ValidateAgent(member.child_private("adminUserId")?)
        }
        _ => return None,
    })
}
