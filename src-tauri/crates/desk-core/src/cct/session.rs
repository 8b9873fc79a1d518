//! The machine: commands of the desk and inputs from outside go to the state that is on.

use cct_wire::ContactId;

use super::config::CctConfig;
use super::event::{CctEvent, ContactEnd};
use super::input::{CctInput, SignIn};
use super::link::{Link, Returned};
use super::live::Live;
use super::output::CctOutput;
use super::releasing::Release;
use super::signing_in::SigningIn;
use super::signing_out::SigningOut;
use super::state::State;
use crate::failure::{Failure, FailureKind, WhyNot};
use crate::time::Millis;

/// A CCT session without sockets and clock.
///
/// Call [`Session::poll`] until it returns nothing after every other call. When
/// [`Session::next_deadline`] has passed, call [`Session::handle`] with [`CctInput::Tick`]. Time
/// never goes back.
#[derive(Debug)]
pub struct Session {
    link: Link,
    state: State,
}

impl Session {
    /// A session in which nobody is signed in.
    pub fn new(config: CctConfig) -> Self {
        Self { link: Link::new(config), state: State::SignedOut }
    }

    /// Signs in; ends with [`CctEvent::SignedIn`] or [`CctEvent::SignInFailed`]. Ignored while
    /// somebody is signed in.
    pub fn sign_in(&mut self, now: Millis, sign_in: SignIn) {
        if self.is_ended() {
            self.state = SigningIn::enter(now, &mut self.link, sign_in);
        }
    }

    /// Signs out; ends with [`CctEvent::SignedOut`] within ten seconds, or with
    /// [`CctEvent::SignOutRefused`], after which the session goes on.
    pub fn sign_out(&mut self, now: Millis) {
        let link = &mut self.link;
        self.state = match std::mem::take(&mut self.state) {
            State::SignedOut => {
                link.tell(CctEvent::SignedOut);
                State::SignedOut
            }
            State::SigningIn(state) => state.part(now, link),
            State::Subscribing(state) => SigningOut::enter(now, link, state.into_live()),
            State::Live(live) => SigningOut::enter(now, link, live),
            State::Restoring(state) => SigningOut::abandon(now, link, &state.into_live()),
            State::SigningOut(state) => State::SigningOut(state),
        };
    }

    /// Ends whatever is going on: [`CctEvent::SignedOut`] comes at once, what is left at the
    /// server is cleared away behind it as far as the server answers.
    pub fn abandon(&mut self, now: Millis) {
        let link = &mut self.link;
        self.state = match std::mem::take(&mut self.state) {
            State::SignedOut => State::SignedOut,
            State::SigningIn(state) => state.part(now, link),
            State::Subscribing(state) => SigningOut::abandon(now, link, &state.into_live()),
            State::Live(live) => SigningOut::abandon(now, link, &live),
            State::Restoring(state) => SigningOut::abandon(now, link, &state.into_live()),
            State::SigningOut(state) => state.told(link),
        };
    }

    /// Asks for ready or not ready, with a reason code for the latter. What the server made of it
    /// comes as [`CctEvent::Ready`], a refusal as [`CctEvent::ReadyRefused`].
    pub fn set_ready(&mut self, now: Millis, ready: bool, reason_code: Option<String>) {
        match self.live() {
            Ok((live, link)) => live.set_ready(now, link, ready, reason_code),
            Err(why) => self.link.tell(CctEvent::ReadyRefused(why)),
        }
    }

    /// Answers a contact: [`CctEvent::Answered`] or [`CctEvent::AnswerRefused`].
    pub fn answer(&mut self, now: Millis, contact: &ContactId) {
        match self.live() {
            Ok((live, link)) => live.answer(now, link, contact),
            Err(why) => {
                self.link.tell(CctEvent::AnswerRefused { contact: contact.clone(), why });
            }
        }
    }

    /// Rejects a contact: [`CctEvent::Ended`] for it and, as the server decides, for all that
    /// alert with it, or [`CctEvent::RejectRefused`].
    pub fn reject(&mut self, now: Millis, contact: &ContactId) {
        match self.live() {
            Ok((live, link)) => live.reject(now, link, contact),
            Err(why) => {
                self.link.tell(CctEvent::RejectRefused { contact: contact.clone(), why });
            }
        }
    }

    /// Releases a contact that was closed on the chat side (section 7.7): the server has 5 s to
    /// drop it by itself, then it is disconnected, then dropped. Ends with [`CctEvent::Ended`] or
    /// [`CctEvent::ReleaseRefused`]. While the link is down the release is kept.
    pub fn release(&mut self, now: Millis, contact: &ContactId) {
        self.let_go(now, contact, Release::AfterTheServer);
    }

