//! Timelines as a screen sees them.

use desk_core::contact::ContactKey;
use desk_core::revision::Revision;
use desk_core::text::web_address;
use desk_core::timeline::{
    Author as CoreAuthor, Content, Item, RoomEvent, SendState as CoreSend,
    SuggestionState as CoreSuggestion, Timeline,
};
use ewc_wire::Audience as CoreAudience;

use super::error::api_error;
use super::{item_text, key_text};
use crate::views::timeline::{
    Audience, Author, SendState, SuggestionState, TimelineChange, TimelineContent, TimelineEvent,
    TimelineItem, TimelineView,
};

/// The newest part of a timeline.
pub(crate) fn timeline_view(key: ContactKey, timeline: &Timeline) -> TimelineView {
    let (items, more_before) = timeline.window();
    let items = items.iter().map(item_view).collect();
    TimelineView { contact: key_text(key), items, more_before }
}

/// What changed since a revision, if anything did.
pub(crate) fn timeline_change(
    key: ContactKey,
    timeline: &Timeline,
    since: Revision,
) -> Option<TimelineChange> {
    let (window, more_before) = timeline.window();
    let before = timeline.items().len() - window.len();
    // A screen that does not have the row before the window would show a gap.
    let gap = before.checked_sub(1).is_some_and(|row| timeline.items()[row].changed > since);
    let anew = timeline.reordered() > since || gap;
    // Where the order changed, rows may have come into the window that the screen does not have.
    let items: Vec<_> =
        window.iter().filter(|item| anew || item.changed > since).map(item_view).collect();
    let order = anew.then(|| window.iter().map(|item| item_text(item.id)).collect::<Vec<_>>());
    if items.is_empty() && order.is_none() {
        return None;
    }
    Some(TimelineChange { contact: key_text(key), items, order, more_before })
}

/// One row.
pub(crate) fn item_view(item: &Item) -> TimelineItem {
    TimelineItem { id: item_text(item.id), at: item.at.0, content: content_view(&item.content) }
}

fn content_view(content: &Content) -> TimelineContent {
    match content {
        Content::Line(line) => TimelineContent::Line {
            author: author_view(line.author),
            name: line.name.as_str().to_owned(),
            audience: match line.audience {
                CoreAudience::Normal => Audience::Everyone,
                CoreAudience::Whisper => Audience::Whisper,
            },
            text: line.shown().to_owned(),
            send: line.send.as_ref().map(send_view),
            suggestion: line.suggestion.map(suggestion_view),
        },
        Content::Welcome(text) => TimelineContent::Welcome { text: text.as_str().to_owned() },
        Content::Comfort(text) => TimelineContent::Comfort { text: text.as_str().to_owned() },
        Content::Page(page) => TimelineContent::Page {
            author: author_view(page.author),
            name: page.name.as_str().to_owned(),
            url: page.url.as_str().to_owned(),
            host: web_address(page.url.as_str()).and_then(|url| url.host_str().map(str::to_owned)),
            send: page.send.as_ref().map(send_view),
        },
        Content::Event(event, who) => TimelineContent::Event {
            event: event_view(*event),
            who: who.as_ref().map(|who| who.as_str().to_owned()),
        },
        Content::CompleteUntil => TimelineContent::CompleteUntil,
    }
}

pub(super) const fn author_view(author: CoreAuthor) -> Author {
    match author {
        CoreAuthor::Me => Author::Me,
        CoreAuthor::Customer => Author::Customer,
        CoreAuthor::Agent => Author::Agent,
        CoreAuthor::System => Author::System,
    }
}

fn send_view(send: &CoreSend) -> SendState {
    match send {
        CoreSend::Queued => SendState::Queued,
        CoreSend::InFlight => SendState::Sending,
        CoreSend::Sent => SendState::Sent,
        CoreSend::Delivered => SendState::Delivered,
        CoreSend::Refused(why) => SendState::Refused { why: api_error(why) },
        CoreSend::Unknown => SendState::Checking,
        CoreSend::NotDelivered => SendState::NotDelivered,
    }
}

const fn event_view(event: RoomEvent) -> TimelineEvent {
    match event {
        RoomEvent::Joined => TimelineEvent::Joined,
        RoomEvent::AgentJoined => TimelineEvent::AgentJoined,
        RoomEvent::ObserverJoined => TimelineEvent::ObserverJoined,
        RoomEvent::AgentLeft => TimelineEvent::AgentLeft,
        RoomEvent::OwnerChanged => TimelineEvent::OwnerChanged,
        RoomEvent::SupervisorBarged => TimelineEvent::SupervisorBarged,
        RoomEvent::CustomerDisconnected => TimelineEvent::CustomerDisconnected,
        RoomEvent::CustomerReconnected => TimelineEvent::CustomerReconnected,
        RoomEvent::CustomerLeft => TimelineEvent::CustomerLeft,
        RoomEvent::LinkLost => TimelineEvent::LinkLost,
        RoomEvent::LinkRestored => TimelineEvent::LinkRestored,
    }
}

const fn suggestion_view(state: CoreSuggestion) -> SuggestionState {
    match state {
        CoreSuggestion::Open => SuggestionState::Open,
        CoreSuggestion::Taken => SuggestionState::Taken,
        CoreSuggestion::Used => SuggestionState::Used,
        CoreSuggestion::Edited => SuggestionState::Edited,
        CoreSuggestion::Declined => SuggestionState::Declined,
    }
}
