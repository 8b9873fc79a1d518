//! What somebody at a desk does, in the words of the window.

use log_safe::{Private, Secret};
use ui_api::ApiError;
use ui_api::commands::args::{
    ContactArg, Finish, ItemArg, PushPage, Select, Send, SetDraft, SetReady, SignIn,
};
use ui_api::commands::{Done, Handlers, Nothing};
use ui_api::views::contact::ContactPhase;
use ui_api::views::session::{ReadyState, SessionPhase};
use ui_api::views::timeline::Audience;
use ui_api::views::wrap_up::WrapUpState;

use crate::person::Person;
use crate::place::email_of;
use crate::screen::Screen;

/// The demo's password.
const PASSWORD: &str = "demo";

impl Person {
    /// Signs in and sees the desk with both links up.
    pub async fn signs_in(&mut self) {
        self.tries_to_sign_in(PASSWORD).await;
        self.sees("the desk", |screen| screen.drawn.session.phase == SessionPhase::SignedIn).await;
    }

    /// Presses "Sign in"; what comes of it is on the screen.
    pub async fn tries_to_sign_in(&mut self, password: &str) {
        let form = SignIn {
            user: self.user.clone(),
            domain: "demo".to_owned(),
            password: Some(Secret::new(password)),
            ccmm_password: None,
            remember: false,
            agent_id: None,
        };
        self.api.sign_in(form).await.expect("the form is taken");
        self.looks().await;
    }

    /// Signs out and sees the sign-in page.
    pub async fn signs_out(&mut self) {
        self.api.sign_out(Nothing {}).await.expect("signing out is possible");
        self.sees("the sign-in page", |screen| {
            screen.drawn.session.phase == SessionPhase::SignedOut
        })
        .await;
    }

    /// Goes Ready and sees it.
    pub async fn goes_ready(&mut self) {
        self.asks_ready(true, None).await;
        self.sees("Ready", |screen| screen.drawn.session.readiness.actual == ReadyState::Ready)
            .await;
    }

    /// Goes Not Ready with a reason code and sees it.
    pub async fn goes_not_ready(&mut self, code: &str) {
        self.asks_ready(false, Some(code)).await;
        self.sees("Not Ready with the code", |screen| {
            let readiness = &screen.drawn.session.readiness;
            readiness.actual == ReadyState::NotReady
                && readiness.reason_code.as_deref() == Some(code)
        })
        .await;
    }

    /// Asks for Ready or Not Ready.
    pub async fn asks_ready(&mut self, ready: bool, code: Option<&str>) {
        let order = SetReady { ready, reason_code: code.map(str::to_owned) };
        self.api.set_ready(order).await.expect("the order is taken");
        self.looks().await;
    }

    /// Waits for an offer of [`Place::customer`](crate::Place::customer); gives its key.
    pub async fn is_offered(&mut self, name: &str) -> String {
        let email = email_of(name);
        self.finds(&format!("an offer from {email}"), |screen| {
            let contact = screen.contact(&email)?;
            (contact.phase == ContactPhase::Offered).then(|| contact.key.clone())
        })
        .await
    }

    /// Accepts an offer and sees the conversation.
    pub async fn accepts(&mut self, contact: &str) {
        self.api.accept(arg(contact)).await.expect("accepting is possible");
        self.sees_phase(contact, ContactPhase::Active).await;
    }

    /// Waits for that customer's offer, accepts it and looks at it; gives its key.
    pub async fn takes(&mut self, name: &str) -> String {
        let contact = self.is_offered(name).await;
        self.accepts(&contact).await;
        self.api
            .select(Select { contact: Some(contact.clone()), beside: None })
            .await
            .expect("it is selected");
        contact
    }

    /// Declines an offer.
    pub async fn declines(&mut self, contact: &str) {
        self.api.decline(arg(contact)).await.expect("declining is possible");
        self.looks().await;
    }

    /// Types the beginning of a line.
    pub async fn types(&mut self, contact: &str, text: &str) {
        let draft = SetDraft {
            contact: contact.to_owned(),
            audience: Audience::Everyone,
            text: Private::from(text),
        };
        self.api.set_draft(draft).await.expect("the draft is kept");
    }

