//! Who wrote a line, typed or pushed a page: the `sender` object of many sections.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::from_json::{Fields, FromJson};
use crate::ids::AgentId;
use crate::misfit::Misfit;

/// Who something comes from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SenderKind {
    /// The customer of the room.
    Customer,
    /// An agent or a supervisor.
    Agent(AgentId),
    /// Neither, or an agent without an id: the word of `type`, empty if there is no sender at
    /// all (a line of the server, for example).
    Other(String),
}

impl SenderKind {
    /// A message that does not say who it is from.
    pub const fn unstated() -> Self {
        Self::Other(String::new())
    }

    /// True for a sender that is not written at all.
    pub fn is_unstated(&self) -> bool {
        matches!(self, Self::Other(word) if word.is_empty())
    }

    pub(crate) fn read(message: Fields<'_>) -> Self {
        message.want("sender").unwrap_or(Self::unstated())
    }
}

impl FromJson for SenderKind {
    fn from_json(value: &Value) -> Result<Self, Misfit> {
        let (word, agent_id) = match value {
            Value::String(word) => (word.clone(), None),
            other => {
                let sender = Fields::of(other)?;
                (sender.want("type").unwrap_or_default(), sender.want("agentId"))
            }
        };
        Ok(match (word.as_str(), agent_id) {
            ("customer", _) => Self::Customer,
            ("agent" | "", Some(agent_id)) => Self::Agent(agent_id),
            _ => Self::Other(word),
        })
    }
}

impl Serialize for SenderKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut sender = serializer.serialize_map(None)?;
        match self {
            Self::Customer => sender.serialize_entry("type", "customer")?,
            Self::Agent(agent_id) => {
                sender.serialize_entry("type", "agent")?;
                sender.serialize_entry("agentId", agent_id)?;
            }
            Self::Other(word) => sender.serialize_entry("type", word)?,
        }
        sender.end()
    }
}
