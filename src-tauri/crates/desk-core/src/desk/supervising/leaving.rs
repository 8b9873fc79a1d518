//! An observer leaves: which verb a server takes is not documented, so the other one is tried once.
//!
//! The contact is gone from the list with the click; what the server says to it comes later.

use ewc_wire::Guid;
use ewc_wire::agent::{AgentQuitChatRequest, LeaveRoomRequest, Notification, Request};

use super::super::Desk;
use crate::contact::{ContactKey, Phase};
use crate::ewc::{Answer, RequestId};
use crate::failure::Failure;
use crate::notice::{NoticeKind, OfferEnd};
use crate::time::Millis;

/// A verb by which an observer may leave. The guide says of neither that it is for observers;
/// `leaveRoom` is the likelier one, for `agentQuitChat` begins to close.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Verb {
    #[default]
    LeaveRoom,
    QuitChat,
}

impl Verb {
    const fn other(self) -> Self {
        match self {
            Self::LeaveRoom => Self::QuitChat,
            Self::QuitChat => Self::LeaveRoom,
        }
    }
}

/// A room that is being left.
#[derive(Debug)]
pub(super) struct Leaving {
    guid: Guid,
    request: RequestId,
    verb: Verb,
    /// True when the other verb was refused before.
    second: bool,
}

impl Desk {
    /// Stops observing: the contact goes at once.
    pub(in crate::desk) fn stop_observing(&mut self, now: Millis, key: ContactKey) {
        let Some(contact) = self.contacts.get(&key) else { return };
        let (guid, phase, join) = (contact.guid(), contact.phase, contact.join_request);
        self.supervising.in_doubt.remove(&key);
        self.contact_gone(now, key, OfferEnd::Left);
        let Some(guid) = guid.filter(|_| self.ewc.is_online()) else { return };
        if phase == Phase::Active {
            self.leave(now, guid, self.supervising.leaves_by, false);
        } else if let Some(join) = join {
            // Not in the room yet: left as soon as the server says that we are.
            self.supervising.unwanted.insert(guid, join);
        }
    }

    /// Stops observing everything, before a log-out.
    pub(in crate::desk) fn stop_observing_all(&mut self, now: Millis) {
        let observed = self.contacts.values().filter(|contact| contact.observed);
        for key in observed.map(|contact| contact.key).collect::<Vec<_>>() {
            self.stop_observing(now, key);
        }
    }

    /// True while the server has not said that an observed room is left: entering waits for it.
    pub(in crate::desk) fn is_leaving(&self, guid: Option<Guid>) -> bool {
        self.supervising.leaving.iter().any(|leaving| Some(leaving.guid) == guid)
    }

    fn leave(&mut self, now: Millis, guid: Guid, verb: Verb, second: bool) {
        let request = match verb {
            Verb::LeaveRoom => Request::LeaveRoom(LeaveRoomRequest { guid }),
            Verb::QuitChat => Request::AgentQuitChat(AgentQuitChatRequest { guid }),
        };
        let request = self.ewc.send_brief(now, request);
        self.supervising.leaving.push(Leaving { guid, request, verb, second });
    }

    /// The answer to a leave; true when it was one.
    pub(super) fn leave_answered(
        &mut self,
        now: Millis,
        request: RequestId,
        answer: &Answer,
    ) -> bool {
        let leaving = &mut self.supervising.leaving;
        let Some(index) = leaving.iter().position(|leaving| leaving.request == request) else {
            return false;
        };
        let Leaving { guid, verb, second, .. } = leaving.remove(index);
        // Somebody who has come back meanwhile is not put out by the other verb.
        let back = self.key_of_guid(guid).is_some();
        match answer {
            Answer::Refused(_) if !second && !back => self.leave(now, guid, verb.other(), true),
            Answer::Refused(why) if !back => self.leave_failed(now, why.clone()),
            Answer::Refused(_) | Answer::Lost | Answer::NotSent => {}
            // A verb that is taken need not be answered.
            Answer::Accepted | Answer::HandedOver | Answer::NoAnswer => {
                self.supervising.leaves_by = verb;
            }
        }
        self.join_all_due(now);
        true
    }

    fn leave_failed(&mut self, now: Millis, why: Failure) {
        let why = why.about(self.config.ewc.server());
        self.notify(now, NoticeKind::Failed(why));
    }

    /// A room was entered that nobody wants any more.
    pub(super) fn entered_unwanted(&mut self, now: Millis, notification: &Notification) {
        let Notification::AgentJoinRoom(reply) = notification else { return };
        if self.supervising.unwanted.remove(&reply.guid).is_some()
            && self.key_of_guid(reply.guid).is_none()
        {
            self.leave(now, reply.guid, self.supervising.leaves_by, false);
        }
    }

    /// A room that nobody wants any more was not entered.
    pub(super) fn unwanted_answered(&mut self, request: RequestId, answer: &Answer) {
        if *answer != Answer::Accepted {
            self.supervising.unwanted.retain(|_, join| *join != request);
        }
    }
}
