//! "Is Typing Request", "Is Typing Notification".

use log_safe::Private;
use serde::Serialize;

use crate::agent::sender::SenderKind;
use crate::from_json::Fields;
use crate::ids::Guid;
use crate::message_type::{Audience, InboundMessageType};
use crate::misfit::Misfit;
use crate::timestamp::Timestamp;

/// This agent types, or has stopped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct IsTypingRequest {
    /// The room.
    pub guid: Guid,
    /// Who shall see it.
    #[serde(rename = "messageType")]
    pub audience: Audience,
    /// False for stopped.
    pub is_typing: bool,
}

impl IsTypingRequest {
    pub(crate) fn read(body: Fields<'_>) -> Result<Self, Misfit> {
        Ok(Self {
            guid: body.need("guid")?,
            audience: body.need("messageType")?,
            is_typing: body.need("isTyping")?,
        })
    }
}

/// Somebody else types, or has stopped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct IsTypingNotification {
    /// Who.
    #[serde(skip_serializing_if = "SenderKind::is_unstated")]
    pub sender: SenderKind,
    /// The room.
    pub guid: Guid,
    /// The typist's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display_name: Option<Private<String>>,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub timestamp: Option<Timestamp>,
    /// False for stopped.
    pub is_typing: bool,
    /// Who can see it.
    pub message_type: InboundMessageType,
}

impl IsTypingNotification {
    pub(crate) fn read(body: Fields<'_>) -> Result<Self, Misfit> {
        Ok(Self {
            sender: SenderKind::read(body),
            guid: body.need("guid")?,
            display_name: body.want("displayName"),
            timestamp: body.want("timestamp"),
            is_typing: body.need("isTyping")?,
            message_type: body.want("messageType").unwrap_or(InboundMessageType::Normal),
        })
    }
}
