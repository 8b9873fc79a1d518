//! What needs a look first: the most important flag, then how far it is over, then the room.

use std::cmp::{Ordering, Reverse};

use super::{BoardRow, Flag};

/// How far a value is over its threshold, in millionths of the threshold. A threshold below one
/// counts as one, so that the first unanswered line over a limit of none is once over.
fn over(flag: &Flag) -> i128 {
    const WHOLE: i128 = 1_000_000;
    let excess = i128::from(flag.value) - i128::from(flag.threshold);
    excess * WHOLE / i128::from(flag.threshold.max(1))
}

/// Smaller is more urgent. No priority matters least.
fn rank(flag: &Flag) -> (i64, Reverse<i128>) {
    (flag.priority.unwrap_or(i64::MAX), Reverse(over(flag)))
}

/// The most important flag first; equal ones by the name of what they measure.
pub(super) fn by_importance(a: &Flag, b: &Flag) -> Ordering {
    rank(a).cmp(&rank(b)).then_with(|| a.measure.cmp(&b.measure))
}

/// The most urgent row first (chapter 7, "Observing a Web Communications contact"): flag by flag,
/// then the one with more flags, then by room and agent, so that equal rows keep their places.
pub(super) fn by_urgency(a: &BoardRow, b: &BoardRow) -> Ordering {
    let mut flags = a.flags.iter().zip(&b.flags);
    flags
        .find_map(|(a, b)| Some(rank(a).cmp(&rank(b))).filter(|order| order.is_ne()))
        .unwrap_or_else(|| b.flags.len().cmp(&a.flags.len()))
        .then_with(|| a.guid.cmp(&b.guid))
        .then_with(|| a.agent.cmp(&b.agent))
}
