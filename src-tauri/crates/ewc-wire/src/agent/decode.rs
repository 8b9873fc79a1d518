//! A frame from the server, read: never lost once it names its method.

use log_safe::Private;
use serde_json::Value;

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
use crate::agent::incoming::{Incoming, Notification};
use crate::agent::is_typing::IsTypingNotification;
use crate::agent::join_room::AgentJoinRoomNotification;
use crate::agent::new_message::NewMessageNotification;
use crate::agent::operation::OperationNotification;
use crate::agent::page_push::PagePushNotification;
use crate::agent::quit_chat::AgentQuitChatNotification;
use crate::agent::screen_pops::ScreenPopsNotification;
use crate::agent::supervision::{AgentDataNotification, SupervisorBargeNotification};
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
/// its method (an error may leave the method out). Everything else is at least
/// [`Incoming::Unknown`].
pub fn decode(text: &str) -> Result<Incoming, FrameError> {
    let frame = open(text)?;
    let body = Fields::new(&frame.body);
    if frame.kind == Some(Kind::Error) {
        return Ok(Incoming::Error(ErrorNotification::read(frame.method, body)));
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
        Method::AgentLogin => AgentLoginNotification::read(body).map(Notification::AgentLogin),
        Method::AgentJoinRoom => AgentJoinRoomNotification::read(body)
            .map(|message| Notification::AgentJoinRoom(Box::new(message))),
        Method::ScreenPops => Ok(Notification::ScreenPops(ScreenPopsNotification::read(body))),
        Method::IsTyping => IsTypingNotification::read(body).map(Notification::IsTyping),
        Method::NewMessage => NewMessageNotification::read(body).map(Notification::NewMessage),
        Method::PagePush => PagePushNotification::read(body).map(Notification::PagePush),
        Method::AgentQuitChat => {
            AgentQuitChatNotification::read(body).map(Notification::AgentQuitChat)
        }
        Method::CustomerDisconnect => {
            CustomerDisconnectNotification::read(body).map(Notification::CustomerDisconnect)
        }
        Method::AgentSetClosedReason => {
            AgentSetClosedReasonNotification::read(body).map(Notification::AgentSetClosedReason)
        }
        Method::CustomerHistory => {
            CustomerHistoryNotification::read(body).map(Notification::CustomerHistory)
        }
        Method::GetDestinations => {
            Ok(Notification::GetDestinations(GetDestinationsNotification::read(body)))
        }
        Method::OperationRequest => {
            OperationNotification::read(body).map(Notification::OperationRequest)
        }
        Method::ActiveAgentNotification => {
            ActiveAgentNotification::read(body).map(Notification::ActiveAgentNotification)
        }
        Method::ChangeConferenceOwner => {
            ChangeConferenceOwnerNotification::read(body).map(Notification::ChangeConferenceOwner)
        }
        Method::ExitRoom => ExitRoomNotification::read(body).map(Notification::ExitRoom),
        Method::AgentData => Ok(Notification::AgentData(AgentDataNotification::read(body))),
        Method::SupervisorBarge => {
            SupervisorBargeNotification::read(body).map(Notification::SupervisorBarge)
        }
        Method::CustomerConnectionStatus => CustomerConnectionStatusNotification::read(body)
            .map(Notification::CustomerConnectionStatus),
        Method::Ping | Method::Pong => Ok(Notification::Pong),
        _ => return None,
    })
}
