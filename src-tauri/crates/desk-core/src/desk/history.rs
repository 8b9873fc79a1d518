//! The customer's earlier contacts, fetched when somebody wants to read them.

use ewc_wire::agent::{CustomerHistoryNotification, CustomerHistoryRequest, Request};

use super::Desk;
use crate::contact::{Contact, ContactKey, HistoryState, Kind, Phase};
use crate::ewc::{Answer, RequestId};
use crate::failure::{Failure, FailureKind, LinkFailure, WhyNot};
use crate::time::Millis;

/// The most that is asked for at once.
const MOST: u32 = 200;

impl Desk {
    /// Asks for the customer's earlier contacts, at most so many (1 to 200; others are brought
    /// into that range). What was fetched before stays until the answer is here.
    ///
    /// # Errors
    /// No such contact; not possible now; [`FailureKind::NoChatId`].
    pub fn load_history(
        &mut self,
        now: Millis,
        key: ContactKey,
        amount: u32,
    ) -> Result<(), Failure> {
        let contact = self.contact_or_fail(key)?;
        self.actions(contact).history?;
        let Some(guid) = contact.guid() else { return Err(Failure::of(FailureKind::NoChatId)) };
        let amount = amount.clamp(1, MOST);
        let history = contact.history.get();
        if matches!(history.state, HistoryState::Asking(_)) && history.amount == amount {
            return Ok(());
        }
        let request = CustomerHistoryRequest { guid, amount };
        let id = self.ewc.send(now, Request::CustomerHistory(request));
        self.change_history(key, |history| {
            history.state = HistoryState::Asking(id);
            history.amount = amount;
        });
        self.settle(now);
        Ok(())
    }

    /// Why the history cannot be asked for.
    pub(super) fn history_impossible(&self, contact: &Contact) -> Option<WhyNot> {
        let known = contact.email().is_some() || contact.intrinsic("CUSTOMERID").is_some();
        let counted = contact.room.previous_transcripts.is_some_and(|count| count > 0);
        match contact.phase {
            _ if contact.kind() != Kind::WebChat => Some(WhyNot::NotAChat),
            Phase::Offered => Some(WhyNot::NotAccepted),
            Phase::BeingReturned => Some(WhyNot::BeingReturned),
            Phase::Joining => Some(WhyNot::Joining),
            Phase::Rejoining => Some(WhyNot::ChatServerDown),
            Phase::Active | Phase::WrapUp if !self.ewc.is_online() => Some(WhyNot::ChatServerDown),
            Phase::Active | Phase::WrapUp if !known && !counted => Some(WhyNot::NoCustomerAddress),
            Phase::Active | Phase::WrapUp => None,
        }
    }

    /// How the question was answered, if it was one; the list follows as a notification.
    pub(super) fn history_answered(&mut self, request: RequestId, answer: &Answer) {
        let asking = HistoryState::Asking(request);
        let asked = |contact: &&Contact| contact.history.get().state == asking;
        let Some(key) = self.contacts.values().find(asked).map(|contact| contact.key) else {
            return;
        };
        let server = self.config.ewc.server();
        let failed = |why: Failure| HistoryState::Failed(why.about(server));
        let state = match answer {
            Answer::Accepted => HistoryState::Here,
            Answer::Refused(why) => failed(why.clone()),
            Answer::NoAnswer | Answer::HandedOver => failed(Self::no_answer()),
            Answer::Lost | Answer::NotSent => {
                failed(Failure::of(FailureKind::Link(LinkFailure::Lost)))
            }
        };
        self.change_history(key, |history| history.state = state);
    }

    /// The list, also a late one.
    pub(super) fn history_came(&mut self, now: Millis, news: &CustomerHistoryNotification) {
        let _ = now;
        let Some(key) = self.key_of_guid(news.guid) else { return };
        let decode = self.config.decode_entities;
        self.change_history(key, |history| {
            history.take(&news.history, decode);
            if !matches!(history.state, HistoryState::Asking(_)) {
                history.state = HistoryState::Here;
            }
        });
    }

    /// Changes the history alone: it crosses to a screen by itself, without the contact.
    fn change_history(
        &mut self,
        key: ContactKey,
        change: impl FnOnce(&mut crate::contact::History),
    ) {
        let revision = self.touch();
        if let Some(contact) = self.contacts.get_mut(&key) {
            contact.history.update(revision, change);
        }
    }
}
