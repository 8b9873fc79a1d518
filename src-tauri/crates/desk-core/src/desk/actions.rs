//! What may be done with a contact now: said before the click, checked again after it.

use ewc_wire::UserType;

use super::Desk;
use crate::contact::{Contact, CustomerPresence, Kind, Phase, WrapUpState};
use crate::failure::{Failure, WhyNot};
use crate::session_state::LinkState;

/// What may be done with a contact now.
#[derive(Debug, Clone)]
pub struct Actions {
    /// Accept the offer.
    pub accept: Result<(), Failure>,
    /// Decline the offer, and with it every other one; let go of a contact whose room cannot be
    /// entered or whose closing form the server does not take.
    pub decline: Result<(), Failure>,
    /// Write to the customer.
    pub reply: Result<(), Failure>,
    /// Write to other agents.
    pub whisper: Result<(), Failure>,
    /// Push a page.
    pub push_page: Result<(), Failure>,
    /// Begin to close.
    pub close: Result<(), Failure>,
    /// Ask where the contact can go, and consult an agent.
    pub consult: Result<(), Failure>,
    /// Take the invitation back, or end the consult.
    pub end_consult: Result<(), Failure>,
    /// Hand over to the consulted agent.
    pub complete_transfer: Result<(), Failure>,
    /// Make it a conference.
    pub complete_conference: Result<(), Failure>,
    /// Hand over to a skillset.
    pub transfer_to_skillset: Result<(), Failure>,
    /// Make the other agent the owner.
    pub change_owner: Result<(), Failure>,
    /// Remove the other agent.
    pub drop_participant: Result<(), Failure>,
    /// Leave a room that somebody else owns.
    pub leave: Result<(), Failure>,
    /// End a conference for everybody else.
    pub close_conference: Result<(), Failure>,
    /// Take over what is observed.
    pub barge: Result<(), Failure>,
    /// Read the customer's earlier contacts.
    pub history: Result<(), Failure>,
    /// Set an activity code.
    pub set_activity_code: Result<(), Failure>,
    /// Finish the closing form.
    pub finish: Result<(), Failure>,
    /// Tick "send transcript".
    pub send_transcript: Result<(), Failure>,
}

impl Desk {
    /// What may be done with a contact now.
    pub fn actions(&self, contact: &Contact) -> Actions {
        self.supervised(contact, self.own_actions(contact))
    }

    fn own_actions(&self, contact: &Contact) -> Actions {
        let offer = self.offer_possible(contact);
        let form_refused = contact.form_was_refused();
        let write = self.room_possible(contact);
        Actions {
            accept: refuse(offer),
            decline: refuse(offer.filter(|_| !form_refused)),
            reply: refuse(write.or_else(|| self.reply_impossible(contact))),
            whisper: refuse(write),
            push_page: refuse(write.or_else(|| self.reply_impossible(contact))),
            close: refuse(self.room_possible(contact)),
            finish: refuse(self.finish_impossible(contact)),
            consult: not_yet(),
            end_consult: not_yet(),
            complete_transfer: not_yet(),
            complete_conference: not_yet(),
            transfer_to_skillset: not_yet(),
            change_owner: not_yet(),
            drop_participant: not_yet(),
            leave: not_yet(),
            close_conference: not_yet(),
            barge: not_yet(),
            history: not_yet(),
            set_activity_code: not_yet(),
            send_transcript: refuse(transcript_impossible(contact)),
        }
    }

    fn offer_possible(&self, contact: &Contact) -> Option<WhyNot> {
        match contact.phase {
            Phase::Offered if self.session.get().contact_control.state != LinkState::Up => {
                Some(WhyNot::ContactControlDown)
            }
            Phase::Offered => None,
            Phase::BeingReturned => Some(WhyNot::BeingReturned),
            // A room that could not be entered is tried again, or given up.
            Phase::Joining | Phase::Rejoining if contact.join_has_failed() => None,
            Phase::Joining | Phase::Active | Phase::Rejoining | Phase::WrapUp => {
                Some(WhyNot::Joining)
            }
        }
    }

    /// Why nothing can be said or done in the room.
    fn room_possible(&self, contact: &Contact) -> Option<WhyNot> {
        match contact.phase {
            Phase::Offered => Some(WhyNot::NotAccepted),
            Phase::BeingReturned => Some(WhyNot::BeingReturned),
            Phase::WrapUp => Some(WhyNot::Closing),
            _ if contact.kind() != Kind::WebChat => Some(WhyNot::NotAChat),
            Phase::Joining => Some(WhyNot::Joining),
            Phase::Rejoining => Some(WhyNot::ChatServerDown),
            Phase::Active if !self.ewc.is_online() => Some(WhyNot::ChatServerDown),
            Phase::Active => None,
        }
    }

    /// Why the customer cannot be written to, although the room is open.
    fn reply_impossible(&self, contact: &Contact) -> Option<WhyNot> {
        if contact.room.customer == CustomerPresence::Left {
            return Some(WhyNot::CustomerLeft);
        }
        let role = self.agent_id().and_then(|agent| contact.room.role(agent));
        match role {
            Some(UserType::SupervisorObserve) => Some(WhyNot::ObservingOnly),
            // A passive participant of a conference may write; one of a consult may not. Until
            // the server tells them apart the server decides.
            _ => None,
        }
    }

    fn finish_impossible(&self, contact: &Contact) -> Option<WhyNot> {
        let form = contact.wrap_up.as_ref().filter(|_| contact.phase == Phase::WrapUp);
        let Some(form) = form else { return Some(WhyNot::NotAccepted) };
        match form.state {
            WrapUpState::AskingReasons(_) => Some(WhyNot::ReasonsNotHere),
            WrapUpState::Sending(_) => Some(WhyNot::Closing),
            WrapUpState::Open | WrapUpState::Refused(_) if !self.ewc.is_online() => {
                Some(WhyNot::ChatServerDown)
            }
            WrapUpState::Open | WrapUpState::Refused(_)
                if form.reason.is_none() && !form.reasons.codes.is_empty() =>
            {
                Some(WhyNot::ReasonNeeded)
            }
            WrapUpState::Open | WrapUpState::Refused(_) => None,
        }
    }
}

const fn not_yet() -> Result<(), Failure> {
    Err(Desk::not_possible(WhyNot::StepRunning))
}

fn transcript_impossible(contact: &Contact) -> Option<WhyNot> {
    if contact.room.timers.email_chat_log_to_customer == Some(false) {
        Some(WhyNot::SwitchedOffByServer)
    } else if contact.email().is_none() {
        Some(WhyNot::NoEmailAddress)
    } else {
        None
    }
}

fn refuse(why: Option<WhyNot>) -> Result<(), Failure> {
    why.map_or(Ok(()), |why| Err(Desk::not_possible(why)))
}
