//! Files that are right, wrong, and missing.

use desk_runtime::Profile;

use super::{Read, read};

fn profile(name: &str) -> Profile {
    let base = std::env::temp_dir().join(format!("frontdesk-set-{name}-{}", std::process::id()));
    Profile::within(&base, Some("ann")).unwrap()
}

fn of_text(name: &str, text: &str) -> Read {
    let profile = profile(name);
    std::fs::create_dir_all(profile.directory()).unwrap();
    std::fs::write(profile.settings_file(), text).unwrap();
    let read = read(None, &profile);
    std::fs::remove_dir_all(profile.directory()).unwrap();
    read
}

#[test]
fn the_profiles_own_file_is_read() {
    let read = of_text("own", "version = 1\n[sign_in]\ndomain = \"demo\"\n");
    assert_eq!(read.problems, Vec::<String>::new());
    assert_eq!(read.settings.sign_in.domain.as_deref(), Some("demo"));
}

#[test]
fn a_typo_is_a_sentence_and_the_rest_counts() {
    let read = of_text("typo", "version = 1\n[sign_in]\nusr = \"ann\"\ndomain = \"demo\"\n");
    assert_eq!(read.problems.len(), 1);
    assert!(read.problems[0].contains("usr"), "{:?}", read.problems);
    assert_eq!(read.settings.sign_in.domain.as_deref(), Some("demo"));
}

#[test]
fn no_file_at_all_is_said() {
    let profile = profile("none");
    assert!(read(None, &profile).problems.iter().any(|said| said.contains("frontdesk.toml")));
    let named = profile.directory().join("nowhere.toml");
    assert!(read(Some(&named), &profile).problems[0].contains("cannot be read"));
}
