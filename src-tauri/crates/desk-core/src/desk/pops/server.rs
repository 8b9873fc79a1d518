//! The server's pops, asked for after entering a room. Neither question nor answer names the
//! room, so each answer belongs to the room that asked first.

use ewc_wire::agent::{Request, ScreenPop, ScreenPopsNotification};

use super::Made;
use crate::contact::pop::path::shown_name;
use crate::contact::pop::{PopPath, ServerPops};
use crate::contact::{Contact, ContactKey, PopEvent, PopPlace};
use crate::desk::Desk;
use crate::ewc::{Answer, RequestId};
use crate::time::Millis;

impl Desk {
    /// A room was entered, or entered again: the server is asked for its pops once (chapter 11,
    /// "Screen-pop in Enterprise Web Chat").
    pub(in crate::desk) fn room_entered(&mut self, now: Millis, key: ContactKey) {
        // A supervisor who looks into a contact does not work on it.
        let worked_on = |contact: &&Contact| !contact.observed;
        let Some(contact) = self.contacts.get(&key).filter(worked_on) else { return };
        if contact.pop_progress.server == ServerPops::NotAsked && self.ewc.is_online() {
            let request = self.ewc.send(now, Request::ScreenPops);
            self.server_pops(key, ServerPops::Asking(request));
        }
        self.pops_begin(now, key, PopEvent::Active);
    }

    /// How the question for the pops was answered, if it was one; they follow as a notification.
    pub(in crate::desk) fn pops_answered(
        &mut self,
        now: Millis,
        request: RequestId,
        answer: &Answer,
    ) {
        let asked = |contact: &&Contact| contact.pop_progress.server == ServerPops::Asking(request);
        let Some(key) = self.contacts.values().find(asked).map(|contact| contact.key) else {
            return;
        };
        let state = match answer {
            Answer::Accepted => ServerPops::Answered,
            Answer::Refused(_) | Answer::NoAnswer | Answer::HandedOver => ServerPops::Unanswered,
            // Asked again when the room is entered again.
            Answer::Lost | Answer::NotSent => ServerPops::NotAsked,
        };
        self.server_pops(key, state);
        self.launch_pops(now, key);
    }

    /// The server's pops. Those that come without a question, or late, are for the room that
    /// waits longest for them.
    pub(in crate::desk) fn pops_came(&mut self, now: Millis, pops: &ScreenPopsNotification) {
        let in_state = |state| {
            let mut rooms: Vec<&Contact> =
                self.contacts.values().filter(|c| c.pop_progress.server == state).collect();
            rooms.sort_by_key(|contact| (contact.connected_at, contact.key));
            rooms.first().map(|contact| contact.key)
        };
        let answered = in_state(ServerPops::Answered);
        let Some(key) = answered.or_else(|| in_state(ServerPops::Unanswered)) else { return };
        self.server_pops(key, ServerPops::Here);
        for pop in &pops.screen_pops {
            self.add_pop(key, made(pop));
        }
        self.open_by_themselves(key, PopEvent::Active);
        self.launch_pops(now, key);
    }

    fn server_pops(&mut self, key: ContactKey, state: ServerPops) {
        if let Some(contact) = self.contacts.get_mut(&key) {
            contact.pop_progress.server = state;
        }
    }
}

/// A pop as the server sends it: a page opens in a tab and goes with the contact (chapter 7,
/// "Using screen pops on Custom Desktop"), a program stays.
fn made(pop: &ScreenPop) -> Made {
    let written = pop.path.as_str();
    let path = PopPath::of_server(written).map_err(|_| shown_name(written));
    let is_web = path.as_ref().is_ok_and(PopPath::is_web);
    let name = if pop.name.trim().is_empty() {
        path.as_ref().ok().and_then(PopPath::host).unwrap_or_else(|| shown_name(written))
    } else {
        pop.name.clone()
    };
    Made {
        name,
        event: PopEvent::Active,
        path,
        parameters: Vec::new(),
        place: if is_web { PopPlace::Tab } else { PopPlace::Outside },
        close_on_release: is_web,
        by_itself: pop.force_launch,
    }
}
