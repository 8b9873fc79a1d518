//! A conversation's timeline.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::api_error::ApiError;

/// The newest part of a timeline (200 items at most).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TimelineView {
    /// The contact's key.
    pub contact: String,
    /// The items, oldest first.
    pub items: Vec<TimelineItem>,
    /// True when there are older ones to ask for.
    pub more_before: bool,
}

/// What changed in a timeline since a revision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TimelineChange {
    /// The contact's key.
    pub contact: String,
    /// New and changed items, in the timeline's order. Unknown ids are appended in this order
    /// unless `order` says otherwise.
    pub items: Vec<TimelineItem>,
    /// The ids of the newest 200 items, oldest first; present when something other than
    /// appending happened.
    pub order: Option<Vec<String>>,
    /// True when there are older ones to ask for.
    pub more_before: bool,
}

/// One row of a timeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TimelineItem {
    /// Stable for the row's life, also when a local line becomes a delivered one.
    pub id: String,
    /// When it happened, by the server's clock where the server said so.
    #[ts(type = "number")]
    pub at: i64,
    /// What it is.
    pub content: TimelineContent,
}

/// What a row is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum TimelineContent {
    /// Something somebody wrote.
    Line {
        /// Who.
        author: Author,
        /// The name shown.
        name: String,
        /// For whom.
        audience: Audience,
        /// The text, as text.
        text: String,
        /// How far our own line has got; absent for lines of others.
        send: Option<SendState>,
        /// For a whisper that suggests a reply: what became of it. `text` is the bare suggestion.
        suggestion: Option<SuggestionState>,
    },
    /// The contact centre's welcome message.
    Welcome {
        /// The text.
        text: String,
    },
    /// A comfort message that the server sent while the agent was away.
    Comfort {
        /// The text.
        text: String,
    },
    /// A pushed page.
    Page {
        /// Who pushed it.
        author: Author,
        /// The name shown.
        name: String,
        /// The address, as text.
        url: String,
        /// The host to show, when it is a valid http or https address.
        host: Option<String>,
        /// How far our own push has got; absent for pushes of others.
        send: Option<SendState>,
    },
    /// Something that happened.
    Event {
        /// What.
        event: TimelineEvent,
        /// Whom it is about, when someone.
        who: Option<String>,
    },
    /// Everything above is what the server has; the line moves down as the transcript is read.
    CompleteUntil,
}

/// What became of a suggested reply.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SuggestionState {
    /// Nothing yet.
    Open,
    /// The agent has it in the draft.
    Taken,
    /// It was sent as it is.
    Used,
    /// It was sent with changes.
    Edited,
    /// The agent did not want it.
    Declined,
}

/// Something that happened in a room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TimelineEvent {
    /// The agent entered the room.
    Joined,
    /// Another agent came in.
    AgentJoined,
    /// A supervisor watches.
    ObserverJoined,
    /// Someone left or was dropped.
    AgentLeft,
    /// Someone else owns the room now.
    OwnerChanged,
    /// A supervisor took the room over.
    SupervisorBarged,
    /// The customer lost their connection.
    CustomerDisconnected,
    /// The customer is connected again.
    CustomerReconnected,
    /// The customer left the chat.
    CustomerLeft,
    /// The desk lost its own link.
    LinkLost,
    /// The desk's link is back and the transcript was read again.
    LinkRestored,
}

/// Who wrote a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Author {
    /// The signed-in agent.
    Me,
    /// The customer.
    Customer,
    /// Another agent.
    Agent,
    /// The contact centre, or someone the server did not name.
    System,
}

/// For whom a line is. Decided when it is written, never when it is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// Everyone in the room, the customer too.
    Everyone,
    /// Agents only.
    Whisper,
}

/// How far our own line has got.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case", tag = "state")]
pub enum SendState {
    /// Waits for the line before it, or for the link.
    Queued,
    /// Handed over; no answer yet.
    Sending,
    /// Handed to a server that does not acknowledge.
    Sent,
    /// The server has it.
    Delivered,
    /// The server refused it.
    Refused {
        /// Why.
        why: ApiError,
    },
    /// The link was lost before the answer: being checked.
    Checking,
    /// Not in the server's transcript: Send again or Discard.
    NotDelivered,
}
