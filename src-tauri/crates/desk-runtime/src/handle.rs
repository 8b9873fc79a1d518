//! The way to the running desk, for everybody outside its task.

use std::panic::{AssertUnwindSafe, catch_unwind};

use desk_core::revision::Revision;
use desk_core::{Desk, Millis};
use thiserror::Error;
use tokio::sync::{mpsc, oneshot, watch};

use crate::actor::{Job, Ran};

/// Why a question has no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Gone {
    /// The desk has been shut down: start again.
    #[error("the desk is not running any more")]
    ShutDown,
    /// Answering this question failed inside the desk; the desk goes on. Look at its state before
    /// asking again.
    #[error("the desk failed while answering; it goes on")]
    Panicked,
}

/// The way to the running desk. When the last handle is dropped, the desk shuts down.
#[derive(Debug, Clone)]
pub struct DeskHandle {
    pub(crate) jobs: mpsc::Sender<Job>,
    pub(crate) shut_down: mpsc::Sender<oneshot::Sender<()>>,
    pub(crate) changes: watch::Receiver<Revision>,
}

impl DeskHandle {
    /// Runs a question or a command on the desk's task; its effects are carried out before the
    /// answer comes back. It runs even when the caller stops waiting.
    ///
    /// # Errors
    /// [`Gone::ShutDown`], [`Gone::Panicked`].
    pub async fn call<R: Send + 'static>(
        &self,
        ask: impl FnOnce(&mut Desk, Millis) -> R + Send + 'static,
    ) -> Result<R, Gone> {
        let (answer, answered) = oneshot::channel();
        let job: Job = Box::new(move |desk, now| {
            // Sound to assert: the desk is safe code that owns all it touches, so a panic leaves
            // no half-written memory, at worst a contact whose view is behind; the actor lets the
            // desk settle next. `ask` itself is gone afterwards.
            let outcome = catch_unwind(AssertUnwindSafe(|| ask(desk, now)));
            let panicked = outcome.is_err();
            let outcome = outcome.map_err(|_| Gone::Panicked);
            let answer = Box::new(move || {
                let _ = answer.send(outcome);
            });
            Ran { panicked, answer }
        });
        self.jobs.send(job).await.map_err(|_| Gone::ShutDown)?;
        answered.await.map_err(|_| Gone::ShutDown)?
    }

    /// Wakes whenever the desk's revision has moved; its value is the newest revision.
    #[must_use]
    pub fn changes(&self) -> watch::Receiver<Revision> {
        self.changes.clone()
    }

    /// Closes the connections and ends the desk, whoever else still holds a handle. It signs
    /// nobody out: that is a command.
    pub async fn shut_down(self) {
        let (done, finished) = oneshot::channel();
        if self.shut_down.send(done).await.is_ok() {
            let _ = finished.await;
        }
    }
}
