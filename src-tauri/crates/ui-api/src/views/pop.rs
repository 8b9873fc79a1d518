//! Screen pops of a contact.

use serde::Serialize;
use ts_rs::TS;

use crate::api_error::ApiError;

/// A screen pop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PopView {
    /// Its number within the contact.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it opens.
    pub opens: PopOpens,
    /// The host of its page or the name of its program, to show.
    pub shows: String,
    /// True when it opens inside the desktop.
    pub in_tab: bool,
    /// How far it has got.
    pub state: PopState,
}

/// What a screen pop opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PopOpens {
    /// A page.
    Page,
    /// A program.
    Program,
    /// Nothing: the settings do not allow it.
    Nothing,
}

/// How far a screen pop has got.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum PopState {
    /// It may be opened.
    Ready,
    /// It is being opened.
    Opening,
    /// It is open.
    Open,
    /// It was closed.
    Closed,
    /// It could not be opened, or may not.
    Failed {
        /// Why.
        why: ApiError,
    },
}
