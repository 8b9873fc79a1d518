//! The fixture files, and short ways to write the values in them.

use std::fs;
use std::path::PathBuf;

use ewc_wire::{AgentId, Guid, Timestamp};
use log_safe::Private;
use serde_json::Value;

/// The room of most fixtures.
pub(crate) const ROOM: Guid = Guid(7_300_412);

pub(crate) fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

pub(crate) fn text(path: &str) -> String {
    let path = folder().join(format!("{path}.json"));
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Every fixture of a folder, by name, in order.
pub(crate) fn all(side: &str) -> Vec<(String, Value)> {
    let mut names: Vec<String> = fs::read_dir(folder().join(side))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    names.sort();
    assert!(!names.is_empty(), "no fixtures in {side}");
    names.into_iter().map(|name| (name.clone(), json(&text(&format!("{side}/{name}"))))).collect()
}

pub(crate) fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

pub(crate) fn agent(id: &str) -> AgentId {
    AgentId::from(id)
}

pub(crate) fn private(text: &str) -> Private<String> {
    Private::from(text)
}

pub(crate) fn named(text: &str) -> Option<Private<String>> {
    Some(Private::from(text))
}

pub(crate) fn at(millis: i64) -> Option<Timestamp> {
    Some(Timestamp::from_millis(millis))
}
