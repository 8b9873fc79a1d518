//! "New Message Request", "New Message Notification" of the customer side.

use log_safe::Private;
use serde::Serialize;

use crate::from_json::Fields;
use crate::ids::AgentId;
use crate::message_text::MessageText;
use crate::message_type::InboundMessageType;
use crate::misfit::Misfit;
use crate::timestamp::Timestamp;

/// The customer sends a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NewMessageRequest {
    /// The line.
    pub message: MessageText,
}

impl NewMessageRequest {
    pub(crate) fn read(body: Fields<'_>) -> Result<Self, Misfit> {
        Ok(Self { message: body.need("message")? })
    }
}

/// A line for the customer. The guide's text lost this example; the fields are those of the
/// page push beside it: a guess.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NewMessageNotification {
    /// Who wrote it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agent_id: Option<AgentId>,
    /// The writer's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display_name: Option<Private<String>>,
    /// The line.
    pub message: Private<String>,
    /// Comfort and welcome lines, if the server tells them apart here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message_type: Option<InboundMessageType>,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub timestamp: Option<Timestamp>,
}

impl NewMessageNotification {
    pub(crate) fn read(body: Fields<'_>) -> Result<Self, Misfit> {
        Ok(Self {
            agent_id: body.want("agentId"),
            display_name: body.want("displayName"),
            message: body.need("message")?,
            message_type: body.want("messageType"),
            timestamp: body.want("timestamp"),
        })
    }
}
