//! When the picture after a (re)connect is complete (section 7.3).

use crate::time::Millis;

/// How far the snapshot has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Snapshot {
    /// A round must go through; so many failed.
    Needed,
    /// Rounds failed so many times.
    Failing(u32),
    /// The round is through; intrinsics may take until then.
    Reading(Millis),
    /// The desk has been told. So many rounds failed since the last good one.
    Over(u32),
}

/// How long intrinsics may hold the snapshot up.
const READ_WITHIN: i64 = 3_000;

/// Failed rounds in a row after which the terminals count as unreadable.
const BLIND_AFTER: u32 = 3;

impl Snapshot {
    /// A round went through.
    pub(super) fn looked(&mut self, now: Millis) {
        *self = match *self {
            Self::Needed | Self::Failing(_) => Self::Reading(now + READ_WITHIN),
            Self::Reading(until) => Self::Reading(until),
            Self::Over(_) => Self::Over(0),
        };
    }

    /// A round failed; true when that is once too often.
    pub(super) fn failed(&mut self, now: Millis) -> bool {
        let failed = match *self {
            Self::Needed | Self::Reading(_) => 1,
            Self::Failing(before) | Self::Over(before) => before + 1,
        };
        let blind = failed >= BLIND_AFTER;
        *self = match *self {
            Self::Over(_) => Self::Over(failed),
            // Notifications must do: what they told so far is the picture.
            _ if blind => Self::Reading(now),
            _ => Self::Failing(failed),
        };
        blind
    }

    pub(super) const fn is_over(&self) -> bool {
        matches!(self, Self::Over(_))
    }

    /// True once: when the desk is to be told.
    pub(super) fn is_complete(&mut self, now: Millis, reading: bool) -> bool {
        let complete = matches!(*self, Self::Reading(until) if !reading || until <= now);
        if complete {
            *self = Self::Over(0);
        }
        complete
    }

    pub(super) const fn deadline(&self) -> Option<Millis> {
        match self {
            Self::Reading(until) => Some(*until),
            Self::Needed | Self::Failing(_) | Self::Over(_) => None,
        }
    }
}
