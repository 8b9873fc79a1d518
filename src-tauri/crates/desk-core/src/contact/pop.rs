//! The screen pops of a contact: what each opens, where, and how far it has got.

pub mod path;
pub mod progress;

use log_safe::Private;
use url::Url;

use crate::failure::Failure;

pub use path::{Gap, PathFault, PopPath, allows_host};
pub(crate) use progress::{Launch, PopProgress, ServerPops};

/// A pop's number within its contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct PopId(pub u32);

/// One screen pop of a contact (guide, chapter 7, "Using screen pops on Custom Desktop").
#[derive(Debug, Clone, PartialEq)]
pub struct Pop {
    /// Its number.
    pub id: PopId,
    /// Its name.
    pub name: String,
    /// When it opens by itself, if it does.
    pub event: PopEvent,
    /// What it opens; `None` when the settings forbid it, with the reason in the state.
    pub target: Option<PopTarget>,
    /// Where it opens.
    pub place: PopPlace,
    /// How far it has got.
    pub state: PopState,
    /// Whether it closes with the contact.
    pub close_on_release: bool,
    /// What it opens, as it was written down; none when it cannot be read.
    pub(crate) path: Option<PopPath>,
    /// The keys of the intrinsics for the numbered gaps.
    pub(crate) parameters: Vec<String>,
    /// Whether it opens by itself.
    pub(crate) by_itself: bool,
    /// True once it has opened by itself.
    pub(crate) launched: bool,
}

impl Pop {
    /// True while it is open, or about to be.
    pub const fn is_open(&self) -> bool {
        matches!(self.state, PopState::Opening | PopState::Open)
    }
}

/// When a pop opens by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PopEvent {
    /// The contact alerts.
    Alerting,
    /// The agent is on the contact; for a chat: in its room.
    Active,
}

/// What a pop opens. Both may hold customer data and tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PopTarget {
    /// A page of an allowed host.
    Web(Private<Url>),
    /// An allowed program with its arguments, never a shell's line.
    Program(Private<Vec<String>>),
}

/// Where a pop opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PopPlace {
    /// Inside the desktop, isolated from it.
    Tab,
    /// In the system's browser, or as a program.
    Outside,
}

/// How far a pop has got.
#[derive(Debug, Clone, PartialEq)]
pub enum PopState {
    /// It may be opened.
    Ready,
    /// The program around the desk has been asked to open it.
    Opening,
    /// It is open.
    Open,
    /// It was closed.
    Closed,
    /// It could not be opened, or may not.
    Failed(Failure),
}
