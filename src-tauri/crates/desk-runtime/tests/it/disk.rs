//! Folders for tests, and what is kept in files.

use std::fs;
use std::path::PathBuf;

use desk_core::settings::{ProblemKind, Theme};
use desk_runtime::{
    ConfigError, MemoryStore, Preferences, PreferencesError, Profile, RuntimeConfig, SecretStore,
    SettingsStoreError, read_settings,
};

/// A new, empty folder for a test, beside the test's program.
pub(crate) fn scratch(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn profile(name: &str) -> Profile {
    let profile = Profile::within(&scratch(name), None).unwrap();
    fs::create_dir_all(profile.directory()).unwrap();
    fs::create_dir_all(profile.machine_directory()).unwrap();
    profile
}

#[test]
fn the_profiles_file_wins_over_the_machines() {
    let profile = profile("settings-two");
    let machine = "[servers]\newc_url = \"wss://mm.example.test/AgentControllerWeb/chat\"\n\
                   cct_base_urls = [\"cct.example.test\"]\n[window]\ntheme = \"dark\"\n";
    fs::write(profile.machine_settings_file(), machine).unwrap();
    fs::write(profile.settings_file(), "[window]\ntheme = \"light\"\n").unwrap();
    let files = read_settings(&profile, None).unwrap();
    assert_eq!(files.loaded.problems, []);
    assert_eq!(files.loaded.settings.window.theme, Theme::Light);
    assert_eq!(files.read, [profile.machine_settings_file(), profile.settings_file()]);
    let config = RuntimeConfig::from_settings(&files.loaded.settings).unwrap();
    let base = "http://cct.example.test:9084/SOAOICCT/services/";
    assert_eq!(config.desk.cct.base_urls, [base]);
    assert_eq!(config.listen, None);
    assert!(!config.desk.cct.listen);
}

#[test]
fn the_reference_desktops_file_is_found_beside_ours() {
    let profile = profile("settings-import");
    fs::write(profile.settings_file(), "app_settings = \"AppSettings.xml\"\n").unwrap();
    let missing = read_settings(&profile, None).unwrap();
    assert_eq!(missing.loaded.problems[0].kind, ProblemKind::ImportMissing);
    let xml = "<configuration><appSettings>\
               <add key=\"WebSocketURL\" value=\"ws://mm.example.test:8081/AgentControllerWeb/chat\"/>\
               </appSettings></configuration>";
    fs::write(profile.directory().join("AppSettings.xml"), xml).unwrap();
    let found = read_settings(&profile, None).unwrap();
    assert_eq!(found.loaded.imported_from, ["AppSettings.xml"]);
    assert!(found.loaded.settings.servers.ewc_url.is_some(), "{:?}", found.loaded.problems);
}

#[test]
fn nothing_on_the_disk_names_what_is_missing_and_where_it_was_looked_for() {
    let profile = profile("settings-none");
    let files = read_settings(&profile, None).unwrap();
    assert_eq!(files.looked_for, [profile.machine_settings_file(), profile.settings_file()]);
    let error = RuntimeConfig::from_settings(&files.loaded.settings).err().unwrap();
    let entries = vec!["servers.cct_base_urls", "servers.ewc_url"];
    assert_eq!(error, ConfigError::Missing { entries });
}

#[test]
fn a_named_file_must_be_there_and_be_settings() {
    let profile = profile("settings-named");
    let absent = profile.directory().join("absent.toml");
    let refused = read_settings(&profile, Some(&absent));
    assert!(matches!(refused, Err(SettingsStoreError::Unreadable { .. })));
    let odd = profile.directory().join("letter.txt");
    let refused = read_settings(&profile, Some(&odd));
    assert!(matches!(refused, Err(SettingsStoreError::UnknownFormat { .. })));
    let huge = profile.directory().join("huge.toml");
    fs::write(&huge, vec![b'#'; 1024 * 1024 + 1]).unwrap();
    let refused = read_settings(&profile, Some(&huge));
    assert!(matches!(refused, Err(SettingsStoreError::TooLarge { .. })));
}

#[test]
fn a_file_that_is_no_text_is_a_problem_and_the_other_file_counts() {
    let profile = profile("settings-bytes");
    fs::write(profile.machine_settings_file(), [b'a', 0xff, 0xc0]).unwrap();
    fs::write(profile.settings_file(), "[window]\ntheme = \"light\"\n").unwrap();
    let files = read_settings(&profile, None).unwrap();
    assert_eq!(files.loaded.problems[0].kind, ProblemKind::Encoding);
    assert_eq!(files.loaded.settings.window.theme, Theme::Light);
}

#[test]
fn preferences_come_back_and_replace_the_old_ones() {
    let path = scratch("preferences").join("deep").join("preferences.toml");
    assert_eq!(Preferences::read(&path).unwrap(), Preferences::default());
    for theme in [Theme::System, Theme::Light, Theme::Dark, Theme::Contrast] {
        let kept = Preferences { theme: Some(theme), sound: Some(false), notifications: None };
        kept.write(&path).unwrap();
        assert_eq!(Preferences::read(&path).unwrap(), kept);
    }
    let left = fs::read_dir(path.parent().unwrap()).unwrap().count();
    assert_eq!(left, 1, "nothing is left beside the file");
}

#[test]
fn preferences_of_a_newer_program_are_read_and_damaged_ones_told() {
    let path = scratch("preferences-odd").join("preferences.toml");
    fs::write(&path, "theme = \"sepia\"\nsound = true\nsmell = \"rose\"\n").unwrap();
    let read = Preferences::read(&path).unwrap();
    assert_eq!(read, Preferences { sound: Some(true), ..Preferences::default() });
    fs::write(&path, "theme = = 3").unwrap();
    assert!(matches!(Preferences::read(&path), Err(PreferencesError::Damaged { .. })));
}

#[test]
fn a_password_is_kept_replaced_and_forgotten() {
    let store = MemoryStore::new();
    assert_eq!(store.get("mira"), Ok(None));
    store.set("mira", &"first".into()).unwrap();
    store.set("mira", &"second".into()).unwrap();
    assert_eq!(store.get("mira"), Ok(Some("second".into())));
    store.delete("mira").unwrap();
    store.delete("mira").unwrap();
    assert_eq!(store.get("mira"), Ok(None));
    assert!(!format!("{store:?}").contains("second"));
}
