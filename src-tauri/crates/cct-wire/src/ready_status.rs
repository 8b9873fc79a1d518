//! Ready, not ready, logged in, logged out.

use crate::open_enum::open_enum;
use crate::xml_reader::{Element, Problem};

open_enum! {
    /// `agentLoginStatus` (section 2).
    LoginStatus {
        LoggedIn = "LOGGED_IN",
        LoggedOut = "LOGGED_OUT",
    }
}

/// The state an agent asks for at login (`agentReadyStatus`, section 4.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InitialState {
    /// `READY`
    Ready,
    /// `NOT_READY`
    NotReady,
}

impl InitialState {
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Ready => "READY",
            Self::NotReady => "NOT_READY",
        }
    }
}

/// The ready state in an event (section 6.2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadyStatus {
    /// True when ready.
    pub ready: bool,
    /// The not-ready reason code; absent when empty.
    pub reason_code: Option<String>,
}

impl ReadyStatus {
    pub(crate) fn read(element: Element<'_>) -> Result<Self, Problem> {
        Ok(Self {
            ready: element.need_boolean("status")?,
            reason_code: element.filled_word("reasonCode"),
        })
    }
}
