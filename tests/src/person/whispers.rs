//! What agents say to each other, past the customer: whispers and suggested replies.

use log_safe::Private;
use ui_api::ApiError;
use ui_api::commands::Handlers;
use ui_api::commands::args::{ItemArg, Send, SetDraft};
use ui_api::views::timeline::{Audience, SuggestionState};

use crate::person::Person;

impl Person {
    /// Says a line to the agents in the room and sees it delivered; gives its row.
    pub async fn whispers(&mut self, contact: &str, text: &str) -> String {
        let item = self.tries_to_whisper(contact, text, false).await.expect("the line is taken");
        self.reads(contact, &format!("me whispers: {text} [delivered]")).await;
        item
    }

    /// The same where it may be refused, or suggests a reply.
    ///
    /// # Errors
    /// What the desk answers.
    pub async fn tries_to_whisper(
        &mut self,
        contact: &str,
        text: &str,
        suggestion: bool,
    ) -> Result<String, ApiError> {
        let line = Send {
            contact: contact.to_owned(),
            audience: Audience::Whisper,
            text: Private::from(text),
            suggestion,
        };
        self.api.send(line).await.map(|sent| sent.item)
    }

    /// Types the beginning of a whisper.
    pub async fn types_whisper(&mut self, contact: &str, text: &str) {
        let draft = SetDraft {
            contact: contact.to_owned(),
            audience: Audience::Whisper,
            text: Private::from(text),
        };
        self.api.set_draft(draft).await.expect("the draft is kept");
    }

    /// Suggests a reply; gives its row.
    pub async fn suggests(&mut self, contact: &str, text: &str) -> String {
        let item = self.tries_to_whisper(contact, text, true).await.expect("the line is taken");
        self.sees_suggestion(contact, text, SuggestionState::Open).await;
        item
    }

    /// Takes a suggested reply into the draft and sees it there.
    pub async fn takes_suggestion(&mut self, contact: &str, text: &str) {
        let item = self.sees_suggestion(contact, text, SuggestionState::Open).await;
        let order = ItemArg { contact: contact.to_owned(), item };
        self.api.take_suggestion(order).await.expect("it may be taken");
        self.sees_suggestion(contact, text, SuggestionState::Taken).await;
    }

    /// Says that a suggested reply is not wanted.
    pub async fn declines_suggestion(&mut self, contact: &str, text: &str) {
        let item = self.sees_suggestion(contact, text, SuggestionState::Open).await;
        let order = ItemArg { contact: contact.to_owned(), item };
        self.api.decline_suggestion(order).await.expect("it may be declined");
        self.sees_suggestion(contact, text, SuggestionState::Declined).await;
    }

    /// Waits until a suggested reply has got so far; gives its row.
    pub async fn sees_suggestion(
        &mut self,
        contact: &str,
        text: &str,
        state: SuggestionState,
    ) -> String {
        let (key, wanted) = (contact.to_owned(), text.to_owned());
        self.finds(&format!("the suggestion `{text}`, {state:?}"), move |screen| {
            let (item, is) = screen.suggestion(&key, &wanted)?;
            (is == state).then_some(item)
        })
        .await
    }
}
