//! Entering rooms: the first time, and again after a lost connection.
//!
//! Rejoining is explicit: every room the agent was in, oldest first, with the role it had. The
//! transcript that comes back is the authority on what was said and on what arrived.

use ewc_wire::agent::{
    AgentJoinRoomNotification, AgentJoinRoomRequest, JoinType, Request, TranscriptEntry,
};

use super::Desk;
use crate::contact::{Contact, ContactKey, Kind, Phase};
use crate::ewc::{Answer, RequestId};
use crate::failure::{Failure, FailureKind};
use crate::notice::NoticeKind;
use crate::time::Millis;
use crate::timeline::merge::{Entry, Merged};
use crate::timeline::{Content, RoomEvent};

/// What a loss of the chat server did, for the report afterwards.
#[derive(Debug, Clone, Default)]
pub(super) struct Outage {
    lost_at: Millis,
    missed_lines: u32,
    not_delivered: u32,
}

impl Desk {
    /// Enters a room when CCT has the agent on the contact, its guid is known and the chat
    /// server is there.
    pub(super) fn join_if_due(&mut self, now: Millis, key: ContactKey) {
        let due = self.contacts.get(&key).is_some_and(|contact| {
            (contact.phase == Phase::Rejoining
                || (contact.phase == Phase::Joining && contact.may_enter()))
                && contact.join_request.is_none()
                && !self.is_leaving(contact.guid())
                && contact.kind() == Kind::WebChat
        });
        if due && self.ewc.is_online() {
            self.join(now, key);
        }
    }

    pub(super) fn join_all_due(&mut self, now: Millis) {
        for key in self.contacts.keys().copied().collect::<Vec<_>>() {
            self.join_if_due(now, key);
        }
    }

    /// A chat whose id does not come cannot be entered: said, instead of waiting for ever.
    pub(super) fn miss_chat_id(&mut self, now: Millis, key: ContactKey) {
        let missing = self.contacts.get(&key).is_some_and(|contact| {
            contact.chat_id_due().is_some_and(|due| due <= now) && contact.failure.is_none()
        });
        if missing {
            self.contact_failed(key, Failure::of(FailureKind::NoChatId));
        }
    }

    fn join(&mut self, now: Millis, key: ContactKey) {
        let Some(contact) = self.contacts.get(&key) else { return };
        let join_type = self.joins_as(contact);
        self.join_as(now, key, join_type);
    }

    pub(super) fn join_as(&mut self, now: Millis, key: ContactKey, join_type: JoinType) {
        let Some(guid) = self.contacts.get(&key).and_then(Contact::guid) else { return };
        let request = AgentJoinRoomRequest { guid, join_type };
        let id = self.ewc.send(now, Request::AgentJoinRoom(request));
        self.update_contact(key, |contact, _| {
            contact.join_request = Some(id);
            contact.join_as = Some(join_type);
        });
    }

    /// As what a room is entered: again with the part that the agent had there.
    fn joins_as(&self, contact: &Contact) -> JoinType {
        if contact.observed {
            return JoinType::Observe;
        }
        let had = self.part(contact).join_type();
        // A barge whose end nobody knows is tried as one's own room.
        had.filter(|had| *had != JoinType::Observe).unwrap_or(contact.join_type())
    }

    /// Contact control need not say that an offer is a consult: a room that refuses an owner, on
    /// the first try, may have one who asks for help. True when that is tried.
    fn enter_as_consulted(&mut self, now: Millis, key: ContactKey, why: &Failure) -> bool {
        let unknown = self.contacts.get(&key).is_some_and(|contact| {
            contact.phase == Phase::Joining
                && contact.connected_at.is_none()
                && contact.in_cct
                && contact.join_as == Some(JoinType::Active)
        });
        if unknown && self.ewc.is_online() {
            // Where that is refused, too, the first refusal is the one to be told.
            self.contact_failed(key, why.clone());
            self.join_as(now, key, JoinType::Consult);
        }
        unknown
    }

