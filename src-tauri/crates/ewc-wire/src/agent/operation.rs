//! "Agent Operation Request", "Agent Operation Notification": transfer, consult, barge.

use serde::Serialize;

use crate::from_json::Fields;
use crate::ids::{AgentId, Guid, QueueId};
use crate::misfit::Misfit;

/// Asks for a change of who is in the room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OperationRequest {
    /// The room.
    pub guid: Guid,
    /// What shall happen.
    #[serde(flatten)]
    pub operation: Operation,
}

/// `destinationType` with its `destinationId`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(tag = "destinationType", content = "destinationId", rename_all = "camelCase")]
pub enum Operation {
    /// Blind transfer to a skillset.
    Queue(QueueId),
    /// Completes the transfer to the consulted agent.
    Agent(AgentId),
    /// Invites an agent to consult.
    Consult(AgentId),
    /// Makes the consulted agent a member of a conference.
    Conference(AgentId),
    /// A supervisor takes the room. The id is the supervisor's own: a guess.
    Barge(AgentId),
}

impl OperationRequest {
    pub(crate) fn read(body: Fields<'_>) -> Result<Self, Misfit> {
        let guid = body.need("guid")?;
        let kind: String = body.need("destinationType")?;
        let agent = || body.need("destinationId");
        let operation = match kind.as_str() {
            "queue" => Operation::Queue(body.need("destinationId")?),
            "agent" => Operation::Agent(agent()?),
            "consult" => Operation::Consult(agent()?),
            "conference" => Operation::Conference(agent()?),
            "barge" => Operation::Barge(agent()?),
            _ => return Err(Misfit::wrong_type().under("destinationType")),
        };
        Ok(Self { guid, operation })
    }
}

/// Whether the last operation in this room worked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OperationNotification {
    /// The room.
    pub guid: Guid,
    /// True if it did.
    pub success: bool,
}

impl OperationNotification {
    pub(crate) fn read(body: Fields<'_>) -> Result<Self, Misfit> {
        Ok(Self { guid: body.need("guid")?, success: body.need("success")? })
    }
}
