//! "Read Customer History Request", "Read Customer History Notification".

use log_safe::Private;
use serde::Serialize;
use serde_json::Value;

use crate::from_json::{Fields, FromJson};
use crate::ids::Guid;
use crate::misfit::Misfit;
use crate::timestamp::Timestamp;

/// Asks for the customer's earlier contacts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CustomerHistoryRequest {
    /// The room.
    pub guid: Guid,
    /// How many at most.
    pub amount: u32,
}

impl CustomerHistoryRequest {
    pub(crate) fn read(body: Fields<'_>) -> Result<Self, Misfit> {
        Ok(Self { guid: body.need("guid")?, amount: body.need("amount")? })
    }
}

/// The customer's earlier contacts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CustomerHistoryNotification {
    /// The room.
    pub guid: Guid,
    /// The contacts, in the server's order.
    pub history: Vec<HistoryEntry>,
    /// Entries that did not fit.
    #[serde(skip)]
    pub skipped: u32,
}

/// One earlier contact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct HistoryEntry {
    /// When it began.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start_time: Option<Timestamp>,
    /// What was said.
    pub transcript: Private<String>,
    /// How it was kept (`Text Chat History With Whispers`, for example); null for other
    /// contacts than chats.
    pub source: Option<String>,
    /// What kind of contact it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact_type: Option<String>,
}

impl CustomerHistoryNotification {
    pub(crate) fn read(body: Fields<'_>) -> Result<Self, Misfit> {
        let (history, skipped) = body.list("history");
        Ok(Self { guid: body.need("guid")?, history, skipped })
    }
}

impl FromJson for HistoryEntry {
    fn from_json(value: &Value) -> Result<Self, Misfit> {
        let entry = Fields::of(value)?;
        Ok(Self {
            start_time: entry.want("startTime"),
            transcript: entry.want("transcript").unwrap_or_default(),
            source: entry.want("source"),
            contact_type: entry.want("contactType"),
        })
    }
}
