//! Closing a contact: reasons from the server, the form, the release in CCT.
//!
//! Chapter 7, "Ending the Text Chat session": agentQuitChat → reasons → agentSetClosedReason →
//! accepted. The contact leaves the list only on the server's `accepted`.

use ewc_wire::ClosedReasonCode;
use ewc_wire::agent::{
    AgentQuitChatRequest, AgentSetClosedReasonRequest, ClosedReasons,
    DropPassiveParticipantRequest, Request,
};
use log_safe::Private;

use super::Desk;
use crate::contact::{Contact, ContactKey, Kind, Part, Phase, Step, WrapUp, WrapUpState};
use crate::ewc::{Answer, RequestId};
use crate::failure::{Failure, FailureKind};
use crate::notice::OfferEnd;
use crate::time::Millis;

impl Desk {
    /// Begins to close: asks the server for the closed reasons and opens the form.
    ///
    /// # Errors
    /// No such contact; not possible now.
    pub fn close(&mut self, now: Millis, key: ContactKey) -> Result<(), Failure> {
        let contact = self.contact_or_fail(key)?;
        self.actions(contact).close?;
        if contact.kind() != Kind::WebChat {
            self.end_without_form(now, key);
            return Ok(());
        }
        let Some(guid) = contact.guid() else {
            return Err(Failure::of(FailureKind::NoSuchContact));
        };
        let tick = self.config.send_transcript && self.actions(contact).send_transcript.is_ok();
        let request = self.ewc.send(now, Request::AgentQuitChat(AgentQuitChatRequest { guid }));
        self.update_contact(key, |contact, _| {
            contact.phase = Phase::WrapUp;
            contact.failure = None;
            let form = contact.wrap_up.get_or_insert_with(|| WrapUp::asking(request, tick));
            form.state = WrapUpState::AskingReasons(request);
        });
        self.no_joint_while_closing(now, key);
        self.settle(now);
        Ok(())
    }

    /// The customer has left: the form opens. An agent who was only asked for help closes nothing,
    /// unless the server says so by sending it the reasons.
    pub(super) fn customer_gone(&mut self, now: Millis, key: ContactKey, reasons: ClosedReasons) {
        let Some(contact) = self.contacts.get(&key) else { return };
        if self.part(contact) == Part::Consulted && reasons.codes.is_empty() {
            self.update_contact(key, |contact, _| contact.room.customer_left());
            return;
        }
        self.reasons_came(key, reasons, true);
        self.ask_missing_reasons(now, key);
        self.no_joint_while_closing(now, key);
    }

    /// Asks for the reasons that did not come with the customer's leaving.
    fn ask_missing_reasons(&mut self, now: Millis, key: ContactKey) {
        let Some(contact) = self.contacts.get(&key) else { return };
        let missing = contact
            .wrap_up
            .as_ref()
            .is_some_and(|form| form.state == WrapUpState::Open && form.reasons.codes.is_empty());
        let (true, Some(guid)) = (missing, contact.guid()) else { return };
        let consults = contact.joint.as_ref().is_some_and(|joint| joint.step == Step::Talking);
        if consults {
            // A server may let nobody quit who consults. Nothing hangs on the answer: a server that
            // does not remove the other agent refuses the quit, too.
            let request = DropPassiveParticipantRequest { guid };
            self.ewc.send_brief(now, Request::DropPassiveParticipant(request));
        }
        let request = self.ewc.send(now, Request::AgentQuitChat(AgentQuitChatRequest { guid }));
        self.update_contact(key, |contact, _| {
            if let Some(form) = &mut contact.wrap_up {
                form.state = WrapUpState::AskingReasons(request);
            }
        });
    }

    /// Keeps what is in the closing form, or a draft of it while the chat goes on.
    ///
    /// # Errors
    /// No such contact; not possible without a room.
    pub fn set_wrap_up(
        &mut self,
        now: Millis,
        key: ContactKey,
        reason: Option<ClosedReasonCode>,
        note: Private<String>,
        send_transcript: bool,
    ) -> Result<(), Failure> {
        let contact = self.contact_or_fail(key)?;
        let tick = send_transcript && self.actions(contact).send_transcript.is_ok();
        let drafts = may_draft(contact);
        self.update_contact(key, |contact, _| {
            if drafts {
                contact.wrap_up.get_or_insert_with(|| WrapUp::draft(tick));
            }
            let form = contact.wrap_up.as_mut().ok_or(Failure::of(FailureKind::NoSuchItem))?;
            form.reason = reason;
            form.note = note;
            form.send_transcript = tick;
            Ok(())
        })
        .ok_or(Failure::of(FailureKind::NoSuchContact))??;
        self.settle(now);
        Ok(())
    }

    /// The closing form, or its draft, which is empty until the agent writes in it; none for a
    /// contact that has no room, or not yet.
    pub fn form(&self, contact: &Contact) -> Option<WrapUp> {
        let draft = || {
            let tick = self.config.send_transcript && self.actions(contact).send_transcript.is_ok();
            may_draft(contact).then(|| WrapUp::draft(tick))
        };
        contact.wrap_up.clone().or_else(draft)
    }

