//! Signing in (CCT, then the chat server) and out.

use log_safe::Secret;

use super::Desk;
use crate::cct;
use crate::contact::Contact;
use crate::effect::Effect;
use crate::failure::{Failure, FailureKind};
use crate::session_state::{LinkState, SessionPhase, SessionState, Step};
use crate::time::Millis;

/// What a sign-in needs.
#[derive(Debug, Clone)]
pub struct SignIn {
    /// For the contact server.
    pub cct: cct::SignIn,
    /// The CCMM password; `None` means the agent id, as the reference desktop's "Use default CCMM
    /// password" does.
    pub ccmm_password: Option<Secret>,
}

impl Desk {
    /// Begins a sign-in.
    ///
    /// # Errors
    /// [`FailureKind::AlreadySignedIn`] unless everything is signed out.
    pub fn sign_in(&mut self, now: Millis, sign_in: SignIn) -> Result<(), Failure> {
        if self.session.get().phase != SessionPhase::SignedOut {
            return Err(Failure::of(FailureKind::AlreadySignedIn));
        }
        self.ccmm_password = sign_in.ccmm_password;
        self.update_session(|session| {
            *session = SessionState::signed_out(now);
            session.phase = SessionPhase::SigningIn(Step::ContactControl);
            session.contact_control.become_state(now, LinkState::Connecting);
        });
        self.cct.sign_in(now, sign_in.cct);
        self.settle(now);
        Ok(())
    }

    /// Gives up a running sign-in.
    ///
    /// # Errors
    /// [`FailureKind::NotSignedIn`] when none is running.
    pub fn cancel_sign_in(&mut self, now: Millis) -> Result<(), Failure> {
        if !matches!(self.session.get().phase, SessionPhase::SigningIn(_)) {
            return Err(Failure::of(FailureKind::NotSignedIn));
        }
        self.sign_in_over(now, None);
        self.settle(now);
        Ok(())
    }

    /// Signs out of the contact server, then of the chat server.
    ///
    /// # Errors
    /// [`FailureKind::NotSignedIn`]; [`FailureKind::ContactsOpen`] while any contact is here
    /// (chapter 7, "Logging off").
    pub fn sign_out(&mut self, now: Millis) -> Result<(), Failure> {
        if self.session.get().phase != SessionPhase::SignedIn {
            return Err(Failure::of(FailureKind::NotSignedIn));
        }
        // A barge on its way may make a chat ours: it would be left without an owner.
        let own = |contact: &&Contact| !contact.observed || self.is_barging(contact.key);
        let open = self.contacts.values().filter(own).count();
        if open > 0 {
            return Err(Failure::with_detail(FailureKind::ContactsOpen, open.to_string()));
        }
        // What is only observed is nobody's work here.
        self.stop_observing_all(now);
        self.update_session(|session| session.phase = SessionPhase::SigningOut);
        // The agent logs out of CCT first: where that is refused, the chat server stays.
        self.cct.sign_out(now);
        self.settle(now);
        Ok(())
    }

    /// The sign-in has failed or was cancelled.
    pub(super) fn sign_in_over(&mut self, now: Millis, failure: Option<Failure>) {
        self.ewc.stop();
        self.cct.abandon(now);
        self.signed_out(now, failure);
    }

    /// Nobody is signed in any more.
    pub(super) fn signed_out(&mut self, now: Millis, failure: Option<Failure>) {
        self.ccmm_password = None;
        self.outage = None;
        self.restored_at = None;
        self.mentioned.clear();
        self.released.clear();
        for key in self.contacts.keys().copied().collect::<Vec<_>>() {
            if let Some(contact) = self.remove_contact(key) {
                self.keep_undelivered(now, &contact);
            }
        }
        self.effects.push_back(Effect::ClosePops);
        self.supervising_over();
        self.update_session(|session| {
            *session = SessionState::signed_out(now);
            session.failure = failure;
        });
    }
}
