//! Where the settings are and whose they are: the options that most subcommands share.

use std::path::{Path, PathBuf};

use clap::Args;
use desk_core::settings::Loaded;
use desk_runtime::{Profile, RuntimeConfig, read_settings};

use crate::failure::Failure;
use crate::say::complain;

/// The name under which passwords stand in the system's keychain; the window's is the same.
pub(crate) const KEYCHAIN: &str = "Frontdesk";

/// Where the settings are and whose they are.
#[derive(Debug, Clone, Args)]
pub(crate) struct Place {
    /// The settings, frontdesk.toml or the reference desktop's AppSettings.xml; else the profile's
    #[arg(long, value_name = "FILE")]
    settings: Option<PathBuf>,
    /// The profile
    #[arg(long, value_name = "NAME")]
    profile: Option<String>,
}

/// What was read.
pub(crate) struct Desk {
    /// The profile's name.
    pub(crate) profile: String,
    /// The settings and what is wrong with them.
    pub(crate) loaded: Loaded,
    /// What they say to the runtime.
    pub(crate) config: RuntimeConfig,
}

impl Place {
    /// Reads the settings; each problem becomes a line on standard error, and the rest counts.
    ///
    /// # Errors
    /// The profile's name is no good, the file cannot be read, or entries are missing without
    /// which nobody can sign in.
    pub(crate) fn read(&self) -> Result<Desk, Failure> {
        let name = self.profile.as_deref();
        let profile = match &self.settings {
            // With a file of its own, no profile's folder is looked into.
            Some(_) => Profile::within(Path::new("."), name)?,
            None => Profile::named(name)?,
        };
        let files = read_settings(&profile, self.settings.as_deref())?;
        for problem in &files.loaded.problems {
            complain(&problem.to_string());
        }
        for path in &files.looked_for {
            complain(&format!("{}: there is no such file", path.display()));
        }
        let config = RuntimeConfig::from_settings(&files.loaded.settings)?;
        Ok(Desk { profile: profile.name().to_owned(), loaded: files.loaded, config })
    }
}
