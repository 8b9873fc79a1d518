//! Keeps the session alive and learns whether the agent is still logged in (section 3.2).

use cct_wire::Call;

use super::link::Link;
use super::purpose::Purpose;
use super::seat::Seat;
use crate::time::Millis;

/// When the next heartbeat goes out.
#[derive(Debug)]
pub(super) struct Heartbeat {
    next: Millis,
}

impl Heartbeat {
    pub(super) fn new(now: Millis, link: &Link) -> Self {
        Self { next: now + link.config.heartbeat_ms }
    }

    /// The next one goes out at this moment, or earlier: the session is about to end, or a call
    /// failed and another must tell whether the server is gone.
    pub(super) fn soon(&mut self, at: Millis) {
        self.next = self.next.min(at);
    }

    pub(super) fn tick(&mut self, now: Millis, link: &mut Link, seat: &Seat) {
        if self.next <= now {
            self.next = now + link.config.heartbeat_ms;
            if !link.is_asking(&Purpose::Heartbeat) {
                link.call(now, Purpose::Heartbeat, Call::IsLoggedIn(seat.agent.clone()));
            }
        }
    }

    pub(super) const fn deadline(&self) -> Millis {
        self.next
    }
}
