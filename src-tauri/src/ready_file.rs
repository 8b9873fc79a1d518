//! Says to whoever started the window that its page is up: `FRONTDESK_READY_FILE`.

use std::path::PathBuf;
use std::sync::Mutex;

use serde_json::json;

/// The file that is yet to be written, if anybody waits for it.
pub(crate) struct ReadyFile(Mutex<Option<PathBuf>>);

impl ReadyFile {
    /// The file named by the environment.
    pub(crate) fn wanted() -> Self {
        Self(Mutex::new(std::env::var_os("FRONTDESK_READY_FILE").map(PathBuf::from)))
    }

    /// Writes the file, the first time: whole or not at all.
    pub(crate) fn page_is_up(&self) {
        let Ok(mut wanted) = self.0.lock() else { return };
        let Some(path) = wanted.take() else { return };
        let half = path.with_extension("tmp");
        let text = json!({ "pid": std::process::id() }).to_string();
        if let Err(error) = std::fs::write(&half, text).and_then(|()| std::fs::rename(half, path)) {
            tracing::warn!(%error, "the ready file cannot be written");
        }
    }
}
