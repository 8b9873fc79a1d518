//! Notices: added without doubles, dismissed by the agent; undelivered text is never dropped.

use log_safe::Private;

use super::Desk;
use crate::contact::Contact;
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

    /// A contact is gone: texts that never reached the server stay visible as notices.
    pub(super) fn keep_undelivered(&mut self, now: Millis, contact: &Contact) {
        let title: Private<String> = contact.title().into();
        let lost = contact.timeline.items().iter().filter_map(|item| match &item.content {
            Content::Line(line) => match line.send {
                Some(SendState::Queued | SendState::Unknown | SendState::NotDelivered) => {
                    Some(line.text.clone())
                }
                _ => None,
            },
            _ => None,
        });
        for text in lost {
            self.notify(now, NoticeKind::UndeliveredText { title: title.clone(), text });
        }
    }
}
