//! Reading a request of the desktop, for the side that answers it.

use crate::agent::agent_login::AgentLoginRequest;
use crate::agent::closed_reason::AgentSetClosedReasonRequest;
use crate::agent::conference::{
    ChangeConferenceOwnerRequest, ConferenceCloseRequest, DropPassiveParticipantRequest,
    LeaveRoomRequest,
};
use crate::agent::customer_history::CustomerHistoryRequest;
use crate::agent::destinations::GetDestinationsRequest;
use crate::agent::is_typing::IsTypingRequest;
use crate::agent::join_room::AgentJoinRoomRequest;
use crate::agent::new_message::NewMessageRequest;
use crate::agent::operation::OperationRequest;
use crate::agent::page_push::PagePushRequest;
use crate::agent::quit_chat::AgentQuitChatRequest;
use crate::agent::request::Request;
use crate::envelope::{Kind, open};
use crate::frame_error::FrameError;
use crate::from_json::Fields;
use crate::method::Method;
use crate::misfit::Misfit;
use crate::request_error::RequestError;

impl Request {
    /// Reads a request.
    ///
    /// # Errors
    /// [`RequestError`] says whether the frame, its name or one of its fields is at fault; a
    /// server answers all of them with error code 1.
    pub fn decode(text: &str) -> Result<Self, RequestError> {
        let frame = open(text)?;
        let method = frame.method.ok_or(FrameError::NoMethod { len: frame.len })?;
        if frame.kind != Some(Kind::Request) {
            return Err(RequestError::NotARequest { kind: frame.kind, method });
        }
        match read(&method, Fields::new(&frame.body)) {
            Some(Ok(request)) => Ok(request),
            Some(Err(misfit)) => Err(RequestError::Misfit { method, misfit }),
            None => Err(RequestError::UnknownMethod { method }),
        }
    }
}

fn read(method: &Method, body: Fields<'_>) -> Option<Result<Request, Misfit>> {
    Some(match method {
        Method::AgentLogin => AgentLoginRequest::read(body).map(Request::AgentLogin),
        Method::AgentLogout => Ok(Request::AgentLogout),
        Method::AgentJoinRoom => AgentJoinRoomRequest::read(body).map(Request::AgentJoinRoom),
        Method::ScreenPops => Ok(Request::ScreenPops),
        Method::IsTyping => IsTypingRequest::read(body).map(Request::IsTyping),
        Method::NewMessage => NewMessageRequest::read(body).map(Request::NewMessage),
        Method::PagePush => PagePushRequest::read(body).map(Request::PagePush),
        Method::AgentQuitChat => AgentQuitChatRequest::read(body).map(Request::AgentQuitChat),
        Method::AgentSetClosedReason => {
            AgentSetClosedReasonRequest::read(body).map(Request::AgentSetClosedReason)
        }
        Method::CustomerHistory => CustomerHistoryRequest::read(body).map(Request::CustomerHistory),
        Method::GetDestinations => GetDestinationsRequest::read(body).map(Request::GetDestinations),
        Method::OperationRequest => OperationRequest::read(body).map(Request::OperationRequest),
        Method::ChangeConferenceOwner => {
            ChangeConferenceOwnerRequest::read(body).map(Request::ChangeConferenceOwner)
        }
        Method::LeaveRoom => LeaveRoomRequest::read(body).map(Request::LeaveRoom),
        Method::DropPassiveParticipant => {
            DropPassiveParticipantRequest::read(body).map(Request::DropPassiveParticipant)
        }
        Method::ConferenceClose => ConferenceCloseRequest::read(body).map(Request::ConferenceClose),
        Method::AgentData => Ok(Request::AgentData),
        _ => return None,
    })
}
