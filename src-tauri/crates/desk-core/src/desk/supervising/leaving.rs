//! An observer leaves: which verb a server takes is not documented, so the other one is tried once.
//!
//! The contact is gone from the list with the click; what the server says to it comes later.

use ewc_wire::Guid;
use ewc_wire::agent::{AgentQuitChatRequest, LeaveRoomRequest, Notification, Request};

use super::super::Desk;
use crate::contact::{Contact, ContactKey, Phase};
use crate::ewc::{Answer, RequestId};
use crate::failure::{Failure, FailureKind};
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
#[derive(Debug, Clone, Copy)]
pub(super) struct Leaving {
    guid: Guid,
    verb: Verb,
    /// True when the other verb was refused before.
    second: bool,
    /// True when the server may have put us out already, so that a refusal says nothing.
    late: bool,
}

impl Desk {
    /// Stops observing: the contact goes at once.
    pub(in crate::desk) fn stop_observing(&mut self, now: Millis, key: ContactKey) {
        let Some(contact) = self.contacts.get(&key) else { return };
        let (guid, phase, join) = (contact.guid(), contact.phase, contact.join_request);
        let unanswered = |why: &Failure| why.kind == FailureKind::NoAnswer;
        let slow = contact.failure.as_ref().is_some_and(unanswered);
        self.supervising.in_doubt.remove(&key);
        self.contact_gone(now, key, OfferEnd::Left);
        let Some(guid) = guid else { return };
        if !self.ewc.is_online() {
            self.supervising.to_leave.insert(guid);
        } else if phase == Phase::Active {
            self.leave(now, guid, false);
        } else if let Some(join) = join {
            // Not in the room yet: left as soon as the server says that we are.
            self.supervising.unwanted.insert(guid, join);
        } else if slow {
            self.leave(now, guid, true);
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
        self.supervising.leaving.values().any(|leaving| Some(leaving.guid) == guid)
    }

    /// The server is back and may still have us in rooms that were left meanwhile.
    pub(super) fn leave_belatedly(&mut self, now: Millis) {
        for guid in std::mem::take(&mut self.supervising.to_leave) {
            if !self.is_back(guid) {
                self.leave(now, guid, true);
            }
        }
    }

    /// True when a room that was left is on screen again: nobody is put out of it then. An offer
    /// of it, or one that waits to enter, is none that could be put out.
    fn is_back(&self, guid: Guid) -> bool {
        let here = |contact: &Contact| contact.observed || contact.in_room();
        self.contacts.values().any(|contact| contact.guid() == Some(guid) && here(contact))
    }

    fn leave(&mut self, now: Millis, guid: Guid, late: bool) {
        let verb = self.supervising.leaves_by;
        self.leave_by(now, Leaving { guid, verb, second: false, late });
    }

    fn leave_by(&mut self, now: Millis, leaving: Leaving) {
        let Leaving { guid, verb, .. } = leaving;
        let request = match verb {
            Verb::LeaveRoom => Request::LeaveRoom(LeaveRoomRequest { guid }),
            Verb::QuitChat => Request::AgentQuitChat(AgentQuitChatRequest { guid }),
        };
        let request = self.ewc.send_brief(now, request);
        self.supervising.leaving.insert(request, leaving);
    }

    /// The answer to a leave; true when it was one.
    pub(super) fn leave_answered(
        &mut self,
        now: Millis,
        request: RequestId,
        answer: &Answer,
    ) -> bool {
        let Some(left) = self.supervising.leaving.remove(&request) else { return false };
        let back = self.is_back(left.guid);
        match answer {
            // A verb that is taken need not be answered.
            Answer::Accepted | Answer::HandedOver | Answer::NoAnswer => {
                // Silence about a room that we were perhaps not in says nothing of its verb.
                if !left.late {
                    self.supervising.leaves_by = left.verb;
                }
            }
            _ if back => {}
            Answer::Refused(_) if !left.second => {
                let verb = left.verb.other();
                self.leave_by(now, Leaving { verb, second: true, ..left });
            }
            Answer::Refused(why) if !left.late => self.leave_failed(now, why.clone()),
            Answer::Refused(_) => {}
            Answer::Lost | Answer::NotSent => {
                self.supervising.to_leave.insert(left.guid);
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
        if self.supervising.unwanted.remove(&reply.guid).is_some() && !self.is_back(reply.guid) {
            self.leave(now, reply.guid, false);
        }
    }

    /// A room that nobody wants any more was not entered; a slow server may still let us in.
    pub(super) fn unwanted_answered(&mut self, now: Millis, request: RequestId, answer: &Answer) {
        let unwanted = self.supervising.unwanted.iter().find(|(_, join)| **join == request);
        let Some(guid) = unwanted.map(|(guid, _)| *guid) else { return };
        if *answer != Answer::Accepted {
            self.supervising.unwanted.remove(&guid);
        }
        match answer {
            Answer::Lost => {
                self.supervising.to_leave.insert(guid);
            }
            Answer::NoAnswer | Answer::HandedOver => self.leave(now, guid, true),
            Answer::Accepted | Answer::Refused(_) | Answer::NotSent => {}
        }
    }
}
