//! "Agent Login Request", "Agent Login Notification"; "Agent Logout Request" has no fields.

use log_safe::Secret;
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::from_json::Fields;
use crate::ids::AgentId;
use crate::misfit::Misfit;

/// Logs an agent in; the first frame on every connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgentLoginRequest {
    /// Who logs in.
    pub agent_id: AgentId,
    /// The agent's password at the multimedia server.
    pub password: Secret,
    /// True when the connection was lost before, so that the server keeps the rooms.
    pub reconnect: bool,
}

impl Serialize for AgentLoginRequest {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut body = serializer.serialize_struct("AgentLoginRequest", 4)?;
        body.serialize_field("agentId", &self.agent_id)?;
        body.serialize_field("password", &self.password)?;
        body.serialize_field("reconnect", &self.reconnect)?;
        // The only client type the guide knows for a desktop of one's own.
        body.serialize_field("clientType", "custom")?;
        body.end()
    }
}

impl AgentLoginRequest {
    pub(crate) fn read(body: Fields<'_>) -> Result<Self, Misfit> {
        Ok(Self {
            agent_id: body.need("agentId")?,
            password: body.need("password")?,
            reconnect: body.want("reconnect").unwrap_or(false),
        })
    }
}

/// Whether the log-in worked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AgentLoginNotification {
    /// True if the agent is logged in.
    pub login_success: bool,
}

impl AgentLoginNotification {
    pub(crate) fn read(body: Fields<'_>) -> Result<Self, Misfit> {
        Ok(Self { login_success: body.need("loginSuccess")? })
    }
}
