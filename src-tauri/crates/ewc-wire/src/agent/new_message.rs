//! "New Message Request", "New Message Notification": a line of chat.

use log_safe::Private;
use serde::Serialize;

use crate::agent::sender::SenderKind;
use crate::from_json::Fields;
use crate::ids::Guid;
use crate::message_text::MessageText;
use crate::message_type::{Audience, InboundMessageType};
use crate::misfit::Misfit;
use crate::timestamp::Timestamp;

/// Sends a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NewMessageRequest {
    /// The room.
    pub guid: Guid,
    /// The line.
    pub message: MessageText,
    /// Who shall see it.
    #[serde(rename = "messageType")]
    pub audience: Audience,
}

impl NewMessageRequest {
    pub(crate) fn read(body: Fields<'_>) -> Result<Self, Misfit> {
        Ok(Self {
            guid: body.need("guid")?,
            message: body.need("message")?,
            audience: body.need("messageType")?,
        })
    }
}

/// A line has arrived.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NewMessageNotification {
    /// Who wrote it.
    #[serde(skip_serializing_if = "SenderKind::is_unstated")]
    pub sender: SenderKind,
    /// The room.
    pub guid: Guid,
    /// The writer's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display_name: Option<Private<String>>,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub timestamp: Option<Timestamp>,
    /// The line.
    pub message: Private<String>,
    /// Who can see it. A line that does not say so counts as normal: a guess.
    pub message_type: InboundMessageType,
}

impl NewMessageNotification {
    pub(crate) fn read(body: Fields<'_>) -> Result<Self, Misfit> {
        Ok(Self {
            sender: SenderKind::read(body),
            guid: body.need("guid")?,
            display_name: body.want("displayName"),
            timestamp: body.want("timestamp"),
            message: body.need("message")?,
            message_type: body.want("messageType").unwrap_or(InboundMessageType::Normal),
        })
    }
}
