//! Signing in: the log-in script, a second try after a failed call, then the next server.

use super::event::{CctEvent, SignInStep};
use super::input::SignIn;
use super::link::{Link, Returned};
use super::live::Live;
use super::login_script::{Progress, Script};
use super::purpose::Purpose;
use super::signing_out::SigningOut;
use super::state::State;
use super::subscribing::Subscribing;
use crate::failure::{Failure, FailureKind, LinkFailure};
use crate::time::Millis;

/// A first log-in under way.
#[derive(Debug)]
pub(super) struct SigningIn {
    sign_in: SignIn,
    script: Script,
    /// The current call failed; it is made again then.
    again_at: Option<Millis>,
    /// Servers given up, and why the first of them was.
    given_up: usize,
    first_failure: Option<Failure>,
    /// How often the token was lost underway.
    lost: u32,
}

/// The wait before a failed call is made again.
const AGAIN_AFTER: i64 = 1_000;

/// How often a lost token is accepted during one log-in.
const LOST_AT_MOST: u32 = 2;

impl SigningIn {
    pub(super) fn enter(now: Millis, link: &mut Link, sign_in: SignIn) -> State {
        link.servers.restart();
        link.token = None;
        link.reconnect();
        link.tell(CctEvent::Step(SignInStep::ContactControl));
        let state = Self {
            sign_in,
            script: Script::new(true),
            again_at: None,
            given_up: 0,
            first_failure: None,
            lost: 0,
        };
        state.ask(now, link);
        State::SigningIn(Box::new(state))
    }

    pub(super) fn replied(mut self, now: Millis, link: &mut Link, returned: Returned) -> State {
        if returned.purpose != Purpose::Script {
            return State::SigningIn(Box::new(self));
        }
        match self.script.advance(&self.sign_in, link, returned.outcome) {
            Progress::Going => self.ask(now, link),
            Progress::Done(seat) => {
                link.tell(CctEvent::Up { server: link.server() });
                link.tell(CctEvent::SignedIn(seat.info.clone()));
                let live = Live::new(now, link, self.sign_in, *seat);
                return Subscribing::enter(now, link, Box::new(live));
            }
            Progress::Failed(why) => return self.fail(now, link, why),
            Progress::SessionLost if self.lost < LOST_AT_MOST => {
                self.lost += 1;
                self.restart(now, link);
            }
            Progress::SessionLost => {
                let why = Failure::of(FailureKind::SessionEnded).about(link.server());
                return self.fail(now, link, why);
            }
            Progress::Unreachable(why) => return self.unreachable(now, link, why, returned.moved),
        }
        State::SigningIn(Box::new(self))
    }

    pub(super) fn tick(mut self, now: Millis, link: &mut Link) -> State {
        if self.again_at.is_some_and(|at| at <= now) {
            self.again_at = None;
            self.ask(now, link);
        }
        State::SigningIn(Box::new(self))
    }

    pub(super) const fn deadline(&self) -> Option<Millis> {
        self.again_at
    }

    /// The agent gives up: what has been logged in is logged out again.
    pub(super) fn part(self, now: Millis, link: &mut Link) -> State {
        SigningOut::without_live(now, link, self.script.agent_to_log_out())
    }

    fn ask(&self, now: Millis, link: &mut Link) {
        let call = self.script.call(&self.sign_in, link);
        link.call(now, Purpose::Script, call);
    }

    fn restart(&mut self, now: Millis, link: &mut Link) {
        link.token = None;
        self.script = Script::new(true);
        self.ask(now, link);
    }

    fn unreachable(mut self, now: Millis, link: &mut Link, why: LinkFailure, moved: bool) -> State {
        let server = link.servers.failed_label();
        if !moved && may_pass(&why) {
            self.again_at = Some(now + AGAIN_AFTER);
            return State::SigningIn(Box::new(self));
        }
        if !moved {
            link.servers.give_up();
        }
        let failure = Failure::of(FailureKind::Link(why)).about(server);
        let first = self.first_failure.get_or_insert(failure).clone();
        self.given_up += 1;
        if self.given_up >= link.servers.count() {
            return self.fail(now, link, first);
        }
        link.reconnect();
        self.restart(now, link);
        State::SigningIn(Box::new(self))
    }

    fn fail(self, now: Millis, link: &mut Link, why: Failure) -> State {
        link.tell(CctEvent::SignInFailed(why));
        SigningOut::silently(now, link, self.script.agent_to_log_out())
    }
}

/// Whether a second try can help: a certificate, a name or an address does not change in a second.
const fn may_pass(why: &LinkFailure) -> bool {
    match why {
        LinkFailure::Refused
        | LinkFailure::TimedOut
        | LinkFailure::Lost
        | LinkFailure::HttpStatus(_)
        | LinkFailure::Tls(_) => true,
        LinkFailure::NameNotFound
        | LinkFailure::CertificateExpired
        | LinkFailure::CertificateWrongName
        | LinkFailure::CertificateUntrusted
        | LinkFailure::NotTheServer
        | LinkFailure::BadAddress => false,
    }
}
