//! How a piece of news changes the set: repeated, late and contradicting news change nothing.

use super::Offers;
use super::facts::Facts;
use super::known::{Gone, Known, Stage};
use super::sighting::{Seen, Sighting, Source};
use crate::cct::capabilities::Asked;
use crate::cct::event::CctEvent;
use crate::time::Millis;

impl Offers {
    /// Takes a piece of news; the events say what changed.
    pub(in crate::cct) fn sighted(&mut self, now: Millis, news: Sighting) -> Vec<CctEvent> {
        let id = news.contact.id.clone();
        match self.known.get_mut(&id) {
            Some(known) if is_stale(known.happened, known.heard, &news) => {
                let changed = news.seen != Seen::Gone && known.fill_in(&news);
                changed.then(|| CctEvent::Facts(known.view())).into_iter().collect()
            }
            Some(known) if known.is_presented_again(&news) => {
                let mut events: Vec<CctEvent> = self.end(now, &id, false).into_iter().collect();
                events.extend(self.begin(now, news));
                events
            }
            Some(known) => match known.take(now, &news) {
                Taken::Over => self.end(now, &id, news.is_return()).into_iter().collect(),
                Taken::Told(events) => events,
            },
            None => self.begin(now, news),
        }
    }

    fn begin(&mut self, now: Millis, news: Sighting) -> Vec<CctEvent> {
        let stage = match news.seen {
            Seen::Alerting => Stage::Alerting,
            Seen::Active => Stage::Active,
            Seen::Elsewhere => return Vec::new(),
            Seen::Gone => {
                self.bury(now, &news);
                return Vec::new();
            }
        };
        let id = news.contact.id.clone();
        if self.gone.get(&id).is_some_and(|gone| is_old_news(gone, &news)) {
            return Vec::new();
        }
        self.gone.remove(&id);
        let mut known = Known {
            consult: news.is_consult(),
            contact: news.contact,
            terminal: news.terminal,
            terminal_connection: news.terminal_connection,
            connection: news.connection,
            stage,
            facts: Facts::due(now),
            can: news.can,
            asked: Asked::default(),
            since: news.happened.map_or(now, Millis),
            happened: news.happened,
            heard: now,
            mentioned: false,
            returning_until: None,
        };
        let events = known.mention();
        self.known.insert(id, known);
        events
    }

    /// An end that overtook its beginning.
    fn bury(&mut self, now: Millis, news: &Sighting) {
        let gone = Gone {
            contact: news.contact.clone(),
            terminal_connection: news.terminal_connection.clone(),
            connection: news.connection.clone(),
            happened: news.happened,
            heard: now,
        };
        let earlier =
            self.gone.get(&news.contact.id).is_some_and(|old| old.happened > gone.happened);
        if !earlier {
            self.gone.insert(news.contact.id.clone(), gone);
        }
    }
}

enum Taken {
    Told(Vec<CctEvent>),
    Over,
}

impl Known {
    fn take(&mut self, now: Millis, news: &Sighting) -> Taken {
        if news.seen == Seen::Gone && self.is_of_another_presentation(news) {
            return Taken::Told(Vec::new());
        }
        let could = self.can;
        self.can.learn(news.can);
        let changed = self.fill_in(news) || self.can != could;
        let told = |event| Taken::Told(vec![event]);
        match (self.stage, news.seen) {
            (_, Seen::Gone) => {
                self.note(now, news);
                return Taken::Over;
            }
            (Stage::Alerting, Seen::Elsewhere) => return Taken::Over,
            (Stage::Alerting, Seen::Active) => {
                self.note(now, news);
                self.stage = Stage::Active;
                let facts = changed.then(|| CctEvent::Facts(self.view()));
                let answered = CctEvent::Answered(self.contact.id.clone());
                return Taken::Told(facts.into_iter().chain([answered]).collect());
            }
            (Stage::Alerting, Seen::Alerting) | (Stage::Active, Seen::Active) => {
                self.note(now, news);
            }
            (Stage::Active, Seen::Alerting | Seen::Elsewhere) => {}
        }
        if changed { told(CctEvent::Facts(self.view())) } else { Taken::Told(Vec::new()) }
    }

