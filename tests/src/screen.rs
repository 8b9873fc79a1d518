//! A screen without a window: folds updates into the snapshot that a window would draw.

mod sights;
mod timeline;
mod words;

use std::collections::BTreeMap;

use ui_api::update::{Change, Snapshot, Updates};
use ui_api::views::contact::{ContactPhase, ContactView};
use ui_api::views::timeline::{TimelineItem, TimelineView};

/// What a window would draw now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Screen {
    /// The revision to ask the next updates for.
    pub revision: String,
    /// What is drawn.
    pub drawn: Snapshot,
}

impl Screen {
    /// From a first answer.
    ///
    /// # Panics
    /// When the answer has no snapshot.
    pub fn first(updates: Updates) -> Self {
        let drawn = updates.snapshot.expect("the first answer is a snapshot");
        Self { revision: updates.revision, drawn: *drawn }
    }

    /// Applies an answer; gives how many changes it held.
    pub fn apply(&mut self, updates: Updates) -> usize {
        self.revision = updates.revision;
        if let Some(snapshot) = updates.snapshot {
            self.drawn = *snapshot;
            return 1;
        }
        let count = updates.changes.len();
        for change in updates.changes {
            self.change(change);
        }
        count
    }

    fn change(&mut self, change: Change) {
        let drawn = &mut self.drawn;
        match change {
            Change::Session(session) => drawn.session = session,
            Change::Contact(contact) => {
                match drawn.contacts.iter_mut().find(|known| known.key == contact.key) {
                    Some(known) => *known = *contact,
                    None => {
                        drawn.timelines.push(empty_timeline(&contact.key));
                        drawn.contacts.push(*contact);
                    }
                }
            }
            Change::ContactGone { key } => {
                drawn.contacts.retain(|contact| contact.key != key);
                drawn.timelines.retain(|timeline| timeline.contact != key);
                drawn.histories.retain(|history| history.contact != key);
            }
            Change::Order(keys) => {
                let place: BTreeMap<&String, usize> =
                    keys.iter().enumerate().map(|(place, key)| (key, place)).collect();
                let of = |key: &String| place.get(key).copied().unwrap_or(usize::MAX);
                drawn.contacts.sort_by_key(|contact| of(&contact.key));
                drawn.timelines.sort_by_key(|timeline| of(&timeline.contact));
            }
            Change::Timeline(change) => {
                let known =
                    drawn.timelines.iter_mut().find(|timeline| timeline.contact == change.contact);
                if let Some(known) = known {
                    timeline::apply(known, change);
                }
            }
            Change::History(history) => {
                drawn.histories.retain(|known| known.contact != history.contact);
                drawn.histories.push(history);
            }
            Change::Board(board) => drawn.board = board.map(|board| *board),
            Change::Notices(notices) => drawn.notices = notices,
            Change::RecentOffers(offers) => drawn.recent_offers = offers,
            Change::Options(options) => drawn.options = options,
        }
    }

    /// The contact with that e-mail address, if there is one: it is all that an offer tells.
    pub fn contact(&self, email: &str) -> Option<&ContactView> {
        let has = |contact: &&ContactView| contact.intrinsics.iter().any(|one| one.value == email);
        self.drawn.contacts.iter().find(has)
    }

    /// The contact with that key, if it is still there.
    pub fn contact_with(&self, key: &str) -> Option<&ContactView> {
        self.drawn.contacts.iter().find(|contact| contact.key == key)
    }

    /// The phase of the contact with that key.
    pub fn phase(&self, key: &str) -> Option<ContactPhase> {
        self.contact_with(key).map(|contact| contact.phase)
    }

    /// The rows of a contact, oldest first.
    pub fn rows(&self, key: &str) -> &[TimelineItem] {
        let timeline = self.drawn.timelines.iter().find(|timeline| timeline.contact == key);
        timeline.map_or(&[], |timeline| &timeline.items)
    }

    /// The rows of a contact as words: `customer: Hello`, `me: Hi [delivered]`, `* joined`.
    pub fn told(&self, key: &str) -> Vec<String> {
        self.rows(key).iter().map(|row| timeline::words(&row.content)).collect()
    }

    /// Whether a row of a contact reads like that.
    pub fn tells(&self, key: &str, row: &str) -> bool {
        self.told(key).iter().any(|told| told == row)
    }
}

fn empty_timeline(key: &str) -> TimelineView {
    TimelineView { contact: key.to_owned(), items: Vec::new(), more_before: false }
}
