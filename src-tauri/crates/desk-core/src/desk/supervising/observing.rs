//! Looking into somebody's chat: entered without a leg, silent, never a word to the customer.

use ewc_wire::agent::{AgentJoinRoomNotification, JoinType, Notification};
use ewc_wire::{Audience, Guid, UserType};

use super::super::{Actions, Desk};
use crate::contact::{Contact, ContactKey, CustomerPresence, Part, Phase};
use crate::ewc::{Answer, RequestId};
use crate::failure::{Failure, FailureKind, WhyNot};
use crate::notice::OfferEnd;
use crate::time::Millis;
use crate::timeline::{Content, RoomEvent};

impl Desk {
    /// Looks into somebody's chat. Its agents are told by the server; the customer is not. A chat
    /// that is observed already is that one.
    ///
    /// # Errors
    /// Nobody is signed in; only supervisors may; the agent's own contact; the chat server is away.
    pub fn observe(&mut self, now: Millis, guid: Guid) -> Result<ContactKey, Failure> {
        self.may_supervise()?;
        let known = self.contacts.values().filter(|contact| contact.guid() == Some(guid));
        let (observed, own): (Vec<_>, Vec<_>) = known.partition(|contact| contact.observed);
        if !own.is_empty() {
            return Err(Self::not_possible(WhyNot::InRoomAlready));
        }
        if let Some(contact) = observed.first() {
            return Ok(contact.key);
        }
        if !self.ewc.is_online() {
            return Err(Self::not_possible(WhyNot::ChatServerDown));
        }
        self.supervising.to_leave.remove(&guid);
        self.last_key += 1;
        let key = ContactKey(self.last_key);
        let revision = self.touch();
        let mut contact = Contact::observing(key, guid, now, revision);
        // The room is being entered already, by one who had thought better of it.
        contact.join_request = self.supervising.unwanted.remove(&guid);
        self.contacts.insert(key, contact);
        self.join_if_due(now, key);
        self.settle(now);
        Ok(key)
    }

    /// What an observer may do; for everybody else, why there is nothing to barge into.
    pub(in crate::desk) fn supervised(&self, contact: &Contact, actions: Actions) -> Actions {
        let no = |why| Err(Self::not_possible(why));
        if !contact.observed {
            let supervisor = self.session.get().agent.as_ref().is_some_and(|a| a.supervisor);
            let why = if supervisor { WhyNot::ObserveFirst } else { WhyNot::NotSupervisor };
            return Actions { barge: no(why), ..actions };
        }
        let here = match contact.phase {
            Phase::Joining => no(WhyNot::Joining),
            Phase::Active if self.ewc.is_online() => Ok(()),
            _ => no(WhyNot::ChatServerDown),
        };
        let looks_on = || here.clone().and(no(WhyNot::ObservingOnly));
        let barges = self.is_barging(contact.key);
        Actions {
            reply: looks_on(),
            push_page: looks_on(),
            whisper: here.clone().and(if self.supervising.refuses_whispers {
                no(WhyNot::ServerRefusesWhisper)
            } else {
                Ok(())
            }),
            close: no(WhyNot::LeaveInstead),
            finish: no(WhyNot::LeaveInstead),
            send_transcript: no(WhyNot::ObservingOnly),
            consult: no(WhyNot::ObservingOnly),
            end_consult: no(WhyNot::ObservingOnly),
            complete_transfer: no(WhyNot::ObservingOnly),
            complete_conference: no(WhyNot::ObservingOnly),
            transfer_to_skillset: no(WhyNot::ObservingOnly),
            change_owner: no(WhyNot::ObservingOnly),
            drop_participant: no(WhyNot::ObservingOnly),
            close_conference: no(WhyNot::ObservingOnly),
            set_activity_code: no(WhyNot::NotOwnContact),
            leave: if barges { no(WhyNot::StepRunning) } else { Ok(()) },
            barge: here.and(if contact.room.customer == CustomerPresence::Left {
                no(WhyNot::CustomerLeft)
            } else if barges {
                no(WhyNot::StepRunning)
            } else {
                Ok(())
            }),
            ..actions
        }
    }

