//! "Is Typing Request", "Is Typing Notification" of the customer side.

use log_safe::Private;
use serde::Serialize;

use crate::from_json::Fields;
use crate::ids::AgentId;
use crate::misfit::Misfit;
use crate::timestamp::Timestamp;

/// The customer types, or has stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct IsTypingRequest {
    /// False for stopped.
    pub is_typing: bool,
}

impl IsTypingRequest {
    pub(crate) fn read(body: Fields<'_>) -> Result<Self, Misfit> {
        Ok(Self { is_typing: body.need("isTyping")? })
    }
}

/// An agent types, or has stopped. The guide's text lost this example; that the agent stands
/// in `agentId` is seen in the reference page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct IsTypingNotification {
    /// Who.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agent_id: Option<AgentId>,
    /// The agent's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display_name: Option<Private<String>>,
    /// False for stopped.
    pub is_typing: bool,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub timestamp: Option<Timestamp>,
}

impl IsTypingNotification {
    pub(crate) fn read(body: Fields<'_>) -> Result<Self, Misfit> {
        Ok(Self {
            agent_id: body.want("agentId"),
            display_name: body.want("displayName"),
            is_typing: body.need("isTyping")?,
            timestamp: body.want("timestamp"),
        })
    }
}
