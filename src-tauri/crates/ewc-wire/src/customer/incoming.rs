//! Everything the server can say to the customer's page.

use serde::Serialize;

use crate::acknowledgement::Acknowledgement;
use crate::customer::close_conversation::CloseConversationNotification;
use crate::customer::is_typing::IsTypingNotification;
use crate::customer::new_chat_acknowledgement::NewChatAcknowledgement;
use crate::customer::new_message::NewMessageNotification;
use crate::customer::page_push::NewPushPageMessageNotification;
use crate::customer::participants::{NewParticipantNotification, ParticipantLeaveNotification};
use crate::customer::queue_status::QueueStatusNotification;
use crate::customer::request_chat::RequestChatNotification;
use crate::envelope::{Kind, seal};
use crate::error_notification::ErrorNotification;
use crate::timestamp::TimestampUnit;
use crate::unknown::Unknown;

/// A frame from the server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Incoming {
    /// News, or the answer to a request.
    Notification(Notification),
    /// A request was received.
    Acknowledgement(Acknowledgement),
    /// A new chat was received.
    NewChatAcknowledgement(NewChatAcknowledgement),
    /// A request failed.
    Error(ErrorNotification),
    /// Not in the documents, or not as in the documents; kept.
    Unknown(Unknown),
}

/// A notification of the customer side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "method", rename_all = "camelCase")]
pub enum Notification {
    /// The customer is in the chat.
    RequestChat(Box<RequestChatNotification>),
    /// The place in the queue.
    QueueStatus(QueueStatusNotification),
    /// An agent has joined.
    NewParticipant(NewParticipantNotification),
    /// An agent has left.
    ParticipantLeave(ParticipantLeaveNotification),
    /// An agent types, or has stopped.
    IsTyping(IsTypingNotification),
    /// A line.
    NewMessage(NewMessageNotification),
    /// Whether the chat is closed.
    CloseConversation(CloseConversationNotification),
    /// A page from an agent.
    NewPushPageMessage(NewPushPageMessageNotification),
    /// The answer to a keep-alive. It is sent as the reference page expects it, a notification
    /// called `ping`; any mixture of the two types and two names the guide gives is read.
    #[serde(rename = "ping")]
    Pong,
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
            Self::NewChatAcknowledgement(message) => {
                seal(Some(&Kind::NewChatAcknowledgement), message, TimestampUnit::Milliseconds)
            }
            Self::Error(message) => seal(Some(&Kind::Error), message, unit),
            // As it came, so no change of units.
            Self::Unknown(message) => {
                seal(message.kind.as_ref(), &message.body, TimestampUnit::Milliseconds)
            }
        }
    }
}