    /// The connection is gone: rooms wait, lines on their way are in doubt.
    pub(super) fn link_lost(&mut self, now: Millis) {
        let first = self.outage.is_none();
        let outage = self.outage.get_or_insert_default();
        if first {
            outage.lost_at = now;
        }
        for key in self.contacts.keys().copied().collect::<Vec<_>>() {
            self.update_contact(key, |contact, revision| {
                contact.join_request = None;
                contact.settling = false;
                if contact.may_be_in_room() {
                    contact.failure = None;
                }
                contact.drafts.forget_told();
                contact.room.typing.clear();
                contact.outbox.link_lost(&mut contact.timeline, revision);
                let was_active = contact.phase == Phase::Active && contact.kind() == Kind::WebChat;
                if was_active {
                    contact.phase = Phase::Rejoining;
                }
                if was_active || (contact.phase == Phase::WrapUp && first) {
                    let event = Content::Event(RoomEvent::LinkLost, None);
                    contact.timeline.append(revision, now, event);
                }
            });
            self.joint_link_lost(key);
        }
    }

    /// Logged in again: enters every room the agent was in.
    pub(super) fn rejoin_all(&mut self, now: Millis) {
        let mut rooms: Vec<_> = self
            .contacts
            .values()
            .filter(|contact| contact.in_room() && contact.kind() == Kind::WebChat)
            .map(|contact| (contact.connected_at, contact.key))
            .collect();
        rooms.sort_unstable();
        if rooms.is_empty() {
            self.outage = None;
        }
        for (_, key) in rooms {
            self.join(now, key);
        }
        self.join_all_due(now);
    }

    /// The answer to a join; true when it was one.
    pub(super) fn join_answered(
        &mut self,
        now: Millis,
        request: RequestId,
        answer: &Answer,
    ) -> bool {
        let found = self
            .contacts
            .values()
            .find(|contact| contact.join_request == Some(request))
            .map(|contact| contact.key);
        let Some(key) = found else { return false };
        match answer {
            // The notification itself brings the room.
            Answer::Accepted => {}
            Answer::Lost | Answer::NotSent => {
                self.update_contact(key, |contact, _| contact.join_request = None);
            }
            Answer::Refused(why) => {
                let why = why.clone().about(self.config.ewc.server());
                if !self.enter_as_consulted(now, key, &why) {
                    self.join_failed(now, key, why);
                }
            }
            Answer::NoAnswer | Answer::HandedOver => self.join_failed(now, key, Self::no_answer()),
        }
        true
    }

    fn join_failed(&mut self, now: Millis, key: ContactKey, why: Failure) {
        let settling = self.update_contact(key, |contact, _| {
            contact.join_request = None;
            std::mem::take(&mut contact.settling)
        });
        if settling == Some(true) {
            // The second reading was refused: what the first one said counts.
            self.settle_lines(now, key);
        } else if !self.enter_as_barged(now, key) && !self.left_meanwhile(now, key) {
            let twice = |contact: &Contact| {
                contact.phase == Phase::Joining
                    && contact.in_cct
                    && !contact.cct.consult
                    && contact.join_as == Some(JoinType::Consult)
            };
            let first = self.contacts.get(&key).filter(|contact| twice(contact));
            let first = first.and_then(|contact| contact.failure.clone());
            let why = first.unwrap_or_else(|| why.about(self.config.ewc.server()));
            self.contact_failed(key, why);
            self.nothing_tells(now, key);
            self.outage_over_if_all_in(now);
        }
    }

