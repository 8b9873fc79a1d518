//! What the chat server's session says.

use ewc_wire::Method;

use super::Desk;
use crate::contact::ContactKey;
use crate::ewc::{Answer, EwcEvent, RequestId};
use crate::failure::{Failure, FailureKind};
use crate::notice::NoticeKind;
use crate::session_state::{LinkState, SessionPhase};
use crate::time::Millis;

impl Desk {
    pub(super) fn on_ewc(&mut self, now: Millis, event: EwcEvent) {
        match event {
            EwcEvent::Connecting => {
                self.update_session(|session| session.chat_server.retry_at = None);
            }
            EwcEvent::LoggedIn { again } => {
                self.update_session(|session| {
                    session.chat_server.become_state(now, LinkState::Up);
                    if matches!(session.phase, SessionPhase::SigningIn(_)) {
                        session.phase = SessionPhase::SignedIn;
                    }
                });
                if again {
                    self.restored_at = Some(now);
                    self.rejoin_all(now);
                } else {
                    self.join_all_due(now);
                }
                self.supervise_again(now);
            }
            EwcEvent::LogInFailed(why) => {
                let why = why.about(self.config.ewc.server());
                self.sign_in_over(now, Some(why));
            }
            EwcEvent::Down { why, attempt, retry_at } => {
                let why = why.about(self.config.ewc.server());
                self.update_session(|session| {
                    session.chat_server.lost(now, why, attempt, retry_at);
                });
                self.link_lost(now);
                self.supervising_lost();
            }
            EwcEvent::Notified(notification) => self.on_room(now, *notification),
            EwcEvent::Transmitted(request) => self.transmitted(request),
            EwcEvent::Answered { request, answer } => self.answered(now, request, answer),
            EwcEvent::LateAcknowledgement { method, guid } => {
                let key = guid.and_then(|guid| self.key_of_guid(guid));
                if let Some(key) = key {
                    self.update_contact(key, |contact, revision| {
                        contact.outbox.acknowledged_late(&mut contact.timeline, revision, &method);
                        contact.recount(now);
                    });
                    self.submit_ready(now, key);
                    self.reason_moved(now, key);
                }
            }
            EwcEvent::Doubt { method, why } => self.doubt(now, method.as_ref(), why),
            EwcEvent::Unreadable { count } => {
                self.notify(now, NoticeKind::UnreadableFrames { count });
            }
            EwcEvent::Unrecognized { .. } | EwcEvent::Ended => {}
        }
    }

    /// The chat server again, at once.
    ///
    /// # Errors
    /// [`FailureKind::NotSignedIn`].
    pub fn reconnect(&mut self, now: Millis) -> Result<(), Failure> {
        if self.session.get().phase != SessionPhase::SignedIn {
            return Err(Failure::of(FailureKind::NotSignedIn));
        }
        self.ewc.reconnect(now);
        self.settle(now);
        Ok(())
    }

    /// After sleep or a change of network: a new connection instead of one that may be dead.
    pub fn distrust_connections(&mut self, now: Millis) {
        self.ewc.distrust(now);
        self.settle(now);
    }

    fn transmitted(&mut self, request: RequestId) {
        if let Some(key) = self.key_of_request(request) {
            self.update_contact(key, |contact, revision| {
                contact.outbox.transmitted(&mut contact.timeline, revision, request);
            });
        }
    }

    fn answered(&mut self, now: Millis, request: RequestId, answer: Answer) {
        self.pops_answered(now, request, &answer);
        self.history_answered(request, &answer);
        if self.supervising_answered(now, request, &answer)
            || self.closing_answered(now, request, &answer)
            || self.join_answered(now, request, &answer)
            || self.joint_answered(now, request, &answer)
            || self.verb_answered(now, request, &answer)
            || self.destinations_answered(request, &answer)
        {
            return;
        }
        let Some(key) = self.key_of_request(request) else { return };
        self.learn_of_whispers(key, request, &answer);
        self.update_contact(key, |contact, revision| {
            if contact.outbox.answered(&mut contact.timeline, revision, request, answer) {
                contact.recount(now);
                contact.failure = None;
            }
        });
        self.reason_moved(now, key);
    }

    /// An error that belongs to nothing open.
    fn doubt(&mut self, now: Millis, method: Option<&Method>, why: Failure) {
        for key in self.contacts.keys().copied().collect::<Vec<_>>() {
            self.update_contact(key, |contact, revision| {
                contact.outbox.in_doubt(&mut contact.timeline, revision, now, method);
            });
        }
        let server = self.config.ewc.server();
        self.notify(now, NoticeKind::Failed(why.about(server)));
    }

    fn key_of_request(&self, request: RequestId) -> Option<ContactKey> {
        self.contacts.values().find(|contact| contact.outbox.has(request)).map(|c| c.key)
    }

    /// A failure of the chat server without an answer.
    pub(super) const fn no_answer() -> Failure {
        Failure::of(FailureKind::NoAnswer)
    }
}
