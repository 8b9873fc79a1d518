//! A contact: offered, active or being closed.

use serde::Serialize;
use ts_rs::TS;

use super::joint::{DestinationsView, JointView, PartView};
use super::pop::PopView;
use super::possible::Possible;
use super::wrap_up::WrapUpView;
use crate::api_error::ApiError;

/// A contact of the signed-in agent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ContactView {
    /// The desk's own key; stable for the contact's life.
    pub key: String,
    /// The EWC `guid`, once known.
    pub guid: Option<String>,
    /// Where the contact stands.
    pub phase: ContactPhase,
    /// What kind of contact it is.
    pub kind: ContactKind,
    /// Whom to show: the customer's name, else address, else number, else the contact id.
    pub title: String,
    /// The skillset's name.
    pub skillset: Option<String>,
    /// The contact's type in the contact centre's words, where it says so.
    pub type_words: Option<String>,
    /// True when another agent asks for help with it (a consult).
    pub consult: bool,
    /// True for a contact that a supervisor looks into.
    pub observed: bool,
    /// The part the signed-in agent plays in the room.
    pub part: PartView,
    /// The consult, transfer or conference that the agent has begun.
    pub joint: Option<JointView>,
    /// Where the contact can go; absent before anybody has asked.
    pub destinations: Option<DestinationsView>,
    /// The screen pops, in their order.
    pub pops: Vec<PopView>,
    /// The activity code, once the agent has set one.
    pub activity: Option<ActivityView>,
    /// When the contact was offered.
    #[ts(type = "number")]
    pub offered_at: i64,
    /// When the agent entered the room.
    #[ts(type = "number | null")]
    pub connected_at: Option<i64>,
    /// How long the customer had waited when the contact was offered, in seconds.
    pub waited_seconds: Option<u32>,
    /// The last line to show in the list.
    pub preview: Option<PreviewView>,
    /// Customer lines that arrived since the agent last looked.
    pub unread: u32,
    /// Customer lines since the last delivered reply.
    pub unanswered: u32,
    /// When the oldest unanswered line arrived.
    #[ts(type = "number | null")]
    pub unanswered_since: Option<i64>,
    /// When a reply is due (`desirableResponseToCust`); absent when nothing waits or no timer is set.
    #[ts(type = "number | null")]
    pub due_at: Option<i64>,
    /// The customer's device (`deviceType`), shortened to browser and system.
    pub device: Option<String>,
    /// Whether the customer's own connection is up.
    pub customer: CustomerPresence,
    /// Who is in the room.
    pub participants: Vec<ParticipantView>,
    /// Who is typing now.
    pub typing: Vec<TypingView>,
    /// What CCT knows of the contact, readable names first.
    pub intrinsics: Vec<IntrinsicView>,
    /// Phrases for this contact: its skillset's first, then those for all.
    pub phrases: Vec<PhraseView>,
    /// Pages that may be pushed.
    pub pages: Vec<PageView>,
    /// How many earlier conversations the server has.
    pub previous_transcripts: Option<u32>,
    /// The texts being written.
    pub drafts: DraftsView,
    /// What may be done now.
    pub actions: ActionsView,
    /// The closing form, or its draft; a form is open in the phase `wrap_up` only.
    pub wrap_up: Option<WrapUpView>,
    /// What went wrong last with this contact, until the next success.
    pub failure: Option<ApiError>,
}

/// Where a contact stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ContactPhase {
    /// Alerting; Accept and Decline are open.
    Offered,
    /// Accepted; the room is being entered.
    Joining,
    /// In the room.
    Active,
    /// In the room, but the link to it is being restored.
    Rejoining,
    /// The closing form is open.
    WrapUp,
    /// Declined with all other offers; on its way back to the queue.
    BeingReturned,
}

/// What kind of contact it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ContactKind {
    /// An Enterprise Web Chat.
    WebChat,
    /// An e-mail.
    Email,
    /// A voice call.
    Voice,
    /// A call that the customer has asked for.
    CallBack,
    /// Anything else the contact centre routes.
    Other,
}

/// Whether the customer is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CustomerPresence {
    /// Connected, as far as the server has said.
    Connected,
    /// Lost their connection; may come back.
    Disconnected,
    /// Has left the chat.
    Left,
    /// Not known (not in the room yet).
    Unknown,
}

