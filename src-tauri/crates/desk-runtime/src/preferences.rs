//! What the agent chose in the window, kept in a small file of the profile.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use desk_core::settings::Theme;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// What the agent chose; a choice never made is `None`, and the settings decide.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Preferences {
    /// Colours of the window.
    pub theme: Option<Theme>,
    /// Whether offers and messages sound.
    pub sound: Option<bool>,
    /// Whether the system's notifications are shown.
    pub notifications: Option<bool>,
}

/// Why preferences were not kept or read.
#[derive(Debug, Error)]
pub enum PreferencesError {
    /// The disk refuses: check rights and space.
    #[error("the preferences in {} could not be read or written: {source}", path.display())]
    Disk {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The file is not what was written: delete it.
    #[error("the preferences in {} make no sense", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
    },
}

/// The file as it is written. Unknown entries are skipped and unknown words count as no choice, so
/// that an older program can read what a newer one wrote.
#[derive(Serialize, Deserialize)]
struct OnDisk {
    theme: Option<String>,
    sound: Option<bool>,
    notifications: Option<bool>,
}

const THEMES: [(&str, Theme); 4] = [
    ("system", Theme::System),
    ("light", Theme::Light),
    ("dark", Theme::Dark),
    ("contrast", Theme::Contrast),
];

impl Preferences {
    /// Reads a file; one that is not there holds no choices. Blocks.
    ///
    /// # Errors
    /// [`PreferencesError`].
    pub fn read(path: &Path) -> Result<Self, PreferencesError> {
        let text = match fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(error) if error.kind() == io::ErrorKind::InvalidData => {
                return Err(PreferencesError::Damaged { path: path.to_owned() });
            }
            Err(source) => return Err(PreferencesError::Disk { path: path.to_owned(), source }),
        };
        let kept: OnDisk = toml::from_str(&text)
            .map_err(|_| PreferencesError::Damaged { path: path.to_owned() })?;
        let theme = kept.theme.and_then(|word| THEMES.into_iter().find(|(name, _)| *name == word));
        Ok(Self {
            theme: theme.map(|(_, theme)| theme),
            sound: kept.sound,
            notifications: kept.notifications,
        })
    }

    /// Writes a file, whole or not at all. Makes its folder. Blocks.
    ///
    /// # Errors
    /// [`PreferencesError::Disk`].
    pub fn write(&self, path: &Path) -> Result<(), PreferencesError> {
        let theme = self.theme.and_then(|theme| THEMES.into_iter().find(|(_, t)| *t == theme));
        let kept = OnDisk {
            theme: theme.map(|(name, _)| name.to_owned()),
            sound: self.sound,
            notifications: self.notifications,
        };
        let text = toml::to_string(&kept)
            .map_err(|_| PreferencesError::Damaged { path: path.to_owned() })?;
        replace(path, text.as_bytes())
            .map_err(|source| PreferencesError::Disk { path: path.to_owned(), source })
    }
}

/// Writes beside the file and then renames, so that a crash leaves the old file or the new one.
fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    // One program at a time uses a profile, so that one name for this is enough.
    let beside = path.with_extension("new");
    let mut file = File::create(&beside)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    drop(file);
    fs::rename(&beside, path)
}
