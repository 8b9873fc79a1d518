//! One table of a TOML settings file, read key by key into values that already have a default.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use log_safe::Private;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::document::Broken;
use super::problem::{ProblemKind, Report, SECRET_ACCEPTED, quoted};

/// Why a text is not taken as a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refusal {
    /// It is none of the values accepted.
    Bad,
    /// It carries a password.
    Secret,
}

/// Where an entry of a list stands, for problems found after the whole list was read.
pub(super) struct Place {
    pub(super) entry: String,
    pub(super) at: usize,
}

/// One table while it is read. Keys that nobody asked for are unknown.
pub(super) struct Section<'r, 't> {
    path: String,
    table: &'r DeTable<'t>,
    report: &'r mut Report<'t>,
    broken: &'r Broken,
    asked: BTreeSet<String>,
}

impl<'r, 't> Section<'r, 't> {
    pub(super) fn new(
        path: &str,
        table: &'r DeTable<'t>,
        report: &'r mut Report<'t>,
        broken: &'r Broken,
    ) -> Self {
        Self { path: path.to_owned(), table, report, broken, asked: BTreeSet::new() }
    }

    /// The keys asked for.
    pub(super) fn into_asked(self) -> BTreeSet<String> {
        self.asked
    }

    /// Whether the table has this key.
    pub(super) fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// Where a key stands; the start of the text where it does not.
    pub(super) fn place(&self, key: &str) -> Place {
        Place {
            entry: self.entry(key),
            at: self.table.get(key).map_or(0, |value| value.span().start),
        }
    }

    /// `true` or `false`.
    pub(super) fn flag(&mut self, key: &str, into: &mut bool) {
        const ACCEPTED: &str = "true or false, without quotes";
        if let Some(value) = self.value(key, ACCEPTED) {
            match value.get_ref() {
                DeValue::Boolean(flag) => *into = *flag,
                _ => self.bad(key, value, ACCEPTED),
            }
        }
    }

    /// A whole number.
    pub(super) fn whole(&mut self, key: &str, range: RangeInclusive<u32>, into: &mut u32) {
        let accepted = format!("a whole number from {} to {}", range.start(), range.end());
        let Some(value) = self.value(key, &accepted) else {
            return;
        };
        let number = match value.get_ref() {
            DeValue::Integer(number) => u32::from_str_radix(number.as_str(), number.radix()).ok(),
            _ => None,
        };
        match number.filter(|number| range.contains(number)) {
            Some(number) => *into = number,
            None => self.bad(key, value, &accepted),
        }
    }

    /// One of several words; case does not matter.
    pub(super) fn choice<T: Copy>(&mut self, key: &str, words: &[(&str, T)], into: &mut T) {
        let list: Vec<_> = words.iter().map(|(word, _)| quoted(word)).collect();
        let accepted = format!("one of {}", list.join(", "));
        let Some(value) = self.value(key, &accepted) else {
            return;
        };
        let chosen = value
            .get_ref()
            .as_str()
            .and_then(|text| words.iter().find(|(word, _)| word.eq_ignore_ascii_case(text.trim())));
        match chosen {
            Some((_, choice)) => *into = *choice,
            None => self.bad(key, value, &accepted),
        }
    }

    /// A text with a meaning, or `""` for none.
    pub(super) fn optional<T>(
        &mut self,
        key: &str,
        accepted: &str,
        into: &mut Option<T>,
        parse: impl FnOnce(&str) -> Result<T, Refusal>,
    ) {
        self.text(key, accepted, |text| match text {
            "" => {
                *into = None;
                Ok(())
            }
            text => parse(text).map(|value| *into = Some(value)),
        });
    }

    /// A text with a meaning that has to be there.
    pub(super) fn required<T>(
        &mut self,
        key: &str,
        accepted: &str,
        into: &mut Option<T>,
        parse: impl FnOnce(&str) -> Result<T, Refusal>,
    ) {
        if !self.has(key) {
            self.missing(key, accepted);
        }
        self.text(key, accepted, |text| parse(text).map(|value| *into = Some(value)));
    }

    /// Like [`Self::required`], for a text that may hold a token: a problem never quotes it.
    pub(super) fn required_unquoted<T>(
        &mut self,
        key: &str,
        accepted: &str,
        into: &mut Option<T>,
        parse: impl FnOnce(&str) -> Result<T, Refusal>,
    ) {
        if !self.has(key) {
            return self.missing(key, accepted);
        }
        let Some(value) = self.value(key, accepted) else { return };
        match value.get_ref().as_str().map(|text| parse(text.trim())) {
            Some(Ok(value)) => *into = Some(value),
            _ => self.refuse(key, value.span().start, Refusal::Bad, None, accepted),
        }
    }

    /// Notes that a key is needed and not there.
    pub(super) fn missing(&mut self, key: &str, accepted: &str) {
        self.asked.insert(key.to_owned());
        let at = self.table.values().map(|value| value.span().start).min();
        let entry = self.entry(key);
        self.report.add(at.unwrap_or_default(), &entry, ProblemKind::Missing, None, accepted);
    }

    /// A text that names a person: any is taken, `""` for none; never shown in a problem.
    pub(super) fn private_text(
        &mut self,
        key: &str,
        accepted: &str,
        into: &mut Option<Private<String>>,
    ) {
        let Some(value) = self.value(key, accepted) else {
            return;
        };
        match value.get_ref().as_str() {
            Some(text) => {
                *into = Some(text.trim()).filter(|text| !text.is_empty()).map(Private::from);
            }
            None => self.refuse(key, value.span().start, Refusal::Bad, None, accepted),
        }
    }

