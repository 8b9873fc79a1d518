//! Subscribing: the agent is logged in, the listener opens, the server is told about it.

use super::input::CctInput;
use super::link::{Link, Returned};
use super::live::Live;
use super::purpose::Purpose;
use super::restoring::Restoring;
use super::state::State;
use crate::time::Millis;

/// The subscription is made before the snapshot, so that nothing falls between the two.
#[derive(Debug)]
pub(super) struct Subscribing {
    live: Box<Live>,
}

impl Subscribing {
    pub(super) fn enter(now: Millis, link: &mut Link, mut live: Box<Live>) -> State {
        live.subscription.start(now, link);
        Self { live }.on(now, link)
    }

    pub(super) fn live_mut(&mut self) -> &mut Live {
        &mut self.live
    }

    pub(super) fn into_live(self) -> Box<Live> {
        self.live
    }

    pub(super) fn replied(mut self, now: Millis, link: &mut Link, returned: Returned) -> State {
        if let Some(why) = Restoring::needed(link, &returned) {
            return Restoring::enter(now, link, self.live, why);
        }
        if returned.purpose == Purpose::Subscribe {
            self.live.subscription.subscribed(now, link, returned.outcome);
        } else if let Some(why) = self.live.take(now, link, returned) {
            // The agent need not wait for the subscription, so answers may come meanwhile.
            return Restoring::enter(now, link, self.live, why);
        }
        self.on(now, link)
    }

    pub(super) fn heard(mut self, now: Millis, link: &mut Link, input: CctInput) -> State {
        match input {
            CctInput::Listening { url } => self.live.subscription.listening(now, link, url),
            CctInput::ListenFailed { .. } => self.live.subscription.listen_failed(),
            CctInput::Notified { body } => {
                if let Some(why) = self.live.notified(now, link, &body) {
                    return Restoring::enter(now, link, self.live, why);
                }
            }
            CctInput::Replied { .. } | CctInput::Tick => {}
        }
        self.on(now, link)
    }

    pub(super) fn tick(mut self, now: Millis, link: &mut Link) -> State {
        self.live.subscription.tick(now, link);
        self.on(now, link)
    }

    pub(super) fn deadline(&self) -> Option<Millis> {
        self.live.subscription.deadline()
    }

    fn on(mut self, now: Millis, link: &mut Link) -> State {
        if self.live.subscription.is_pending() {
            return State::Subscribing(Box::new(self));
        }
        self.live.resume(now, link);
        State::Live(self.live)
    }
}
