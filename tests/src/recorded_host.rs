//! The program around a desk in a journey: keeps what the desk asked for, does nothing.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use desk_core::contact::{ContactKey, PopId};
use desk_core::{Cue, Failure, PopOrder};
use desk_runtime::Host;
use serde::Serialize;
use url::Url;

/// A call for attention, as a test reads it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "cue", rename_all = "snake_case")]
pub enum Attention {
    /// An offer alerts.
    Offer {
        /// The contact's key.
        contact: String,
        /// Whom it is with.
        title: String,
        /// The skillset.
        skillset: Option<String>,
        /// True for a repetition.
        again: bool,
    },
    /// A line arrived where the agent does not look.
    Message {
        /// The contact's key.
        contact: String,
        /// Whom it is with.
        title: String,
    },
    /// The contact needs no attention any more.
    Quiet {
        /// The contact's key.
        contact: String,
    },
}

impl From<Cue> for Attention {
    fn from(cue: Cue) -> Self {
        match cue {
            Cue::Offer { contact, title, skillset, again } => Self::Offer {
                contact: contact.0.to_string(),
                title: title.into_exposed(),
                skillset,
                again,
            },
            Cue::Message { contact, title } => {
                Self::Message { contact: contact.0.to_string(), title: title.into_exposed() }
            }
            Cue::Quiet { contact } => Self::Quiet { contact: contact.0.to_string() },
        }
    }
}

#[derive(Debug, Default)]
struct Kept {
    attention: Vec<Attention>,
    opened: Vec<String>,
    pops: Vec<PopOrder>,
}

/// Keeps what the desk asked for. Cheap to clone: all clones share one list.
#[derive(Debug, Clone, Default)]
pub struct RecordedHost(Arc<Mutex<Kept>>);

impl RecordedHost {
    /// The calls for attention so far.
    pub fn attention(&self) -> Vec<Attention> {
        self.kept().attention.clone()
    }

    /// The screen pops that are open.
    pub fn pops(&self) -> Vec<PopOrder> {
        self.kept().pops.clone()
    }

    /// The addresses opened so far.
    pub fn opened(&self) -> Vec<String> {
        self.kept().opened.clone()
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        // A panic while holding this lock leaves whole lists behind.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Host for RecordedHost {
    fn attention(&mut self, cue: Cue) {
        self.kept().attention.push(cue.into());
    }

    fn open_link(&mut self, url: &Url) {
        self.kept().opened.push(url.to_string());
    }

    fn open_pop(&mut self, order: PopOrder) -> Option<Result<(), Failure>> {
        self.kept().pops.push(order);
        Some(Ok(()))
    }

    fn close_pop(&mut self, contact: ContactKey, pop: PopId) {
        self.kept().pops.retain(|order| (order.contact, order.pop) != (contact, pop));
    }

    fn close_pops(&mut self) {
        self.kept().pops.clear();
    }
}
