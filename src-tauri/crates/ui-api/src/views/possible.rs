//! Whether an action is possible now, and why not.

use serde::Serialize;
use ts_rs::TS;

/// An action that is possible now, or the reason why it is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case", tag = "is", content = "why")]
pub enum Possible {
    /// It may be done.
    Yes,
    /// It may not, for this reason; the button stays visible, disabled.
    No(WhyNot),
}

/// Why an action is not possible now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WhyNot {
    /// The contact has not been accepted yet.
    NotAccepted,
    /// The contact is being accepted.
    Joining,
    /// The chat server's link is down.
    ChatServerDown,
    /// The contact server's link is down.
    ContactControlDown,
    /// The contact is being closed.
    Closing,
    /// The contact is being returned to its queue.
    BeingReturned,
    /// The customer has left.
    CustomerLeft,
    /// This contact is not a chat.
    NotAChat,
    /// The agent only observes this chat.
    ObservingOnly,
    /// The agent takes part in this chat without owning it.
    NotOwner,
    /// The contact centre's settings forbid it.
    SwitchedOffByServer,
    /// The contact has no e-mail address.
    NoEmailAddress,
    /// A closed reason must be chosen first.
    ReasonNeeded,
    /// The server has not sent the list of closed reasons yet.
    ReasonsNotHere,
}
