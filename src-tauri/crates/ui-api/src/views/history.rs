//! The customer's earlier contacts.

use serde::Serialize;
use ts_rs::TS;

use crate::api_error::ApiError;

/// The customer's earlier contacts, as far as they were fetched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HistoryView {
    /// The contact's key.
    pub contact: String,
    /// Where the question stands.
    pub state: HistoryState,
    /// How many were asked for last.
    pub amount: u32,
    /// True when there may be more than were asked for.
    pub more: bool,
    /// The contacts, newest first.
    pub entries: Vec<PastContactView>,
}

/// Where the question for the history stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum HistoryState {
    /// Nobody has asked.
    NotAsked,
    /// The server has been asked; what was fetched before stays.
    Asking,
    /// The list is here.
    Here,
    /// The server did not answer, or refused.
    Failed {
        /// Why.
        why: ApiError,
    },
}

/// One earlier contact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PastContactView {
    /// When it began.
    #[ts(type = "number | null")]
    pub at: Option<i64>,
    /// The contact's type in the server's words.
    pub contact_type: Option<String>,
    /// True when the stored transcript holds whispers.
    pub has_whispers: bool,
    /// What was said, line by line.
    pub lines: Vec<PastLineView>,
}

/// A line of a stored transcript.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PastLineView {
    /// The text as it was stored.
    pub text: String,
    /// True for a whisper, as far as the transcript tells.
    pub whisper: bool,
}