    /// A contact that only CCT has ends there.
    fn end_without_form(&mut self, now: Millis, key: ContactKey) {
        let id = self.update_contact(key, |contact, _| {
            contact.ending = true;
            contact.failure = None;
            contact.cct_id().clone()
        });
        if let Some(id) = id {
            self.cct.end_contact(now, &id);
        }
        self.settle(now);
    }

    /// Sends the closing form.
    ///
    /// # Errors
    /// No such contact; not possible now (a reason is needed, the server is away, …).
    pub fn finish(&mut self, now: Millis, key: ContactKey) -> Result<(), Failure> {
        let contact = self.contact_or_fail(key)?;
        self.actions(contact).finish?;
        let (Some(guid), Some(form)) = (contact.guid(), &contact.wrap_up) else {
            return Err(Failure::of(FailureKind::NoSuchContact));
        };
        let request = AgentSetClosedReasonRequest {
            guid,
            // A centre without closed reasons sends an empty list: zero stands for none, a guess.
            closed_reason_code: form.reason.unwrap_or(ClosedReasonCode(0)),
            agent_note: form.note.clone(),
            send_transcript: form.send_transcript,
        };
        let id = self.ewc.send(now, Request::AgentSetClosedReason(request));
        self.update_contact(key, |contact, _| {
            if let Some(form) = &mut contact.wrap_up {
                form.state = WrapUpState::Sending(id);
            }
        });
        self.settle(now);
        Ok(())
    }

    /// The server has sent closed reasons: as asked for, or because the customer left.
    pub(super) fn reasons_came(
        &mut self,
        key: ContactKey,
        reasons: ClosedReasons,
        customer_left: bool,
    ) {
        let Some(contact) = self.contacts.get(&key) else { return };
        let tick = self.config.send_transcript && self.actions(contact).send_transcript.is_ok();
        let must_choose = self.config.closed_reason_required;
        if !contact.may_be_in_room() {
            return;
        }
        self.update_contact(key, |contact, _| {
            if customer_left {
                contact.room.customer_left();
            }
            contact.phase = Phase::WrapUp;
            match &mut contact.wrap_up {
                Some(form) => form.reasons_came(reasons, must_choose),
                None => contact.wrap_up = Some(WrapUp::open(reasons, tick, must_choose)),
            }
        });
    }

    /// The answer to the question for reasons, or to the form; true when it was one of them.
    pub(super) fn closing_answered(
        &mut self,
        now: Millis,
        request: RequestId,
        answer: &Answer,
    ) -> bool {
        let found = self.contacts.values().find_map(|contact| {
            let form = contact.wrap_up.as_ref()?;
            match form.state {
                WrapUpState::AskingReasons(asked) if asked == request => Some((contact.key, false)),
                WrapUpState::Sending(sent) if sent == request => Some((contact.key, true)),
                _ => None,
            }
        });
        let Some((key, is_form)) = found else { return false };
        let why = match answer {
            Answer::Accepted => None,
            Answer::Refused(why) => Some(why.clone()),
            Answer::NoAnswer | Answer::HandedOver => Some(Failure::of(FailureKind::NoAnswer)),
            Answer::Lost | Answer::NotSent => {
                Some(Failure::of(FailureKind::Link(crate::failure::LinkFailure::Lost)))
            }
        };
        match (why, is_form) {
            (None, true) => self.closed(now, key),
            // The notification itself brings the reasons.
            (None, false) => {}
            (Some(why), true) => {
                self.update_contact(key, |contact, _| {
                    if let Some(form) = &mut contact.wrap_up {
                        form.state = WrapUpState::Refused(why);
                    }
                });
            }
            (Some(why), false) => {
                self.update_contact(key, |contact, _| {
                    // A room that neither server has any more cannot be closed: the refused form
                    // stays, and with it the way to let go of the contact.
                    let was_here = contact.in_cct && contact.answered_at.is_some();
                    let gone = was_here && !contact.on_terminal;
                    if gone && let Answer::Refused(why) = answer {
                        if let Some(form) = &mut contact.wrap_up {
                            form.state = WrapUpState::Refused(why.clone());
                        }
                        return;
                    }
                    // What is in the form already stays for the next attempt.
                    contact.phase = Phase::Active;
                    if let Some(form) = &mut contact.wrap_up {
                        form.state = WrapUpState::NotBegun;
                    }
                    contact.failure = Some(why);
                });
            }
        }
        true
    }

    /// The server has taken the form: the contact is done; CCT lets go of it in its own time.
    pub(super) fn closed(&mut self, now: Millis, key: ContactKey) {
        self.offer_ended(now, key, OfferEnd::Closed);
        if let Some(contact) = self.remove_contact(key) {
            self.keep_undelivered(now, &contact);
            if contact.on_terminal {
                self.released.insert(contact.cct_id().clone());
                self.cct.release(now, contact.cct_id());
            }
        }
        self.outage_over_if_all_in(now);
    }
}

/// Notes are for chats, by those who work on them.
fn may_draft(contact: &Contact) -> bool {
    contact.kind() == Kind::WebChat && contact.in_room() && !contact.observed
}
