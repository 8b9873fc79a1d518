//! Ready files: how a started program says that it listens, or that its window is up.

use crate::failure::{Failure, Outcome};
use crate::stopwatch::wait_for;
use serde_json::Value;
use std::path::Path;
use std::process::Child;
use std::time::Duration;

/// Waits until the program has written its file; a program that ends before is a failure.
pub(crate) fn wait(what: &str, child: &mut Child, file: &Path, limit: Duration) -> Outcome<Value> {
    wait_for(what, limit, || {
        if let Some(value) = read(file) {
            return Ok(Some(value));
        }
        match child.try_wait() {
            Ok(None) => Ok(None),
            Ok(Some(status)) => {
                Err(Failure::Command { line: what.to_owned(), code: status.code() })
            }
            Err(source) => Err(Failure::Start { line: what.to_owned(), source }),
        }
    })
}

/// The file's JSON. A window may write no more than an empty file; half a file is not there yet.
fn read(file: &Path) -> Option<Value> {
    let text = std::fs::read_to_string(file).ok()?;
    if text.trim().is_empty() {
        return Some(Value::Null);
    }
    serde_json::from_str(&text).ok()
}
