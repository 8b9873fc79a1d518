//! Screen pops: from the server and from the settings, opened outside.

mod launch;
mod server;

use super::Desk;
use crate::contact::pop::{Gap, PopPath};
use crate::contact::{Contact, ContactKey, Pop, PopEvent, PopId, PopPlace, PopState, PopTarget};
use crate::effect::{Effect, PopOrder};
use crate::failure::{Failure, FailureKind};
use crate::settings::Pops;
use crate::time::Millis;

impl Desk {
    /// Opens a screen pop, or shows it again.
    ///
    /// # Errors
    /// No such contact or pop; [`FailureKind::PopNotAllowed`].
    pub fn open_pop(&mut self, now: Millis, key: ContactKey, pop: PopId) -> Result<(), Failure> {
        self.pop_or_fail(key, pop)?;
        self.start_pop(key, pop)?;
        self.settle(now);
        Ok(())
    }

    /// Closes a screen pop; one that is not open stays as it is.
    ///
    /// # Errors
    /// No such contact or pop.
    pub fn close_pop(&mut self, now: Millis, key: ContactKey, pop: PopId) -> Result<(), Failure> {
        if self.pop_or_fail(key, pop)?.is_open() {
            self.effects.push_back(Effect::ClosePop { contact: key, pop });
            self.change_pop(key, pop, |pop| pop.state = PopState::Closed);
        }
        self.settle(now);
        Ok(())
    }

    /// How opening a pop went, or that it was closed from outside (`None`). The contact may be
    /// gone.
    pub fn pop_opened(
        &mut self,
        now: Millis,
        key: ContactKey,
        pop: PopId,
        opened: Option<Result<(), Failure>>,
    ) {
        let state = match opened {
            Some(Ok(())) => PopState::Open,
            Some(Err(why)) => PopState::Failed(why),
            None => PopState::Closed,
        };
        // News of a page that was closed here meanwhile is late.
        let open = self.pop_or_fail(key, pop).is_ok_and(Pop::is_open);
        if open {
            self.change_pop(key, pop, |pop| pop.state = state);
        }
        self.settle(now);
    }

    /// Orders a pop; one that is open already is shown again.
    fn start_pop(&mut self, key: ContactKey, id: PopId) -> Result<(), Failure> {
        let contact = self.contact_or_fail(key)?;
        let pop = self.pop_or_fail(key, id)?;
        let (name, place) = (pop.name.clone(), pop.place);
        let target = match &pop.target {
            // An open page is shown again as it is; the address may have changed meanwhile.
            Some(target) if pop.is_open() => Ok(target.clone()),
            _ => target(&self.config.pops, contact, pop),
        };
        let target = match target {
            Ok(target) => target,
            Err(why) => {
                self.change_pop(key, id, |pop| pop.become_refused(why.clone()));
                return Err(why);
            }
        };
        let title = contact.title().into();
        let hosts = self.config.pops.allowed_hosts.clone();
        self.change_pop(key, id, |pop| {
            pop.target = Some(target.clone());
            if pop.state != PopState::Open {
                pop.state = PopState::Opening;
            }
        });
        let order = PopOrder { contact: key, pop: id, name, title, target, place, hosts };
        self.effects.push_back(Effect::OpenPop(order));
        Ok(())
    }

    /// More is known of a contact: what its pops would open follows.
    pub(super) fn refresh_pops(&mut self, key: ContactKey) {
        let Some(contact) = self.contacts.get(&key) else { return };
        let rules = &self.config.pops;
        let idle = contact.pops.iter().filter(|pop| !pop.is_open() && pop.path.is_some());
        let changed: Vec<(PopId, Result<PopTarget, Failure>)> = idle
            .map(|pop| (pop.id, pop.target.as_ref(), target(rules, contact, pop)))
            .filter(|(_, known, new)| *known != new.as_ref().ok())
            .map(|(id, _, new)| (id, new))
            .collect();
        for (id, target) in changed {
            self.change_pop(key, id, |pop| match target {
                Ok(target) => pop.become_allowed(target),
                Err(why) => pop.become_refused(why),
            });
        }
    }

