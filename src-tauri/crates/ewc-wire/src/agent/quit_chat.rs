//! "Agent Quit Chat Request", "Agent Quit Chat Notification": leaving, and the closed reasons.

use serde::Serialize;
use serde_json::Value;

use crate::from_json::{Fields, FromJson, read_list};
use crate::ids::{ClosedReasonCode, Guid};
use crate::misfit::Misfit;

/// Leaves a chat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AgentQuitChatRequest {
    /// The room.
    pub guid: Guid,
}

impl AgentQuitChatRequest {
    pub(crate) fn read(body: Fields<'_>) -> Result<Self, Misfit> {
        Ok(Self { guid: body.need("guid")? })
    }
}

/// The agent is leaving and has to give a reason. The guide's text lost this example; the
/// shape is of the original document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AgentQuitChatNotification {
    /// The room.
    pub guid: Guid,
    /// The reasons to choose from.
    pub closed_reason_codes: ClosedReasons,
}

impl AgentQuitChatNotification {
    pub(crate) fn read(body: Fields<'_>) -> Result<Self, Misfit> {
        Ok(Self {
            guid: body.need("guid")?,
            closed_reason_codes: body.want("closedReasonCodes").unwrap_or_default(),
        })
    }
}

/// The reasons a chat can be closed with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ClosedReasons {
    /// The one chosen beforehand.
    #[serde(rename = "defaultReasonCode", skip_serializing_if = "Option::is_none")]
    pub default: Option<ClosedReasonCode>,
    /// All of them.
    pub codes: Vec<ClosedReason>,
    /// Entries that did not fit.
    #[serde(skip)]
    pub skipped: u32,
}

/// One closed reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ClosedReason {
    /// Its code.
    pub id: ClosedReasonCode,
    /// What it means.
    pub closed_reason: String,
}

impl FromJson for ClosedReasons {
    fn from_json(value: &Value) -> Result<Self, Misfit> {
        // A bare list is a guess at how a server without a default might send it.
        let (default, list) = match value {
            Value::Array(_) => (None, Some(value)),
            _ => {
                let reasons = Fields::of(value)?;
                let list = reasons.get("codes").or_else(|| reasons.only_list());
                (reasons.want("defaultReasonCode"), list)
            }
        };
        let (codes, skipped) = list.map(read_list).unwrap_or_default();
        Ok(Self { default, codes, skipped })
    }
}

impl FromJson for ClosedReason {
    fn from_json(value: &Value) -> Result<Self, Misfit> {
        let reason = Fields::of(value)?;
        let id = reason.need("id")?;
        Ok(Self { id, closed_reason: reason.want("closedReason").unwrap_or_default() })
    }
}
