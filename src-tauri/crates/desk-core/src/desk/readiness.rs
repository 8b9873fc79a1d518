//! Ready and Not Ready: what was asked for and what is.

use super::Desk;
use crate::failure::{Failure, FailureKind, WhyNot};
use crate::session_state::{LinkState, Ready, ReadyCause, SessionPhase};
use crate::time::Millis;

/// A change of the ready state this soon after the chat server came back counts as its doing, in
/// milliseconds. A guess: the guide says that a switch-over sets Not Ready, not when.
const AFTER_SWITCH_OVER_MS: i64 = 60_000;
/// A change this soon after a declined offer counts as its doing, in milliseconds.
const AFTER_DECLINE_MS: i64 = 10_000;

impl Desk {
    /// Asks for Ready or Not Ready.
    ///
    /// # Errors
    /// [`FailureKind::NotSignedIn`]; not possible while the contact server's link is down.
    pub fn set_ready(
        &mut self,
        now: Millis,
        ready: bool,
        reason_code: Option<String>,
    ) -> Result<(), Failure> {
        let session = self.session.get();
        if session.phase != SessionPhase::SignedIn {
            return Err(Failure::of(FailureKind::NotSignedIn));
        }
        if session.contact_control.state != LinkState::Up {
            return Err(Failure::of(FailureKind::NotPossible(WhyNot::ContactControlDown)));
        }
        self.update_session(|session| {
            session.readiness.target = if ready { Ready::Ready } else { Ready::NotReady };
            session.readiness.failure = None;
        });
        self.cct.set_ready(now, ready, reason_code);
        self.settle(now);
        Ok(())
    }

    /// The server says what the ready state is.
    pub(super) fn ready_is(&mut self, now: Millis, ready: bool, reason_code: Option<String>) {
        let actual = if ready { Ready::Ready } else { Ready::NotReady };
        let declined = self
            .attention
            .declined_at()
            .is_some_and(|declined| now.since(declined) < AFTER_DECLINE_MS);
        let chat_server = &self.session.get().chat_server;
        let switched_over = chat_server.state == LinkState::Reconnecting
            || self.restored_at.is_some_and(|at| now.since(at) < AFTER_SWITCH_OVER_MS);
        self.update_session(|session| {
            let readiness = &mut session.readiness;
            if readiness.actual != actual {
                readiness.cause = if readiness.actual == Ready::Unknown && !ready {
                    ReadyCause::SignedIn
                } else if declined && !ready {
                    ReadyCause::DeclinedOffer
                } else if readiness.target == actual {
                    ReadyCause::Asked
                } else if switched_over {
                    ReadyCause::SwitchOver
                } else {
                    ReadyCause::Server
                };
                readiness.actual = actual;
                readiness.since = now;
            }
            readiness.reason_code = reason_code;
        });
    }
}
