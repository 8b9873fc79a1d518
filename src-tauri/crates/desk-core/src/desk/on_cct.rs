//! What the contact server says.

use cct_wire::ContactId;

use super::Desk;
use crate::cct::{CctContact, CctEvent, ContactEnd, SignInStep};
use crate::contact::{Contact, ContactKey, Kind, Phase, PopEvent};
use crate::ewc::LogIn;
use crate::failure::{Failure, FailureKind};
use crate::notice::{NoticeKind, OfferEnd};
use crate::session_state::{LinkState, SessionPhase, Step};
use crate::time::Millis;

impl Desk {
    pub(super) fn on_cct(&mut self, now: Millis, event: CctEvent) {
        match event {
            CctEvent::Step(step) => self.update_session(|session| {
                if matches!(session.phase, SessionPhase::SigningIn(_)) {
                    session.phase = SessionPhase::SigningIn(match step {
                        SignInStep::ContactControl => Step::ContactControl,
                        SignInStep::Discovery => Step::Discovery,
                        SignInStep::AgentLogin => Step::AgentLogin,
                    });
                }
            }),
            CctEvent::SignedIn(agent) => {
                let password = self.ccmm_password.take();
                let password = password.unwrap_or_else(|| agent.id.as_str().into());
                let log_in = LogIn { agent_id: agent.id.clone(), password };
                let server = self.config.ewc.server();
                self.update_session(|session| {
                    session.agent = Some(agent);
                    session.phase = SessionPhase::SigningIn(Step::ChatServer);
                    session.chat_server.become_state(now, LinkState::Connecting);
                    session.chat_server.server = server;
                });
                self.ewc.start(now, log_in);
            }
            CctEvent::SignInFailed(why) => self.sign_in_failed(now, why),
            CctEvent::SignedOut => {
                if self.session.get().phase == SessionPhase::SigningOut {
                    self.ewc.stop();
                    self.signed_out(now, None);
                }
            }
            CctEvent::Up { server } => {
                self.mentioned.clear();
                self.update_session(|session| {
                    session.contact_control.become_state(now, LinkState::Up);
                    session.contact_control.server = server;
                });
            }
            CctEvent::Down { why, attempt, retry_at } => self.update_session(|session| {
                session.contact_control.lost(now, why, attempt, Some(retry_at));
            }),
            CctEvent::Source(source) => {
                self.update_session(|session| session.contact_control.source = Some(source));
            }
            CctEvent::Ready { ready, reason_code } => self.ready_is(now, ready, reason_code),
            CctEvent::ReadyRefused(why) => {
                self.update_session(|session| session.readiness.failure = Some(why));
            }
            CctEvent::Offered(contact) => self.offered_contact(now, contact),
            CctEvent::Facts(contact) => self.facts(now, contact),
            CctEvent::Answered(id) => self.answered_contact(now, &id),
            CctEvent::AnswerRefused { contact, why } => {
                // The leg of a chat that was taken over may have been answered before we asked.
                let open = |contact: &Contact| !contact.in_room() || !contact.on_terminal;
                if let Some(key) = self.key_of_cct(&contact)
                    && self.contacts.get(&key).is_some_and(open)
                {
                    self.offer_stands(now, key, Some(why));
                }
            }
            CctEvent::RejectRefused { contact, why } => self.reject_refused(now, &contact, why),
            CctEvent::Ended { contact, end } => self.contact_ended(now, &contact, end),
            CctEvent::SignOutRefused(why) => {
                self.update_session(|session| {
                    if session.phase == SessionPhase::SigningOut {
                        session.phase = SessionPhase::SignedIn;
                    }
                });
                self.notify(now, NoticeKind::Failed(why));
            }
            CctEvent::ActivitySet { contact, code } => self.activity_is(&contact, &code, None),
            CctEvent::ActivityRefused { contact, code, why } => {
                self.activity_is(&contact, &code, Some(why));
            }
            CctEvent::ReleaseRefused { contact, why } => self.end_refused(now, &contact, why),
            CctEvent::KeepsFailing(why) => self.notify(now, NoticeKind::Failed(why)),
            CctEvent::SnapshotDone => self.snapshot_done(now),
        }
    }

