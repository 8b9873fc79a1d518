//! Screen pops: what may be opened, and what opens when.
//!
//! The sections and fields are those of the server's administration of advanced screen pops:
//! applications, filters, pops.

mod application;
mod filter;
mod launch;
mod program;

use super::problem::quoted;
use super::section::{Place, Section};
use crate::contact::pop::Gap;

pub use application::PopApplication;
pub use filter::PopFilter;
pub use launch::PopLaunch;
pub use program::AllowedProgram;

/// Screen pops: what may be opened, and what opens when.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pops {
    /// The hosts whose pages may open inside the desktop or be opened at all: names, addresses,
    /// or `*.example.org` for every host below one.
    pub allowed_hosts: Vec<String>,
    /// The programs that may be started.
    pub allowed_programs: Vec<AllowedProgram>,
    /// What can be opened.
    pub applications: Vec<PopApplication>,
    /// Conditions.
    pub filters: Vec<PopFilter>,
    /// What opens when, in the order of the file.
    pub pops: Vec<PopLaunch>,
}

impl Pops {
    pub(super) fn read(&mut self, section: &mut Section<'_, '_>) {
        let host = "a host: a name, an address, or *.example.org for every host below it";
        section.list("allowed_hosts", host, &mut self.allowed_hosts, program::host);
        if let Some(programs) = section.tables("allowed_programs", AllowedProgram::read) {
            self.allowed_programs = once(section, programs, |program| &program.name);
        }
        let applications = section.tables("applications", PopApplication::read);
        if let Some(applications) = applications {
            for (place, application) in &applications {
                self.check_allowed(section, place, application);
            }
            self.applications = once(section, applications, |application| &application.name);
        }
        if let Some(filters) = section.tables("filters", PopFilter::read) {
            self.filters = once(section, filters, |filter| &filter.name);
        }
        if let Some(pops) = section.tables("pops", PopLaunch::read) {
            let known = pops.into_iter().filter(|(place, pop)| self.knows(section, place, pop));
            let known: Vec<_> = known.collect();
            self.pops = once(section, known, |pop| &pop.name);
        }
    }

    /// The application of a name.
    pub fn application(&self, name: &str) -> Option<&PopApplication> {
        self.applications.iter().find(|application| application.name == name)
    }

    /// The filter of a name.
    pub fn filter(&self, name: &str) -> Option<&PopFilter> {
        self.filters.iter().find(|filter| filter.name == name)
    }

    /// An application that may not be opened is kept, and says so when it should open.
    fn check_allowed(
        &self,
        section: &mut Section<'_, '_>,
        place: &Place,
        application: &PopApplication,
    ) {
        let refused = application.path.fill(self, |_| String::new()).is_err();
        if refused && application.path.is_web() {
            let host = application.path.host().unwrap_or_default();
            let accepted = "an address whose host stands in that list";
            section.conflict_at(place, "pops.allowed_hosts", Some(quoted(&host)), accepted);
        } else if refused {
            let accepted = "a program that stands in that list";
            section.conflict_at(place, "pops.allowed_programs", None, accepted);
        }
    }

    /// Whether what a pop names is there; a gap without its parameter stays empty.
    fn knows(&self, section: &mut Section<'_, '_>, place: &Place, pop: &PopLaunch) -> bool {
        let Some(application) = self.application(&pop.application) else {
            let names: Vec<_> = self.applications.iter().map(|one| quoted(&one.name)).collect();
            let found = Some(quoted(&pop.application));
            section.conflict_at(place, "pops.applications", found, &one_of(&names));
            return false;
        };
        if let Some(filter) = &pop.filter
            && self.filter(filter).is_none()
        {
            let names: Vec<_> = self.filters.iter().map(|one| quoted(&one.name)).collect();
            let found = Some(quoted(filter));
            section.conflict_at(place, "pops.filters", found, &one_of(&names));
            return false;
        }
        let needed = application.path.gaps().into_iter().filter_map(|gap| match gap {
            Gap::Numbered(number) => Some(number + 1),
            Gap::ContactId | Gap::Named(_) => None,
        });
        let needed = needed.max().unwrap_or(0);
        if needed > pop.parameters.len() {
            let accepted = format!("{needed} parameters, one for each number in the path");
            let found = Some(pop.parameters.len().to_string());
            section.conflict_at(place, "the path of its application", found, &accepted);
        }
        true
    }
}

fn one_of(names: &[String]) -> String {
    if names.is_empty() {
        "nothing while that list is empty".to_owned()
    } else {
        format!("one of {}", names.join(", "))
    }
}

/// The entries whose names stand in the list only once; of those that do not, the first.
fn once<T>(
    section: &mut Section<'_, '_>,
    entries: Vec<(Place, T)>,
    name: impl Fn(&T) -> &String,
) -> Vec<T> {
    let mut kept: Vec<(Place, T)> = Vec::with_capacity(entries.len());
    for (place, entry) in entries {
        match kept.iter().find(|(_, first)| name(first) == name(&entry)) {
            Some((first, _)) => {
                let accepted = "a name that stands in the list only once";
                let found = Some(quoted(name(&entry)));
                section.conflict_at(&place, &first.entry, found, accepted);
            }
            None => kept.push((place, entry)),
        }
    }
    kept.into_iter().map(|(_, entry)| entry).collect()
}
