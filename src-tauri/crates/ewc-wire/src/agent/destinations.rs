//! "Get Destinations Request", "Get Destinations Notification": where a chat can go.

use log_safe::Private;
use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::from_json::{Fields, FromJson, read_list};
use crate::ids::{AgentId, Guid, QueueId};
use crate::misfit::Misfit;

/// Asks where a chat can go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GetDestinationsRequest {
    /// The room.
    pub guid: Guid,
}

impl GetDestinationsRequest {
    pub(crate) fn read(body: Fields<'_>) -> Result<Self, Misfit> {
        Ok(Self { guid: body.need("guid")? })
    }
}

/// Where a chat can go. The name of the list (`queues`) is of the original document, since the
/// guide's text lost it; `destinations`, or a single list under any name, is read too: a guess.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct GetDestinationsNotification {
    /// The room, if the server says so: the lost part of the example may have had it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guid: Option<Guid>,
    /// Whether the chat may go to a skillset.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub allow_transfer_to_skillset: Option<bool>,
    /// Whether the chat may go to an agent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub allow_transfer_to_agent: Option<bool>,
    /// The queues, each with its agents.
    pub queues: Vec<QueueDestination>,
    /// Queues that did not fit.
    #[serde(skip)]
    pub skipped: u32,
}

/// A queue a chat can go to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct QueueDestination {
    /// Its name.
    pub queue_name: String,
    /// What a transfer names it by; written as a number where it is one.
    #[serde(serialize_with = "number_if_digits")]
    pub queue_id: QueueId,
    /// Its id in the contact centre's manager server.
    #[serde(rename = "queueCCMSId", skip_serializing_if = "Option::is_none")]
    pub queue_ccms_id: Option<i64>,
    /// Its route point.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub routepoint: Option<String>,
    /// Its agents.
    pub agents: Vec<DestinationAgent>,
    /// Agents that did not fit.
    #[serde(skip)]
    pub skipped: u32,
}

/// An agent a chat can go to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DestinationAgent {
    /// Who.
    pub agent_id: AgentId,
    /// The agent's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display_name: Option<Private<String>>,
}

fn number_if_digits<S: Serializer>(id: &QueueId, serializer: S) -> Result<S::Ok, S::Error> {
    match id.as_str().parse::<u64>() {
        Ok(number) if number.to_string() == id.as_str() => serializer.serialize_u64(number),
        _ => serializer.serialize_str(id.as_str()),
    }
}

impl GetDestinationsNotification {
    pub(crate) fn read(body: Fields<'_>) -> Self {
        let list = body
            .get("queues")
            .or_else(|| body.get("destinations"))
            .filter(|value| value.is_array())
            .or_else(|| body.only_list());
        let (queues, skipped) = list.map(read_list).unwrap_or_default();
        Self {
            guid: body.want("guid"),
            allow_transfer_to_skillset: body.want("allowTransferToSkillset"),
            allow_transfer_to_agent: body.want("allowTransferToAgent"),
            queues,
            skipped,
        }
    }
}

impl FromJson for QueueDestination {
    fn from_json(value: &Value) -> Result<Self, Misfit> {
        let queue = Fields::of(value)?;
        let (agents, skipped) = queue.list("agents");
        Ok(Self {
            queue_name: queue.want("queueName").unwrap_or_default(),
            queue_id: queue.need("queueId")?,
            queue_ccms_id: queue.want("queueCCMSId"),
            routepoint: queue.want("routepoint"),
            agents,
            skipped,
        })
    }
}

impl FromJson for DestinationAgent {
    fn from_json(value: &Value) -> Result<Self, Misfit> {
        let agent = Fields::of(value)?;
        Ok(Self { agent_id: agent.need("agentId")?, display_name: agent.want("displayName") })
    }
}
