//! A timeline on the screen: changed rows in place, new ones at the end, or all in a given order.

use std::collections::BTreeMap;

use ui_api::views::timeline::{
    Audience, Author, SendState, TimelineChange, TimelineContent, TimelineItem, TimelineView,
};

/// How many rows a screen is given.
const NEWEST: usize = 200;

/// Applies a change and keeps the newest rows, as a fresh snapshot would hold them.
pub(super) fn apply(timeline: &mut TimelineView, change: TimelineChange) {
    timeline.more_before = change.more_before;
    let mut changed: BTreeMap<String, TimelineItem> = BTreeMap::new();
    let mut new = Vec::new();
    for item in change.items {
        if timeline.items.iter().all(|known| known.id != item.id) {
            new.push(item.id.clone());
        }
        changed.insert(item.id.clone(), item);
    }
    let mut rows: Vec<TimelineItem> = std::mem::take(&mut timeline.items)
        .into_iter()
        .map(|known| changed.remove(&known.id).unwrap_or(known))
        .collect();
    rows.extend(new.iter().filter_map(|id| changed.remove(id)));
    if let Some(order) = change.order {
        let mut by_id: BTreeMap<String, TimelineItem> =
            rows.into_iter().map(|row| (row.id.clone(), row)).collect();
        rows = order.iter().filter_map(|id| by_id.remove(id)).collect();
    }
    rows.drain(..rows.len().saturating_sub(NEWEST));
    timeline.items = rows;
}

/// A row as words.
pub(super) fn words(content: &TimelineContent) -> String {
    let mark = |send: &Option<SendState>| match send {
        None => String::new(),
        Some(SendState::Refused { .. }) => " [refused]".to_owned(),
        Some(state) => format!(" [{}]", format!("{state:?}").to_lowercase()),
    };
    match content {
        TimelineContent::Line { author, text, send, suggestion: Some(state), .. } => {
            let state = format!("{state:?}").to_lowercase();
            format!("{} suggests: {text}{} ({state})", who(*author), mark(send))
        }
        TimelineContent::Line { author, audience, text, send, .. } => {
            let whisper = if *audience == Audience::Whisper { " whispers" } else { "" };
            format!("{}{whisper}: {text}{}", who(*author), mark(send))
        }
        TimelineContent::Welcome { text } => format!("welcome: {text}"),
        TimelineContent::Comfort { text } => format!("comfort: {text}"),
        TimelineContent::Page { author, url, send, .. } => {
            format!("{} pushes {url}{}", who(*author), mark(send))
        }
        TimelineContent::Event { event, .. } => format!("* {event:?}"),
        TimelineContent::CompleteUntil => "--".to_owned(),
    }
}

const fn who(author: Author) -> &'static str {
    match author {
        Author::Me => "me",
        Author::Customer => "customer",
        Author::Agent => "agent",
        Author::System => "system",
    }
}
