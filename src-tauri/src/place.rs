//! What the window keeps beside the profile's settings: its place on the screen, the log, the web
//! view's data. In the folder for data of this machine, for none of it should roam with the user.

use std::io;
use std::path::{Path, PathBuf};

use desk_runtime::Profile;
use thiserror::Error;

/// The folder of the program, below the system's folder for local data.
const PROGRAM: &str =
    if cfg!(any(windows, target_os = "macos")) { "Frontdesk" } else { "frontdesk" };

/// A folder that cannot be used.
#[derive(Debug, Error)]
pub(crate) enum PlaceError {
    /// The system names no folder for a user's data.
    #[error("this system names no folder for a user's data; set HOME")]
    NoFolder,
    /// The folder cannot be made.
    #[error("the folder {} cannot be made: {source}; check who owns the one above it", folder.display())]
    NotMade {
        /// The folder.
        folder: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

/// The folder of a profile; it may not exist yet.
pub(crate) fn folder(profile: &Profile) -> Option<PathBuf> {
    dirs::data_local_dir().map(|data| data.join(PROGRAM).join("profiles").join(profile.name()))
}

/// The folder of a profile, made where it is new.
///
/// # Errors
/// [`PlaceError`].
pub(crate) fn open(profile: &Profile) -> Result<PathBuf, PlaceError> {
    let folder = folder(profile).ok_or(PlaceError::NoFolder)?;
    std::fs::create_dir_all(&folder)
        .map_err(|source| PlaceError::NotMade { folder: folder.clone(), source })?;
    Ok(folder)
}

/// The log that is being written.
pub(crate) fn log_file(folder: &Path) -> PathBuf {
    log_folder(folder).join("frontdesk.log")
}

/// The folder of the log and its predecessors.
pub(crate) fn log_folder(folder: &Path) -> PathBuf {
    folder.join("log")
}
