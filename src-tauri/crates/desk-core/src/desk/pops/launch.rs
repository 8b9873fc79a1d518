//! What opens by itself: on alerting, on becoming active, five at most for each.

use super::{Made, named, value};
use crate::contact::pop::{Launch, ServerPops};
use crate::contact::{Contact, ContactKey, Kind, Phase, PopEvent, PopId, PopPlace};
use crate::desk::Desk;
use crate::settings::{PopLaunch, Pops};
use crate::time::Millis;

/// How many open by themselves for one event.
const AT_MOST: usize = 5;
/// How long pops wait for the intrinsics that they need, and those of the settings for the
/// server's, in milliseconds. Contact control tells of a contact first and what it is with the
/// next answer.
const WAIT_MS: i64 = 2_000;

impl Desk {
    /// The event has come, for the first time with this contact.
    pub(in crate::desk) fn pops_begin(&mut self, now: Millis, key: ContactKey, event: PopEvent) {
        let Some(contact) = self.contacts.get(&key) else { return };
        if contact.pop_progress.launch(event) != Launch::NotYet {
            return;
        }
        if let Some(contact) = self.contacts.get_mut(&key) {
            *contact.pop_progress.launch_mut(event) = Launch::Due(now + WAIT_MS);
        }
        self.launch_pops(now, key);
    }

    /// More is known of a contact.
    pub(in crate::desk) fn pops_learn(&mut self, now: Millis, key: ContactKey) {
        self.refresh_pops(key);
        self.launch_pops(now, key);
    }

    /// Gives up waiting where the time is over.
    pub(in crate::desk) fn tick_pops(&mut self, now: Millis) {
        let due =
            |contact: &&Contact| contact.pop_progress.next_deadline().is_some_and(|at| at <= now);
        let keys: Vec<_> = self.contacts.values().filter(due).map(|contact| contact.key).collect();
        for key in keys {
            self.launch_pops(now, key);
        }
    }

    /// Adds and opens the settings' pops of the events that have come, once what they need is
    /// here or its time is over.
    pub(super) fn launch_pops(&mut self, now: Millis, key: ContactKey) {
        for event in [PopEvent::Alerting, PopEvent::Active] {
            let Some(contact) = self.contacts.get(&key) else { return };
            let Launch::Due(until) = contact.pop_progress.launch(event) else { continue };
            let rules = &self.config.pops;
            if until > now && (!server_is_first(contact, event) || !is_known(rules, contact, event))
            {
                continue;
            }
            let chosen = chosen(rules, contact, event);
            if let Some(contact) = self.contacts.get_mut(&key) {
                *contact.pop_progress.launch_mut(event) = Launch::Done;
            }
            for made in chosen {
                self.add_pop(key, made);
            }
            self.open_by_themselves(key, event);
        }
    }

    /// Opens what opens by itself, as long as there are not too many.
    pub(super) fn open_by_themselves(&mut self, key: ContactKey, event: PopEvent) {
        let Some(contact) = self.contacts.get(&key) else { return };
        if contact.observed || contact.phase == Phase::BeingReturned {
            return;
        }
        let of_event = || contact.pops.iter().filter(|pop| pop.event == event);
        let launched = of_event().filter(|pop| pop.launched).count();
        let waiting = |pop: &&crate::contact::Pop| {
            pop.by_itself && !pop.launched && pop.target.is_some() && !pop.is_open()
        };
        let next: Vec<PopId> = of_event()
            .filter(waiting)
            .take(AT_MOST.saturating_sub(launched))
            .map(|pop| pop.id)
            .collect();
        for id in next {
            self.change_pop(key, id, |pop| pop.launched = true);
            // One that may not be opened says so in its state.
            let _ = self.start_pop(key, id);
        }
    }
}

/// True once the server's pops, which come first, are here or will not come.
fn server_is_first(contact: &Contact, event: PopEvent) -> bool {
    let server = contact.pop_progress.server;
    event == PopEvent::Alerting
        || contact.kind() != Kind::WebChat
        || matches!(server, ServerPops::Here | ServerPops::Unanswered)
}

/// True once the contact's kind is known, and all that its pops of an event need.
fn is_known(rules: &Pops, contact: &Contact, event: PopEvent) -> bool {
    let of_event = || rules.pops.iter().filter(|pop| pop.event == event);
    let kind_known = contact.kind() != Kind::Other || !contact.cct.types.is_empty();
    of_event().next().is_none()
        || (kind_known
            && of_event().filter(|pop| is_for(pop, contact)).all(|pop| {
                let filter = pop.filter.as_ref().and_then(|name| rules.filter(name));
                let path = rules.application(&pop.application).map(|known| &known.path);
                filter.is_none_or(|filter| named(contact, &filter.intrinsic).is_some())
                    && path.is_none_or(|path| {
                        let has = |gap| value(contact, gap, &pop.parameters).is_some();
                        path.gaps().into_iter().all(has)
                    })
            }))
}

/// The settings' pops for a contact, ascending.
fn chosen(rules: &Pops, contact: &Contact, event: PopEvent) -> Vec<Made> {
    let matches = |pop: &&PopLaunch| {
        let filter = pop.filter.as_ref().map(|name| rules.filter(name));
        pop.event == event
            && is_for(pop, contact)
            && filter.is_none_or(|filter| {
                filter.is_some_and(|filter| {
                    named(contact, &filter.intrinsic).is_some_and(|value| filter.matches(&value))
                })
            })
    };
    let mut pops: Vec<&PopLaunch> = rules.pops.iter().filter(matches).collect();
    pops.sort_by_key(|pop| pop.order);
    pops.into_iter()
        .filter_map(|pop| {
            let path = rules.application(&pop.application)?.path.clone();
            Some(Made {
                name: pop.name.clone(),
                event,
                place: if path.is_web() { pop.place } else { PopPlace::Outside },
                path: Ok(path),
                parameters: pop.parameters.clone(),
                close_on_release: pop.close_on_release,
                by_itself: true,
            })
        })
        .collect()
}

/// Whether a pop is for contacts of this type: in our words or the server's, where case, blanks
/// and signs do not count.
fn is_for(pop: &PopLaunch, contact: &Contact) -> bool {
    let words = contact.type_words();
    pop.contact_types.is_empty()
        || pop.contact_types.iter().any(|wanted| {
            let wanted = crate::contact::kind::fold(wanted);
            wanted == contact.kind().word()
                || words.iter().any(|word| crate::contact::kind::fold(word) == wanted)
        })
}
