//! "Agent Set Closed Reason Request", "Agent Set Closed Reason Notification".

use log_safe::Private;
use serde::Serialize;

use crate::from_json::Fields;
use crate::ids::{ClosedReasonCode, Guid};
use crate::misfit::Misfit;

/// Closes a chat with a reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AgentSetClosedReasonRequest {
    /// The room.
    pub guid: Guid,
    /// The reason.
    pub closed_reason_code: ClosedReasonCode,
    /// What the agent notes; may be empty.
    pub agent_note: Private<String>,
    /// Whether the customer gets the transcript by e-mail.
    pub send_transcript: bool,
}

impl AgentSetClosedReasonRequest {
    pub(crate) fn read(body: Fields<'_>) -> Result<Self, Misfit> {
        Ok(Self {
            guid: body.need("guid")?,
            closed_reason_code: body.need("closedReasonCode")?,
            agent_note: body.want("agentNote").unwrap_or_default(),
            send_transcript: body.want("sendTranscript").unwrap_or(false),
        })
    }
}

/// Whether the reason was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AgentSetClosedReasonNotification {
    /// The room.
    pub guid: Guid,
    /// True if it was.
    pub accepted: bool,
}

impl AgentSetClosedReasonNotification {
    pub(crate) fn read(body: Fields<'_>) -> Result<Self, Misfit> {
        Ok(Self { guid: body.need("guid")?, accepted: body.need("accepted")? })
    }
}
