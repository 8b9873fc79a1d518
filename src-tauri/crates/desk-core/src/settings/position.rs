//! Line and column of a byte in a text.

/// Line and column, both from 1; the column counts characters.
pub(super) fn of(text: &str, at: usize) -> (u32, u32) {
    let mut line = 1u32;
    let mut column = 1u32;
    for (place, character) in text.char_indices() {
        if place >= at {
            break;
        }
        if character == '\n' {
            line = line.saturating_add(1);
            column = 1;
        } else {
            column = column.saturating_add(1);
        }
    }
    (line, column)
}
