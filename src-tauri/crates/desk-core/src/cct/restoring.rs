//! Restoring: the link or the session was lost; try again, on the next server too (7.2, 3.2).

use cct_wire::Call;

use super::event::CctEvent;
use super::input::CctInput;
use super::link::{Link, Returned};
use super::live::Live;
use super::login_script::{Progress, Script};
use super::purpose::Purpose;
use super::signing_out::SigningOut;
use super::state::State;
use super::subscribing::Subscribing;
use crate::failure::{Failure, FailureKind};
use crate::time::Millis;

/// A lost session on its way back.
#[derive(Debug)]
pub(super) struct Restoring {
    live: Box<Live>,
    attempt: u32,
    phase: Phase,
    /// How often in a row the credentials were refused.
    refused: u32,
}

#[derive(Debug)]
enum Phase {
    Waiting(Millis),
    /// Is the token still good? It is after a switch-over that preserves sessions.
    Probing,
    LoggingIn(Box<Script>),
}

/// Why a session must be restored.
#[derive(Debug)]
pub(super) enum Lost {
    /// Two calls in a row failed.
    Link(Failure),
    /// The server no longer knows the token.
    Session(Failure),
}

/// Refused credentials are not tried forever: the account would be locked.
const REFUSED_AT_MOST: u32 = 3;
const AFTER_REFUSAL: i64 = 30_000;

impl Restoring {
    /// Whether an answer means that the session must be restored.
    pub(super) fn needed(link: &Link, returned: &Returned) -> Option<Lost> {
        let trouble = returned.outcome.as_ref().err()?;
        let why = |server: &str| trouble.failure(FailureKind::ServerFault, server);
        if trouble.is_session_lost() && returned.purpose != Purpose::Forgotten {
            return Some(Lost::Session(why(&link.server())));
        }
        returned.moved.then(|| Lost::Link(why(&link.servers.failed_label())))
    }

    pub(super) fn enter(now: Millis, link: &mut Link, mut live: Box<Live>, lost: Lost) -> State {
        live.suspend(link);
        live.told_down();
        link.reconnect();
        let why = match lost {
            Lost::Link(why) => why,
            Lost::Session(why) => {
                link.token = None;
                why
            }
        };
        let state = Self { live, attempt: 0, phase: Phase::Waiting(now), refused: 0 };
        state.again(now, link, why, 0)
    }

    pub(super) fn live_mut(&mut self) -> &mut Live {
        &mut self.live
    }

    pub(super) fn into_live(self) -> Box<Live> {
        self.live
    }

    pub(super) fn replied(mut self, now: Millis, link: &mut Link, returned: Returned) -> State {
        match (&mut self.phase, &returned.purpose) {
            (Phase::Probing, Purpose::Probe) => match returned.outcome {
                Err(trouble) if trouble.is_link() => {
                    let server = link.servers.failed_label();
                    self.again(now, link, trouble.failure(FailureKind::ServerFault, &server), 0)
                }
                Err(trouble) if trouble.is_session_lost() => {
                    link.token = None;
                    self.log_in(now, link)
                }
                _ => Subscribing::enter(now, link, self.live),
            },
            (Phase::LoggingIn(script), Purpose::Script) => {
                let progress = script.advance(&self.live.sign_in, link, returned.outcome);
                self.progress(now, link, progress)
            }
            _ => State::Restoring(Box::new(self)),
        }
    }

    /// The listener may still be opening; notifications are ignored, a snapshot follows.
    pub(super) fn heard(&mut self, input: CctInput) {
        match input {
            CctInput::Listening { url } => self.live.subscription.has_url(url),
            CctInput::ListenFailed { .. } => self.live.subscription.listen_failed(),
            CctInput::Notified { .. } | CctInput::Replied { .. } | CctInput::Tick => {}
        }
    }

    pub(super) fn tick(mut self, now: Millis, link: &mut Link) -> State {
        if !matches!(self.phase, Phase::Waiting(at) if at <= now) {
            return State::Restoring(Box::new(self));
        }
        if link.token.is_none() {
            return self.log_in(now, link);
        }
        self.phase = Phase::Probing;
        link.call(now, Purpose::Probe, Call::IsLoggedIn(self.live.seat.agent.clone()));
        State::Restoring(Box::new(self))
    }

    pub(super) const fn deadline(&self) -> Option<Millis> {
        match self.phase {
            Phase::Waiting(at) => Some(at),
            Phase::Probing | Phase::LoggingIn(_) => None,
        }
    }

    fn progress(mut self, now: Millis, link: &mut Link, progress: Progress) -> State {
        match progress {
            Progress::Going => {
                self.ask(now, link);
                State::Restoring(Box::new(self))
            }
            Progress::Done(seat) => {
                self.live.subscription.lost(now, link);
                self.live.seat = *seat;
                Subscribing::enter(now, link, self.live)
            }
            Progress::Failed(why) if why.kind == FailureKind::WrongCredentials => {
                self.refused += 1;
                if self.refused < REFUSED_AT_MOST {
                    return self.again(now, link, why, AFTER_REFUSAL);
                }
                link.tell(CctEvent::SignInFailed(why));
                SigningOut::silently(now, link, None)
            }
            Progress::Failed(why) => self.again(now, link, why, 0),
            Progress::SessionLost => {
                let why = Failure::of(FailureKind::SessionEnded).about(link.server());
                self.again(now, link, why, 0)
            }
            Progress::Unreachable(why) => {
                let why = Failure::of(FailureKind::Link(why)).about(link.servers.failed_label());
                self.again(now, link, why, 0)
            }
        }
    }

    /// Waits, longer each time, at least this long, and says so.
    fn again(mut self, now: Millis, link: &mut Link, why: Failure, at_least: i64) -> State {
        if matches!(self.phase, Phase::LoggingIn(_)) {
            // A half-made session is worth nothing on the next attempt, and must not stay behind.
            if link.token.is_some() && !matches!(why.kind, FailureKind::Link(_)) {
                link.call(now, Purpose::Forgotten, Call::LogOff);
            }
            link.token = None;
        }
        link.reconnect();
        self.attempt += 1;
        let retry_at = now + self.live.backoff.next().max(at_least);
        self.phase = Phase::Waiting(retry_at);
        link.tell(CctEvent::Down { why, attempt: self.attempt, retry_at });
        State::Restoring(Box::new(self))
    }

    fn log_in(mut self, now: Millis, link: &mut Link) -> State {
        self.phase = Phase::LoggingIn(Box::new(Script::new(false)));
        self.ask(now, link);
        State::Restoring(Box::new(self))
    }

    fn ask(&self, now: Millis, link: &mut Link) {
        if let Phase::LoggingIn(script) = &self.phase {
            let call = script.call(&self.live.sign_in, link);
            link.call(now, Purpose::Script, call);
        }
    }
}
