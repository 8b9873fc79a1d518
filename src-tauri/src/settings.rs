//! The settings as they were read, and the sentences about what is wrong with them.

use std::path::Path;

use desk_core::settings::Settings;
use desk_runtime::{Profile, SettingsFiles, read_settings};

/// Settings, and everything about them that the agent should read.
pub(crate) struct Read {
    /// What the files say, over the shipped values.
    pub(crate) settings: Settings,
    /// What they got wrong, one sentence each.
    pub(crate) problems: Vec<String>,
}

/// Reads the named file, or the machine's and the profile's. It never fails: the window opens and
/// says what is wrong.
pub(crate) fn read(named: Option<&Path>, profile: &Profile) -> Read {
    match read_settings(profile, named) {
        Ok(SettingsFiles { loaded, looked_for, .. }) => {
            let none = looked_for.iter().map(|path| format!("There is no {}.", path.display()));
            let problems = loaded.problems.iter().map(ToString::to_string);
            Read { problems: problems.chain(none).collect(), settings: loaded.settings }
        }
        Err(error) => Read { settings: Settings::default(), problems: vec![error.to_string()] },
    }
}

#[cfg(test)]
mod tests;
