//! The command line of the window.

use std::path::PathBuf;

use clap::{CommandFactory, FromArgMatches, Parser};
use desk_runtime::{Profile, ProfileError};

use crate::place;

/// What the command line asks for.
#[derive(Debug, Parser)]
#[command(name = "frontdesk", version, about = "Frontdesk, the agent desktop for web chat")]
pub(crate) struct Args {
    /// Reads this settings file: frontdesk.toml, or an AppSettings.xml
    #[arg(long, value_name = "FILE")]
    pub(crate) settings: Option<PathBuf>,

    /// Keeps its own settings, window place and log; one window runs per profile
    #[arg(long, value_name = "NAME", default_value = "default", value_parser = profile)]
    pub(crate) profile: Profile,
}

impl Args {
    /// Reads the command line; bad words end the program with code 2 and say what is accepted.
    pub(crate) fn read() -> Self {
        let matches = Self::command().after_help(after_help()).get_matches();
        Self::from_arg_matches(&matches).unwrap_or_else(|error| error.exit())
    }
}

fn profile(name: &str) -> Result<Profile, ProfileError> {
    Profile::named(Some(name))
}

/// Where things are, for the profile that is used when none is named.
fn after_help() -> String {
    let Ok(default) = Profile::named(None) else { return String::new() };
    let log = place::folder(&default).map_or_else(String::new, |folder| {
        format!("Log: {}\n", place::log_file(&folder).display())
    });
    format!(
        "Settings without --settings: {}, then {}\n{log}A profile NAME has its own, in the folder \
         NAME beside \"default\". Passwords are typed, or kept in the system's keychain.",
        default.machine_settings_file().display(),
        default.settings_file().display(),
    )
}

#[cfg(test)]
mod tests {
    use clap::{CommandFactory, Parser};

    use super::Args;

    #[test]
    fn the_definition_is_sound() {
        Args::command().debug_assert();
    }

    #[test]
    fn a_bad_profile_says_what_is_accepted() {
        let error = Args::try_parse_from(["frontdesk", "--profile", "../ann"]).unwrap_err();
        assert_eq!(error.exit_code(), 2);
        assert!(error.to_string().contains("letters, digits"), "{error}");
    }

    #[test]
    fn help_names_the_log_and_the_settings() {
        let words = super::after_help();
        assert!(words.contains("frontdesk.log") && words.contains("frontdesk.toml"), "{words}");
    }
}
