//! What may be done with a contact now: said before the click, checked again after it.

use super::Desk;
use crate::contact::{Contact, CustomerPresence, Kind, Part, Phase, WrapUpState};
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
        let chat = contact.kind() == Kind::WebChat;
        // For chats the server's list of what may be done is a hint: the attempt decides.
        let bars = |can: Option<bool>| {
            let barred = !chat && contact.phase == Phase::Offered && can == Some(false);
            barred.then_some(WhyNot::NotAllowedByCentre)
        };
        let can = contact.cct.can;
        let rules = self.joint_rules(contact);
        let with = |rule: Option<WhyNot>| refuse(write.or(rule));
        Actions {
            accept: refuse(offer.or_else(|| bars(can.answer))),
            decline: refuse(offer.filter(|_| !form_refused).or_else(|| bars(can.reject))),
            reply: refuse(write.or_else(|| self.reply_impossible(contact))),
            whisper: with(rules.whisper),
            push_page: refuse(write.or_else(|| self.reply_impossible(contact))),
            close: if chat { with(rules.close) } else { refuse(self.end_impossible(contact)) },
            finish: refuse(self.finish_impossible(contact)),
            consult: with(rules.consult),
            end_consult: with(rules.end_consult),
            complete_transfer: with(rules.complete_transfer),
            complete_conference: with(rules.complete_conference),
            transfer_to_skillset: with(rules.transfer_to_skillset),
            change_owner: with(rules.change_owner),
            drop_participant: with(rules.drop_participant),
            leave: refuse(write.filter(|why| *why != WhyNot::Closing).or(rules.leave)),
            close_conference: with(rules.close_conference),
            barge: not_yet(),
            history: refuse(self.history_impossible(contact)),
            set_activity_code: refuse(self.activity_impossible(contact)),
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
        match self.part(contact) {
            Part::Observer => Some(WhyNot::ObservingOnly),
            Part::Consulted => Some(WhyNot::ConsultedOnly),
            Part::Bystander => Some(WhyNot::TakenOver),
            Part::Owner | Part::Member | Part::Unknown => None,
        }
    }

    fn finish_impossible(&self, contact: &Contact) -> Option<WhyNot> {
        let form = contact.wrap_up.as_ref().filter(|_| contact.phase == Phase::WrapUp);
        let Some(form) = form else { return Some(WhyNot::NotAccepted) };
        match form.state {
            WrapUpState::NotBegun | WrapUpState::AskingReasons(_) => Some(WhyNot::ReasonsNotHere),
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
