//! When to look at the terminals: the source of events, or the safety net under notifications
//! (section 7.4).

use super::config::CctConfig;
use super::event::EventSource;
use crate::time::Millis;

/// The rhythm of the rounds.
#[derive(Debug)]
pub(super) struct Polling {
    next: Millis,
    /// The agent waits for the effect of something: look often until then.
    hurried_until: Millis,
    /// A round saw a change first; the notification about it may still come until then.
    suspect: Option<Millis>,
    /// Notifications are late or lost: rounds are the source until one arrives.
    distrusted: bool,
}

/// Time between rounds while the agent waits, and for how long.
const HURRIED_MS: i64 = 300;
const HURRY_FOR: i64 = 3_000;

/// How much later than a round a notification may come without being distrusted.
const NOTIFICATION_GRACE: i64 = 2_000;

impl Polling {
    pub(super) const fn new(now: Millis) -> Self {
        Self { next: now, hurried_until: Millis(0), suspect: None, distrusted: false }
    }

    /// Where events come from now.
    pub(super) const fn source(&self, subscribed: bool) -> EventSource {
        if subscribed && !self.distrusted { EventSource::Pushed } else { EventSource::Polling }
    }

    pub(super) fn is_due(&self, now: Millis) -> bool {
        self.next <= now
    }

    /// A round begins.
    pub(super) fn began(&mut self, now: Millis, config: &CctConfig, source: EventSource) {
        let usual = match source {
            EventSource::Polling => config.poll_ms,
            EventSource::Pushed => config.safety_poll_ms,
        };
        let wait = if now < self.hurried_until { HURRIED_MS.min(usual) } else { usual };
        self.next = now + wait;
    }

    /// The agent waits for an effect.
    pub(super) fn hurry(&mut self, now: Millis) {
        self.hurried_until = now + HURRY_FOR;
        self.next = now;
    }

    /// Something is missing that one round will tell.
    pub(super) const fn look_once(&mut self, now: Millis) {
        self.next = now;
    }

    /// A round saw a change before any notification did.
    pub(super) fn saw_first(&mut self, now: Millis, subscribed: bool) {
        if subscribed && !self.distrusted && self.suspect.is_none() {
            self.suspect = Some(now + NOTIFICATION_GRACE);
        }
    }

    /// A notification arrived.
    pub(super) fn notified(&mut self) {
        self.suspect = None;
        self.distrusted = false;
    }

    /// Time has passed.
    pub(super) fn tick(&mut self, now: Millis) {
        if self.suspect.is_some_and(|until| until <= now) {
            self.suspect = None;
            self.distrusted = true;
            self.next = now;
        }
    }

    pub(super) fn deadline(&self, round_under_way: bool) -> Option<Millis> {
        let next = (!round_under_way).then_some(self.next);
        next.into_iter().chain(self.suspect).min()
    }
}
