//! Writing in a room: drafts, lines, pages, and what to do with lines that did not arrive.

use ewc_wire::agent::{IsTypingRequest, NewMessageRequest, PagePushRequest, Request};
use ewc_wire::{Audience, MessageText, MessageTextError};
use log_safe::Private;

use super::Desk;
use crate::contact::{ContactKey, Phase};
use crate::effect::Effect;
use crate::failure::{Failure, FailureKind};
use crate::text::web_address;
use crate::time::Millis;
use crate::timeline::{Author, Content, ItemId, Line, Page, SendState};

impl Desk {
    /// Says which contacts the agent looks at (none, one, or two side by side): they are read, and
    /// stay quiet.
    ///
    /// # Errors
    /// No such contact.
    pub fn select(&mut self, keys: &[ContactKey]) -> Result<(), Failure> {
        for key in keys {
            self.contact_or_fail(*key)?;
        }
        for key in keys.iter().copied() {
            if self.contacts.get(&key).is_some_and(|contact| contact.unread > 0) {
                self.update_contact(key, |contact, _| contact.unread = 0);
            }
            self.seen(key);
        }
        self.looked_at = keys.iter().copied().collect();
        Ok(())
    }

    /// Keeps a draft; the room learns that the agent types, with the draft's own audience.
    ///
    /// # Errors
    /// No such contact.
    pub fn set_draft(
        &mut self,
        now: Millis,
        key: ContactKey,
        audience: Audience,
        text: Private<String>,
    ) -> Result<(), Failure> {
        self.contact_or_fail(key)?;
        let emptied = audience == Audience::Normal && text.as_str().trim().is_empty();
        let told = self.update_contact(key, |contact, _| contact.drafts.set(now, audience, text));
        if emptied {
            self.untake_suggestions(key);
        }
        if let Some(is_typing) = told.flatten()
            && !self.tell_typing(now, key, audience, is_typing)
        {
            // Nobody was told: nobody needs to hear that it has stopped.
            self.update_contact(key, |contact, _| contact.drafts.was_not_told(audience));
        }
        self.settle(now);
        Ok(())
    }

    /// Sends a line. Its audience is decided here, with the text, and never again.
    ///
    /// # Errors
    /// No such contact, not possible now, empty, or too long; the draft then stays.
    pub fn send(
        &mut self,
        now: Millis,
        key: ContactKey,
        audience: Audience,
        text: &Private<String>,
    ) -> Result<ItemId, Failure> {
        let item = self.write(now, key, audience, text)?;
        if audience == Audience::Normal {
            self.suggestions_used(now, key, text.as_str());
        }
        let typed = self.update_contact(key, |contact, _| contact.drafts.clear(audience));
        if typed == Some(true) {
            self.tell_typing(now, key, audience, false);
        }
        self.submit_ready(now, key);
        self.settle(now);
        Ok(item)
    }

    /// Adds an own line to the conversation; drafts stay as they are.
    pub(super) fn write(
        &mut self,
        now: Millis,
        key: ContactKey,
        audience: Audience,
        text: &Private<String>,
    ) -> Result<ItemId, Failure> {
        let actions = self.actions(self.contact_or_fail(key)?);
        match audience {
            Audience::Normal => actions.reply?,
            Audience::Whisper => actions.whisper?,
        }
        let text = self.checked(text)?;
        self.append_own(now, key, audience, text.into_private())
    }

    /// Adds a checked own line to the conversation, whoever hears it: a whisper with no other agent
    /// in the room stays in the transcript for the next one.
    pub(super) fn append_own(
        &mut self,
        now: Millis,
        key: ContactKey,
        audience: Audience,
        text: Private<String>,
    ) -> Result<ItemId, Failure> {
        let name = self.own_name();
        self.update_contact(key, |contact, revision| {
            let line = Line {
                author: Author::Me,
                name,
                audience,
                text,
                send: Some(SendState::Queued),
                suggestion: None,
            };
            contact.timeline.append(revision, now, Content::Line(line.marked()))
        })
        .ok_or(Failure::of(FailureKind::NoSuchContact))
    }

    /// Pushes a page of the contact centre's list to the customer.
    ///
    /// # Errors
    /// No such contact, not possible now, not in the list (chapter 7, "Pushing a Web page").
    pub fn push_page(
        &mut self,
        now: Millis,
        key: ContactKey,
        url: &Private<String>,
    ) -> Result<ItemId, Failure> {
        let contact = self.contact_or_fail(key)?;
        self.actions(contact).push_page?;
        if !contact.room.lists_page(url.as_str()) {
            return Err(Failure::of(FailureKind::PageNotListed));
        }
        let page = Page {
            author: Author::Me,
            name: self.own_name(),
            url: url.clone(),
            send: Some(SendState::Queued),
        };
        let item = self
            .update_contact(key, |contact, revision| {
                contact.timeline.append(revision, now, Content::Page(page))
            })
            .ok_or(Failure::of(FailureKind::NoSuchContact))?;
        self.submit_ready(now, key);
        self.settle(now);
        Ok(item)
    }