    /// A contact goes: its pops that close with it do, and all that opened while it alerted where
    /// nobody answered it.
    pub(super) fn close_pops_of(&mut self, contact: &Contact) {
        let vanished =
            contact.connected_at.is_none() && contact.answered_at.is_none() && contact.in_cct;
        let closes = |pop: &&Pop| {
            let alerting = vanished && pop.event == PopEvent::Alerting;
            pop.is_open() && (pop.close_on_release || alerting)
        };
        let contact_key = contact.key;
        let ids = contact.pops.iter().filter(closes).map(|pop| pop.id);
        let effects = ids.map(|pop| Effect::ClosePop { contact: contact_key, pop });
        self.effects.extend(effects);
    }

    fn pop_or_fail(&self, key: ContactKey, pop: PopId) -> Result<&Pop, Failure> {
        let contact = self.contact_or_fail(key)?;
        let found = contact.pops.iter().find(|known| known.id == pop);
        found.ok_or(Failure::of(FailureKind::NoSuchItem))
    }

    fn change_pop(&mut self, key: ContactKey, pop: PopId, change: impl FnOnce(&mut Pop)) {
        self.update_contact(key, |contact, _| {
            if let Some(pop) = contact.pops.iter_mut().find(|known| known.id == pop) {
                change(pop);
            }
        });
    }

    /// A pop at the end of the list.
    fn add_pop(&mut self, key: ContactKey, made: Made) {
        let Some(contact) = self.contacts.get(&key) else { return };
        let Made { name, event, path, parameters, place, close_on_release, by_itself } = made;
        let mut pop = Pop {
            id: PopId(contact.pop_progress.last_id + 1),
            name,
            event,
            target: None,
            place,
            state: PopState::Ready,
            close_on_release,
            parameters,
            by_itself,
            launched: false,
            path: path.as_ref().ok().cloned(),
        };
        let opens = match &path {
            Ok(_) => target(&self.config.pops, contact, &pop),
            Err(shown) => Err(Failure::of(FailureKind::PopNotAllowed(shown.clone()))),
        };
        match opens {
            Ok(target) => pop.become_allowed(target),
            Err(why) => pop.become_refused(why),
        }
        self.update_contact(key, |contact, _| {
            contact.pop_progress.last_id += 1;
            contact.pops.push(pop);
        });
    }
}

/// A pop to add; a path that cannot be read is there as what it may be called.
struct Made {
    name: String,
    event: PopEvent,
    path: Result<PopPath, String>,
    parameters: Vec<String>,
    place: PopPlace,
    close_on_release: bool,
    by_itself: bool,
}

impl Pop {
    fn become_refused(&mut self, why: Failure) {
        self.target = None;
        self.state = PopState::Failed(why);
    }

    fn become_allowed(&mut self, target: PopTarget) {
        let refused = |why: &Failure| matches!(why.kind, FailureKind::PopNotAllowed(_));
        if matches!(&self.state, PopState::Failed(why) if refused(why)) {
            self.state = PopState::Ready;
        }
        self.target = Some(target);
    }
}

/// What a pop opens now.
fn target(rules: &Pops, contact: &Contact, pop: &Pop) -> Result<PopTarget, Failure> {
    let Some(path) = &pop.path else {
        return Err(Failure::of(FailureKind::PopNotAllowed(String::new())));
    };
    path.fill(rules, |gap| value(contact, gap, &pop.parameters).unwrap_or_default())
}

/// What fills a gap, where the contact has it.
fn value(contact: &Contact, gap: &Gap, parameters: &[String]) -> Option<String> {
    match gap {
        Gap::ContactId => named(contact, "CONTACTID"),
        Gap::Named(key) => named(contact, key),
        Gap::Numbered(number) => named(contact, parameters.get(*number)?),
    }
}

/// An intrinsic; the contact id and the caller's address are known in other ways, too.
fn named(contact: &Contact, key: &str) -> Option<String> {
    let is = |word: &str| key.eq_ignore_ascii_case(word);
    let intrinsic = contact.intrinsic(key).map(str::to_owned);
    intrinsic.or_else(|| {
        if is("CONTACTID") {
            contact.guid().map(|guid| guid.to_string())
        } else if is("FROM") || is("PHONENUMBER") {
            contact.cct.from.as_ref().map(|from| from.as_str().to_owned())
        } else {
            None
        }
    })
}
