//! Things the agent should know that belong to no contact on screen, and offers that ended.

use serde::Serialize;
use ts_rs::TS;

use crate::api_error::ApiError;

/// A notice; the same notice is never shown twice at a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct NoticeView {
    /// Its id, to dismiss it.
    pub id: String,
    /// When it came up.
    #[ts(type = "number")]
    pub at: i64,
    /// What it says.
    pub what: Notice,
}

/// What a notice says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case", tag = "notice")]
pub enum Notice {
    /// A command or a server call failed.
    Failed {
        /// Why.
        why: ApiError,
    },
    /// The link was lost and is back.
    Restored {
        /// When it was lost.
        #[ts(type = "number")]
        lost_at: i64,
        /// Lines that arrived meanwhile.
        missed_lines: u32,
        /// Own lines that did not reach the server.
        not_delivered: u32,
    },
    /// A contact went away without the agent's doing.
    ContactGone {
        /// Whom it was with.
        title: String,
        /// How it ended.
        end: OfferEnd,
    },
    /// An own line never reached the server and the contact is gone; its text is kept here.
    UndeliveredText {
        /// Whom it was for.
        title: String,
        /// The text.
        text: String,
    },
    /// The server sent frames that could not be read.
    UnreadableFrames {
        /// How many so far.
        count: u32,
    },
}

/// An offer that ended, for "why am I not getting chats?".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RecentOfferView {
    /// Whom it was with.
    pub title: String,
    /// The skillset.
    pub skillset: Option<String>,
    /// When it was offered.
    #[ts(type = "number")]
    pub offered_at: i64,
    /// When it ended.
    #[ts(type = "number")]
    pub ended_at: i64,
    /// How.
    pub end: OfferEnd,
}

/// How an offer or a contact ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OfferEnd {
    /// The agent accepted it.
    Accepted,
    /// The agent declined it.
    Declined,
    /// It went back with another one that was declined.
    ReturnedWithAnother,
    /// The customer gave up, or the contact centre took it away while it alerted.
    Gone,
    /// It was taken away after the agent had accepted it.
    TakenAway,
    /// The agent closed it.
    Closed,
    /// The agent handed it over.
    Transferred,
    /// The agent left, and others go on.
    Left,
    /// The owner of the room removed the agent.
    Dropped,
}