/// The last line of a conversation, for the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PreviewView {
    /// True when the agent wrote it.
    pub mine: bool,
    /// True for a whisper.
    pub whisper: bool,
    /// The beginning of the text.
    pub text: String,
}

/// Someone in the room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ParticipantView {
    /// The agent's id.
    pub agent_id: String,
    /// The name, when known, else the id.
    pub name: String,
    /// The role in the room.
    pub role: ParticipantRole,
    /// True for the signed-in agent.
    pub me: bool,
}

/// The role of an agent in a room (`userType`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ParticipantRole {
    /// Owns the room (`active_participant`).
    Active,
    /// Was invited (`passive_participant`).
    Passive,
    /// Watches (`supervisor_observe`).
    Observer,
    /// A role this desk does not know.
    Other,
}

/// Someone is typing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TypingView {
    /// Who.
    pub name: String,
    /// True for the customer.
    pub customer: bool,
    /// True when a whisper is being typed.
    pub whisper: bool,
}

/// One intrinsic of the contact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct IntrinsicView {
    /// The key as the server has it.
    pub key: String,
    /// Which well-known fact it is, when it is one.
    pub meaning: Option<IntrinsicMeaning>,
    /// The value.
    pub value: String,
}

/// Intrinsics with a readable name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum IntrinsicMeaning {
    /// The customer's name.
    Name,
    /// The customer's e-mail address.
    Email,
    /// The customer's telephone number.
    Phone,
    /// The customer's id.
    CustomerId,
    /// The skillset's name.
    Skillset,
    /// The contact id.
    ContactId,
    /// Seconds in the queue.
    WaitTime,
    /// The priority.
    Priority,
    /// What kind of contact.
    ContactSubtype,
    /// A field of the customer's form (`Custom:<title>`).
    Custom,
}

/// A phrase of the contact centre.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PhraseView {
    /// The skillset it is for, or `all`.
    pub skillset: String,
    /// Its short name.
    pub name: String,
    /// The text to insert.
    pub text: String,
}

/// A page that may be pushed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PageView {
    /// The skillset it is for, or `all`.
    pub skillset: String,
    /// The address as the contact centre has it.
    pub url: String,
    /// What it is.
    pub description: String,
}

/// The texts being written; kept by the desk, so that they survive everything.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DraftsView {
    /// The reply to the customer.
    pub reply: String,
    /// The whisper to other agents.
    pub whisper: String,
}

/// What may be done with a contact now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct ActionsView {
    /// Accept the offer.
    pub accept: Possible,
    /// Decline the offer, and with it every other one.
    pub decline: Possible,
    /// How many offers a decline returns (this one included).
    pub decline_returns: u32,
    /// Write to the customer.
    pub reply: Possible,
    /// Write to other agents.
    pub whisper: Possible,
    /// Push a page.
    pub push_page: Possible,
    /// Begin to close.
    pub close: Possible,
    /// Finish the closing form.
    pub finish: Possible,
    /// Ask where the contact can go, and consult an agent.
    pub consult: Possible,
    /// Take the invitation back, or end the consult.
    pub end_consult: Possible,
    /// Hand over to the consulted agent.
    pub complete_transfer: Possible,
    /// Make it a conference.
    pub complete_conference: Possible,
    /// Hand over to a skillset.
    pub transfer_to_skillset: Possible,
    /// Make the other agent the owner.
    pub change_owner: Possible,
    /// Remove the other agent.
    pub drop_participant: Possible,
    /// Leave a room that somebody else owns.
    pub leave: Possible,
    /// End a conference for everybody else.
    pub close_conference: Possible,
    /// Take over what is observed.
    pub barge: Possible,
    /// Read the customer's earlier contacts.
    pub history: Possible,
    /// Set an activity code.
    pub set_activity_code: Possible,
}

/// An activity code that the agent has given a contact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ActivityView {
    /// The code.
    pub code: String,
    /// How far it has got.
    pub state: ActivityState,
}

/// How far an activity code has got.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum ActivityState {
    /// On its way to the contact server.
    Setting,
    /// The server has it.
    Set,
    /// The server refused it.
    Refused {
        /// Why.
        why: ApiError,
    },
}
