//! The known name nearest to a mistyped one.

/// The candidate nearest to `typed`, if it is near enough to be what was meant: at most one slip
/// in three characters, case and `-` for `_` not counted.
pub(super) fn nearest<'c>(
    typed: &str,
    candidates: impl IntoIterator<Item = &'c str>,
) -> Option<&'c str> {
    let typed = folded(typed);
    // Longer than any known name: no slip of one, and the comparison would cost its square.
    if typed.len() > 80 {
        return None;
    }
    candidates
        .into_iter()
        .map(|candidate| (distance(&typed, &folded(candidate)), candidate))
        .filter(|(slips, candidate)| *slips <= (candidate.len() / 3).clamp(1, 3))
        .min()
        .map(|(_, candidate)| candidate)
}

fn folded(name: &str) -> Vec<char> {
    name.to_lowercase().chars().map(|c| if c == '-' { '_' } else { c }).collect()
}

/// Insertions, deletions, replacements and swaps of neighbours that turn one into the other.
fn distance(from: &[char], to: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=to.len()).collect();
    for (row, a) in from.iter().enumerate() {
        let mut this = vec![row + 1];
        for (column, b) in to.iter().enumerate() {
            let mut best = (last[column] + usize::from(a != b))
                .min(last[column + 1] + 1)
                .min(this[column] + 1);
            let swapped = row > 0 && column > 0 && *a == to[column - 1] && from[row - 1] == *b;
            if swapped {
                best = best.min(before[column - 1] + 1);
            }
            this.push(best);
        }
        before = std::mem::replace(&mut last, this);
    }
    last[to.len()]
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn finds_what_was_meant() {
        let known = ["ewc_url", "ha_enabled", "auto_reconnect"];
        for (typed, meant) in [
            ("ewc_ulr", Some("ewc_url")),
            ("EWC-URL", Some("ewc_url")),
            ("auto_reconect", Some("auto_reconnect")),
            ("ha_enable", Some("ha_enabled")),
            ("colour", None),
            ("", None),
        ] {
            assert_eq!(nearest(typed, known), meant, "{typed}");
        }
    }
}
