//! Writing a file so that a reader sees all of it or nothing.

use std::ffi::OsString;
use std::path::Path;

use crate::failure::Failure;

/// Writes beside the place, then moves it there.
///
/// # Errors
/// [`Failure::Write`] with the path.
pub(crate) fn write(path: &Path, text: &str) -> Result<(), Failure> {
    let failed = |source| Failure::Write { path: path.to_owned(), source };
    let mut beside = path.file_name().map_or_else(OsString::new, OsString::from);
    beside.push(format!(".{}.part", std::process::id()));
    let beside = path.with_file_name(beside);
    std::fs::write(&beside, text).map_err(failed)?;
    std::fs::rename(&beside, path).map_err(failed)
}