    /// A room was entered, or entered again.
    pub(super) fn joined(
        &mut self,
        now: Millis,
        key: ContactKey,
        reply: &AgentJoinRoomNotification,
    ) {
        let decode = self.config.decode_entities;
        let own = self.agent_id().cloned();
        let entries: Vec<Entry> = reply
            .transcript
            .messages
            .iter()
            .filter_map(|entry| Self::entry(entry, own.as_ref(), decode))
            .collect();
        let customer = reply.transcript.messages.iter().rev().find_map(|entry| match entry {
            TranscriptEntry::Message(line)
                if line.sender == ewc_wire::agent::SenderKind::Customer =>
            {
                line.display_name.clone()
            }
            _ => None,
        });
        let looked_at = self.looked_at.contains(&key);
        if self.contacts.get(&key).is_some_and(|contact| !contact.may_be_in_room()) {
            return;
        }
        let merged = self.update_contact(key, |contact, revision| {
            contact.join_request = None;
            contact.failure = None;
            let entered = contact.join_as.unwrap_or(contact.join_type());
            contact.room.joined(reply, own.as_ref(), entered);
            if let Some(customer) = customer.filter(|name| !name.is_empty()) {
                contact.room.customer_name = Some(customer);
            }
            let settling = std::mem::take(&mut contact.settling);
            let first = contact.connected_at.is_none();
            let merged = contact.timeline.merge(revision, now, entries);
            contact.timeline.settle_suggestions(revision);
            // A customer may have left meanwhile: then the form stays open.
            if matches!(contact.phase, Phase::Joining | Phase::Rejoining) {
                contact.phase = Phase::Active;
            }
            contact.recount(now);
            if first {
                contact.connected_at = Some(now);
                contact.unread = 0;
            } else if !looked_at {
                contact.unread += merged.added_from_customer;
            }
            if !settling {
                contact.outbox.rejoined(&contact.timeline, now);
                let event = if first { RoomEvent::Joined } else { RoomEvent::LinkRestored };
                contact.timeline.append(revision, now, Content::Event(event, None));
            }
            (merged, first, settling)
        });
        let Some((merged, first, settling)) = merged else { return };
        self.name_agents(key);
        self.part_after_join(now, key, reply);
        self.joint_rejoined(now, key);
        if !first {
            self.count_missed(merged);
        }
        if settling {
            self.settle_lines(now, key);
        }
        self.submit_ready(now, key);
        self.room_entered(now, key);
        self.outage_over_if_all_in(now);
    }

    /// Reads a room once more when lines in doubt are due to be settled.
    pub(super) fn settle_or_reread(&mut self, now: Millis, key: ContactKey) {
        let due = self
            .contacts
            .get(&key)
            .is_some_and(|c| c.outbox.settle_at().is_some_and(|at| at <= now));
        if !due {
            return;
        }
        let after_rejoin = self.outage.is_some();
        self.update_contact(key, |contact, _| {
            contact.outbox.settling();
            contact.settling = after_rejoin;
        });
        if after_rejoin && self.ewc.is_online() {
            self.join(now, key);
        } else {
            // Rejoining is for a lost connection only, never a probe.
            self.settle_lines(now, key);
        }
    }

    fn settle_lines(&mut self, now: Millis, key: ContactKey) {
        let missing = self.update_contact(key, |contact, revision| {
            contact.settling = false;
            let missing = contact.outbox.settled(&mut contact.timeline, revision);
            contact.recount(now);
            missing
        });
        if let (Some(outage), Some(missing)) = (&mut self.outage, missing) {
            outage.not_delivered += missing;
        }
        self.submit_ready(now, key);
        self.outage_over_if_all_in(now);
    }

    const fn count_missed(&mut self, merged: Merged) {
        if let Some(outage) = &mut self.outage {
            outage.missed_lines += merged.added_from_customer;
        }
    }

    /// The short report after an outage, once every room is settled.
    pub(super) fn outage_over_if_all_in(&mut self, now: Millis) {
        if !self.ewc.is_online() {
            return;
        }
        let waiting = self.contacts.values().any(|contact| {
            contact.in_room()
                && (contact.join_request.is_some() || contact.outbox.settle_at().is_some())
        });
        if waiting {
            return;
        }
        if let Some(outage) = self.outage.take() {
            let Outage { lost_at, missed_lines, not_delivered } = outage;
            self.notify(now, NoticeKind::Restored { lost_at, missed_lines, not_delivered });
        }
    }
}
