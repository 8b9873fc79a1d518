//! Standard output as a queue of whole lines, so that a slow reader stops nobody else.

use std::sync::Arc;

use serde_json::Value;
use tokio::sync::{Mutex, mpsc};
use tokio::task::JoinHandle;

use crate::say::say;

/// Where lines go. Cheap to clone.
#[derive(Clone)]
pub(crate) struct LinesOut {
    lines: mpsc::UnboundedSender<Option<String>>,
    writing: Arc<Mutex<Option<JoinHandle<()>>>>,
}

impl LinesOut {
    /// Starts writing.
    pub(crate) fn start() -> Self {
        let (lines, mut waiting) = mpsc::unbounded_channel::<Option<String>>();
        let writing = tokio::task::spawn_blocking(move || {
            while let Some(Some(line)) = waiting.blocking_recv() {
                say(&line);
            }
        });
        Self { lines, writing: Arc::new(Mutex::new(Some(writing))) }
    }

    /// Queues a line.
    pub(crate) fn line(&self, line: String) {
        // After `finish` nobody reads any more.
        let _ = self.lines.send(Some(line));
    }

    /// Queues a JSON value as a line.
    pub(crate) fn value(&self, value: &Value) {
        self.line(value.to_string());
    }

    /// Waits until everything queued is written.
    pub(crate) async fn finish(&self) {
        let _ = self.lines.send(None);
        if let Some(writing) = self.writing.lock().await.take() {
            let _ = writing.await;
        }
    }
}