    /// A list of texts with a meaning. Entries that are not accepted are left out;
    /// where all are, the list stays as it was.
    pub(super) fn list<T>(
        &mut self,
        key: &str,
        accepted: &str,
        into: &mut Vec<T>,
        mut parse: impl FnMut(&str) -> Result<T, Refusal>,
    ) {
        let whole = format!("a list in brackets of texts in quotes, each {accepted}");
        let Some(value) = self.value(key, &whole) else {
            return;
        };
        let Some(array) = value.get_ref().as_array() else {
            self.bad(key, value, &whole);
            return;
        };
        let mut good = Vec::new();
        for (number, item) in array.iter().enumerate() {
            let parsed = match item.get_ref().as_str() {
                Some(text) => parse(text.trim()),
                None => Err(Refusal::Bad),
            };
            match parsed {
                Ok(value) => good.push(value),
                Err(refusal) => {
                    let key = format!("{key}[{}]", number + 1);
                    let found = Some(rendered(item.get_ref()));
                    self.refuse(&key, item.span().start, refusal, found, accepted);
                }
            }
        }
        if array.is_empty() || !good.is_empty() {
            *into = good;
        }
    }

    /// A list of tables, each read by `read`; None where the key is absent. Tables that do not
    /// give a value are left out.
    pub(super) fn tables<T>(
        &mut self,
        key: &str,
        mut read: impl FnMut(&mut Section<'_, 't>) -> Option<T>,
    ) -> Option<Vec<(Place, T)>> {
        const ACCEPTED: &str = "a list of tables";
        let value = self.value(key, ACCEPTED)?;
        let Some(array) = value.get_ref().as_array() else {
            self.bad(key, value, ACCEPTED);
            return None;
        };
        let mut all = Vec::new();
        for (number, item) in array.iter().enumerate() {
            let key = format!("{key}[{}]", number + 1);
            let Some(table) = item.get_ref().as_table() else {
                self.bad(&key, item, ACCEPTED);
                continue;
            };
            let entry = self.entry(&key);
            let mut inner = Section::new(&entry, table, self.report, self.broken);
            let read = read(&mut inner);
            let asked = inner.into_asked();
            for key in table.keys().filter(|key| !asked.contains(&**key.get_ref())) {
                self.report.add(
                    key.span().start,
                    &format!("{entry}.{}", key.get_ref()),
                    ProblemKind::UnknownEntry { suggestion: None },
                    None,
                    &asked.iter().cloned().collect::<Vec<_>>().join(", "),
                );
            }
            let at = table.values().map(|value| value.span().start).min();
            let at = at.unwrap_or(item.span().start);
            all.extend(read.map(|value| (Place { entry, at }, value)));
        }
        Some(all)
    }

    /// Notes that the first of `keys` that is in this table does not go together with an entry.
    pub(super) fn conflict(&mut self, keys: &[&str], with: &str, accepted: &str) {
        let here = keys.iter().find_map(|key| Some((*key, self.table.get(*key)?)));
        if let Some((key, value)) = here {
            let place = self.place(key);
            let found = Some(rendered(value.get_ref()));
            self.conflict_at(&place, with, found, accepted);
        }
    }

    /// Notes that an entry of a list does not go together with another entry.
    pub(super) fn conflict_at(
        &mut self,
        place: &Place,
        with: &str,
        found: Option<String>,
        accepted: &str,
    ) {
        let kind = ProblemKind::Conflict { with: with.to_owned() };
        self.report.add(place.at, &place.entry, kind, found, accepted);
    }

    fn text(&mut self, key: &str, accepted: &str, take: impl FnOnce(&str) -> Result<(), Refusal>) {
        let in_quotes = format!("{accepted} (in quotes)");
        let Some(value) = self.value(key, &in_quotes) else {
            return;
        };
        let Some(text) = value.get_ref().as_str() else {
            self.bad(key, value, &in_quotes);
            return;
        };
        if let Err(refusal) = take(text.trim()) {
            let found = Some(quoted(text));
            self.refuse(key, value.span().start, refusal, found, accepted);
        }
    }

    /// The value of a key, which counts as known from now on. None as well where the parser found
    /// the line broken: what it made of it may be anything, and the parser's problem learns which
    /// entry it is and what is accepted there.
    fn value(&mut self, key: &str, accepted: &str) -> Option<&'r Spanned<DeValue<'t>>> {
        self.asked.insert(key.to_owned());
        let value = self.table.get(key)?;
        if self.broken.touches(value) {
            let entry = self.entry(key);
            self.report.explain(&value.span(), &entry, accepted);
            return None;
        }
        Some(value)
    }

    fn bad(&mut self, key: &str, value: &Spanned<DeValue<'_>>, accepted: &str) {
        let found = Some(rendered(value.get_ref()));
        self.refuse(key, value.span().start, Refusal::Bad, found, accepted);
    }

    fn refuse(
        &mut self,
        key: &str,
        at: usize,
        refusal: Refusal,
        found: Option<String>,
        accepted: &str,
    ) {
        let entry = self.entry(key);
        match refusal {
            Refusal::Bad => self.report.add(at, &entry, ProblemKind::BadValue, found, accepted),
            Refusal::Secret => {
                self.report.add(at, &entry, ProblemKind::SecretInFile, None, SECRET_ACCEPTED)
            }
        }
    }

    fn entry(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }
}

/// A value for a message.
fn rendered(value: &DeValue<'_>) -> String {
    match value {
        DeValue::String(text) => quoted(text),
        DeValue::Integer(number) => number.to_string(),
        DeValue::Float(number) => number.to_string(),
        DeValue::Boolean(flag) => flag.to_string(),
        DeValue::Datetime(_) => "a date".to_owned(),
        DeValue::Array(_) => "a list".to_owned(),
        DeValue::Table(_) => "a table".to_owned(),
    }
}
