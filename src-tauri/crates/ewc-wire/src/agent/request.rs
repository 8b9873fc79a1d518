//! Everything the desktop can ask of the server.

use serde::Serialize;

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
use crate::envelope::{Kind, seal};
use crate::ids::Guid;
use crate::method::Method;
use crate::timestamp::TimestampUnit;

/// A request of the agent side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "method", rename_all = "camelCase")]
pub enum Request {
    /// Log in.
    AgentLogin(AgentLoginRequest),
    /// Log out.
    AgentLogout,
    /// Enter a room.
    AgentJoinRoom(AgentJoinRoomRequest),
    /// Ask for the configured screen pops.
    ScreenPops,
    /// Typing, or stopped.
    IsTyping(IsTypingRequest),
    /// Send a line.
    NewMessage(NewMessageRequest),
    /// Push a page.
    PagePush(PagePushRequest),
    /// Leave a chat.
    AgentQuitChat(AgentQuitChatRequest),
    /// Close a chat with a reason.
    AgentSetClosedReason(AgentSetClosedReasonRequest),
    /// Ask for the customer's earlier contacts.
    CustomerHistory(CustomerHistoryRequest),
    /// Ask where the chat can go.
    GetDestinations(GetDestinationsRequest),
    /// Transfer, consult, conference, barge.
    OperationRequest(OperationRequest),
    /// Promote the passive agent.
    ChangeConferenceOwner(ChangeConferenceOwnerRequest),
    /// Leave as a passive agent or observer.
    LeaveRoom(LeaveRoomRequest),
    /// Remove the passive agent.
    DropPassiveParticipant(DropPassiveParticipantRequest),
    /// End the conference.
    ConferenceClose(ConferenceCloseRequest),
    /// Ask for the supervisor's view of the agents.
    AgentData,
}

impl Request {
    /// The name of the request.
    pub const fn method(&self) -> Method {
        match self {
            Self::AgentLogin(_) => Method::AgentLogin,
            Self::AgentLogout => Method::AgentLogout,
            Self::AgentJoinRoom(_) => Method::AgentJoinRoom,
            Self::ScreenPops => Method::ScreenPops,
            Self::IsTyping(_) => Method::IsTyping,
            Self::NewMessage(_) => Method::NewMessage,
            Self::PagePush(_) => Method::PagePush,
            Self::AgentQuitChat(_) => Method::AgentQuitChat,
            Self::AgentSetClosedReason(_) => Method::AgentSetClosedReason,
            Self::CustomerHistory(_) => Method::CustomerHistory,
            Self::GetDestinations(_) => Method::GetDestinations,
            Self::OperationRequest(_) => Method::OperationRequest,
            Self::ChangeConferenceOwner(_) => Method::ChangeConferenceOwner,
            Self::LeaveRoom(_) => Method::LeaveRoom,
            Self::DropPassiveParticipant(_) => Method::DropPassiveParticipant,
            Self::ConferenceClose(_) => Method::ConferenceClose,
            Self::AgentData => Method::AgentData,
        }
    }

    /// The room it is about, if it is about one.
    pub const fn guid(&self) -> Option<Guid> {
        match self {
            Self::AgentLogin(_) | Self::AgentLogout | Self::ScreenPops | Self::AgentData => None,
            Self::AgentJoinRoom(request) => Some(request.guid),
            Self::IsTyping(request) => Some(request.guid),
            Self::NewMessage(request) => Some(request.guid),
            Self::PagePush(request) => Some(request.guid),
            Self::AgentQuitChat(request) => Some(request.guid),
            Self::AgentSetClosedReason(request) => Some(request.guid),
            Self::CustomerHistory(request) => Some(request.guid),
            Self::GetDestinations(request) => Some(request.guid),
            Self::OperationRequest(request) => Some(request.guid),
            Self::ChangeConferenceOwner(request) => Some(request.guid),
            Self::LeaveRoom(request) => Some(request.guid),
            Self::DropPassiveParticipant(request) => Some(request.guid),
            Self::ConferenceClose(request) => Some(request.guid),
        }
    }

    /// The frame to send. That of [`Request::AgentLogin`] holds the password: never log it,
    /// and drop it once it is sent.
    pub fn encode(&self) -> String {
        seal(Some(&Kind::Request), self, TimestampUnit::Milliseconds)
    }
}