    /// Before the end of a sign-in that is its end. Later it means that the contact server does
    /// not let the agent back in: open chats can still be finished, nothing else is offered.
    fn sign_in_failed(&mut self, now: Millis, why: Failure) {
        if self.session.get().phase != SessionPhase::SignedIn {
            self.sign_in_over(now, Some(why));
            return;
        }
        self.notify(now, NoticeKind::Failed(why.clone()));
        // Nobody says any more what becomes of contacts that were not answered yet.
        let alerting = |contact: &&Contact| !contact.in_room() && !contact.may_enter();
        let keys: Vec<_> = self.contacts.values().filter(alerting).map(|c| c.key).collect();
        for key in keys {
            self.contact_gone(now, key, OfferEnd::Gone);
        }
        self.update_session(|session| {
            session.contact_control.become_state(now, LinkState::Down);
            session.contact_control.trouble = Some(why);
            session.readiness.actual = crate::session_state::Ready::Unknown;
        });
    }

    pub(super) fn key_of_cct(&self, id: &ContactId) -> Option<ContactKey> {
        self.contacts
            .values()
            .find(|contact| contact.in_cct && contact.cct_id() == id)
            .map(|contact| contact.key)
    }

    /// The snapshot after a (re)connect is complete: what it did not mention is gone.
    fn snapshot_done(&mut self, now: Millis) {
        self.released.retain(|id| self.mentioned.contains(id));
        let gone: Vec<ContactId> = self
            .contacts
            .values()
            .filter(|contact| contact.in_cct)
            .map(|contact| contact.cct_id().clone())
            .filter(|id| !self.mentioned.contains(id))
            .collect();
        for id in gone {
            let alerting = self.key_of_cct(&id).and_then(|key| self.contacts.get(&key));
            let active = alerting.is_some_and(|contact| contact.on_terminal);
            let end = if active { ContactEnd::Released } else { ContactEnd::GoneWhileAlerting };
            self.contact_ended(now, &id, end);
        }
    }

    pub(super) fn offered_contact(&mut self, now: Millis, cct: CctContact) {
        self.mentioned.insert(cct.id.clone());
        if let Some(key) = self.key_of_cct(&cct.id) {
            self.update_contact(key, |contact, _| contact.cct = cct);
            if !self.merge_leg(now, key) {
                self.named(now, key);
                self.pops_learn(now, key);
            }
            return;
        }
        if self.adopt_leg(&cct).is_some() {
            self.answer_leg(now, &cct.id);
            return;
        }
        let key = self.new_contact(now, cct);
        self.cue_new_offer(now, key);
        self.pops_begin(now, key, PopEvent::Alerting);
    }

    fn new_contact(&mut self, now: Millis, cct: CctContact) -> ContactKey {
        self.last_key += 1;
        let key = ContactKey(self.last_key);
        let revision = self.touch();
        self.contacts.insert(key, Contact::offered(key, cct, now, revision));
        key
    }

    fn facts(&mut self, now: Millis, cct: CctContact) {
        self.mentioned.insert(cct.id.clone());
        let known = self.key_of_cct(&cct.id).or_else(|| self.adopt_leg(&cct));
        if known.is_none() && self.released.contains(&cct.id) {
            // Closed here; CCT has not let go of it yet.
            return;
        }
        // A contact that the agent was on before this desk started is entered again.
        let key = known.unwrap_or_else(|| {
            let key = self.new_contact(now, cct.clone());
            self.update_contact(key, |contact, _| contact.phase = Phase::Joining);
            key
        });
        self.update_contact(key, |contact, _| {
            let was = contact.kind();
            contact.cct = cct;
            if was != Kind::WebChat && contact.kind() == Kind::WebChat && contact.in_room() {
                // Answered before it was known to be a chat: its room is still to be entered.
                contact.phase = Phase::Joining;
                contact.connected_at = None;
            }
        });
        if self.merge_leg(now, key) {
            return;
        }
        self.named(now, key);
        self.pops_learn(now, key);
        let refused = self.contacts.get(&key).is_some_and(|contact| {
            let waits = |why: &Failure| why.kind == FailureKind::NoChatId;
            contact.join_has_failed() && !contact.failure.as_ref().is_some_and(waits)
        });
        // A room that could not be entered is tried again with a click only.
        if !refused {
            self.join_if_due(now, key);
        }
    }

