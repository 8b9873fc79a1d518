//! What opens when: one screen pop of the settings.

use crate::contact::pop::{PopEvent, PopPlace};
use crate::settings::ready::filled;
use crate::settings::section::Section;

/// One screen pop of the settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PopLaunch {
    /// Its name, which the agent reads.
    pub name: String,
    /// The kinds of contact it is for, in our words (`chat`, `email`, `voice`, `callback`) or the
    /// server's (`SMS`, `Fax`, …); empty: all.
    pub contact_types: Vec<String>,
    /// When it opens.
    pub event: PopEvent,
    /// What it opens: the name of an application.
    pub application: String,
    /// The keys of the intrinsics for the gaps `{0}`, `{1}`, … of the application's path.
    pub parameters: Vec<String>,
    /// The name of the filter that has to match.
    pub filter: Option<String>,
    /// Where a page opens; a program is always outside.
    pub place: PopPlace,
    /// Whether it closes with the contact.
    pub close_on_release: bool,
    /// Its place among the pops of the same event, ascending.
    pub order: u32,
}

impl PopLaunch {
    pub(super) fn read(entry: &mut Section<'_, '_>) -> Option<Self> {
        let (mut name, mut application, mut filter) = (None, None, None);
        let (mut contact_types, mut parameters) = (Vec::new(), Vec::new());
        let (mut event, mut place) = (PopEvent::Active, PopPlace::Tab);
        let (mut close_on_release, mut order) = (false, 100);
        entry.required("name", "a name, not empty", &mut name, filled);
        let types = "a type of contact, such as \"chat\", \"email\", \"voice\", \"callback\"";
        entry.list("contact_types", types, &mut contact_types, filled);
        let events = [("alerting", PopEvent::Alerting), ("active", PopEvent::Active)];
        entry.choice("event", &events, &mut event);
        entry.required("application", "the name of an application", &mut application, filled);
        entry.list("parameters", "the key of an intrinsic", &mut parameters, filled);
        entry.optional("filter", "the name of a filter", &mut filter, filled);
        let places = [("tab", PopPlace::Tab), ("outside", PopPlace::Outside)];
        entry.choice("place", &places, &mut place);
        entry.flag("close_on_release", &mut close_on_release);
        entry.whole("order", 1..=1_000, &mut order);
        Some(Self {
            name: name?,
            contact_types,
            event,
            application: application?,
            parameters,
            filter,
            place,
            close_on_release,
            order,
        })
    }
}
