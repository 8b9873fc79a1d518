//! The keep-alive of the agent socket: a WebSocket ping every 20 s, lost after two missed pongs.
//!
//! A guess: the guide documents an application ping for customers only. A server that drops
//! WebSocket pongs would show as a connection lost every minute (see ewc-wire's QUIRKS.md).

use crate::time::Millis;

/// Milliseconds between pings.
const EVERY_MS: i64 = 20_000;
/// Pings without a pong before the connection counts as lost.
const MISSED: u32 = 2;

/// What is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Due {
    /// Nothing yet.
    Nothing,
    /// A ping.
    Ping,
    /// The connection is dead.
    Lost,
}

/// The state of the keep-alive of one connection.
#[derive(Debug, Clone)]
pub(super) struct KeepAlive {
    next: Millis,
    unanswered: u32,
}

impl KeepAlive {
    pub(super) fn start(now: Millis) -> Self {
        Self { next: now + EVERY_MS, unanswered: 0 }
    }

    pub(super) const fn deadline(&self) -> Millis {
        self.next
    }

    /// Anything that arrives proves the connection alive.
    pub(super) const fn heard(&mut self) {
        self.unanswered = 0;
    }

    pub(super) fn tick(&mut self, now: Millis) -> Due {
        if now < self.next {
            return Due::Nothing;
        }
        if self.unanswered >= MISSED {
            return Due::Lost;
        }
        self.unanswered += 1;
        self.next = now + EVERY_MS;
        Due::Ping
    }
}

#[cfg(test)]
mod tests {
    use super::{Due, KeepAlive};
    use crate::time::Millis;

    #[test]
    fn lost_after_two_missed_pongs() {
        let mut alive = KeepAlive::start(Millis(0));
        assert_eq!(alive.tick(Millis(19_999)), Due::Nothing);
        assert_eq!(alive.tick(Millis(20_000)), Due::Ping);
        assert_eq!(alive.tick(Millis(40_000)), Due::Ping);
        assert_eq!(alive.tick(Millis(60_000)), Due::Lost);
    }

    #[test]
    fn any_frame_keeps_it_alive() {
        let mut alive = KeepAlive::start(Millis(0));
        for second in 1..100 {
            assert_ne!(alive.tick(Millis(second * 20_000)), Due::Lost);
            alive.heard();
        }
    }
}
