//! Merging a transcript, told as rows.

use ewc_wire::Audience;
use proptest::prelude::{prop, prop_assert_eq, proptest};

use super::merge::Entry;
use super::{Author, Content, Line, RoomEvent, SendState, Timeline};
use crate::revision::Revision;
use crate::time::Millis;

fn line(author: Author, text: &str, send: Option<SendState>) -> Content {
    Content::Line(Line {
        author,
        name: "x".into(),
        audience: Audience::Normal,
        text: text.into(),
        send,
        suggestion: None,
    })
}

/// `c:` customer, `m:` me, `?` in doubt, `!` never handed over, `*` an event.
fn content(row: &str) -> Content {
    match row.split_once(':') {
        Some(("c", text)) => line(Author::Customer, text, None),
        Some(("m", text)) => line(Author::Me, text, Some(SendState::Delivered)),
        Some(("?", text)) => line(Author::Me, text, Some(SendState::Unknown)),
        Some(("!", text)) => line(Author::Me, text, Some(SendState::Queued)),
        _ => Content::Event(RoomEvent::LinkLost, None),
    }
}

fn show(timeline: &Timeline) -> Vec<String> {
    timeline
        .items()
        .iter()
        .map(|item| match &item.content {
            Content::Line(line) => {
                let mark = match (line.author, &line.send) {
                    (Author::Customer, _) => "c",
                    (_, Some(SendState::Unknown)) => "?",
                    (_, Some(SendState::Queued)) => "!",
                    _ => "m",
                };
                format!("{mark}:{}", line.text.as_str())
            }
            Content::Event(..) => "*".to_owned(),
            Content::CompleteUntil => "--".to_owned(),
            _ => "other".to_owned(),
        })
        .collect()
}

fn timeline(rows: &[&str]) -> Timeline {
    let mut timeline = Timeline::default();
    for row in rows {
        timeline.append(Revision(1), Millis(1), content(row));
    }
    timeline
}

fn entries(rows: &[&str]) -> Vec<Entry> {
    let sent = |row: &str| match content(row) {
        Content::Line(line) => Content::Line(Line { send: None, ..line }),
        other => other,
    };
    rows.iter().map(|row| Entry { at: None, content: sent(row) }).collect()
}

#[test]
fn merges() {
    for (here, server, after) in [
        // First join: the server's transcript is the timeline.
        (vec![], vec!["c:hi", "m:hello"], vec!["c:hi", "m:hello", "--"]),
        // A line in doubt that the server has is delivered.
        (vec!["c:hi", "?:hello"], vec!["c:hi", "m:hello"], vec!["c:hi", "m:hello", "--"]),
        // One that it has not stays in doubt, below the line.
        (vec!["c:hi", "?:hello"], vec!["c:hi"], vec!["c:hi", "--", "?:hello"]),
        // What arrived meanwhile goes where the server has it; the event keeps its place.
        (vec!["c:a", "*"], vec!["c:a", "c:b"], vec!["c:a", "c:b", "--", "*"]),
        // Two equal lines are two lines.
        (vec!["m:ok", "?:ok"], vec!["m:ok", "m:ok"], vec!["m:ok", "m:ok", "--"]),
        (vec!["m:ok", "?:ok"], vec!["m:ok"], vec!["m:ok", "--", "?:ok"]),
        // A line that never left is not confirmed by an equal one of long ago.
        (vec!["m:ok", "!:ok"], vec!["m:ok"], vec!["m:ok", "--", "!:ok"]),
        // The server's order counts.
        (vec!["c:b", "c:a"], vec!["c:a", "c:b"], vec!["c:a", "c:b", "--"]),
    ] {
        let mut timeline = timeline(&here);
        timeline.merge(Revision(2), Millis(2), entries(&server));
        assert_eq!(show(&timeline), after, "{here:?} with {server:?}");
    }
}

#[test]
fn ids_are_stable() {
    let mut timeline = timeline(&["c:hi", "?:hello"]);
    let ids: Vec<_> = timeline.items().iter().map(|item| item.id).collect();
    timeline.merge(Revision(2), Millis(2), entries(&["c:hi", "m:hello", "c:new"]));
    let after: Vec<_> = timeline.items().iter().take(2).map(|item| item.id).collect();
    assert_eq!(after, ids);
}

proptest! {
    /// Nothing that was here disappears, and everything the server has is here.
    #[test]
    fn nothing_is_lost(
        here in prop::collection::vec(("[cm?!]", "[ab]"), 0..12),
        server in prop::collection::vec(("[cm]", "[ab]"), 0..12),
    ) {
        let here: Vec<String> = here.iter().map(|(who, text)| format!("{who}:{text}")).collect();
        let server: Vec<String> = server.iter().map(|(who, text)| format!("{who}:{text}")).collect();
        let here: Vec<&str> = here.iter().map(String::as_str).collect();
        let server: Vec<&str> = server.iter().map(String::as_str).collect();
        let mut timeline = timeline(&here);
        let ids: Vec<_> = timeline.items().iter().map(|item| item.id).collect();
        timeline.merge(Revision(2), Millis(2), entries(&server));
        for id in ids {
            prop_assert_eq!(timeline.items().iter().filter(|item| item.id == id).count(), 1);
        }
        let rows = show(&timeline);
        let complete = rows.iter().position(|row| row == "--").unwrap_or_default();
        // The entries stand above the line, in the server's order.
        let mut rest = rows[..complete].iter();
        for entry in &server {
            prop_assert_eq!(rest.any(|row| row == entry), true, "{:?} lacks {}", &rows, entry);
        }
    }
}