    /// News of a room for one who only observes it; true when there is nothing more to do with it.
    pub(in crate::desk) fn observed_room(&mut self, now: Millis, news: &Notification) -> bool {
        self.entered_unwanted(now, news);
        let observed = |key: &ContactKey| self.contacts.get(key).is_some_and(|c| c.observed);
        let Some(key) = news.guid().and_then(|guid| self.key_of_guid(guid)).filter(observed) else {
            return false;
        };
        let me = |agent| self.agent_id() == Some(agent);
        match news {
            Notification::ExitRoom(exit) if exit.agent_id.as_ref().is_none_or(me) => {
                self.supervising.in_doubt.remove(&key);
                self.contact_gone(now, key, OfferEnd::TakenAway);
            }
            Notification::CustomerDisconnect(_) => self.customer_left_observed(now, key),
            // The answer to a barge, in time or late.
            Notification::OperationRequest(operation)
                if operation.success && self.supervising.in_doubt.contains(&key) =>
            {
                self.barged(now, key);
            }
            Notification::SupervisorBarge(barge) if me(&barge.supervisor_id) => {
                self.barged(now, key);
            }
            Notification::ChangeConferenceOwner(change) if me(&change.new_owner) => {
                self.barged(now, key);
            }
            // Closed reasons: an observer closes nothing.
            Notification::AgentQuitChat(_) | Notification::OperationRequest(_) => {}
            _ => return false,
        }
        true
    }

    /// The customer has left: the chat's own agent closes it, the observer just sees it.
    fn customer_left_observed(&mut self, now: Millis, key: ContactKey) {
        self.update_contact(key, |contact, revision| {
            if contact.room.customer != CustomerPresence::Left {
                contact.room.customer = CustomerPresence::Left;
                contact.room.typing.retain(|typing| typing.agent.is_some());
                let event = Content::Event(RoomEvent::CustomerLeft, None);
                contact.timeline.append(revision, now, event);
            }
        });
    }

    /// A room was entered; what it says of our own part counts, where contact control does not
    /// have the contact.
    pub(in crate::desk) fn part_after_join(
        &mut self,
        now: Millis,
        key: ContactKey,
        reply: &AgentJoinRoomNotification,
    ) {
        let Some(contact) = self.contacts.get(&key).filter(|contact| !contact.in_cct) else {
            return;
        };
        let mine = reply.participants.participants.iter();
        let role = mine
            .filter(|participant| Some(&participant.agent_id) == self.agent_id())
            .map(|participant| participant.user_type.clone())
            .next();
        match role {
            Some(UserType::ActiveParticipant) if contact.observed => self.barged(now, key),
            // Let in as one's own: the barge of which nobody had said how it ended has worked.
            _ if contact.observed && contact.join_as == Some(JoinType::Active) => {
                self.barged(now, key);
            }
            // A closing form that is open is the last word on whose chat it is.
            Some(UserType::SupervisorObserve)
                if !contact.observed && contact.phase != Phase::WrapUp =>
            {
                self.observes_again(key);
            }
            _ => {}
        }
        self.supervising.in_doubt.remove(&key);
    }

    /// The server has made an observer of us again: what still waits for the customer stays here.
    fn observes_again(&mut self, key: ContactKey) {
        self.update_contact(key, |contact, _| contact.observed = true);
        self.hold_back(key, Part::Observer);
    }

    /// A whisper that the server refused one who only observes: it is not offered again. A server
    /// that is broken has said nothing about whispers.
    pub(in crate::desk) fn learn_of_whispers(
        &mut self,
        key: ContactKey,
        request: RequestId,
        answer: &Answer,
    ) {
        /// The server's own error, by the guide's list of codes.
        const BROKEN: FailureKind = FailureKind::ServerError(500);
        let Answer::Refused(why) = answer else { return };
        let Some(contact) = self.contacts.get(&key).filter(|contact| contact.observed) else {
            return;
        };
        let item = contact.outbox.item_of(request).and_then(|item| contact.timeline.item(item));
        let whisper = matches!(
            item.map(|item| &item.content),
            Some(Content::Line(line)) if line.audience == Audience::Whisper
        );
        if !whisper || why.kind == BROKEN || self.supervising.refuses_whispers {
            return;
        }
        self.supervising.refuses_whispers = true;
        // What may be done in every observed room is another thing now.
        let observed = self.contacts.values().filter(|contact| contact.observed);
        for key in observed.map(|contact| contact.key).collect::<Vec<_>>() {
            self.update_contact(key, |_, _| ());
        }
    }
}
