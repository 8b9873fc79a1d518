//! The files in `appsettings/` say what the program does.

use desk_core::settings::{Settings, keys};

use super::{load, said, source};

const DEFAULT: &str = include_str!("../../../../../../appsettings/frontdesk.default.toml");
const EXAMPLE: &str = include_str!("../../../../../../appsettings/frontdesk.example.toml");
const XML: &str = include_str!("../../../../../../appsettings/AppSettings.example.xml");
/// Every key with a value that is not the shipped one.
const OTHERWISE: &str = include_str!("../../fixtures/settings/otherwise.toml");

/// The keys of a file, commented ones (`#key = …`) included.
fn keys_named(text: &str) -> Vec<String> {
    let bare: String = text
        .lines()
        .map(|line| match line.strip_prefix('#') {
            Some(rest) if !rest.starts_with([' ', '#']) && !rest.is_empty() => rest,
            _ => line,
        })
        .fold(String::new(), |all, line| all + line + "\n");
    let table: toml::Table = bare.parse().unwrap();
    let mut named = Vec::new();
    for (name, value) in &table {
        match value.as_table() {
            Some(section) => named.extend(section.keys().map(|key| format!("{name}.{key}"))),
            None => named.push(name.clone()),
        }
    }
    named.sort();
    named
}

#[test]
fn the_default_file_sets_every_key_to_the_shipped_value() {
    assert_eq!(keys_named(OTHERWISE), keys());
    assert_eq!(keys_named(DEFAULT), keys());
    let xml = source("AppSettings.xml", "<a/>");
    let otherwise = source("otherwise.toml", OTHERWISE);
    let loaded = Settings::from_sources(&[xml.clone(), otherwise.clone()]);
    assert_eq!(said(&loaded), "");
    for (section, changed) in differences(&loaded.settings) {
        assert!(changed, "{section} of the fixture equals the default");
    }
    let reset = Settings::from_sources(&[xml, otherwise, source("default.toml", DEFAULT)]);
    assert_eq!(said(&reset), "");
    assert_eq!(reset.settings, Settings::default());
}

/// Field by field, printed as text: whether it differs from the shipped value.
fn differences(settings: &Settings) -> Vec<(String, bool)> {
    let lines = |settings: &Settings| -> Vec<String> {
        let parts = [
            format!("{:#?}", settings.servers),
            format!("{:#?}", settings.sign_in),
            format!("{:#?}", settings.cct),
            format!("{:#?}", settings.ready),
            format!("{:#?}", settings.chat),
            format!("{:#?}", settings.pops),
            format!("{:#?}", settings.attention),
            format!("{:#?}", settings.window),
            format!("{:#?}", settings.email),
            format!("{:#?}", settings.log),
        ];
        let fields = parts.iter().flat_map(|part| part.lines());
        // Fields of the sections stand four deep, what is inside them deeper.
        let own = fields.filter(|line| line.starts_with("    ") && !line.starts_with("     "));
        own.filter(|line| line.contains(':')).map(str::to_owned).collect()
    };
    let shipped = lines(&Settings::default());
    let given = lines(settings);
    assert_eq!(shipped.len(), given.len());
    let pairs = shipped.into_iter().zip(given);
    let mut all: Vec<_> = pairs.map(|(a, b)| (a.clone(), a != b)).collect();
    let codes = settings.activity_codes != Settings::default().activity_codes;
    all.push(("activity_codes".to_owned(), codes));
    for (action, keys) in Settings::default().shortcuts {
        let changed = settings.shortcuts.get(&action) != Some(&keys);
        all.push((action.name().to_owned(), changed));
    }
    all
}

#[test]
fn the_example_names_every_key_and_is_without_fault() {
    assert_eq!(keys_named(EXAMPLE), keys());
    let sources = [source("AppSettings.xml", XML), source("frontdesk.example.toml", EXAMPLE)];
    let loaded = Settings::from_sources(&sources);
    assert_eq!(said(&loaded), "");
    assert_eq!(loaded.settings.missing(), Vec::<&str>::new());
    assert!(!loaded.settings.ready.reason_codes.is_empty());
    assert!(!loaded.settings.activity_codes.is_empty());
    assert_eq!(loaded.settings.pops.pops.len(), 2);
}

#[test]
fn the_example_xml_is_without_fault_and_has_nothing_unknown() {
    let loaded = load("AppSettings.example.xml", XML);
    assert_eq!(said(&loaded), "");
    assert_eq!(loaded.unknown, []);
    assert_eq!(loaded.settings.missing(), Vec::<&str>::new());
    assert_eq!(loaded.settings.servers.cct_order().len(), 2);
}
