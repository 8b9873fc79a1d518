//! A TOML text with the lines mended after which the parser would give up.
//!
//! On a line without a value (`auto_reconnect`, `ha_enabled true`) the parser stops and drops the
//! rest of the file in silence; after an unclosed header it drops the table and takes the next key
//! for its name. Lines without a value are blanked, and such a header is renamed to a number, so
//! that everything else is read and every other problem is told in the same round. Each byte keeps
//! its place.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::problem::one_line;

/// How many such lines are mended before the rest of the file is given up.
const ROUNDS: usize = 50;

/// The text to read, and what was mended: the place and the parser's words.
pub(super) struct Repaired {
    pub(super) text: String,
    pub(super) lost: Vec<(usize, String)>,
}

/// Mends the lines that give no value and that the parser does not understand.
pub(super) fn repair(text: &str) -> Repaired {
    let mut repaired = Repaired { text: text.to_owned(), lost: Vec::new() };
    for _ in 0..ROUNDS {
        let (root, errors) = DeTable::parse_recoverable(&repaired.text);
        let mut values = Vec::new();
        leaves(root.get_ref(), &mut values);
        let lost = errors.iter().find_map(|error| {
            let at = error.span()?.start;
            let mut line = line_around(&repaired.text, at..at);
            if repaired.text[line.clone()].ends_with('\r') {
                line.end -= 1;
            }
            let content = repaired.text[line.clone()].trim_start();
            let read = values.iter().any(|value| overlap(value, &line));
            let mended = mended(&repaired.text[line.clone()], repaired.lost.len())?;
            let keep = read || content.is_empty();
            (!keep).then(|| (at, line, mended, one_line(error.message())))
        });
        let Some((at, line, mended, detail)) = lost else {
            break;
        };
        repaired.text.replace_range(line, &mended);
        repaired.lost.push((at, detail));
    }
    repaired
}

/// What stands in for a line, of the same length. None where it cannot be mended.
fn mended(line: &str, number: usize) -> Option<String> {
    let length = line.len();
    if !line.trim_start().starts_with('[') {
        return Some(" ".repeat(length));
    }
    let width = length.checked_sub(2)?;
    let header = format!("[{number:0width$}]");
    (header.len() == length && header != line).then_some(header)
}

/// The whole lines that a part of a text lies on, without the last line's end.
pub(super) fn line_around(text: &str, part: Range<usize>) -> Range<usize> {
    let bytes = text.as_bytes();
    let start = part.start.min(bytes.len());
    let end = part.end.clamp(start, bytes.len());
    let before = bytes[..start].iter().rposition(|b| *b == b'\n');
    let after = bytes[end..].iter().position(|b| *b == b'\n');
    before.map_or(0, |at| at + 1)..after.map_or(bytes.len(), |at| end + at)
}

/// Whether two parts of a text have a byte in common, or touch.
pub(super) fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start <= other.end && other.start <= one.end
}

fn leaves(table: &DeTable<'_>, into: &mut Vec<Range<usize>>) {
    for value in table.values() {
        leaf(value, into);
    }
}

fn leaf(value: &Spanned<DeValue<'_>>, into: &mut Vec<Range<usize>>) {
    match value.get_ref() {
        DeValue::Table(table) => leaves(table, into),
        DeValue::Array(array) => {
            into.push(value.span());
            for item in array {
                leaf(item, into);
            }
        }
        _ => into.push(value.span()),
    }
}
