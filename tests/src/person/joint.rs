//! What somebody does with one more agent in the room: consult, transfer, conference.

use log_safe::Private;
use ui_api::ApiError;
use ui_api::commands::args::{Consult, TransferToSkillset};
use ui_api::commands::{Done, Handlers};
use ui_api::views::contact::{ContactPhase, ParticipantRole};
use ui_api::views::joint::{DestinationsView, JointStep, PartView};

use super::acts::arg;
use crate::person::Person;

impl Person {
    /// Asks where a contact can go and sees the answer.
    pub async fn asks_where_to(&mut self, contact: &str) -> DestinationsView {
        self.api.request_destinations(arg(contact)).await.expect("asking is possible");
        self.looks().await;
        let key = contact.to_owned();
        self.finds("where the contact can go", move |screen| {
            let list = screen.contact_with(&key)?.destinations.as_ref()?;
            (!list.asking).then(|| list.clone())
        })
        .await
    }

    /// Asks where to, invites an agent and sees that it rings there.
    pub async fn consults(&mut self, contact: &str, agent: &str, brief: Option<&str>) {
        self.asks_where_to(contact).await;
        self.invites(contact, agent, brief).await.expect("the invitation is taken");
        self.sees_step(contact, JointStep::Ringing).await;
    }

    /// Presses "Consult" beside an agent.
    ///
    /// # Errors
    /// What the desk answers.
    pub async fn invites(
        &mut self,
        contact: &str,
        agent: &str,
        brief: Option<&str>,
    ) -> Result<Done, ApiError> {
        let order = Consult {
            contact: contact.to_owned(),
            agent: agent.to_owned(),
            brief: brief.map(Private::from),
        };
        self.api.consult(order).await
    }

    /// Waits for somebody's call for help with a contact of that customer; gives its key.
    pub async fn is_asked_for_help(&mut self, name: &str) -> String {
        let key = self.is_offered(name).await;
        let asked = key.clone();
        self.sees("a call for help", move |screen| {
            screen.contact_with(&asked).is_some_and(|contact| contact.consult)
        })
        .await;
        key
    }

    /// Accepts what is offered, whether or not it says that it is a call for help, and sees the room
    /// as one who was asked; gives its key.
    pub async fn comes_to_help(&mut self, name: &str) -> String {
        let key = self.is_offered(name).await;
        self.accepts(&key).await;
        self.sees_part(&key, PartView::Consulted).await;
        key
    }

    /// Takes the invitation back, or ends the consult, and sees that it is over.
    pub async fn ends_consult(&mut self, contact: &str) {
        self.api.end_consult(arg(contact)).await.expect("ending it is possible");
        self.looks().await;
        self.sees_alone(contact).await;
    }

    /// Hands the contact over to the consulted agent and sees it go.
    pub async fn completes_transfer(&mut self, contact: &str) {
        self.api.complete_transfer(arg(contact)).await.expect("a transfer is possible");
        self.sees_gone(contact).await;
    }

    /// Makes a conference of the consult and sees it.
    pub async fn completes_conference(&mut self, contact: &str) {
        self.api.complete_conference(arg(contact)).await.expect("a conference is possible");
        self.looks().await;
        let key = contact.to_owned();
        self.sees("the conference", move |screen| {
            screen.joint(&key).is_none()
                && screen.others(&key).iter().any(|(_, role)| *role == ParticipantRole::Active)
        })
        .await;
    }

    /// Hands the contact over to a skillset and sees it go.
    pub async fn transfers_to_skillset(
        &mut self,
        contact: &str,
        queue: &str,
        reason: Option<&str>,
    ) {
        self.tries_skillset(contact, queue, reason).await.expect("a transfer is possible");
        self.sees_gone(contact).await;
    }

    /// Presses "Transfer" beside a skillset.
    ///
    /// # Errors
    /// What the desk answers.
    pub async fn tries_skillset(
        &mut self,
        contact: &str,
        queue: &str,
        reason: Option<&str>,
    ) -> Result<Done, ApiError> {
        let order = TransferToSkillset {
            contact: contact.to_owned(),
            queue: queue.to_owned(),
            reason: reason.map(Private::from),
        };
        self.api.transfer_to_skillset(order).await
    }

    /// Makes the other agent the owner and sees that it is so.
    pub async fn makes_owner(&mut self, contact: &str) {
        self.api.change_owner(arg(contact)).await.expect("promoting is possible");
        self.sees_part(contact, PartView::Member).await;
    }

    /// Removes the other agent and sees the room without.
    pub async fn removes(&mut self, contact: &str) {
        self.api.drop_participant(arg(contact)).await.expect("removing is possible");
        self.sees_alone(contact).await;
    }

    /// Leaves a room that somebody else owns, or ends observing, and sees the contact go.
    pub async fn leaves(&mut self, contact: &str) {
        self.api.leave_room(arg(contact)).await.expect("leaving is possible");
        self.sees_gone(contact).await;
    }

    /// Ends a conference for everybody else and sees the room without them.
    pub async fn closes_conference(&mut self, contact: &str) {
        self.api.close_conference(arg(contact)).await.expect("closing it is possible");
        self.sees_alone(contact).await;
    }

    /// Waits until a consult or transfer is at a step.
    pub async fn sees_step(&mut self, contact: &str, step: JointStep) {
        let key = contact.to_owned();
        self.sees(&format!("{step:?}"), move |screen| screen.step(&key) == Some(step)).await;
    }

    /// Waits until the signed-in agent plays a part.
    pub async fn sees_part(&mut self, contact: &str, part: PartView) {
        let key = contact.to_owned();
        self.sees(&format!("the part {part:?}"), move |screen| {
            screen.contact_with(&key).is_some_and(|contact| {
                contact.phase == ContactPhase::Active && contact.part == part
            })
        })
        .await;
    }

    /// Waits until no other agent is in the room, nor invited; observers do not count.
    pub async fn sees_alone(&mut self, contact: &str) {
        let key = contact.to_owned();
        self.sees("no other agent", move |screen| {
            let watches = |role| role == ParticipantRole::Observer;
            screen.joint(&key).is_none()
                && screen.others(&key).iter().all(|(_, role)| watches(*role))
        })
        .await;
    }

    /// Waits until an agent is in the room in that role.
    pub async fn sees_in_room(&mut self, contact: &str, agent: &str, role: ParticipantRole) {
        let (key, wanted) = (contact.to_owned(), (agent.to_owned(), role));
        self.sees(&format!("{agent} as {role:?}"), move |screen| {
            screen.others(&key).contains(&wanted)
        })
        .await;
    }
}
