//! Chapter 10, "WebSocket API": what crosses the customer's WebSocket.
//!
//! [`Request`] goes from the customer's page to the server, [`Incoming`] the other way. A
//! struct is named after its section: "Queue Status Notification" is
//! [`QueueStatusNotification`].

mod close_conversation;
mod decode;
mod incoming;
mod is_typing;
mod new_chat_acknowledgement;
mod new_message;
mod page_push;
mod participants;
mod queue_status;
mod request;
mod request_chat;
mod web_on_hold;

pub use close_conversation::CloseConversationNotification;
pub use decode::decode;
pub use incoming::{Incoming, Notification};
pub use is_typing::{IsTypingNotification, IsTypingRequest};
pub use new_chat_acknowledgement::NewChatAcknowledgement;
pub use new_message::{NewMessageNotification, NewMessageRequest};
pub use page_push::{NewPushPageMessageNotification, NewPushPageMessageRequest};
pub use participants::{NewParticipantNotification, Participant, ParticipantLeaveNotification};
pub use queue_status::QueueStatusNotification;
pub use request::Request;
pub use request_chat::{ChatIntrinsics, CustomField, RequestChatNotification, RequestChatRequest};
pub use web_on_hold::{ComfortGroup, ComfortMessage, HoldUrl, HoldUrls};
