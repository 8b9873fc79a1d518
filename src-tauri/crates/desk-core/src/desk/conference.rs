//! The verbs of a conference, and of a room that a supervisor has taken over: promote the other
//! agent, remove, leave, end it for everybody else.

use ewc_wire::AgentId;
use ewc_wire::agent::{
    ChangeConferenceOwnerRequest, ConferenceCloseRequest, DropPassiveParticipantRequest,
    LeaveRoomRequest, Request,
};

use super::Desk;
use crate::contact::verb::{Verb, VerbKind};
use crate::contact::{Contact, ContactKey, Part};
use crate::ewc::{Answer, RequestId};
use crate::failure::{Failure, FailureKind, LinkFailure};
use crate::notice::OfferEnd;
use crate::time::Millis;

impl Desk {
    /// Makes the other agent of a conference the owner.
    ///
    /// # Errors
    /// No such contact; not possible now.
    pub fn change_owner(&mut self, now: Millis, key: ContactKey) -> Result<(), Failure> {
        self.actions(self.contact_or_fail(key)?).change_owner?;
        self.ask(now, key, VerbKind::ChangeOwner)
    }

    /// Removes the other agent from the room.
    ///
    /// # Errors
    /// No such contact; not possible now.
    pub fn drop_participant(&mut self, now: Millis, key: ContactKey) -> Result<(), Failure> {
        self.actions(self.contact_or_fail(key)?).drop_participant?;
        self.ask(now, key, VerbKind::Drop)
    }

    /// Leaves a room that somebody else owns.
    ///
    /// # Errors
    /// No such contact; not possible now.
    pub fn leave_room(&mut self, now: Millis, key: ContactKey) -> Result<(), Failure> {
        let contact = self.contact_or_fail(key)?;
        self.actions(contact).leave?;
        if contact.observed {
            self.stop_observing(now, key);
            self.settle(now);
            return Ok(());
        }
        self.ask(now, key, VerbKind::Leave)
    }

    /// Ends a conference for everybody else; the owner stays with the customer.
    ///
    /// # Errors
    /// No such contact; not possible now.
    pub fn close_conference(&mut self, now: Millis, key: ContactKey) -> Result<(), Failure> {
        self.actions(self.contact_or_fail(key)?).close_conference?;
        self.ask(now, key, VerbKind::CloseConference)
    }

    fn ask(&mut self, now: Millis, key: ContactKey, kind: VerbKind) -> Result<(), Failure> {
        let contact = self.contact_or_fail(key)?;
        let guid = contact.guid().ok_or(Failure::of(FailureKind::NoSuchContact))?;
        let request = match kind {
            VerbKind::ChangeOwner => {
                let request = ChangeConferenceOwnerRequest { guid };
                self.ewc.send(now, Request::ChangeConferenceOwner(request))
            }
            VerbKind::Drop => {
                let request = DropPassiveParticipantRequest { guid };
                self.ewc.send_brief(now, Request::DropPassiveParticipant(request))
            }
            VerbKind::Leave => {
                self.ewc.send_brief(now, Request::LeaveRoom(LeaveRoomRequest { guid }))
            }
            VerbKind::CloseConference => {
                let request = ConferenceCloseRequest { guid };
                self.ewc.send_brief(now, Request::ConferenceClose(request))
            }
        };
        let request = Some(request);
        self.update_contact(key, |contact, _| {
            contact.failure = None;
            contact.verb = Some(Verb { kind, request });
        });
        self.settle(now);
        Ok(())
    }

    /// The answer to a verb; true when it was one.
    pub(super) fn verb_answered(
        &mut self,
        now: Millis,
        request: RequestId,
        answer: &Answer,
    ) -> bool {
        let waits = |verb: &Verb| verb.request == Some(request);
        let found = self
            .contacts
            .values()
            .find_map(|contact| Some((contact.key, contact.verb.filter(waits)?.kind)));
        let Some((key, kind)) = found else { return false };
        match answer {
            Answer::Accepted => self.verb_done(now, key, kind),
            // The promotion has an answer of its own; of the others silence is one.
            Answer::NoAnswer | Answer::HandedOver if kind != VerbKind::ChangeOwner => {
                self.verb_done(now, key, kind);
            }
            Answer::NoAnswer | Answer::HandedOver => self.verb_failed(key, Self::no_answer()),
            Answer::Refused(why) => self.verb_refused(now, key, kind, why.clone()),
            Answer::NotSent => self.verb_failed(key, link_lost()),
            // Entering the room again shows what became of it.
            Answer::Lost => {
                self.update_contact(key, |contact, _| {
                    if let Some(verb) = &mut contact.verb {
                        verb.request = None;
                    }
                });
            }
        }
        true
    }

