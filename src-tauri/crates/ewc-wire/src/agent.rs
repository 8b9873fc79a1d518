//! Chapter 11: what crosses the agent's WebSocket. One file per section of the chapter.
//!
//! [`Request`] goes from the desktop to the server, [`Incoming`] the other way. A struct is
//! named after its section: "New Message Request" is [`NewMessageRequest`].

mod agent_login;
mod closed_reason;
mod conference;
mod customer_history;
mod customer_presence;
mod decode;
mod destinations;
mod incoming;
mod is_typing;
mod join_room;
mod new_message;
mod operation;
mod page_push;
mod participant;
mod phrases;
mod quit_chat;
mod request;
mod request_decode;
mod room_timers;
mod screen_pops;
mod sender;
mod supervision;
mod transcript;

pub use agent_login::{AgentLoginNotification, AgentLoginRequest};
pub use closed_reason::{AgentSetClosedReasonNotification, AgentSetClosedReasonRequest};
pub use conference::{
    ActiveAgentNotification, ChangeConferenceOwnerNotification, ChangeConferenceOwnerRequest,
    ConferenceCloseRequest, DropPassiveParticipantRequest, ExitRoomNotification, LeaveRoomRequest,
};
pub use customer_history::{CustomerHistoryNotification, CustomerHistoryRequest, HistoryEntry};
pub use customer_presence::{CustomerConnectionStatusNotification, CustomerDisconnectNotification};
pub use decode::decode;
pub use destinations::{
    DestinationAgent, GetDestinationsNotification, GetDestinationsRequest, QueueDestination,
};
pub use incoming::{Incoming, Notification};
pub use is_typing::{IsTypingNotification, IsTypingRequest};
pub use join_room::{AgentJoinRoomNotification, AgentJoinRoomRequest, JoinType, Resources};
pub use new_message::{NewMessageNotification, NewMessageRequest};
pub use operation::{Operation, OperationNotification, OperationRequest};
pub use page_push::{PagePushNotification, PagePushRequest, PushUrl, UrlGroup};
pub use participant::{Participant, ParticipantList};
pub use phrases::{Phrase, PhraseGroup};
pub use quit_chat::{AgentQuitChatNotification, AgentQuitChatRequest, ClosedReason, ClosedReasons};
pub use request::Request;
pub use room_timers::TimerList;
pub use screen_pops::{ScreenPop, ScreenPopsNotification};
pub use sender::SenderKind;
pub use supervision::{
    AgentDataNotification, Measure, SupervisedAgent, SupervisedConversation,
    SupervisorBargeNotification, Threshold,
};
pub use transcript::{MessageEntry, PagePushEntry, Transcript, TranscriptEntry};
