//! Reads settings files from the disk and hands their text to the core.

use std::io;
use std::path::{Path, PathBuf};

use desk_core::settings::{Format, Loaded, Problem, Settings, Source, import_named_in};
use thiserror::Error;

use crate::profile::Profile;

/// The most that is read of a settings file; real ones have a few kilobytes.
const MAX_BYTES: u64 = 1024 * 1024;

/// Settings with the files they come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingsFiles {
    /// What the core made of them. Problems of files that are no text come first.
    pub loaded: Loaded,
    /// The files that were read, in the order of reading.
    pub read: Vec<PathBuf>,
    /// The files that were looked for and are not there; empty when settings were found.
    pub looked_for: Vec<PathBuf>,
}

/// Why settings could not be read. A file that merely is not there is no error, unless somebody
/// named it.
#[derive(Debug, Error)]
pub enum SettingsStoreError {
    /// The file that was named cannot be read: check its path and rights.
    #[error("the settings file {} cannot be read: {source}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The file is too large to be settings.
    #[error("the settings file {} is larger than 1 MiB: it is something else", path.display())]
    TooLarge {
        /// The file.
        path: PathBuf,
    },
    /// The name of the file ends neither in `.toml` nor in `.xml` or `.config`.
    #[error("the settings file {} must end in .toml, .xml or .config", path.display())]
    UnknownFormat {
        /// The file.
        path: PathBuf,
    },
}

/// Reads the settings: the named file and what it imports, or, when none is named, the machine's
/// file and then the profile's on top of it. Blocks while reading.
///
/// # Errors
/// [`SettingsStoreError`]. What is wrong inside a file is in [`Loaded::problems`].
pub fn read_settings(
    profile: &Profile,
    named: Option<&Path>,
) -> Result<SettingsFiles, SettingsStoreError> {
    let mut found = Found::default();
    if let Some(named) = named {
        if !found.take(named, named.display().to_string())? {
            let source = io::ErrorKind::NotFound.into();
            return Err(SettingsStoreError::Unreadable { path: named.to_owned(), source });
        }
    } else {
        for path in [profile.machine_settings_file(), profile.settings_file()] {
            if !found.take(&path, path.display().to_string())? {
                found.looked_for.push(path);
            }
        }
        if !found.read.is_empty() {
            found.looked_for.clear();
        }
    }
    let mut loaded = Settings::from_sources(&found.sources);
    loaded.problems.splice(0..0, found.problems);
    Ok(SettingsFiles { loaded, read: found.read, looked_for: found.looked_for })
}

#[derive(Default)]
struct Found {
    sources: Vec<Source>,
    problems: Vec<Problem>,
    read: Vec<PathBuf>,
    looked_for: Vec<PathBuf>,
}

impl Found {
    /// Reads a file and what it imports; false when it is not there.
    fn take(&mut self, path: &Path, shown: String) -> Result<bool, SettingsStoreError> {
        let Some(format) = Format::of_file_name(&path.to_string_lossy()) else {
            return Err(SettingsStoreError::UnknownFormat { path: path.to_owned() });
        };
        let Some(bytes) = bytes_of(path)? else { return Ok(false) };
        self.read.push(path.to_owned());
        match Source::from_bytes(&shown, format, &bytes) {
            Ok(source) => {
                if let Some(import) = import_named_in(&source) {
                    let beside = path.parent().unwrap_or(Path::new("")).join(&import);
                    // One that is not there is a problem that the core tells with its line.
                    if format_is_xml(&beside) {
                        self.take(&beside, import)?;
                    }
                }
                self.sources.push(source);
            }
            Err(problem) => self.problems.push(*problem),
        }
        Ok(true)
    }
}

/// Only the reference desktop's file is imported: importing our own could go round in circles.
fn format_is_xml(path: &Path) -> bool {
    Format::of_file_name(&path.to_string_lossy()) == Some(Format::AppSettingsXml)
}

fn bytes_of(path: &Path) -> Result<Option<Vec<u8>>, SettingsStoreError> {
    let unreadable = |source| SettingsStoreError::Unreadable { path: path.to_owned(), source };
    match std::fs::metadata(path) {
        Ok(facts) if facts.len() > MAX_BYTES => {
            Err(SettingsStoreError::TooLarge { path: path.to_owned() })
        }
        Ok(_) => std::fs::read(path).map(Some).map_err(unreadable),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(unreadable(error)),
    }
}
