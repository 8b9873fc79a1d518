//! A trace of what was on the wire, for `desk record`: its shape, never what anybody wrote.
//!
//! Redaction comes before the [`Recorder`]: whoever takes the trace never sees a text, a name, an
//! id in clear or a secret, and cannot leak one.

mod entry;
mod file;
mod json_shape;
mod redactor;
mod trace;
mod vocabulary;
mod xml_shape;

pub use entry::{Direction, Entry, Link};
pub use file::FileRecorder;
pub(crate) use trace::Trace;

/// Takes a trace. Called on the desk's own task: be quick.
pub trait Recorder: Send + Sync {
    /// Takes one entry.
    fn record(&self, entry: &Entry);
}
