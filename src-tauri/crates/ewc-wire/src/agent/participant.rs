//! "Agent Join Room Notification", `currentParticipantList`: which agents are in the room.

use serde::Serialize;
use serde_json::Value;

use crate::from_json::{Fields, FromJson, read_list};
use crate::ids::AgentId;
use crate::misfit::Misfit;
use crate::user_type::UserType;

/// The agents in a room; the customer is not listed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ParticipantList {
    /// One entry per agent.
    pub participants: Vec<Participant>,
    /// Entries that did not fit.
    #[serde(skip)]
    pub skipped: u32,
}

/// One agent in a room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Participant {
    /// Who.
    pub agent_id: AgentId,
    /// As what.
    pub user_type: UserType,
}

impl FromJson for ParticipantList {
    fn from_json(value: &Value) -> Result<Self, Misfit> {
        let list = match value {
            Value::Array(_) => Some(value),
            _ => Fields::of(value)?.get("participants"),
        };
        let (participants, skipped) = list.map(read_list).unwrap_or_default();
        Ok(Self { participants, skipped })
    }
}

impl FromJson for Participant {
    fn from_json(value: &Value) -> Result<Self, Misfit> {
        let fields = Fields::of(value)?;
        Ok(Self {
            agent_id: fields.need("agentId")?,
            user_type: fields.want("userType").unwrap_or(UserType::Other(String::new())),
        })
    }
}