    pub(super) fn answered_contact(&mut self, now: Millis, id: &ContactId) {
        self.mentioned.insert(id.clone());
        let Some(key) = self.key_of_cct(id) else { return };
        let key = self.settle_twins(now, key);
        let was_offer = self
            .contacts
            .get(&key)
            .is_some_and(|contact| !contact.in_room() && !contact.on_terminal);
        if was_offer {
            self.offer_ended(now, key, OfferEnd::Accepted);
        }
        self.quiet(key);
        self.update_contact(key, |contact, _| {
            contact.on_terminal = true;
            contact.returning_until = None;
            contact.answered_at.get_or_insert(now);
            if matches!(contact.phase, Phase::Offered | Phase::BeingReturned) {
                contact.phase = Phase::Joining;
            }
            if contact.kind() != Kind::WebChat && contact.phase == Phase::Joining {
                // Only chats have a room.
                contact.phase = Phase::Active;
                contact.connected_at = Some(now);
            }
        });
        if self.contacts.get(&key).is_some_and(|contact| contact.phase == Phase::Active) {
            self.pops_begin(now, key, PopEvent::Active);
        }
        self.join_if_due(now, key);
    }

    fn contact_ended(&mut self, now: Millis, id: &ContactId, end: ContactEnd) {
        self.released.remove(id);
        let Some(key) = self.key_of_cct(id) else { return };
        let Some(contact) = self.contacts.get(&key) else { return };
        let declined = contact.phase == Phase::BeingReturned;
        let end = match end {
            ContactEnd::Returned if self.attention.was_declined(key) => OfferEnd::Declined,
            ContactEnd::Returned => OfferEnd::ReturnedWithAnother,
            ContactEnd::GoneWhileAlerting if declined && self.attention.was_declined(key) => {
                OfferEnd::Declined
            }
            ContactEnd::GoneWhileAlerting if declined => OfferEnd::ReturnedWithAnother,
            ContactEnd::GoneWhileAlerting => OfferEnd::Gone,
            // A call ends when somebody hangs up; only a chat is taken away.
            ContactEnd::Released if contact.kind() != Kind::WebChat => OfferEnd::Closed,
            ContactEnd::Released => OfferEnd::TakenAway,
        };
        if contact.in_room() && contact.kind() == Kind::WebChat && !contact.join_has_failed() {
            // The room outlives CCT's contact: the closing form must still be filled in.
            let (leaves, handed_over) = (self.leaving(contact), Self::may_be_handed_over(contact));
            self.update_contact(key, |contact, _| contact.on_terminal = false);
            if handed_over {
                self.out_of_room(now, key, OfferEnd::Transferred);
            } else if leaves {
                // What the chat server may not say to a leave, the contact server does.
                self.out_of_room(now, key, OfferEnd::Left);
            }
            return;
        }
        self.update_contact(key, |contact, _| contact.on_terminal = false);
        let end = self.end_in_doubt(key).unwrap_or(end);
        self.contact_gone(now, key, end);
    }

    /// A contact is no longer the agent's: written down, told where it matters, removed.
    pub(super) fn contact_gone(&mut self, now: Millis, key: ContactKey, end: OfferEnd) {
        self.offer_ended(now, key, end);
        self.keep_unsent(now, key);
        let Some(contact) = self.remove_contact(key) else { return };
        self.keep_undelivered(now, &contact);
        if matches!(end, OfferEnd::Gone | OfferEnd::TakenAway | OfferEnd::Dropped) {
            self.notify(now, NoticeKind::ContactGone { title: contact.title().into(), end });
        }
        self.outage_over_if_all_in(now);
    }

    /// The contact's last trouble.
    pub(super) fn contact_failed(&mut self, key: ContactKey, why: Failure) {
        self.update_contact(key, |contact, _| contact.failure = Some(why));
    }
}
