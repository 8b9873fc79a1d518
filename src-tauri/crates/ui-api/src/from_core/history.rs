//! The customer's earlier contacts as a screen sees them.

use desk_core::contact::{ContactKey, History, HistoryState as CoreState};

use super::error::api_error;
use super::key_text;
use crate::views::history::{HistoryState, HistoryView, PastContactView, PastLineView};

/// The history of one contact's customer.
pub(crate) fn history_view(key: ContactKey, history: &History) -> HistoryView {
    HistoryView {
        contact: key_text(key),
        state: match &history.state {
            CoreState::NotAsked => HistoryState::NotAsked,
            CoreState::Asking(_) => HistoryState::Asking,
            CoreState::Here => HistoryState::Here,
            CoreState::Failed(why) => HistoryState::Failed { why: api_error(why) },
        },
        amount: history.amount,
        more: history.more,
        entries: history
            .entries
            .iter()
            .map(|entry| PastContactView {
                at: entry.at.map(|at| at.0),
                contact_type: entry.contact_type.clone(),
                has_whispers: entry.has_whispers,
                lines: entry
                    .lines
                    .iter()
                    .map(|line| PastLineView {
                        text: line.text.as_str().to_owned(),
                        whisper: line.whisper,
                    })
                    .collect(),
            })
            .collect(),
    }
}
