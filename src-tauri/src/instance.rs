//! One window per profile: the second one shows the first and ends.
//!
//! A lock on a file in the profile's folder decides, because every system takes it back when a
//! program ends in whatever way; a socket beside it carries the wish to be shown. The plugin for
//! this knows one lock per program, not one per profile.

#[cfg_attr(windows, path = "instance/pipe.rs")]
#[cfg_attr(not(windows), path = "instance/socket.rs")]
mod channel;

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;

/// Held as long as the program runs.
pub(crate) struct Instance {
    _lock: File,
}

/// Whether this is the profile's only window.
pub(crate) enum Claim {
    /// It is; keep this.
    First(Instance),
    /// Another one runs, and was told to show itself when this says so.
    Running {
        /// Whether it could be told.
        told: bool,
    },
}

/// Claims the profile.
///
/// # Errors
/// What the system says to making or locking the file.
pub(crate) fn claim(folder: &Path) -> io::Result<Claim> {
    let lock = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(folder.join("running.lock"))?;
    match lock.try_lock() {
        Ok(()) => Ok(Claim::First(Instance { _lock: lock })),
        Err(TryLockError::WouldBlock) => Ok(Claim::Running { told: channel::tell(folder).is_ok() }),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

/// Calls back whenever another start of this profile wants the window shown. Only the holder of
/// the [`Instance`] may listen.
pub(crate) fn listen(folder: &Path, _: &Instance, show: impl Fn() + Send + 'static) {
    if let Err(error) = channel::listen(folder, show) {
        tracing::warn!(%error, "a second start of this profile will not show this window");
    }
}

#[cfg(test)]
mod tests;