    /// Sends a line again that did not arrive: a new row at the end, the old one goes.
    ///
    /// # Errors
    /// No such contact or line; not possible now.
    pub fn send_again(
        &mut self,
        now: Millis,
        key: ContactKey,
        item: ItemId,
    ) -> Result<(), Failure> {
        match self.undelivered(key, item)? {
            Content::Line(line) => {
                self.write(now, key, line.audience, &line.text)?;
                self.submit_ready(now, key);
            }
            Content::Page(page) => {
                self.push_page(now, key, &page.url)?;
            }
            _ => return Err(Failure::of(FailureKind::NoSuchItem)),
        }
        self.discard(now, key, item)
    }

    /// Drops a line that did not arrive.
    ///
    /// # Errors
    /// No such contact or line.
    pub fn discard(&mut self, now: Millis, key: ContactKey, item: ItemId) -> Result<(), Failure> {
        self.undelivered(key, item)?;
        self.update_contact(key, |contact, revision| contact.timeline.remove(revision, item));
        self.settle(now);
        Ok(())
    }

    /// Opens an address in the system's browser.
    ///
    /// # Errors
    /// [`FailureKind::LinkNotAllowed`] for anything but http and https.
    pub fn open_link(&mut self, url: &Private<String>) -> Result<(), Failure> {
        let url = web_address(url.as_str()).ok_or(Failure::of(FailureKind::LinkNotAllowed))?;
        self.effects.push_back(Effect::OpenLink(Private::new(url)));
        Ok(())
    }

    /// Gives the session every line that may go out now.
    pub(super) fn submit_ready(&mut self, now: Millis, key: ContactKey) {
        let Some(contact) = self.contacts.get(&key) else { return };
        let Some(guid) = contact.guid() else { return };
        let in_room = matches!(contact.phase, Phase::Active | Phase::WrapUp);
        // Before the transcript is read again nobody knows what is there already.
        if !in_room || contact.join_request.is_some() || !self.ewc.is_online() {
            return;
        }
        let requests: Vec<(ItemId, Request)> = contact
            .outbox
            .ready(&contact.timeline)
            .into_iter()
            .filter_map(|id| {
                let request = match &contact.timeline.item(id)?.content {
                    // Who only looks on says nothing to the customer, whatever waits here.
                    Content::Line(line)
                        if contact.observed && line.audience == Audience::Normal =>
                    {
                        return None;
                    }
                    Content::Line(line) => Request::NewMessage(NewMessageRequest {
                        guid,
                        message: MessageText::new(line.text.as_str()).ok()?,
                        audience: line.audience,
                    }),
                    Content::Page(page) => {
                        Request::PagePush(PagePushRequest { guid, url: page.url.clone() })
                    }
                    _ => return None,
                };
                Some((id, request))
            })
            .collect();
        for (item, request) in requests {
            let id = self.ewc.send(now, request);
            self.update_contact(key, |contact, _| contact.outbox.submitted(id, item));
        }
    }

    /// Tells the room, where the agent may write there; true when it was told.
    pub(super) fn tell_typing(
        &mut self,
        now: Millis,
        key: ContactKey,
        audience: Audience,
        is_typing: bool,
    ) -> bool {
        let Some(contact) = self.contacts.get(&key) else { return false };
        let actions = self.actions(contact);
        let possible = match audience {
            Audience::Normal => actions.reply,
            Audience::Whisper => actions.whisper,
        };
        let (Ok(()), Some(guid)) = (possible, contact.guid()) else { return false };
        let request = IsTypingRequest { guid, audience, is_typing };
        self.ewc.send(now, Request::IsTyping(request));
        true
    }

    fn undelivered(&self, key: ContactKey, item: ItemId) -> Result<Content, Failure> {
        let contact = self.contact_or_fail(key)?;
        let content = contact.timeline.item(item).map(|item| &item.content);
        content
            .filter(|content| content.send().is_some_and(SendState::is_given_up))
            .cloned()
            .ok_or(Failure::of(FailureKind::NoSuchItem))
    }

    pub(super) fn checked(&self, text: &Private<String>) -> Result<MessageText, Failure> {
        let limit = self.config.max_message_units;
        let too_long = || {
            let limit = u32::try_from(limit).unwrap_or(u32::MAX);
            Failure::with_detail(FailureKind::TextTooLong(limit), limit.to_string())
        };
        if text.as_str().trim().is_empty() {
            return Err(Failure::of(FailureKind::TextEmpty));
        }
        if text.as_str().encode_utf16().count() > limit {
            return Err(too_long());
        }
        MessageText::new(text.as_str()).map_err(|error| match error {
            MessageTextError::Empty => Failure::of(FailureKind::TextEmpty),
            MessageTextError::TooLong { .. } => too_long(),
        })
    }

    pub(super) fn own_name(&self) -> Private<String> {
        self.session.get().agent.as_ref().map_or_else(Private::default, |a| a.name.as_str().into())
    }
}
