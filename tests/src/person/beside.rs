//! What stands beside a conversation: earlier contacts, screen pops, activity codes.

use ui_api::ApiError;
use ui_api::commands::args::{LoadHistory, PopArg, SetActivityCode};
use ui_api::commands::{Done, Handlers};
use ui_api::views::contact::ActivityState;
use ui_api::views::history::{HistoryState, HistoryView};
use ui_api::views::pop::{PopState, PopView};

use super::acts::arg;
use crate::person::Person;

impl Person {
    /// Asks for the customer's earlier contacts and sees them.
    pub async fn reads_history(&mut self, contact: &str, amount: u32) -> HistoryView {
        let order = LoadHistory { contact: contact.to_owned(), amount };
        self.api.load_history(order).await.expect("asking is possible");
        self.looks().await;
        let key = contact.to_owned();
        self.finds("the earlier contacts", move |screen| {
            let history = screen.history(&key)?;
            (history.state == HistoryState::Here && history.amount == amount)
                .then(|| history.clone())
        })
        .await
    }

    /// Waits for a screen pop of that name in any state.
    pub async fn sees_pop(&mut self, contact: &str, name: &str) -> PopView {
        let (key, wanted) = (contact.to_owned(), name.to_owned());
        self.finds(&format!("the screen pop {name}"), move |screen| {
            screen.pop(&key, &wanted).cloned()
        })
        .await
    }

    /// Waits until a screen pop has got so far.
    pub async fn sees_pop_in(&mut self, contact: &str, name: &str, state: PopState) {
        let (key, wanted) = (contact.to_owned(), name.to_owned());
        self.sees(&format!("{name}: {state:?}"), move |screen| {
            screen.pop(&key, &wanted).is_some_and(|pop| pop.state == state)
        })
        .await;
    }

    /// Opens a screen pop and sees it open.
    pub async fn opens_pop(&mut self, contact: &str, name: &str) {
        self.tries_pop(contact, name).await.expect("it may be opened");
        self.sees_pop_in(contact, name, PopState::Open).await;
    }

    /// The same where it may be refused.
    ///
    /// # Errors
    /// What the desk answers.
    pub async fn tries_pop(&mut self, contact: &str, name: &str) -> Result<Done, ApiError> {
        let pop = self.sees_pop(contact, name).await.id;
        self.api.open_pop(PopArg { contact: contact.to_owned(), pop }).await
    }

    /// Closes a screen pop and sees that it is closed.
    pub async fn closes_pop(&mut self, contact: &str, name: &str) {
        let pop = self.sees_pop(contact, name).await.id;
        let order = PopArg { contact: contact.to_owned(), pop };
        self.api.close_pop(order).await.expect("it may be closed");
        self.sees_pop_in(contact, name, PopState::Closed).await;
    }

    /// Ends a contact that has no closing form and sees it go.
    pub async fn ends(&mut self, contact: &str) {
        self.api.close(arg(contact)).await.expect("ending it is possible");
        self.sees_gone(contact).await;
    }

    /// Gives a contact an activity code and sees that the server has it.
    pub async fn sets_activity(&mut self, contact: &str, code: &str) {
        self.tries_activity(contact, code).await.expect("the code is taken");
        let (key, wanted) = (contact.to_owned(), code.to_owned());
        self.sees("the activity code", move |screen| {
            let activity = screen.contact_with(&key).and_then(|known| known.activity.as_ref());
            activity.is_some_and(|one| one.code == wanted && one.state == ActivityState::Set)
        })
        .await;
    }

    /// The same where it may be refused.
    ///
    /// # Errors
    /// What the desk answers.
    pub async fn tries_activity(&mut self, contact: &str, code: &str) -> Result<Done, ApiError> {
        let order = SetActivityCode { contact: contact.to_owned(), code: code.to_owned() };
        self.api.set_activity_code(order).await
    }
}
