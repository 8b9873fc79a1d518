//! What CCT remembers of a leg beyond the rules: since when it is in its state, what it was before, hold.

use crate::center::{Leg, LegState, Millis};
use std::collections::BTreeMap;

/// The state of a terminal connection, in the words of the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Phase {
    Idle,
    Ringing,
    Active,
    Held,
    Dropped,
}

impl Phase {
    /// The terminal connection's state.
    pub(crate) fn terminal(self) -> &'static str {
        match self {
            Self::Idle => "IDLE",
            Self::Ringing => "RINGING",
            Self::Active => "ACTIVE",
            Self::Held => "HELD",
            Self::Dropped => "DROPPED",
        }
    }

    /// The connection's state: hold concerns the terminal only.
    pub(crate) fn connection(self) -> &'static str {
        match self {
            Self::Idle => "OFFERED",
            Self::Ringing => "ALERTING",
            Self::Active | Self::Held => "ESTABLISHED",
            Self::Dropped => "DISCONNECTED",
        }
    }
}

/// One leg as CCT knows it, also for a while after it ended.
#[derive(Debug, Clone)]
pub(crate) struct Known {
    pub(crate) leg: Leg,
    pub(crate) phase: Phase,
    pub(crate) since: Millis,
    pub(crate) before: Phase,
    pub(crate) before_since: Millis,
    /// When it first alerted.
    pub(crate) born: Millis,
}

/// How many ended legs are remembered, so that a late question about one gets its last state.
const REMEMBERED: usize = 64;

/// All legs by terminal connection id.
#[derive(Debug, Default)]
pub(crate) struct LegBook {
    legs: BTreeMap<String, Known>,
}

impl LegBook {
    /// Takes in a leg as the rules have it now. Seeing the same state twice changes nothing.
    pub(crate) fn observe(&mut self, leg: &Leg, now: Millis) -> Known {
        let seen = match leg.state {
            LegState::Ringing => Phase::Ringing,
            LegState::Active => Phase::Active,
            LegState::Dropped => Phase::Dropped,
        };
        let known = self.legs.entry(leg.terminal_connection_id.clone()).or_insert_with(|| Known {
            leg: leg.clone(),
            phase: seen,
            since: now,
            before: Phase::Idle,
            before_since: now,
            born: now,
        });
        let late = known.phase == Phase::Dropped;
        let held = known.phase == Phase::Held && seen == Phase::Active;
        if !late {
            known.leg = leg.clone();
        }
        if !late && !held && known.phase != seen {
            known.enter(seen, now);
        }
        let answer = known.clone();
        self.forget();
        answer
    }

    /// Puts a terminal connection on hold or takes it back.
    pub(crate) fn hold(&mut self, id: &str, held: bool, now: Millis) -> Option<Known> {
        let known = self.legs.get_mut(id)?;
        let (from, to) =
            if held { (Phase::Active, Phase::Held) } else { (Phase::Held, Phase::Active) };
        if known.phase != from {
            return None;
        }
        known.enter(to, now);
        Some(known.clone())
    }

    pub(crate) fn by_terminal_connection(&self, id: &str) -> Option<&Known> {
        self.legs.get(id)
    }

    pub(crate) fn by_connection(&self, id: &str) -> Option<&Known> {
        self.legs.values().find(|known| known.leg.connection_id == id)
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = &Known> {
        self.legs.values()
    }

    fn forget(&mut self) {
        let ended = |known: &Known| known.phase == Phase::Dropped;
        while self.legs.values().filter(|known| ended(known)).count() > REMEMBERED {
            let oldest = self
                .legs
                .iter()
                .filter(|(_, known)| ended(known))
                .min_by_key(|(_, known)| known.since)
                .map(|(id, _)| id.clone());
            let Some(oldest) = oldest else { return };
            self.legs.remove(&oldest);
        }
    }
}

impl Known {
    fn enter(&mut self, phase: Phase, now: Millis) {
        self.before = self.phase;
        self.before_since = self.since;
        self.phase = phase;
        self.since = now;
    }
}
