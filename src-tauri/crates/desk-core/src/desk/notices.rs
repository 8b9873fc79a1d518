//! Notices: added without doubles, dismissed by the agent; undelivered text is never dropped.

use ewc_wire::Audience;
use log_safe::Private;

use super::Desk;
use crate::contact::{Contact, ContactKey};
use crate::failure::{Failure, FailureKind};
use crate::notice::{Notice, NoticeKind};
use crate::time::Millis;
use crate::timeline::{Content, SendState};

/// How many notices are kept; undelivered texts are never pushed out.
const KEPT: usize = 30;

impl Desk {
    pub(super) fn notify(&mut self, now: Millis, what: NoticeKind) {
        self.last_notice += 1;
        let id = self.last_notice;
        let revision = self.touch();
        self.notices.update(revision, |notices| {
            notices.retain(|notice| !notice.what.is_replaced_by(&what));
            notices.push(Notice { id, at: now, what });
            let surplus = notices.len().saturating_sub(KEPT);
            let mut dropped = 0;
            notices.retain(|notice| {
                let keep =
                    dropped >= surplus || matches!(notice.what, NoticeKind::UndeliveredText { .. });
                dropped += usize::from(!keep);
                keep
            });
        });
    }

    /// Removes a notice.
    ///
    /// # Errors
    /// [`FailureKind::NoSuchItem`].
    pub fn dismiss_notice(&mut self, id: u64) -> Result<(), Failure> {
        if !self.notices.get().iter().any(|notice| notice.id == id) {
            return Err(Failure::of(FailureKind::NoSuchItem));
        }
        let revision = self.touch();
        self.notices.update(revision, |notices| notices.retain(|notice| notice.id != id));
        Ok(())
    }

    /// The contact goes without the agent's closing it: drafts and the closing note stay visible.
    pub(super) fn keep_unsent(&mut self, now: Millis, key: ContactKey) {
        let Some(contact) = self.contacts.get(&key) else { return };
        let title: Private<String> = contact.title().into();
        let drafts = [Audience::Normal, Audience::Whisper].map(|to| contact.drafts.text(to));
        let note = contact.wrap_up.as_ref().map(|form| &form.note);
        let brief = contact.joint.as_ref().and_then(|joint| joint.brief.as_ref());
        let unsent: Vec<Private<String>> = drafts
            .into_iter()
            .chain(note)
            .chain(brief)
            .filter(|text| !text.as_str().trim().is_empty())
            .cloned()
            .collect();
        for text in unsent {
            self.notify(now, NoticeKind::UndeliveredText { title: title.clone(), text });
        }
    }

    /// A contact is gone: texts that may not have reached the server stay visible as notices.
    pub(super) fn keep_undelivered(&mut self, now: Millis, contact: &Contact) {
        let title: Private<String> = contact.title().into();
        let lost = contact.timeline.items().iter().filter_map(|item| match &item.content {
            Content::Line(line) => match line.send {
                Some(SendState::Sent | SendState::Delivered) | None => None,
                Some(_) => Some(line.text.clone()),
            },
            _ => None,
        });
        for text in lost {
            self.notify(now, NoticeKind::UndeliveredText { title: title.clone(), text });
        }
    }
}
