//! A TOML settings file: parsing, its tables, and the entries nobody knows.

use std::collections::BTreeSet;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::nearest::nearest;
use super::problem::{ProblemKind, Report, SECRET_ACCEPTED, names_a_secret, one_line, quoted};
use super::repair::{Repaired, line_around, overlap, repair};
use super::section::{Place, Section};
use super::{Problem, Settings, migrations};

/// The parts of a text that the parser could not read, widened to whole lines.
#[derive(Debug, Default)]
pub(super) struct Broken(Vec<Range<usize>>);

impl Broken {
    fn meets(&self, span: &Range<usize>) -> bool {
        self.0.iter().any(|part| overlap(part, span))
    }

    /// Whether a value lies, in part, in what could not be read. Tables do not count: their
    /// entries are asked one by one.
    pub(super) fn touches(&self, value: &Spanned<DeValue<'_>>) -> bool {
        let has_entries = match value.get_ref() {
            DeValue::Table(_) => true,
            DeValue::Array(array) => array.iter().any(|item| item.get_ref().is_table()),
            _ => false,
        };
        !has_entries && self.meets(&value.span())
    }
}

/// A TOML settings file while it is read.
pub(super) struct Document<'t> {
    root: DeTable<'t>,
    report: Report<'t>,
    broken: Broken,
    /// Every key asked for, with its table: `servers.ewc_url`.
    known: Vec<String>,
    unknown: Vec<(String, usize)>,
    sections: Vec<&'static str>,
}

impl<'t> Document<'t> {
    /// Parses a file as far as it can be parsed and brings it up to date; the problems alone where
    /// it is for a newer program.
    pub(super) fn open(
        file: &'t str,
        text: &'t str,
        repaired: &'t Repaired,
    ) -> Result<Self, Vec<Problem>> {
        let mut report = Report::new(file, text);
        let mut broken = Broken::default();
        let (root, errors) = DeTable::parse_recoverable(&repaired.text);
        let mut told = BTreeSet::new();
        let lost = repaired.lost.iter().map(|(at, detail)| {
            broken.0.push(line_around(text, *at..*at));
            (*at, detail.clone())
        });
        let lost: Vec<_> = lost.collect();
        let unread = errors.into_iter().map(|error| {
            let span = error.span().unwrap_or_default();
            broken.0.push(line_around(text, span.clone()));
            (span.start, one_line(error.message()))
        });
        for (at, detail) in lost.into_iter().chain(unread) {
            // The rest of a broken line is broken too; once is enough.
            if told.insert(report.line(at)) {
                let accepted = if detail.contains("duplicate") {
                    "each table and each entry once"
                } else {
                    "TOML: [table] headers and lines such as key = \"text\", key = true, key = 5"
                };
                let kind = ProblemKind::Syntax { detail };
                report.add(at, &line_names(text, at), kind, None, accepted);
            }
        }
        let mut root = root.into_inner();
        if !migrations::migrate(&mut root, &mut report) {
            return Err(report.problems);
        }
        Ok(Self {
            root,
            report,
            broken,
            known: vec!["version".to_owned()],
            unknown: Vec::new(),
            sections: Vec::new(),
        })
    }

    /// Reads the entries above the first table.
    pub(super) fn top(&mut self, read: impl FnOnce(&mut Section<'_, 't>)) {
        let mut section = Section::new("", &self.root, &mut self.report, &self.broken);
        read(&mut section);
        self.known.extend(section.into_asked());
    }

    /// Reads one table; an absent one is read as an empty one.
    pub(super) fn section(&mut self, name: &'static str, read: impl FnOnce(&mut Section<'_, 't>)) {
        self.sections.push(name);
        let empty = DeTable::new();
        let table = match self.root.get(name) {
            None => &empty,
            Some(value) => match value.get_ref().as_table() {
                Some(table) => table,
                None => {
                    self.report.add(
                        value.span().start,
                        name,
                        ProblemKind::BadValue,
                        None,
                        &format!("a table: a line [{name}] with its entries below"),
                    );
                    &empty
                }
            },
        };
        let mut section = Section::new(name, table, &mut self.report, &self.broken);
        read(&mut section);
        let asked = section.into_asked();
        for (key, value) in table {
            if !asked.contains(&**key.get_ref()) && !self.broken.touches(value) {
                self.unknown.push((format!("{name}.{}", key.get_ref()), key.span().start));
            }
        }
        self.known.extend(asked.iter().map(|key| format!("{name}.{key}")));
    }

    /// Notes a problem with the file that an entry names.
    pub(super) fn note(&mut self, place: &Place, kind: ProblemKind, named: &str) {
        let accepted = "the name of a file that can be read, beside this one unless it is a path";
        let found = Some(quoted(named));
        self.report.add(place.at, &place.entry, kind, found, accepted);
    }

    /// The problems, those of unknown entries included.
    pub(super) fn close(mut self) -> Vec<Problem> {
        for (key, value) in &self.root {
            let name: &str = key.get_ref();
            let known = self.sections.contains(&name) || self.known.iter().any(|k| k == name);
            if !known && !self.broken.meets(&value.span()) {
                self.unknown.push((name.to_owned(), key.span().start));
            }
        }
        for (entry, at) in &self.unknown {
            let (section, key) = entry.split_once('.').unwrap_or(("", entry));
            if names_a_secret(key) {
                self.report.add(*at, entry, ProblemKind::SecretInFile, None, SECRET_ACCEPTED);
                continue;
            }
            let here: Vec<&str> = if section.is_empty() {
                let top = self.known.iter().map(String::as_str);
                let sections = self.sections.iter().copied();
                top.filter(|k| !k.contains('.')).chain(sections).collect()
            } else {
                self.known
                    .iter()
                    .filter_map(|known| known.strip_prefix(section)?.strip_prefix('.'))
                    .collect()
            };
            // A key in the wrong table is as common as a mistyped one.
            let elsewhere = || {
                let mut all = self.known.iter().map(String::as_str);
                all.find(|known| known.rsplit('.').next() == Some(key))
            };
            let suggestion = nearest(key, here.iter().copied())
                .map(|near| match section {
                    "" => near.to_owned(),
                    section => format!("{section}.{near}"),
                })
                .or_else(|| elsewhere().map(str::to_owned));
            let accepted = here.join(", ");
            let kind = ProblemKind::UnknownEntry { suggestion };
            self.report.add(*at, entry, kind, None, &accepted);
        }
        self.report.problems
    }
}

/// The key or table that a line which cannot be read seems to be about; empty where it names none.
fn line_names(text: &str, at: usize) -> String {
    let before = text.get(..at).unwrap_or(text);
    let begin = before.rfind('\n').map_or(0, |at| at + 1);
    let line = text[begin..].lines().next().unwrap_or_default().trim_start();
    let header = line.trim_start_matches('[');
    let is_key = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    let name = header.split(|c| !is_key(c)).next().unwrap_or_default();
    let followed = header[name.len()..].trim_start();
    if followed.starts_with('=') || header.len() < line.len() {
        name.to_owned()
    } else {
        String::new()
    }
}

/// Every key of a TOML settings file, with its table: `servers.ewc_url`, in alphabetical order.
#[must_use]
pub fn keys() -> Vec<String> {
    let mut keys = match Document::open("", "", &repair("")) {
        Ok(mut document) => {
            super::load::read_top(&mut document);
            Settings::default().read(&mut document);
            document.known
        }
        Err(_) => Vec::new(),
    };
    keys.sort();
    keys
}
