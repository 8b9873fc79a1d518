//! Everything the server can say to the desktop.

use serde::Serialize;

use crate::acknowledgement::Acknowledgement;
use crate::agent::agent_login::AgentLoginNotification;
use crate::agent::closed_reason::AgentSetClosedReasonNotification;
use crate::agent::conference::{
    ActiveAgentNotification, ChangeConferenceOwnerNotification, ExitRoomNotification,
};
use crate::agent::customer_history::CustomerHistoryNotification;
use crate::agent::customer_presence::{
    CustomerConnectionStatusNotification, CustomerDisconnectNotification,
};
use crate::agent::destinations::GetDestinationsNotification;
use crate::agent::is_typing::IsTypingNotification;
use crate::agent::join_room::AgentJoinRoomNotification;
use crate::agent::new_message::NewMessageNotification;
use crate::agent::operation::OperationNotification;
use crate::agent::page_push::PagePushNotification;
use crate::agent::quit_chat::AgentQuitChatNotification;
use crate::agent::screen_pops::ScreenPopsNotification;
use crate::agent::supervision::{AgentDataNotification, SupervisorBargeNotification};
use crate::envelope::{Kind, seal};
use crate::error_notification::ErrorNotification;
use crate::ids::Guid;
use crate::timestamp::TimestampUnit;
use crate::unknown::Unknown;

/// A frame from the server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Incoming {
    /// News, or the answer to a request.
    Notification(Notification),
    /// A request was received.
    Acknowledgement(Acknowledgement),
    /// A request failed.
    Error(ErrorNotification),
    /// Not in the documents, or not as in the documents; kept.
    Unknown(Unknown),
}

/// A notification of the agent side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "method", rename_all = "camelCase")]
pub enum Notification {
    /// Whether the log-in worked.
    AgentLogin(AgentLoginNotification),
    /// The room just entered.
    AgentJoinRoom(Box<AgentJoinRoomNotification>),
    /// The configured screen pops.
    ScreenPops(ScreenPopsNotification),
    /// Somebody types, or has stopped.
    IsTyping(IsTypingNotification),
    /// A line.
    NewMessage(NewMessageNotification),
    /// A pushed page.
    PagePush(PagePushNotification),
    /// The agent is leaving: choose a reason.
    AgentQuitChat(AgentQuitChatNotification),
    /// The customer has left: choose a reason.
    CustomerDisconnect(CustomerDisconnectNotification),
    /// Whether the reason was taken.
    AgentSetClosedReason(AgentSetClosedReasonNotification),
    /// The customer's earlier contacts.
    CustomerHistory(CustomerHistoryNotification),
    /// Where the chat can go.
    GetDestinations(GetDestinationsNotification),
    /// Whether the operation worked.
    OperationRequest(OperationNotification),
    /// An agent has entered.
    ActiveAgentNotification(ActiveAgentNotification),
    /// The conference has a new owner.
    ChangeConferenceOwner(ChangeConferenceOwnerNotification),
    /// An agent is out of the room.
    ExitRoom(ExitRoomNotification),
    /// A supervisor's view of the agents.
    AgentData(AgentDataNotification),
    /// A supervisor has taken the room.
    SupervisorBarge(SupervisorBargeNotification),
    /// The customer's connection.
    CustomerConnectionStatus(CustomerConnectionStatusNotification),
    /// An answer to a keep-alive; documented for customers only, read here in case it comes.
    #[serde(rename = "ping")]
    Pong,
}

impl Notification {
    /// The room it is about, if it is about one.
    pub fn guid(&self) -> Option<Guid> {
        match self {
            Self::AgentLogin(_) | Self::ScreenPops(_) | Self::AgentData(_) | Self::Pong => None,
            Self::AgentJoinRoom(message) => Some(message.guid),
            Self::IsTyping(message) => Some(message.guid),
            Self::NewMessage(message) => Some(message.guid),
            Self::PagePush(message) => Some(message.guid),
            Self::AgentQuitChat(message) => Some(message.guid),
            Self::CustomerDisconnect(message) => Some(message.guid),
            Self::AgentSetClosedReason(message) => Some(message.guid),
            Self::CustomerHistory(message) => Some(message.guid),
            Self::GetDestinations(message) => message.guid,
            Self::OperationRequest(message) => Some(message.guid),
            Self::ActiveAgentNotification(message) => Some(message.guid),
            Self::ChangeConferenceOwner(message) => Some(message.guid),
            Self::ExitRoom(message) => Some(message.guid),
            Self::SupervisorBarge(message) => Some(message.guid),
            Self::CustomerConnectionStatus(message) => Some(message.guid),
        }
    }
}

impl Incoming {
    /// The frame as a server sends it, moments in milliseconds.
    pub fn encode(&self) -> String {
        self.encode_in(TimestampUnit::Milliseconds)
    }

    /// The frame as a server sends it, moments in the given unit.
    pub fn encode_in(&self, unit: TimestampUnit) -> String {
        match self {
            Self::Notification(message) => seal(Some(&Kind::Notification), message, unit),
            Self::Acknowledgement(message) => seal(Some(&Kind::Acknowledgement), message, unit),
            Self::Error(message) => seal(Some(&Kind::Error), message, unit),
            // As it came, so no change of units.
            Self::Unknown(message) => {
                seal(message.kind.as_ref(), &message.body, TimestampUnit::Milliseconds)
            }
        }
    }
}
