//! The customer's earlier contacts, as far as they were fetched.

mod stored;

use ewc_wire::agent::HistoryEntry;
use log_safe::Private;

use crate::ewc::RequestId;
use crate::failure::Failure;
use crate::time::Millis;

/// The customer's earlier contacts (chapter 11, "Read Customer History Notification").
#[derive(Debug, Clone, Default, PartialEq)]
pub struct History {
    /// Where the question stands.
    pub state: HistoryState,
    /// How many were asked for last.
    pub amount: u32,
    /// True when there may be more than were asked for.
    pub more: bool,
    /// The contacts, newest first.
    pub entries: Vec<PastContact>,
}

/// Where the question for the history stands.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum HistoryState {
    /// Nobody has asked.
    #[default]
    NotAsked,
    /// The server has been asked; what was fetched before stays.
    Asking(RequestId),
    /// The list is here.
    Here,
    /// The server did not answer, or refused.
    Failed(Failure),
}

/// One earlier contact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastContact {
    /// When it began.
    pub at: Option<Millis>,
    /// The contact's type in the server's words.
    pub contact_type: Option<String>,
    /// True when the stored transcript holds whispers.
    pub has_whispers: bool,
    /// What was said, line by line.
    pub lines: Vec<PastLine>,
}

/// A line of a stored transcript.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastLine {
    /// The text as it was stored.
    pub text: Private<String>,
    /// True for a whisper, as far as the transcript tells.
    pub whisper: bool,
}

impl History {
    /// Takes over what the server sent, newest first; entries without a time come last.
    pub fn take(&mut self, entries: &[HistoryEntry], decode_entities: bool) {
        self.more = u32::try_from(entries.len()).is_ok_and(|count| count >= self.amount)
            && !entries.is_empty();
        self.entries = stored::read(entries, decode_entities);
        self.entries.sort_by_key(|entry| std::cmp::Reverse(entry.at));
    }
}

#[cfg(test)]
mod tests;
