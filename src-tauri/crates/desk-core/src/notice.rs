//! Things the agent should know, and offers that ended.

use log_safe::Private;

use crate::failure::Failure;
use crate::time::Millis;

/// A notice.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    /// Its id, to dismiss it.
    pub id: u64,
    /// When it came up.
    pub at: Millis,
    /// What it says.
    pub what: NoticeKind,
}

/// What a notice says.
#[derive(Debug, Clone, PartialEq)]
pub enum NoticeKind {
    /// Something failed that belongs to no contact on screen.
    Failed(Failure),
    /// The link was lost and is back.
    Restored {
        /// When it was lost.
        lost_at: Millis,
        /// Customer lines that arrived meanwhile.
        missed_lines: u32,
        /// Own lines that did not reach the server.
        not_delivered: u32,
    },
    /// A contact went away without the agent's doing.
    ContactGone {
        /// Whom it was with.
        title: Private<String>,
        /// How it ended.
        end: OfferEnd,
    },
    /// An own text did not reach the server, as far as it said, and its contact is gone.
    UndeliveredText {
        /// Whom it was for.
        title: Private<String>,
        /// The text.
        text: Private<String>,
    },
    /// Frames that could not be read.
    UnreadableFrames {
        /// How many so far.
        count: u32,
    },
}

impl NoticeKind {
    /// True when a newer notice takes the place of this one instead of standing beside it.
    pub fn is_replaced_by(&self, newer: &Self) -> bool {
        match (self, newer) {
            (Self::Failed(a), Self::Failed(b)) => a == b,
            (Self::UnreadableFrames { .. }, Self::UnreadableFrames { .. })
            | (Self::Restored { .. }, Self::Restored { .. }) => true,
            _ => false,
        }
    }
}

/// An offer that ended, for "why am I not getting chats?".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecentOffer {
    /// Whom it was with.
    pub title: Private<String>,
    /// The skillset.
    pub skillset: Option<String>,
    /// When it was offered.
    pub offered_at: Millis,
    /// When it ended.
    pub ended_at: Millis,
    /// How.
    pub end: OfferEnd,
}

/// How an offer or a contact ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
