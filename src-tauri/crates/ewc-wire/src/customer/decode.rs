//! A frame from the server to the customer's page, read.

use log_safe::Private;
use serde_json::Value;

use crate::acknowledgement::Acknowledgement;
use crate::customer::close_conversation::CloseConversationNotification;
use crate::customer::incoming::{Incoming, Notification};
use crate::customer::is_typing::IsTypingNotification;
use crate::customer::new_chat_acknowledgement::NewChatAcknowledgement;
use crate::customer::new_message::NewMessageNotification;
use crate::customer::page_push::NewPushPageMessageNotification;
use crate::customer::participants::{NewParticipantNotification, ParticipantLeaveNotification};
use crate::customer::queue_status::QueueStatusNotification;
use crate::customer::request_chat::RequestChatNotification;
use crate::envelope::{Kind, open};
use crate::error_notification::ErrorNotification;
use crate::frame_error::FrameError;
use crate::from_json::Fields;
use crate::method::Method;
use crate::misfit::Misfit;
use crate::unknown::{Unknown, UnknownReason};

/// Reads a frame from the server.
///
/// # Errors
/// [`FrameError`] for a frame that is too large, is not JSON, is no object, or does not name
/// its method (an error and a new chat's acknowledgement may leave the method out). Everything
/// else is at least [`Incoming::Unknown`].
pub fn decode(text: &str) -> Result<Incoming, FrameError> {
    let frame = open(text)?;
    let body = Fields::new(&frame.body);
    match frame.kind {
        Some(Kind::Error) => {
            return Ok(Incoming::Error(ErrorNotification::read(frame.method, body)));
        }
        Some(Kind::NewChatAcknowledgement) => {
            let body = Private::new(frame.body);
            return Ok(Incoming::NewChatAcknowledgement(NewChatAcknowledgement { body }));
        }
        _ => {}
    }
    let method = frame.method.ok_or(FrameError::NoMethod { len: frame.len })?;
    let reason = match frame.kind {
        Some(Kind::Acknowledgement) => {
            return Ok(Incoming::Acknowledgement(Acknowledgement::read(method, body)));
        }
        Some(Kind::Notification) => match read(&method, body) {
            Some(Ok(notification)) => return Ok(Incoming::Notification(notification)),
            Some(Err(misfit)) => UnknownReason::Misfit(misfit),
            None => UnknownReason::Undocumented,
        },
        // The guide's example of the answer to a keep-alive calls itself a request.
        Some(Kind::Request) if matches!(method, Method::Ping | Method::Pong) => {
            return Ok(Incoming::Notification(Notification::Pong));
        }
        _ => UnknownReason::Undocumented,
    };
    let body = Private::new(Value::Object(frame.body));
    Ok(Incoming::Unknown(Unknown { kind: frame.kind, method, reason, body }))
}

fn read(method: &Method, body: Fields<'_>) -> Option<Result<Notification, Misfit>> {
    Some(match method {
        Method::RequestChat => RequestChatNotification::read(body)
            .map(|message| Notification::RequestChat(Box::new(message))),
        Method::QueueStatus => QueueStatusNotification::read(body).map(Notification::QueueStatus),
        Method::NewParticipant => {
            NewParticipantNotification::read(body).map(Notification::NewParticipant)
        }
        Method::ParticipantLeave => {
            ParticipantLeaveNotification::read(body).map(Notification::ParticipantLeave)
        }
        Method::IsTyping => IsTypingNotification::read(body).map(Notification::IsTyping),
        Method::NewMessage => NewMessageNotification::read(body).map(Notification::NewMessage),
        Method::CloseConversation => {
            CloseConversationNotification::read(body).map(Notification::CloseConversation)
        }
        Method::NewPushPageMessage => {
            NewPushPageMessageNotification::read(body).map(Notification::NewPushPageMessage)
        }
        Method::Ping | Method::Pong => Ok(Notification::Pong),
        _ => return None,
    })
}
