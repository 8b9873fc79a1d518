//! "Agent Data Request" (no fields), "Agent Data Notification", "Supervisor Barge Notification".

use std::collections::BTreeMap;

use log_safe::Private;
use serde::Serialize;
use serde_json::Value;

use crate::from_json::{Fields, FromJson};
use crate::ids::{AgentId, Guid};
use crate::misfit::Misfit;
use crate::open_enum::open_enum;

open_enum! {
    /// What is measured of a conversation.
    Measure {
        /// How long the conversation lasts, in seconds.
        ConversationLength = "conversationLength_inSeconds",
        /// Time since the agent's last line, in seconds.
        LastMessageOut = "lastMessageOut_inSeconds",
        /// Time since the customer's last line, in seconds.
        LastMessageIn = "lastMessageIn_inSeconds",
        /// How many lines the agent wrote.
        NumberOfAgentMessages = "numberOfAgentMessages",
        /// How many lines of the customer wait for an answer.
        NumberOfUnansweredCustomerMessages = "numberOfUnansweredCustomerMessages",
    }
}

/// What a supervisor sees of the agents.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct AgentDataNotification {
    /// The value of each measure above which a conversation is flagged.
    pub thresholds: BTreeMap<Measure, Threshold>,
    /// The agents; one agent can appear twice.
    pub agents: Vec<SupervisedAgent>,
    /// Agents and thresholds that did not fit.
    #[serde(skip)]
    pub skipped: u32,
}

/// When a measure is flagged, and how much that matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Threshold {
    /// A greater value is flagged.
    pub threshold: i64,
    /// 1 matters most; absent matters least.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub priority: Option<i64>,
}

/// One agent of a supervisor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SupervisedAgent {
    /// Who.
    pub agent_id: AgentId,
    /// The agent's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display_name: Option<Private<String>>,
    /// Ready or not ready, in the server's words. The guide says that the list has it and no
    /// example shows it: the name is a guess, `agentStatus` and `state` are read too.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// The agent's conversations.
    pub conversations: Vec<SupervisedConversation>,
    /// Conversations that did not fit.
    #[serde(skip)]
    pub skipped: u32,
}

/// One conversation of a supervised agent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SupervisedConversation {
    /// The room.
    pub guid: Guid,
    /// What is measured; undocumented numbers are kept under their own name.
    #[serde(flatten)]
    pub measures: BTreeMap<Measure, i64>,
}

impl AgentDataNotification {
    pub(crate) fn read(body: Fields<'_>) -> Self {
        let (agents, mut skipped) = body.list("agents");
        let mut thresholds = BTreeMap::new();
        if let Some(fields) = body.get("thresholds").and_then(|value| Fields::of(value).ok()) {
            for (name, value) in fields.iter() {
                match Threshold::from_json(value) {
                    Ok(threshold) => {
                        thresholds.insert(Measure::from(name.as_str()), threshold);
                    }
                    Err(_) => skipped = skipped.saturating_add(1),
                }
            }
        }
        Self { thresholds, agents, skipped }
    }
}

impl FromJson for Threshold {
    fn from_json(value: &Value) -> Result<Self, Misfit> {
        let fields = Fields::of(value)?;
        Ok(Self { threshold: fields.need("threshold")?, priority: fields.want("priority") })
    }
}

impl FromJson for SupervisedAgent {
    fn from_json(value: &Value) -> Result<Self, Misfit> {
        let agent = Fields::of(value)?;
        let (conversations, skipped) = agent.list("conversations");
        Ok(Self {
            agent_id: agent.need("agentId")?,
            display_name: agent.want("displayName"),
            status: agent
                .want("status")
                .or_else(|| agent.want("agentStatus"))
                .or_else(|| agent.want("state")),
            conversations,
            skipped,
        })
    }
}

impl FromJson for SupervisedConversation {
    fn from_json(value: &Value) -> Result<Self, Misfit> {
        let conversation = Fields::of(value)?;
        let measures = conversation
            .iter()
            .filter(|(name, value)| value.is_number() && !matches!(name.as_str(), "guid" | "quid"))
            .filter_map(|(name, value)| {
                Some((Measure::from(name.as_str()), i64::from_json(value).ok()?))
            })
            .collect();
        Ok(Self { guid: conversation.need("guid")?, measures })
    }
}

/// A supervisor has taken the room: the agent may only whisper now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SupervisorBargeNotification {
    /// The room.
    pub guid: Guid,
    /// The new active participant.
    pub supervisor_id: AgentId,
}

impl SupervisorBargeNotification {
    pub(crate) fn read(body: Fields<'_>) -> Result<Self, Misfit> {
        Ok(Self { guid: body.need("guid")?, supervisor_id: body.need("supervisorId")? })
    }
}
