//! The closing form of a contact.

use serde::Serialize;
use ts_rs::TS;

use super::possible::Possible;
use crate::api_error::ApiError;

/// The closing form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WrapUpView {
    /// Where the form stands.
    pub state: WrapUpState,
    /// The reasons to choose from; empty until the server has sent them.
    pub reasons: Vec<ReasonView>,
    /// The code of the chosen reason.
    pub reason: Option<String>,
    /// The note.
    pub note: String,
    /// Whether the transcript is to be sent to the customer.
    pub send_transcript: bool,
    /// Whether that may be ticked.
    pub transcript_possible: Possible,
    /// True when the customer left first.
    pub customer_left: bool,
}

/// Where a closing form stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum WrapUpState {
    /// A draft: notes that the agent takes while the chat goes on. No form is open.
    NotBegun,
    /// The server has been asked for the reasons.
    AskingReasons,
    /// The agent fills in the form.
    Open,
    /// The form is on its way to the server.
    Sending,
    /// The server refused it; it may be sent again.
    Refused {
        /// Why.
        why: ApiError,
    },
}

/// A closed reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReasonView {
    /// The server's code.
    pub code: String,
    /// What it says.
    pub label: String,
    /// True for the one the contact centre preselects.
    pub preselected: bool,
}
