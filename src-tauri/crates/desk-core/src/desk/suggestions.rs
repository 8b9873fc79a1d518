//! Suggested replies: a whisper that the agent may take into the draft with one key, and an answer
//! that tells who suggested it what became of it. The words are those of `timeline/suggestion.rs`.

use ewc_wire::Audience;
use log_safe::Private;

use super::Desk;
use crate::contact::ContactKey;
use crate::failure::{Failure, FailureKind};
use crate::time::Millis;
use crate::timeline::suggestion::{answering, suggesting};
use crate::timeline::{Author, Content, ItemId, Line, SuggestionState};

impl Desk {
    /// Whispers a text that the agent may send as it is.
    ///
    /// # Errors
    /// No such contact; not possible now; empty or too long.
    pub fn suggest(
        &mut self,
        now: Millis,
        key: ContactKey,
        text: &Private<String>,
    ) -> Result<ItemId, Failure> {
        if text.as_str().trim().is_empty() {
            return Err(Failure::of(FailureKind::TextEmpty));
        }
        self.send(now, key, Audience::Whisper, &Private::new(suggesting(text.as_str())))
    }

    /// Takes a suggested reply into the draft for the customer: what stands there already stays,
    /// the suggestion goes on a line of its own below.
    ///
    /// # Errors
    /// No such contact; nothing can be written to the customer now; no such suggestion.
    pub fn take_suggestion(
        &mut self,
        now: Millis,
        key: ContactKey,
        item: ItemId,
    ) -> Result<(), Failure> {
        self.actions(self.contact_or_fail(key)?).reply?;
        let suggestion = self.offered_suggestion(key, item)?;
        let drafts = &self.contact_or_fail(key)?.drafts;
        let draft = drafts.text(Audience::Normal).as_str().trim_end();
        let text = if draft.is_empty() { suggestion } else { format!("{draft}\n{suggestion}") };
        self.update_contact(key, |contact, revision| {
            contact.timeline.set_suggestion(revision, item, SuggestionState::Taken);
        });
        self.set_draft(now, key, Audience::Normal, text.into())
    }

    /// Says that a suggested reply is not wanted.
    ///
    /// # Errors
    /// No such contact; no such suggestion.
    pub fn decline_suggestion(
        &mut self,
        now: Millis,
        key: ContactKey,
        item: ItemId,
    ) -> Result<(), Failure> {
        let suggestion = self.offered_suggestion(key, item)?;
        self.answer_suggestion(now, key, item, &suggestion, SuggestionState::Declined);
        self.settle(now);
        Ok(())
    }

    /// The draft is empty again: what was taken into it was not.
    pub(super) fn untake_suggestions(&mut self, key: ContactKey) {
        let taken = self.contacts.get(&key).map(|contact| contact.timeline.taken());
        for (item, _) in taken.unwrap_or_default() {
            self.update_contact(key, |contact, revision| {
                contact.timeline.set_suggestion(revision, item, SuggestionState::Open);
            });
        }
    }

    /// A reply goes out: the suggestions taken into it are used, as they are or with changes.
    pub(super) fn suggestions_used(&mut self, now: Millis, key: ContactKey, reply: &str) {
        let taken = self.contacts.get(&key).map(|contact| contact.timeline.taken());
        for (item, suggestion) in taken.unwrap_or_default() {
            let as_it_is = reply.trim() == suggestion;
            let state = if as_it_is { SuggestionState::Used } else { SuggestionState::Edited };
            self.answer_suggestion(now, key, item, &suggestion, state);
        }
    }

    /// Who suggested it is told, where anybody is there to hear.
    fn answer_suggestion(
        &mut self,
        now: Millis,
        key: ContactKey,
        item: ItemId,
        suggestion: &str,
        state: SuggestionState,
    ) {
        self.update_contact(key, |contact, revision| {
            contact.timeline.set_suggestion(revision, item, state);
        });
        if let Some(answer) = answering(suggestion, state) {
            // Where a whisper is not possible the answer is kept here alone.
            if self.write(now, key, Audience::Whisper, &answer.into()).is_ok() {
                self.submit_ready(now, key);
            }
        }
    }

    /// The bare text of a suggestion that this agent was made and has not settled.
    fn offered_suggestion(&self, key: ContactKey, item: ItemId) -> Result<String, Failure> {
        let contact = self.contact_or_fail(key)?;
        match contact.timeline.item(item).map(|item| &item.content) {
            Some(Content::Line(line)) if is_offered(line) => Ok(line.shown().to_owned()),
            _ => Err(Failure::of(FailureKind::NoSuchItem)),
        }
    }
}

fn is_offered(line: &Line) -> bool {
    line.author != Author::Me
        && matches!(line.suggestion, Some(SuggestionState::Open | SuggestionState::Taken))
}
