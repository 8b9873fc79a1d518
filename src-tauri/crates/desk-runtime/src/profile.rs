//! Where a profile's files live on this platform.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use thiserror::Error;

/// The profile that is used when none is named.
const DEFAULT: &str = "default";
/// The longest name of a profile, in characters.
const LONGEST_NAME: usize = 32;

/// A profile: one agent's settings, preferences and window on this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    name: String,
    directory: PathBuf,
    machine_directory: PathBuf,
}

/// Why there is no such profile.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ProfileError {
    /// A profile's name becomes a folder's: 1 to 32 letters, digits, `-` and `_` of ASCII.
    #[error("a profile's name has 1 to 32 letters, digits, - or _; this one does not: {0:?}")]
    BadName(String),
    /// The environment does not say where a person's settings live: set the variable.
    #[error("there is no folder for settings: the environment variable {0} is not set")]
    NoHome(&'static str),
}

impl Profile {
    /// The profile of a name, the default one for none. Touches no disk.
    ///
    /// # Errors
    /// [`ProfileError`].
    pub fn named(name: Option<&str>) -> Result<Self, ProfileError> {
        Self::in_environment(name, std::env::var_os)
    }

    /// A profile in a folder of its own, for tests and portable installations.
    ///
    /// # Errors
    /// [`ProfileError::BadName`].
    pub fn within(base: &Path, name: Option<&str>) -> Result<Self, ProfileError> {
        let name = checked(name.unwrap_or(DEFAULT))?;
        Ok(Self {
            directory: base.join("profiles").join(&name),
            name,
            machine_directory: base.join("machine"),
        })
    }

    fn in_environment(
        name: Option<&str>,
        variable: impl Fn(&'static str) -> Option<OsString>,
    ) -> Result<Self, ProfileError> {
        let name = checked(name.unwrap_or(DEFAULT))?;
        let (base, machine_directory) = directories(&variable)?;
        Ok(Self { directory: base.join("profiles").join(&name), name, machine_directory })
    }

    /// The profile's name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The profile's own folder; it may not exist yet.
    #[must_use]
    pub fn directory(&self) -> &Path {
        &self.directory
    }

    /// The folder where an administrator puts settings for all profiles of this machine.
    #[must_use]
    pub fn machine_directory(&self) -> &Path {
        &self.machine_directory
    }

    /// The profile's settings file; it may not exist.
    #[must_use]
    pub fn settings_file(&self) -> PathBuf {
        self.directory.join("frontdesk.toml")
    }

    /// The machine's settings file; it may not exist.
    #[must_use]
    pub fn machine_settings_file(&self) -> PathBuf {
        self.machine_directory.join("frontdesk.toml")
    }

    /// What the agent chose in the window; it may not exist.
    #[must_use]
    pub fn preferences_file(&self) -> PathBuf {
        self.directory.join("preferences.toml")
    }
}

fn checked(name: &str) -> Result<String, ProfileError> {
    let plain = name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
    if plain && (1..=LONGEST_NAME).contains(&name.len()) {
        Ok(name.to_owned())
    } else {
        Err(ProfileError::BadName(name.chars().take(LONGEST_NAME).collect()))
    }
}

/// The person's folder and the machine's.
#[cfg(windows)]
fn directories(
    variable: &impl Fn(&'static str) -> Option<OsString>,
) -> Result<(PathBuf, PathBuf), ProfileError> {
    let own = required(variable, "APPDATA")?;
    let machine =
        variable("ProgramData").map_or_else(|| PathBuf::from("C:\\ProgramData"), PathBuf::from);
    Ok((own.join("Frontdesk"), machine.join("Frontdesk")))
}

/// The person's folder and the machine's.
#[cfg(target_os = "macos")]
fn directories(
    variable: &impl Fn(&'static str) -> Option<OsString>,
) -> Result<(PathBuf, PathBuf), ProfileError> {
    let support = Path::new("Library/Application Support/Frontdesk");
    Ok((required(variable, "HOME")?.join(support), Path::new("/").join(support)))
}

/// The person's folder and the machine's.
#[cfg(not(any(windows, target_os = "macos")))]
fn directories(
    variable: &impl Fn(&'static str) -> Option<OsString>,
) -> Result<(PathBuf, PathBuf), ProfileError> {
    // A relative path there is to be ignored, says the XDG Base Directory specification.
    let named = variable("XDG_CONFIG_HOME").map(PathBuf::from).filter(|path| path.is_absolute());
    let own = match named {
        Some(named) => named,
        None => required(variable, "HOME")?.join(".config"),
    };
    Ok((own.join("frontdesk"), PathBuf::from("/etc/frontdesk")))
}

fn required(
    variable: &impl Fn(&'static str) -> Option<OsString>,
    name: &'static str,
) -> Result<PathBuf, ProfileError> {
    variable(name)
        .filter(|value| !value.is_empty())
        .map(PathBuf::from)
        .ok_or(ProfileError::NoHome(name))
}

#[cfg(all(test, not(any(windows, target_os = "macos"))))]
mod tests {
    use std::path::Path;

    use super::{Profile, ProfileError};

    fn home(variable: &'static str) -> Option<std::ffi::OsString> {
        (variable == "HOME").then(|| "/home/ada".into())
    }

    #[test]
    fn each_profile_has_a_folder() {
        let default = Profile::in_environment(None, home).unwrap();
        assert_eq!(default.directory(), Path::new("/home/ada/.config/frontdesk/profiles/default"));
        let named = Profile::in_environment(Some("desk-2"), home).unwrap();
        assert_eq!(
            named.settings_file(),
            Path::new("/home/ada/.config/frontdesk/profiles/desk-2/frontdesk.toml")
        );
        assert_eq!(named.machine_settings_file(), Path::new("/etc/frontdesk/frontdesk.toml"));
    }

    #[test]
    fn a_name_cannot_leave_the_folder() {
        for name in ["", "..", "a/b", "a\\b", "ä", "a b", &"x".repeat(33)] {
            let refused = Profile::in_environment(Some(name), home);
            assert!(matches!(refused, Err(ProfileError::BadName(_))), "{name}");
        }
    }

    #[test]
    fn no_home_is_said() {
        assert_eq!(Profile::in_environment(None, |_| None), Err(ProfileError::NoHome("HOME")));
    }
}
