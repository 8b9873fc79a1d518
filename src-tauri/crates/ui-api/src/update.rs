//! Updates: a snapshot first, then what changed since a revision.

use serde::Serialize;
use ts_rs::TS;

use crate::views::board::BoardView;
use crate::views::contact::ContactView;
use crate::views::history::HistoryView;
use crate::views::notice::{NoticeView, RecentOfferView};
use crate::views::options::OptionsView;
use crate::views::session::SessionView;
use crate::views::timeline::{TimelineChange, TimelineView};

/// The answer to `next_updates`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Updates {
    /// Ask for the next updates with this; opaque.
    pub revision: String,
    /// Everything; present when no revision was given or it is too old.
    pub snapshot: Option<Box<Snapshot>>,
    /// What changed; empty beside a snapshot.
    pub changes: Vec<Change>,
}

/// Everything a screen draws.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Snapshot {
    /// Who is signed in.
    pub session: SessionView,
    /// All contacts: offers first, then by what is due next.
    pub contacts: Vec<ContactView>,
    /// The newest part of each contact's timeline.
    pub timelines: Vec<TimelineView>,
    /// Notices, newest last.
    pub notices: Vec<NoticeView>,
    /// The last offers and how each ended, newest last.
    pub recent_offers: Vec<RecentOfferView>,
    /// The earlier contacts of each customer, where somebody asked.
    pub histories: Vec<HistoryView>,
    /// The supervisor's board, while it is watched.
    pub board: Option<BoardView>,
    /// What the settings give.
    pub options: OptionsView,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case", tag = "change", content = "to")]
pub enum Change {
    /// The session.
    Session(SessionView),
    /// A contact is new or changed.
    Contact(Box<ContactView>),
    /// A contact is gone.
    ContactGone {
        /// Its key.
        key: String,
    },
    /// The order of the contacts (keys, first to last).
    Order(Vec<String>),
    /// A timeline.
    Timeline(TimelineChange),
    /// All notices.
    Notices(Vec<NoticeView>),
    /// All recent offers.
    RecentOffers(Vec<RecentOfferView>),
    /// The earlier contacts of one contact's customer.
    History(HistoryView),
    /// The supervisor's board, whole; absent when nobody watches it any more.
    Board(Option<Box<BoardView>>),
    /// The options.
    Options(OptionsView),
}
