//! A trace of what was on the wire, redacted before anybody sees it.

mod entry;

pub use entry::Entry;

/// Takes a trace. Called on the desk's own task: be quick.
pub trait Recorder: Send + Sync {
    /// Takes one entry.
    fn record(&self, entry: &Entry);
}