    fn verb_done(&mut self, now: Millis, key: ContactKey, kind: VerbKind) {
        if kind == VerbKind::Leave {
            return self.out_of_room(now, key, OfferEnd::Left);
        }
        self.update_contact(key, |contact, _| contact.verb = None);
        if kind != VerbKind::ChangeOwner {
            for agent in self.partners_in(key) {
                self.agent_is_out(now, key, &agent);
            }
        }
    }

    fn verb_refused(&mut self, now: Millis, key: ContactKey, kind: VerbKind, why: Failure) {
        let Some(contact) = self.contacts.get(&key) else { return };
        if kind == VerbKind::Leave && contact.in_cct && !contact.on_terminal {
            // Neither server has the agent there.
            self.out_of_room(now, key, OfferEnd::Left);
        } else {
            self.verb_failed(key, why);
        }
    }

    fn verb_failed(&mut self, key: ContactKey, why: Failure) {
        self.update_contact(key, |contact, _| contact.verb = None);
        self.contact_failed(key, why);
    }

    /// What a verb asked for has come about, by what is known of the seats.
    pub(super) fn verb_by_seats(&mut self, key: ContactKey) {
        let alone = self.partners_in(key).is_empty();
        let removes =
            |verb: &mut Verb| matches!(verb.kind, VerbKind::Drop | VerbKind::CloseConference);
        if alone && self.contacts.get(&key).is_some_and(|contact| contact.verb.is_some()) {
            self.update_contact(key, |contact, _| contact.verb.take_if(removes));
        }
    }

    /// The room was entered again: a verb whose answer was lost has worked, or has not.
    pub(super) fn verb_rejoined(&mut self, key: ContactKey) {
        let Some(contact) = self.contacts.get(&key) else { return };
        let Some(verb) = contact.verb.filter(|verb| verb.request.is_none()) else { return };
        let alone = self.partners_in(key).is_empty();
        let done = match verb.kind {
            VerbKind::ChangeOwner => self.part(contact) != Part::Owner,
            VerbKind::Drop | VerbKind::CloseConference => alone,
            VerbKind::Leave => false,
        };
        self.update_contact(key, |contact, _| contact.verb = None);
        if !done {
            self.contact_failed(key, link_lost());
        }
    }

    /// True while the agent is about to leave the room.
    pub(super) fn leaving(&self, contact: &Contact) -> bool {
        contact.verb.is_some_and(|verb| verb.kind == VerbKind::Leave)
    }

    /// The agent's part in a room has ended without the closing form. The contact may stay at the
    /// contact server for a while: that must not bring it back.
    pub(super) fn out_of_room(&mut self, now: Millis, key: ContactKey, end: OfferEnd) {
        let Some(contact) = self.contacts.get(&key) else { return };
        if contact.on_terminal {
            let id = contact.cct_id().clone();
            self.released.insert(id.clone());
            // A contact handed over may soon alert here again, so its leg is left to the server.
            if matches!(end, OfferEnd::Left | OfferEnd::Dropped) {
                self.cct.release(now, &id);
            }
        }
        self.contact_gone(now, key, end);
    }

    fn partners_in(&self, key: ContactKey) -> Vec<AgentId> {
        let (Some(contact), Some(me)) = (self.contacts.get(&key), self.agent_id()) else {
            return Vec::new();
        };
        contact.room.partners(me).map(|known| known.agent.clone()).collect()
    }
}

const fn link_lost() -> Failure {
    Failure::of(FailureKind::Link(LinkFailure::Lost))
}
