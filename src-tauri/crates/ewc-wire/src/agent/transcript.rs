//! "Agent Join Room Notification", `conversationTranscript`: what was said before.

use log_safe::Private;
use serde::Serialize;
use serde_json::Value;

use crate::agent::sender::SenderKind;
use crate::destination::Destination;
use crate::from_json::{Fields, FromJson, read_list};
use crate::message_type::InboundMessageType;
use crate::misfit::Misfit;
use crate::timestamp::Timestamp;

/// What was said in a room, oldest first as the server sends it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Transcript {
    /// The entries.
    pub messages: Vec<TranscriptEntry>,
}

/// One entry of a transcript.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum TranscriptEntry {
    /// A line.
    Message(MessageEntry),
    /// A pushed page.
    PagePush(PagePushEntry),
    /// Anything else, kept as it came.
    #[serde(untagged)]
    Other(Private<Value>),
}

/// A line of a transcript.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MessageEntry {
    /// Who wrote it.
    #[serde(skip_serializing_if = "SenderKind::is_unstated")]
    pub sender: SenderKind,
    /// The writer's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display_name: Option<Private<String>>,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub timestamp: Option<Timestamp>,
    /// What.
    pub message: Private<String>,
    /// Who could see it. A line that does not say so counts as normal: a guess.
    pub message_type: InboundMessageType,
}

/// A pushed page of a transcript.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PagePushEntry {
    /// Who pushed it.
    #[serde(skip_serializing_if = "SenderKind::is_unstated")]
    pub sender: SenderKind,
    /// The page.
    pub url: Private<String>,
    /// The sender's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display_name: Option<Private<String>>,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub timestamp: Option<Timestamp>,
    /// Where it should open; absent from a customer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub destination: Option<Destination>,
}

impl FromJson for Transcript {
    fn from_json(value: &Value) -> Result<Self, Misfit> {
        let list = match value {
            Value::Array(_) => Some(value),
            _ => Fields::of(value)?.get("messages"),
        };
        // Entries are never skipped: what does not fit is `TranscriptEntry::Other`.
        Ok(Self { messages: list.map(|list| read_list(list).0).unwrap_or_default() })
    }
}

impl FromJson for TranscriptEntry {
    fn from_json(value: &Value) -> Result<Self, Misfit> {
        Ok(known_entry(value).unwrap_or_else(|| Self::Other(Private::new(value.clone()))))
    }
}

fn known_entry(value: &Value) -> Option<TranscriptEntry> {
    let entry = Fields::of(value).ok()?;
    let kind: Option<String> = entry.want("type");
    match kind.as_deref() {
        Some("pagePush") => page_push(entry),
        Some("message") => message(entry),
        // Without a type the field that matters tells what the entry is.
        None => message(entry).or_else(|| page_push(entry)),
        Some(_) => None,
    }
}

fn message(entry: Fields<'_>) -> Option<TranscriptEntry> {
    Some(TranscriptEntry::Message(MessageEntry {
        sender: SenderKind::read(entry),
        display_name: entry.want("displayName"),
        timestamp: entry.want("timestamp"),
        message: entry.want("message")?,
        message_type: entry.want("messageType").unwrap_or(InboundMessageType::Normal),
    }))
}

fn page_push(entry: Fields<'_>) -> Option<TranscriptEntry> {
    Some(TranscriptEntry::PagePush(PagePushEntry {
        sender: SenderKind::read(entry),
        url: entry.want("url")?,
        display_name: entry.want("displayName"),
        timestamp: entry.want("timestamp"),
        destination: entry.want("destination"),
    }))
}
