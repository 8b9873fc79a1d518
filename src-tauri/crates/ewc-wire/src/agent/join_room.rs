//! "Agent Join Room Request", "Agent Join Room Notification": entering a room and its contents.

use log_safe::Private;
use serde::Serialize;
use serde_json::Value;

use crate::agent::page_push::UrlGroup;
use crate::agent::participant::ParticipantList;
use crate::agent::phrases::PhraseGroup;
use crate::agent::room_timers::TimerList;
use crate::agent::transcript::Transcript;
use crate::from_json::{Fields, FromJson};
use crate::ids::Guid;
use crate::misfit::Misfit;

/// Enters a room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AgentJoinRoomRequest {
    /// The room.
    pub guid: Guid,
    /// As what.
    pub join_type: JoinType,
}

/// As what an agent enters a room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum JoinType {
    /// The agent who talks to the customer.
    Active,
    /// An agent whom another one asks for help.
    Consult,
    /// A supervisor who watches.
    Observe,
}

impl JoinType {
    /// The word on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Consult => "consult",
            Self::Observe => "observe",
        }
    }
}

impl FromJson for JoinType {
    fn from_json(value: &Value) -> Result<Self, Misfit> {
        match value.as_str() {
            Some("active") => Ok(Self::Active),
            Some("consult") => Ok(Self::Consult),
            Some("observe") => Ok(Self::Observe),
            _ => Err(Misfit::wrong_type()),
        }
    }
}

impl AgentJoinRoomRequest {
    pub(crate) fn read(body: Fields<'_>) -> Result<Self, Misfit> {
        Ok(Self { guid: body.need("guid")?, join_type: body.need("joinType")? })
    }
}

/// All there is to know of a room on entering it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AgentJoinRoomNotification {
    /// The room.
    pub guid: Guid,
    /// The customer's browser, as it names itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub device_type: Option<Private<String>>,
    /// How many earlier conversations the customer had.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub previous_transcripts: Option<u32>,
    /// What was said so far.
    #[serde(rename = "conversationTranscript")]
    pub transcript: Transcript,
    /// Who is in the room.
    #[serde(rename = "currentParticipantList")]
    pub participants: ParticipantList,
    /// Times and limits of this room.
    #[serde(rename = "timerList")]
    pub timers: TimerList,
    /// How agents and customers are labelled.
    pub resources: Resources,
    /// Phrases to send, by skillset.
    #[serde(rename = "frequentlyUsedPhraseList")]
    pub phrases: Vec<PhraseGroup>,
    /// Pages to push, by skillset.
    #[serde(rename = "pagePushURLList")]
    pub page_push_urls: Vec<UrlGroup>,
    /// Items of the lists directly in this message that did not fit their type.
    #[serde(skip)]
    pub skipped: u32,
}

/// How agents and customers are labelled.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Resources {
    /// Label of agents; it may be the agent's own name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agent_label: Option<Private<String>>,
    /// Label of the customer; it may be the customer's own name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer_label: Option<Private<String>>,
}

impl FromJson for Resources {
    fn from_json(value: &Value) -> Result<Self, Misfit> {
        let fields = Fields::of(value)?;
        Ok(Self {
            agent_label: fields.want("agentLabel"),
            customer_label: fields.want("customerLabel"),
        })
    }
}

impl AgentJoinRoomNotification {
    pub(crate) fn read(body: Fields<'_>) -> Result<Self, Misfit> {
        let (phrases, phrases_skipped) = body.list("frequentlyUsedPhraseList");
        let (page_push_urls, urls_skipped) = body.list("pagePushURLList");
        Ok(Self {
            guid: body.need("guid")?,
            device_type: body.want("deviceType"),
            previous_transcripts: body.want("previousTranscripts"),
            transcript: body.want("conversationTranscript").unwrap_or_default(),
            participants: body.want("currentParticipantList").unwrap_or_default(),
            timers: body.want("timerList").unwrap_or_default(),
            resources: body.want("resources").unwrap_or_default(),
            phrases,
            page_push_urls,
            skipped: phrases_skipped.saturating_add(urls_skipped),
        })
    }

    /// An empty room, to be filled by a server.
    pub fn new(guid: Guid) -> Self {
        Self {
            guid,
            device_type: None,
            previous_transcripts: None,
            transcript: Transcript::default(),
            participants: ParticipantList::default(),
            timers: TimerList::default(),
            resources: Resources::default(),
            phrases: Vec::new(),
            page_push_urls: Vec::new(),
            skipped: 0,
        }
    }
}
