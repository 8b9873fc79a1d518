//! Taking over what is observed: the supervisor owns the room, its agent may only whisper.

use ewc_wire::agent::{JoinType, Operation, OperationRequest, Request};

use super::super::Desk;
use crate::contact::ContactKey;
use crate::ewc::{Answer, RequestId};
use crate::failure::{Failure, FailureKind};
use crate::time::Millis;
use crate::timeline::{Content, RoomEvent};

impl Desk {
    /// Takes over a contact that is observed (chapter 7, "Barging-in on a Web Communications
    /// contact").
    ///
    /// # Errors
    /// No such contact; not possible now.
    pub fn barge(&mut self, now: Millis, key: ContactKey) -> Result<(), Failure> {
        let contact = self.contact_or_fail(key)?;
        self.actions(contact).barge?;
        let (Some(guid), Some(me)) = (contact.guid(), self.agent_id().cloned()) else {
            return Err(Failure::of(FailureKind::NoSuchContact));
        };
        // The destination of a barge is not documented; the supervisor's own id is the one that a
        // server which reads it can mean.
        let request = OperationRequest { guid, operation: Operation::Barge(me) };
        let request = self.ewc.send(now, Request::OperationRequest(request));
        self.supervising.in_doubt.remove(&key);
        self.supervising.barges.insert(request, key);
        self.update_contact(key, |contact, _| contact.failure = None);
        self.settle(now);
        Ok(())
    }

    /// True while the server owes the answer to a barge.
    pub(in crate::desk) fn is_barging(&self, key: ContactKey) -> bool {
        self.supervising.barges.values().any(|barging| *barging == key)
    }

    /// The answer to a barge; true when it was one. What a good one does is said by
    /// [`Self::barged`], when its notification comes.
    pub(super) fn barge_answered(
        &mut self,
        now: Millis,
        request: RequestId,
        answer: &Answer,
    ) -> bool {
        let Some(key) = self.supervising.barges.remove(&request) else { return false };
        let why = match answer {
            // The notification that answers it comes next.
            Answer::Accepted => {
                self.supervising.in_doubt.insert(key);
                None
            }
            Answer::Refused(why) => Some(why.clone()),
            Answer::NoAnswer | Answer::HandedOver => {
                self.supervising.in_doubt.insert(key);
                Some(Self::no_answer())
            }
            // Entering the room again shows whose it is.
            Answer::Lost => {
                self.supervising.in_doubt.insert(key);
                None
            }
            Answer::NotSent => None,
        };
        let server = self.config.ewc.server();
        self.update_contact(key, |contact, _| {
            if contact.observed {
                contact.failure = why.map(|why| why.about(server));
            }
        });
        if matches!(answer, Answer::Refused(_)) {
            self.give_leg_back(now, key);
        }
        true
    }

    /// The room is ours.
    pub(super) fn barged(&mut self, now: Millis, key: ContactKey) {
        self.supervising.barges.retain(|_, barging| *barging != key);
        self.supervising.in_doubt.remove(&key);
        let (me, name) = (self.agent_id().cloned(), self.own_name());
        self.update_contact(key, |contact, revision| {
            if !std::mem::take(&mut contact.observed) {
                return;
            }
            contact.failure = None;
            if let Some(me) = &me {
                contact.room.taken_over_by(me);
            }
            let event = Content::Event(RoomEvent::SupervisorBarged, Some(name));
            contact.timeline.append(revision, now, event);
            contact.recount(now);
        });
        self.take_leg(now, key);
    }

    /// A room could not be entered again as an observer, and nobody knows how the barge ended that
    /// was on its way when the link broke: if it worked, the room is entered as one's own. True
    /// when that is tried.
    pub(in crate::desk) fn enter_as_barged(&mut self, now: Millis, key: ContactKey) -> bool {
        let Some(contact) = self.contacts.get(&key).filter(|contact| contact.observed) else {
            return false;
        };
        let as_observer = contact.join_as == Some(JoinType::Observe);
        if as_observer && self.supervising.in_doubt.contains(&key) {
            self.join_as(now, key, JoinType::Active);
            return true;
        }
        // Refused both ways: what may be tried again is observing.
        self.supervising.in_doubt.remove(&key);
        false
    }
}