    fn let_go(&mut self, now: Millis, contact: &ContactId, how: Release) {
        let link = &mut self.link;
        match &mut self.state {
            State::Live(live) => live.release(now, link, contact, how),
            State::Subscribing(state) => state.live_mut().release(now, link, contact, how),
            State::Restoring(state) => state.live_mut().release(now, link, contact, how),
            State::SignedOut | State::SigningIn(_) | State::SigningOut(_) => {
                let end = ContactEnd::Released;
                link.tell(CctEvent::Ended { contact: contact.clone(), end });
            }
        }
    }

    /// Ends a contact that only CCT has: like [`Self::release`], without the wait.
    pub fn end_contact(&mut self, now: Millis, contact: &ContactId) {
        self.let_go(now, contact, Release::AtOnce);
        self.tick(now);
    }

    /// Gives a contact an activity code: [`CctEvent::ActivitySet`] or
    /// [`CctEvent::ActivityRefused`]. Of several while one is on its way the last one counts.
    pub fn set_activity(&mut self, now: Millis, contact: &ContactId, code: String) {
        match self.live() {
            Ok((live, link)) => live.set_activity(now, link, contact, code),
            Err(why) => {
                let contact = contact.clone();
                self.link.tell(CctEvent::ActivityRefused { contact, code, why });
            }
        }
    }

    /// Takes an input, then does what time has made due.
    pub fn handle(&mut self, now: Millis, input: CctInput) {
        match input {
            CctInput::Replied { call, outcome } => {
                if let Some(returned) = self.link.replied(now, call, outcome) {
                    self.replied(now, returned);
                }
            }
            CctInput::Tick => {}
            input => self.heard(now, input),
        }
        while let Some(returned) = self.link.overdue(now) {
            self.replied(now, returned);
        }
        self.tick(now);
    }

    /// The next thing to do; nothing when all is done for now.
    pub fn poll(&mut self) -> Option<CctOutput> {
        self.link.poll()
    }

    /// When [`CctInput::Tick`] is due; nothing while nobody is signed in.
    pub fn next_deadline(&self) -> Option<Millis> {
        let of_state = match &self.state {
            State::SignedOut => None,
            State::SigningIn(state) => state.deadline(),
            State::Subscribing(state) => state.deadline(),
            State::Live(live) => live.deadline(),
            State::Restoring(state) => state.deadline(),
            State::SigningOut(state) => Some(state.deadline()),
        };
        of_state.into_iter().chain(self.link.deadline()).min()
    }

    /// True while nobody is signed in or signing in.
    pub fn is_ended(&self) -> bool {
        match &self.state {
            State::SignedOut => true,
            State::SigningOut(state) => !state.is_awaited(),
            _ => false,
        }
    }

    fn live(&mut self) -> Result<(&mut Live, &mut Link), Failure> {
        let link = &mut self.link;
        match &mut self.state {
            State::Live(live) => Ok((live, link)),
            State::Subscribing(state) => Ok((state.live_mut(), link)),
            State::Restoring(_) => {
                let why = FailureKind::NotPossible(WhyNot::ContactControlDown);
                Err(Failure::of(why).about(link.server()))
            }
            State::SignedOut | State::SigningIn(_) | State::SigningOut(_) => {
                Err(Failure::of(FailureKind::NotSignedIn))
            }
        }
    }

    fn replied(&mut self, now: Millis, returned: Returned) {
        let link = &mut self.link;
        self.state = match std::mem::take(&mut self.state) {
            State::SignedOut => State::SignedOut,
            State::SigningIn(state) => state.replied(now, link, returned),
            State::Subscribing(state) => state.replied(now, link, returned),
            State::Live(live) => live.replied(now, link, returned),
            State::Restoring(state) => state.replied(now, link, returned),
            State::SigningOut(state) => state.replied(now, link, returned),
        };
    }

    fn heard(&mut self, now: Millis, input: CctInput) {
        let link = &mut self.link;
        self.state = match std::mem::take(&mut self.state) {
            State::Subscribing(state) => state.heard(now, link, input),
            State::Live(live) => live.heard(now, link, input),
            State::Restoring(mut state) => {
                state.heard(input);
                State::Restoring(state)
            }
            other => other,
        };
    }

    fn tick(&mut self, now: Millis) {
        let link = &mut self.link;
        self.state = match std::mem::take(&mut self.state) {
            State::SignedOut => State::SignedOut,
            State::SigningIn(state) => state.tick(now, link),
            State::Subscribing(state) => state.tick(now, link),
            State::Live(live) => live.tick(now, link),
            State::Restoring(state) => state.tick(now, link),
            State::SigningOut(state) => state.tick(now, link),
        };
    }
}