    fn note(&mut self, now: Millis, news: &Sighting) {
        self.happened = news.happened.max(self.happened);
        self.heard = now;
    }

    /// Adds what was not known; true when the desk should know.
    fn fill_in(&mut self, news: &Sighting) -> bool {
        let missing = |known: &Option<_>, new: &Option<_>| known.is_none() && new.is_some();
        if self.terminal_connection.is_none() || news.seen != Seen::Gone {
            replace(&mut self.terminal_connection, news.terminal_connection.as_ref());
        }
        if self.connection.is_none() || news.seen != Seen::Gone {
            replace(&mut self.connection, news.connection.as_ref());
        }
        if self.terminal.is_none() {
            replace(&mut self.terminal, news.terminal.as_ref());
        }
        let mut changed = missing(&self.contact.external_id, &news.contact.external_id);
        if self.contact.external_id.is_none() {
            self.contact.external_id.clone_from(&news.contact.external_id);
        }
        if self.contact.provider.is_none() {
            self.contact.provider.clone_from(&news.contact.provider);
        }
        let types = |contact: &cct_wire::Contact| {
            contact.types.as_ref().is_some_and(|types| !types.0.is_empty())
        };
        if !types(&self.contact) && types(&news.contact) {
            self.contact.types.clone_from(&news.contact.types);
            changed = true;
        }
        if news.is_consult() && self.stage == Stage::Alerting && !self.consult {
            self.consult = true;
            changed = true;
        }
        changed
    }

    /// The contact alerts although the agent was on it: it was dropped and presented again between
    /// two looks. Only the answer to a question tells this surely; a notification may just be late.
    fn is_presented_again(&self, news: &Sighting) -> bool {
        self.stage == Stage::Active
            && news.seen == Seen::Alerting
            && matches!(news.source, Source::Asked(_))
            && news.happened.zip(self.happened).is_some_and(|(news, known)| news > known)
    }

    /// A contact may be presented again under new ids while the end of the first presentation is
    /// still on its way.
    fn is_of_another_presentation(&self, news: &Sighting) -> bool {
        let differ = |known: Option<&str>, new: Option<&str>| {
            known.zip(new).map(|(known, new)| known != new)
        };
        let at_terminal = differ(
            self.terminal_connection.as_ref().map(|id| id.as_str()),
            news.terminal_connection.as_ref().map(|id| id.as_str()),
        );
        let at_address = differ(
            self.connection.as_ref().map(|id| id.as_str()),
            news.connection.as_ref().map(|id| id.as_str()),
        );
        at_terminal.or(at_address).unwrap_or(false)
    }
}

fn replace<T: Clone>(known: &mut Option<T>, new: Option<&T>) {
    if let Some(new) = new {
        *known = Some(new.clone());
    }
}

/// True when what we know is newer. Pushed news carry the server's time. An answer to a question
/// is newer than all that was heard before the question; only when other news arrived in between
/// do the server's times decide (section 7.3).
fn is_stale(happened: Option<i64>, heard: Millis, news: &Sighting) -> bool {
    let is_older = || news.happened.zip(happened).map(|(news, known)| news < known);
    match news.source {
        Source::Pushed => is_older().unwrap_or(false),
        Source::Asked(asked) => heard > asked && is_older().unwrap_or(true),
    }
}

/// True when news about a contact that ended is about the presentation that ended.
fn is_old_news(gone: &Gone, news: &Sighting) -> bool {
    let same_terminal_connection =
        gone.terminal_connection.is_some() && gone.terminal_connection == news.terminal_connection;
    let same_connection = gone.connection.is_some() && gone.connection == news.connection;
    let newer = news.happened.zip(gone.happened).map(|(news, gone)| news > gone);
    match news.source {
        Source::Asked(asked) => gone.heard >= asked && !newer.unwrap_or(false),
        Source::Pushed => match newer {
            Some(newer) => !newer,
            None => same_terminal_connection || same_connection,
        },
    }
}
