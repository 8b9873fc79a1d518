//! The reference desktop's `AppSettings.xml` (guide, chapter 6), read as it is.

mod apply;
mod entries;

use std::collections::BTreeMap;

use log_safe::Private;

use self::apply::Known;
use self::entries::Entry;
use super::Settings;
use super::nearest::nearest;
use super::problem::{ProblemKind, Report, SECRET_ACCEPTED, names_a_secret, one_line};

/// An entry of `AppSettings.xml` that this program has no use for. The reference desktop has many
/// more than the guide names; the port of its own CCT protocol is one of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownEntry {
    /// The file, as the caller named it.
    pub file: String,
    /// The entry's name as written.
    pub name: String,
    /// Its value; empty where the name says that it is a secret.
    pub value: Private<String>,
    /// Line, from 1.
    pub line: u32,
}

/// Takes over what the file says, and gives the entries it has no use for; None where the file is
/// no XML.
pub(super) fn read(settings: &mut Settings, report: &mut Report<'_>) -> Option<Vec<UnknownEntry>> {
    let document = match roxmltree::Document::parse(report.text) {
        Ok(document) => document,
        Err(error) => {
            note_syntax(&error, report);
            return None;
        }
    };
    let mut known: BTreeMap<Known, Entry> = BTreeMap::new();
    let mut rest = Vec::new();
    for entry in entries::entries(&document) {
        let Some(name) = Known::of_name(&entry.name) else {
            rest.push(entry);
            continue;
        };
        if let Some(first) = known.get(&name) {
            let first_line = report.line(first.at);
            report.add(
                entry.at,
                &entry.name,
                ProblemKind::Duplicate { first_line },
                None,
                "each entry once",
            );
        }
        known.insert(name, entry);
    }
    let unknown = rest.into_iter().map(|entry| keep(entry, &known, report)).collect();
    apply::apply(&known, settings, report);
    Some(unknown)
}

/// Keeps an unknown entry; a name one slip away from a known one that is absent was meant as it.
fn keep(entry: Entry, known: &BTreeMap<Known, Entry>, report: &mut Report<'_>) -> UnknownEntry {
    // "UseDefaultPassword=true" is a switch, not a password.
    let plain = ["", "true", "false"].iter().any(|v| entry.value.eq_ignore_ascii_case(v));
    let secret = names_a_secret(&entry.name) && !plain;
    if secret {
        report.add(entry.at, &entry.name, ProblemKind::SecretInFile, None, SECRET_ACCEPTED);
    }
    let absent = Known::ALL.iter().filter(|name| !known.contains_key(name));
    if let Some(meant) = nearest(&entry.name, absent.map(|name| name.name())) {
        report.add(
            entry.at,
            &entry.name,
            ProblemKind::UnknownEntry { suggestion: Some(meant.to_owned()) },
            None,
            meant,
        );
    }
    UnknownEntry {
        file: report.file.to_owned(),
        line: report.line(entry.at),
        name: entry.name,
        value: Private::new(if secret { String::new() } else { entry.value }),
    }
}

fn note_syntax(error: &roxmltree::Error, report: &mut Report<'_>) {
    let place = error.pos();
    let mut detail = one_line(&error.to_string());
    if let Some(at) = detail.rfind(" at ") {
        // The place is told in its own fields.
        detail.truncate(at);
    }
    let kind = ProblemKind::Syntax { detail };
    let accepted = "XML with entries such as <add key=\"WebSocketURL\" value=\"…\"/> or \
                    <WebSocketURL>…</WebSocketURL>";
    report.add(0, "", kind, None, accepted);
    if let Some(problem) = report.problems.last_mut() {
        problem.line = place.row;
        problem.column = place.col;
    }
}
