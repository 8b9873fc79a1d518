//! Lines of a trace, from this run or from a file of `desk record`.

use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use desk_runtime::{Entry, Recorder};
use serde_json::Value;

use crate::failure::Failure;

/// Lines of a trace, in order.
#[derive(Debug, Default)]
pub(super) struct KeptTrace(Mutex<Vec<Value>>);

impl Recorder for KeptTrace {
    fn record(&self, entry: &Entry) {
        // An entry is plain data; one that were not would tell nothing.
        self.lock().extend(serde_json::to_value(entry));
    }
}

impl KeptTrace {
    /// Adds the lines of a file.
    ///
    /// # Errors
    /// [`Failure::Read`], [`Failure::Trace`].
    pub(super) fn read(&self, path: &Path) -> Result<(), Failure> {
        let text = std::fs::read_to_string(path)
            .map_err(|source| Failure::Read { path: path.to_owned(), source })?;
        for (number, line) in text.lines().enumerate() {
            let bad = |why: String| Failure::Trace { path: path.to_owned(), line: number + 1, why };
            let value: Value = serde_json::from_str(line)
                .map_err(|error| bad(format!("column {}", error.column())))?;
            if !value["link"].is_string() || !value["event"].is_string() {
                return Err(bad("no link or event".to_owned()));
            }
            self.lock().push(value);
        }
        Ok(())
    }

    /// All lines.
    pub(super) fn lines(&self) -> Vec<Value> {
        self.lock().clone()
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Value>> {
        // A panic while pushing leaves whole lines behind.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
