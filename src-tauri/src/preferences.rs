//! What the agent may change: the profile's file, as the screen and the attention see it.

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use desk_core::settings;
use desk_runtime::{Preferences as Chosen, Profile};
use ui_api::PreferenceStore;
use ui_api::views::options::{Preferences, Theme};

/// The preferences and the file that keeps them.
pub(crate) struct PreferenceFile {
    path: PathBuf,
    current: Mutex<Preferences>,
}

impl PreferenceFile {
    /// What the agent chose, over what the settings say.
    pub(crate) fn open(profile: &Profile, settings: Preferences) -> Self {
        let path = profile.preferences_file();
        let chosen = Chosen::read(&path).unwrap_or_else(|error| {
            tracing::warn!(%error, "preferences are not read");
            Chosen::default()
        });
        let current = Preferences {
            theme: chosen.theme.map_or(settings.theme, theme),
            sound: chosen.sound.unwrap_or(settings.sound),
            notifications: chosen.notifications.unwrap_or(settings.notifications),
        };
        Self { path, current: Mutex::new(current) }
    }

    /// As they stand.
    pub(crate) fn current(&self) -> Preferences {
        // A panic while holding this lock leaves plain data behind.
        self.current.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl PreferenceStore for PreferenceFile {
    fn keep(&self, preferences: &Preferences) {
        let mut current = self.current.lock().unwrap_or_else(PoisonError::into_inner);
        *current = preferences.clone();
        let chosen = Chosen {
            theme: Some(match preferences.theme {
                Theme::System => settings::Theme::System,
                Theme::Light => settings::Theme::Light,
                Theme::Dark => settings::Theme::Dark,
                Theme::Contrast => settings::Theme::Contrast,
            }),
            sound: Some(preferences.sound),
            notifications: Some(preferences.notifications),
        };
        if let Err(error) = chosen.write(&self.path) {
            tracing::warn!(%error, "preferences are not kept");
        }
    }
}

/// The settings' theme as the screen names it.
const fn theme(theme: settings::Theme) -> Theme {
    match theme {
        settings::Theme::System => Theme::System,
        settings::Theme::Light => Theme::Light,
        settings::Theme::Dark => Theme::Dark,
        settings::Theme::Contrast => Theme::Contrast,
    }
}

#[cfg(test)]
mod tests {
    use desk_runtime::Profile;
    use ui_api::PreferenceStore;
    use ui_api::views::options::{Preferences, Theme};

    use super::PreferenceFile;

    #[test]
    fn a_choice_outlives_the_program_and_a_torn_file_does_not_stop_it() {
        let base = std::env::temp_dir().join(format!("frontdesk-pref-{}", std::process::id()));
        let profile = Profile::within(&base, Some("ann")).unwrap();
        let shipped = Preferences { theme: Theme::System, sound: true, notifications: true };
        let file = PreferenceFile::open(&profile, shipped.clone());
        assert_eq!(file.current(), shipped);
        let chosen = Preferences { theme: Theme::Dark, sound: false, ..shipped.clone() };
        file.keep(&chosen);
        assert_eq!(PreferenceFile::open(&profile, shipped.clone()).current(), chosen);
        std::fs::write(profile.preferences_file(), "= nonsense").unwrap();
        assert_eq!(PreferenceFile::open(&profile, shipped.clone()).current(), shipped);
        std::fs::remove_dir_all(base).unwrap();
    }
}
