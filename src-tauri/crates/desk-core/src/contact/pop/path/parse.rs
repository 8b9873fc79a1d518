//! Finding the gaps in a written path.

use super::{Gap, PathFault, Piece};

/// What the server leaves open (chapter 11, "Screen Pops Notification").
const VALUE: &str = "%VALUE%";

fn push_text(pieces: &mut Vec<Piece>, text: &str) {
    if !text.is_empty() {
        pieces.push(Piece::Text(text.into()));
    }
}

/// `%VALUE%` as a gap, everything else as text.
pub(super) fn value_gaps(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for (number, part) in text.trim().split(VALUE).enumerate() {
        if number > 0 {
            pieces.push(Piece::Gap(Gap::ContactId));
        }
        push_text(&mut pieces, part);
    }
    pieces
}

/// `{KEY}`, `{0}` and `%VALUE%` as gaps.
pub(super) fn braced_gaps(text: &str) -> Result<Vec<Piece>, PathFault> {
    let mut pieces = Vec::new();
    let mut plain = String::new();
    let mut rest = text.trim();
    while let Some(at) = rest.find(['{', '}', '%']) {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(after) = rest.strip_prefix("{{") {
            plain.push('{');
            rest = after;
        } else if let Some(after) = rest.strip_prefix("}}") {
            plain.push('}');
            rest = after;
        } else if let Some(after) = rest.strip_prefix(VALUE) {
            push_text(&mut pieces, &std::mem::take(&mut plain));
            pieces.push(Piece::Gap(Gap::ContactId));
            rest = after;
        } else if let Some(after) = rest.strip_prefix('%') {
            plain.push('%');
            rest = after;
        } else {
            let inner = rest.strip_prefix('{').and_then(|rest| rest.split_once('}'));
            let Some((key, after)) = inner else { return Err(PathFault::Unclosed) };
            let key = key.trim();
            if key.is_empty() || key.contains('{') {
                return Err(PathFault::Unclosed);
            }
            push_text(&mut pieces, &std::mem::take(&mut plain));
            pieces.push(Piece::Gap(match key.parse() {
                Ok(number) => Gap::Numbered(number),
                Err(_) => Gap::Named(key.to_owned()),
            }));
            rest = after;
        }
    }
    plain.push_str(rest);
    push_text(&mut pieces, &plain);
    Ok(pieces)
}