    /// Sends a line to everybody in the room; gives its row.
    pub async fn says(&mut self, contact: &str, text: &str) -> String {
        self.tries_to_say(contact, text).await.expect("the line is taken")
    }

    /// The same where it may be refused.
    ///
    /// # Errors
    /// What the desk answers.
    pub async fn tries_to_say(&mut self, contact: &str, text: &str) -> Result<String, ApiError> {
        let line = Send {
            contact: contact.to_owned(),
            audience: Audience::Everyone,
            text: Private::from(text),
            suggestion: false,
        };
        self.api.send(line).await.map(|sent| sent.item)
    }

    /// Sends a line again that did not get through.
    pub async fn sends_again(&mut self, contact: &str, item: &str) {
        let line = ItemArg { contact: contact.to_owned(), item: item.to_owned() };
        self.api.send_again(line).await.expect("it may be sent again");
    }

    /// Drops a line that did not get through.
    pub async fn discards(&mut self, contact: &str, item: &str) {
        let line = ItemArg { contact: contact.to_owned(), item: item.to_owned() };
        self.api.discard(line).await.expect("it may be discarded");
    }

    /// Pushes a page.
    ///
    /// # Errors
    /// What the desk answers.
    pub async fn pushes(&mut self, contact: &str, url: &str) -> Result<String, ApiError> {
        let page = PushPage { contact: contact.to_owned(), url: Private::from(url) };
        self.api.push_page(page).await.map(|sent| sent.item)
    }

    /// Begins to close and sees the form with its reasons.
    pub async fn begins_to_close(&mut self, contact: &str) {
        self.api.close(arg(contact)).await.expect("closing is possible");
        self.sees_closing_form(contact).await;
    }

    /// Waits for the closing form with its reasons.
    pub async fn sees_closing_form(&mut self, contact: &str) {
        let key = contact.to_owned();
        self.sees("the closed reasons", move |screen| {
            let form = screen.contact_with(&key).and_then(|contact| contact.wrap_up.as_ref());
            form.is_some_and(|form| {
                // Notes taken during the chat are no form, though reasons may be known.
                form.state != WrapUpState::NotBegun && !form.reasons.is_empty()
            })
        })
        .await;
    }

    /// Fills in the closing form and sees the contact go.
    pub async fn finishes(&mut self, contact: &str, reason: &str, note: &str, transcript: bool) {
        self.tries_to_finish(contact, Some(reason), note, transcript)
            .await
            .expect("the form is taken");
        self.sees_gone(contact).await;
    }

    /// Presses "Finish".
    ///
    /// # Errors
    /// What the desk answers.
    pub async fn tries_to_finish(
        &mut self,
        contact: &str,
        reason: Option<&str>,
        note: &str,
        transcript: bool,
    ) -> Result<Done, ApiError> {
        let form = Finish {
            contact: contact.to_owned(),
            reason: reason.map(str::to_owned),
            note: Private::from(note),
            send_transcript: transcript,
        };
        self.api.finish(form).await
    }

    /// Closes a contact with a reason.
    pub async fn closes(&mut self, contact: &str) {
        self.begins_to_close(contact).await;
        self.finishes(contact, "2", "", false).await;
    }

    /// Waits until a contact is in a phase.
    pub async fn sees_phase(&mut self, contact: &str, phase: ContactPhase) {
        let key = contact.to_owned();
        self.sees(&format!("{phase:?}"), move |screen| screen.phase(&key) == Some(phase)).await;
    }

    /// Waits until a contact has left the screen.
    pub async fn sees_gone(&mut self, contact: &str) {
        let key = contact.to_owned();
        self.sees("the contact go", move |screen| screen.contact_with(&key).is_none()).await;
    }

    /// Waits for a row that reads like that (see [`Screen::told`]).
    pub async fn reads(&mut self, contact: &str, row: &str) {
        let (key, wanted) = (contact.to_owned(), row.to_owned());
        self.sees(&format!("the row `{row}`"), move |screen: &Screen| screen.tells(&key, &wanted))
            .await;
    }
}

pub(super) fn arg(contact: &str) -> ContactArg {
    ContactArg { contact: contact.to_owned() }
}
