//! A conversation as an ordered list of rows with stable ids.

pub mod item;
pub mod merge;
pub(crate) mod suggestion;

#[cfg(test)]
mod tests;

pub use item::{Author, Content, Item, ItemId, Line, Page, RoomEvent, SendState, SuggestionState};

use std::collections::BTreeSet;

use crate::revision::Revision;
use crate::time::Millis;

/// How many rows a screen gets at once.
pub const WINDOW: usize = 200;

/// A conversation.
#[derive(Debug, Clone, Default)]
pub struct Timeline {
    items: Vec<Item>,
    last_id: u64,
    /// When something other than appending last happened to the order.
    reordered: Revision,
}

impl Timeline {
    /// All rows, oldest first.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// The newest rows, at most [`WINDOW`], and whether there are older ones.
    pub fn window(&self) -> (&[Item], bool) {
        let start = self.items.len().saturating_sub(WINDOW);
        (&self.items[start..], start > 0)
    }

    /// At most `limit` rows older than `before`, and whether there are still older ones.
    /// `None` when there is no such row.
    pub fn page(&self, before: ItemId, limit: usize) -> Option<(&[Item], bool)> {
        let end = self.items.iter().position(|item| item.id == before)?;
        let start = end.saturating_sub(limit);
        Some((&self.items[start..end], start > 0))
    }

    /// When something other than appending last happened to the order.
    pub const fn reordered(&self) -> Revision {
        self.reordered
    }

    /// One row.
    pub fn item(&self, id: ItemId) -> Option<&Item> {
        self.items.iter().find(|item| item.id == id)
    }

    /// Adds a row at the end.
    pub fn append(&mut self, now: Revision, at: Millis, content: Content) -> ItemId {
        let id = self.new_id();
        self.items.push(Item { id, at, content, changed: now });
        id
    }

    /// Sets how far an own line has got.
    pub fn set_send(&mut self, now: Revision, id: ItemId, state: SendState) {
        if let Some(item) = self.items.iter_mut().find(|item| item.id == id)
            && let Some(send) = item.content.send_mut()
            && *send != state
        {
            *send = state;
            item.changed = now;
        }
    }

    /// Removes a row that was discarded.
    pub fn remove(&mut self, now: Revision, id: ItemId) {
        let before = self.items.len();
        self.items.retain(|item| item.id != id);
        if self.items.len() != before {
            self.reordered = now;
        }
    }

    /// The ids of own lines in a state, oldest first.
    pub fn own(&self, wanted: impl Fn(&SendState) -> bool) -> Vec<ItemId> {
        self.items
            .iter()
            .filter(|item| item.content.send().is_some_and(&wanted))
            .map(|item| item.id)
            .collect()
    }

    /// The oldest own line in a wanted state that this content is, but none of `not`.
    pub(crate) fn find_own(
        &self,
        content: &Content,
        not: &BTreeSet<ItemId>,
        wanted: impl Fn(&SendState) -> bool,
    ) -> Option<ItemId> {
        let fits = |item: &&Item| {
            !not.contains(&item.id)
                && item.content.send().is_some_and(&wanted)
                && item.content.is_same(content)
        };
        self.items.iter().find(fits).map(|item| item.id)
    }

    const fn new_id(&mut self) -> ItemId {
        self.last_id += 1;
        ItemId(self.last_id)
    }
}
