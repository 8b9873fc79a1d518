//! The only conversions from the desk's state to what a screen sees.

mod board;
mod contact;
mod error;
mod history;
mod joint;
mod notice;
mod pop;
mod session;
mod timeline;

pub(crate) use board::board_view;
pub(crate) use contact::contact_view;
pub(crate) use error::api_error;
pub(crate) use history::history_view;
pub(crate) use joint::brief_facts;
pub(crate) use notice::{notice_view, recent_offer_view};
pub(crate) use session::session_view;
pub(crate) use timeline::{item_view, timeline_change, timeline_view};

use desk_core::contact::ContactKey;
use desk_core::timeline::ItemId;

/// A contact's key as it crosses to a screen.
pub(crate) fn key_text(key: ContactKey) -> String {
    key.0.to_string()
}

/// A contact's key as it comes back.
pub(crate) fn key_of(text: &str) -> Option<ContactKey> {
    text.parse().ok().map(ContactKey)
}

/// A row's id as it crosses to a screen.
pub(crate) fn item_text(item: ItemId) -> String {
    item.0.to_string()
}

/// A row's id as it comes back.
pub(crate) fn item_of(text: &str) -> Option<ItemId> {
    text.parse().ok().map(ItemId)
}
