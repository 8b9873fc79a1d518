//! Updates: a snapshot, or what changed since a revision. Pulled, never pushed.

#[cfg(test)]
mod tests;

use desk_core::Desk;
use desk_core::contact::{HistoryState, Phase};
use desk_core::revision::Revision;

use crate::from_core::{
    board_view, contact_view, history_view, key_text, notice_view, recent_offer_view, session_view,
    timeline_change, timeline_view,
};
use crate::update::{Change, Snapshot};
use crate::views::options::OptionsView;

/// Everything a screen draws.
pub(crate) fn snapshot(desk: &Desk, options: OptionsView) -> Snapshot {
    let ordered = || desk.order().get().iter().filter_map(|key| desk.contact(*key));
    Snapshot {
        session: session_view(desk.session().get()),
        contacts: ordered().map(|contact| contact_view(desk, contact)).collect(),
        timelines: ordered().map(|contact| timeline_view(contact.key, &contact.timeline)).collect(),
        notices: desk.notices().get().iter().map(notice_view).collect(),
        recent_offers: desk.recent_offers().get().iter().map(recent_offer_view).collect(),
        histories: ordered()
            .filter(|contact| contact.history.get().state != HistoryState::NotAsked)
            .map(|contact| history_view(contact.key, contact.history.get()))
            .collect(),
        board: desk.board().get().watched.then(|| board_view(desk.board().get())),
        options,
    }
}

/// What changed since a revision; `None` when that is too long ago to say.
pub(crate) fn changes(desk: &Desk, since: Revision) -> Option<Vec<Change>> {
    let mut changes = Vec::new();
    let gone = desk.gone_since(since)?;
    let session_changed = desk.session().changed() > since;
    if session_changed {
        changes.push(Change::Session(session_view(desk.session().get())));
    }
    // What may be done with a contact depends on the session; an offer says how many there are.
    let any_changed = !gone.is_empty() || desk.contacts().any(|contact| contact.changed > since);
    for contact in desk.contacts() {
        let offered = any_changed && contact.phase == Phase::Offered;
        if session_changed || offered || contact.changed > since {
            changes.push(Change::Contact(Box::new(contact_view(desk, contact))));
        }
    }
    changes.extend(gone.into_iter().map(|key| Change::ContactGone { key: key_text(key) }));
    if desk.order().changed() > since {
        changes.push(Change::Order(desk.order().get().iter().map(|key| key_text(*key)).collect()));
    }
    for contact in desk.contacts() {
        let change = timeline_change(contact.key, &contact.timeline, since);
        changes.extend(change.map(Change::Timeline));
    }
    let histories = desk.contacts().filter(|contact| contact.history.changed() > since);
    changes.extend(
        histories.map(|contact| Change::History(history_view(contact.key, contact.history.get()))),
    );
    if desk.board().changed() > since {
        let board = desk.board().get();
        changes.push(Change::Board(board.watched.then(|| Box::new(board_view(board)))));
    }
    if desk.notices().changed() > since {
        changes.push(Change::Notices(desk.notices().get().iter().map(notice_view).collect()));
    }
    if desk.recent_offers().changed() > since {
        let offers = desk.recent_offers().get().iter().map(recent_offer_view).collect();
        changes.push(Change::RecentOffers(offers));
    }
    Some(changes)
}
