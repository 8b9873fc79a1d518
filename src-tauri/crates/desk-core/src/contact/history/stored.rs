//! How a stored transcript is read. The guide shows its fields and no format, so all of this is a
//! guess: lines are parted by line ends, and a chat with whispers is stored twice.

use ewc_wire::agent::HistoryEntry;

use super::{PastContact, PastLine};
use crate::contact::kind::fold;
use crate::text::decode_entities;
use crate::time::Millis;

/// The `source` of a transcript that holds whispers (chapter 11, "Read Customer History
/// Notification"), without blanks and case.
const WITH_WHISPERS: &str = "textchathistorywithwhispers";

/// The contacts as the server stored them. Where a chat stands there with and without its
/// whispers, it is one contact, and the lines of the one that the other lacks are the whispers.
pub(super) fn read(entries: &[HistoryEntry], decode: bool) -> Vec<PastContact> {
    let texts: Vec<Vec<String>> = entries.iter().map(|entry| lines(entry, decode)).collect();
    let twin = |at: usize, with_whispers: bool| {
        let same = |other: &HistoryEntry| {
            entries[at].start_time.is_some()
                && other.start_time == entries[at].start_time
                && other.contact_type == entries[at].contact_type
                && has_whispers(other) == with_whispers
        };
        entries.iter().position(same)
    };
    let mut read = Vec::with_capacity(entries.len());
    for (at, entry) in entries.iter().enumerate() {
        let whispers = has_whispers(entry);
        if !whispers
            && let Some(full) = twin(at, true)
            && marked(&texts[full], &texts[at]).is_some()
        {
            continue;
        }
        let by_twin = if whispers { twin(at, false) } else { None };
        let marks = by_twin.and_then(|plain| marked(&texts[at], &texts[plain]));
        let lines = texts[at].iter().enumerate().map(|(number, text)| PastLine {
            whisper: marks.as_ref().map_or_else(|| says_whisper(text), |marks| marks[number]),
            text: text.as_str().into(),
        });
        read.push(PastContact {
            at: entry.start_time.map(|time| Millis(time.millis)),
            contact_type: entry.contact_type.clone(),
            has_whispers: whispers,
            lines: lines.collect(),
        });
    }
    read
}

fn has_whispers(entry: &HistoryEntry) -> bool {
    entry.source.as_deref().is_some_and(|source| fold(source) == WITH_WHISPERS)
}

fn lines(entry: &HistoryEntry, decode: bool) -> Vec<String> {
    let text = entry.transcript.as_str();
    let text = if decode { decode_entities(text) } else { text.to_owned() };
    text.trim_end().lines().map(|line| line.trim_end().to_owned()).collect()
}

/// Which lines of the full transcript the plain one lacks; none when it is not the same chat.
fn marked(full: &[String], plain: &[String]) -> Option<Vec<bool>> {
    let mut rest = plain.iter().peekable();
    let marks = full.iter().map(|line| rest.next_if(|plain| *plain == line).is_none()).collect();
    rest.peek().is_none().then_some(marks)
}

/// True for a line that calls itself a whisper: `[whisper] Ann: …`, `Ann (whisper): …`.
fn says_whisper(text: &str) -> bool {
    let text = text.trim_start().to_lowercase();
    let name = text.split_once(':').map_or("", |(name, _)| name);
    [("[whisper]"), ("(whisper)")].iter().any(|mark| text.starts_with(mark) || name.contains(mark))
}
