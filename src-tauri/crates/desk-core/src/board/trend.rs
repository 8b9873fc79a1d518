//! Where a contact is heading, by what the desk itself saw the last time.
//!
//! In words: *worse* when more lines of the customer wait than before, when a threshold is newly
//! exceeded, or when lines wait on over a threshold; *better* when fewer wait, or fewer thresholds
//! are exceeded; else *steady*. A change stays in sight for fifteen seconds.

use std::collections::BTreeMap;

use ewc_wire::agent::Measure;
use ewc_wire::{AgentId, Guid};

use super::{BoardRow, Trend};
use crate::time::Millis;

/// How long a change stays in sight, in milliseconds: three samples of a board that is asked for.
const IN_SIGHT_MS: i64 = 15_000;

/// What was seen of every contact the last time.
#[derive(Debug, Default)]
pub(crate) struct Samples(BTreeMap<(Guid, AgentId), Seen>);

/// What was seen of one contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sample {
    /// How many lines of the customer wait.
    pub(super) unanswered: Option<i64>,
    /// How many thresholds are exceeded.
    pub(super) flags: usize,
    /// True when one of them is about waiting.
    pub(super) waits_too_long: bool,
}

#[derive(Debug, Clone, Copy)]
struct Seen {
    sample: Sample,
    trend: Trend,
    until: Millis,
}

impl Samples {
    /// Says of each row where it is heading, and remembers what it is like now. Rows that are not
    /// there any more are forgotten.
    pub(crate) fn judge(&mut self, now: Millis, rows: &mut [BoardRow]) {
        let mut before = std::mem::take(&mut self.0);
        for row in rows {
            let key = (row.guid, row.agent.clone());
            let sample = Sample::of(row);
            let known = before.remove(&key);
            let change = known.map_or(Trend::Steady, |known| known.sample.trend_to(sample));
            let (trend, until) = match known {
                Some(known) if change == Trend::Steady && known.until > now => {
                    (known.trend, known.until)
                }
                _ => (change, now + IN_SIGHT_MS),
            };
            row.trend = trend;
            self.0.insert(key, Seen { sample, trend, until });
        }
    }
}

impl Sample {
    fn of(row: &BoardRow) -> Self {
        let waiting = |measure: &Measure| {
            matches!(
                measure,
                Measure::LastMessageOut
                    | Measure::LastMessageIn
                    | Measure::NumberOfUnansweredCustomerMessages
            )
        };
        Self {
            unanswered: row.counters.unanswered,
            flags: row.flags.len(),
            waits_too_long: row.flags.iter().any(|flag| waiting(&flag.measure)),
        }
    }

    /// Where it is heading, from this sample to the next.
    pub(super) fn trend_to(self, next: Self) -> Trend {
        let (before, after) = (self.unanswered.unwrap_or(0), next.unanswered.unwrap_or(0));
        let counted = self.unanswered.is_some() && next.unanswered.is_some();
        if counted && after != before {
            return if after > before { Trend::Worse } else { Trend::Better };
        }
        if next.flags != self.flags {
            return if next.flags > self.flags { Trend::Worse } else { Trend::Better };
        }
        if after > 0 && next.waits_too_long { Trend::Worse } else { Trend::Steady }
    }
}
