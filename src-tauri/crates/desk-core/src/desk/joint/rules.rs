//! What may be begun with other agents now, and why not: known before the click.

use super::super::Desk;
use crate::contact::joint::Transfer;
use crate::contact::{Contact, CustomerPresence, Joint, Part, Phase, Step, WrapUpState};
use crate::failure::WhyNot;

/// Why a verb with other agents is not possible; `None` where it is.
#[derive(Debug, Default)]
pub(in crate::desk) struct Rules {
    pub(in crate::desk) whisper: Option<WhyNot>,
    pub(in crate::desk) close: Option<WhyNot>,
    pub(in crate::desk) consult: Option<WhyNot>,
    pub(in crate::desk) end_consult: Option<WhyNot>,
    pub(in crate::desk) complete_transfer: Option<WhyNot>,
    pub(in crate::desk) complete_conference: Option<WhyNot>,
    pub(in crate::desk) transfer_to_skillset: Option<WhyNot>,
    pub(in crate::desk) change_owner: Option<WhyNot>,
    pub(in crate::desk) drop_participant: Option<WhyNot>,
    pub(in crate::desk) close_conference: Option<WhyNot>,
    pub(in crate::desk) leave: Option<WhyNot>,
}

/// The facts that the rules are about.
struct Facts<'a> {
    contact: &'a Contact,
    part: Part,
    /// Another agent, who does not only watch, is in the room.
    partner: bool,
    conference: bool,
    hearers: bool,
}

impl Desk {
    /// The rules, beyond what makes every verb in a room impossible.
    pub(in crate::desk) fn joint_rules(&self, contact: &Contact) -> Rules {
        let Some(me) = self.agent_id() else { return Rules::default() };
        let facts = Facts {
            contact,
            part: contact.room.part(me),
            partner: contact.room.partners(me).next().is_some(),
            conference: contact.room.is_conference(me),
            hearers: contact.room.has_hearers(me),
        };
        Rules {
            whisper: (!facts.hearers).then_some(WhyNot::NobodyElse),
            close: facts.close(),
            consult: facts.consult(),
            end_consult: facts.end_consult(),
            complete_transfer: facts.complete().or_else(|| facts.transfer_spent()),
            complete_conference: facts.complete(),
            transfer_to_skillset: facts.transfer_to_skillset(),
            change_owner: facts.of_conference(),
            drop_participant: facts.drop_participant(),
            close_conference: facts.of_conference(),
            leave: facts.leave(),
        }
    }
}

impl Facts<'_> {
    fn step(&self) -> Option<Step> {
        self.contact.joint.as_ref().map(|joint| joint.step)
    }

    fn is_running(&self) -> bool {
        self.contact.verb.is_some() || self.step().is_some_and(Step::is_running)
    }

    fn not_owner(&self) -> Option<WhyNot> {
        match self.part {
            Part::Owner | Part::Unknown => None,
            Part::Observer => Some(WhyNot::ObservingOnly),
            Part::Consulted | Part::Member | Part::Bystander => Some(WhyNot::NotOwner),
        }
    }

    /// Why nothing new may be begun, whatever it is. Where the server did not remove the other
    /// agent, who may have left without a word, the server decides.
    fn busy(&self) -> Option<WhyNot> {
        let joint = self.contact.joint.as_ref();
        let consults = matches!(self.step(), Some(Step::Ringing | Step::Talking));
        if self.is_running() {
            Some(WhyNot::StepRunning)
        } else if consults && !joint.is_some_and(|joint| joint.maybe_alone) {
            Some(WhyNot::ConsultRunning)
        } else {
            None
        }
    }

    fn customer_left(&self) -> Option<WhyNot> {
        let left = self.contact.room.customer == CustomerPresence::Left;
        left.then_some(WhyNot::CustomerLeft)
    }

    fn full(&self) -> Option<WhyNot> {
        let doubted = self.contact.joint.as_ref().is_some_and(|joint| joint.maybe_alone);
        (self.partner && !doubted).then_some(WhyNot::RoomFull)
    }

    fn transfer_spent(&self) -> Option<WhyNot> {
        let free = self.contact.spent.transfer == Transfer::Free;
        (!free).then_some(WhyNot::TransferUsed)
    }

    fn close(&self) -> Option<WhyNot> {
        match self.part {
            Part::Consulted | Part::Bystander | Part::Observer => Some(WhyNot::LeaveInstead),
            Part::Owner | Part::Member | Part::Unknown => self.busy(),
        }
    }

    fn consult(&self) -> Option<WhyNot> {
        let spent = self.contact.spent.conference.then_some(WhyNot::ConsultUsed);
        self.not_owner()
            .or_else(|| self.busy())
            .or_else(|| self.customer_left())
            .or(spent)
            .or_else(|| self.full())
    }

    fn end_consult(&self) -> Option<WhyNot> {
        self.not_owner().or_else(|| match self.step() {
            None => Some(WhyNot::NoConsult),
            Some(Step::Ringing | Step::Talking | Step::Failed) if !self.is_running() => None,
            Some(_) => Some(WhyNot::StepRunning),
        })
    }

    fn complete(&self) -> Option<WhyNot> {
        let agent = self.contact.joint.as_ref().and_then(Joint::agent);
        self.not_owner().or_else(|| match self.step().filter(|_| agent.is_some()) {
            None | Some(Step::Failed) => Some(WhyNot::NoConsult),
            Some(_) if self.is_running() => Some(WhyNot::StepRunning),
            Some(Step::Talking) => self.customer_left(),
            Some(_) => Some(WhyNot::PartnerNotHere),
        })
    }

    fn transfer_to_skillset(&self) -> Option<WhyNot> {
        self.not_owner()
            .or_else(|| self.busy())
            .or_else(|| self.customer_left())
            .or_else(|| self.transfer_spent())
            .or_else(|| self.full())
    }

    fn of_conference(&self) -> Option<WhyNot> {
        let none = (!self.conference).then_some(WhyNot::NoConference);
        self.not_owner().or_else(|| self.busy()).or(none)
    }

    fn drop_participant(&self) -> Option<WhyNot> {
        let alone = (!self.partner).then_some(WhyNot::NobodyElse);
        self.not_owner().or_else(|| self.busy()).or(alone)
    }

    /// Also after the customer has left, when the form of somebody else's chat is open.
    fn leave(&self) -> Option<WhyNot> {
        let form = self.contact.wrap_up.as_ref().filter(|_| self.contact.phase == Phase::WrapUp);
        if form.is_some_and(|form| matches!(form.state, WrapUpState::Sending(_))) {
            return Some(WhyNot::Closing);
        }
        match self.part {
            Part::Owner | Part::Unknown => Some(WhyNot::OwnerCloses),
            _ => self.contact.verb.is_some().then_some(WhyNot::StepRunning),
        }
    }
}
