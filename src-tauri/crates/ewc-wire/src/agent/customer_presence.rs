//! "Customer Disconnect Notification", "Customer Connection Status Notification".

use serde::Serialize;

use crate::agent::quit_chat::ClosedReasons;
use crate::from_json::Fields;
use crate::ids::Guid;
use crate::misfit::Misfit;
use crate::timestamp::Timestamp;

/// The customer has left the chat for good. The guide's text lost this example; the shape is
/// of the original document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CustomerDisconnectNotification {
    /// The room.
    pub guid: Guid,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub timestamp: Option<Timestamp>,
    /// The reasons to close with.
    pub closed_reason_codes: ClosedReasons,
}

impl CustomerDisconnectNotification {
    pub(crate) fn read(body: Fields<'_>) -> Result<Self, Misfit> {
        Ok(Self {
            guid: body.need("guid")?,
            timestamp: body.want("timestamp"),
            closed_reason_codes: body.want("closedReasonCodes").unwrap_or_default(),
        })
    }
}

/// The customer's connection was lost, or is back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CustomerConnectionStatusNotification {
    /// The room.
    pub guid: Guid,
    /// False for lost.
    pub is_connected: bool,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub timestamp: Option<Timestamp>,
}

impl CustomerConnectionStatusNotification {
    pub(crate) fn read(body: Fields<'_>) -> Result<Self, Misfit> {
        Ok(Self {
            guid: body.need("guid")?,
            is_connected: body.need("isConnected")?,
            timestamp: body.want("timestamp"),
        })
    }
}
