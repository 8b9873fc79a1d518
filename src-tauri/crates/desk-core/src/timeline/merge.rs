//! The server's transcript and the rows here made one, after a loss: the server's order counts,
//! what only this desk knows keeps its place between its neighbours.
//!
//! Rows are matched by author, audience and text, in order: a heuristic, for the protocol has no
//! message ids. Two equal lines are two lines: each entry takes one row.

use super::{Author, Content, Item, SendState, Timeline};
use crate::revision::Revision;
use crate::time::Millis;

/// An entry of the server's transcript.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// When, where the server says so.
    pub at: Option<Millis>,
    /// What.
    pub content: Content,
}

/// What a merge found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Merged {
    /// Entries this desk did not have.
    pub added: u32,
    /// Of those, lines of the customer.
    pub added_from_customer: u32,
    /// Own lines in doubt that the server has.
    pub confirmed: u32,
}

impl Timeline {
    /// Merges the server's transcript in. Entries without a time get the one before them, or
    /// `now_at`. A `CompleteUntil` row ends up below the last entry; a new
    /// conversation needs none.
    pub fn merge(&mut self, now: Revision, now_at: Millis, entries: Vec<Entry>) -> Merged {
        let mut merged = Merged::default();
        let before: Vec<_> = self.ids().collect();
        let mut old: Vec<Option<Item>> = std::mem::take(&mut self.items)
            .into_iter()
            .filter(|item| item.content != Content::CompleteUntil)
            .map(Some)
            .collect();
        let rows = rows_of(&old, &entries);
        let mut matched = vec![false; old.len()];
        for row in rows.iter().flatten() {
            matched[*row] = true;
        }
        let mut result: Vec<Item> = Vec::with_capacity(old.len() + entries.len());
        let mut last_at = now_at;
        let mut looked_at = 0;
        for (entry, row) in entries.into_iter().zip(&rows) {
            last_at = entry.at.unwrap_or(last_at);
            let Some(row) = *row else {
                merged.added += 1;
                merged.added_from_customer += u32::from(is_from_customer(&entry.content));
                let id = self.new_id();
                result.push(Item { id, at: last_at, content: entry.content, changed: now });
                continue;
            };
            for index in looked_at..row {
                let stays = |item: &mut Item| !matched[index] && !is_in_doubt(&item.content);
                result.extend(old[index].take_if(stays));
            }
            looked_at = looked_at.max(row);
            if let Some(mut item) = old[row].take() {
                if let Some(send) = item.content.send_mut()
                    && *send != SendState::Delivered
                {
                    merged.confirmed += u32::from(*send == SendState::Unknown);
                    *send = SendState::Delivered;
                    item.changed = now;
                }
                result.push(item);
            }
        }
        if !result.is_empty() || !before.is_empty() {
            let id = self.new_id();
            result.push(Item { id, at: last_at, content: Content::CompleteUntil, changed: now });
        }
        // What the server does not have: own lines in doubt, and what came after its last entry.
        result.extend(old.into_iter().flatten());
        self.items = result;
        if !before.is_empty() {
            self.reordered = now;
        }
        merged
    }

    fn ids(&self) -> impl Iterator<Item = super::ItemId> {
        self.items.iter().map(|item| item.id)
    }
}

/// For each entry the index of the row that it is, if there is one; each row is taken once. A line
/// that was given up is looked at last: the server may have read it late.
fn rows_of(old: &[Option<Item>], entries: &[Entry]) -> Vec<Option<usize>> {
    let rows = |wanted: fn(&Content) -> bool| -> Vec<usize> {
        let wanted = |slot: &Option<Item>| slot.as_ref().is_some_and(|item| wanted(&item.content));
        (0..old.len()).filter(|index| wanted(&old[*index])).collect()
    };
    let sent = rows(Content::may_be_in_transcript);
    let given_up = rows(|content| content.send().is_some_and(SendState::is_given_up));
    let mut taken = vec![false; old.len()];
    // Rows before this one are taken: transcripts mostly follow the rows one by one.
    let mut from = 0;
    entries
        .iter()
        .map(|entry| {
            while sent.get(from).is_some_and(|row| taken[*row]) {
                from += 1;
            }
            let fits = |row: &&usize| {
                let item = old[**row].as_ref().filter(|_| !taken[**row]);
                item.is_some_and(|item| item.content.is_same(&entry.content))
            };
            let row = *sent[from..].iter().find(fits).or_else(|| given_up.iter().find(fits))?;
            taken[row] = true;
            Some(row)
        })
        .collect()
}

fn is_from_customer(content: &Content) -> bool {
    matches!(content, Content::Line(line) if line.author == Author::Customer)
}

fn is_in_doubt(content: &Content) -> bool {
    content.send().is_some_and(|send| !send.is_out())
}
