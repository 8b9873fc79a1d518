//! Several sources together.

use desk_core::settings::{ProblemKind, Settings, Theme, import_named_in};

use super::{load, said, source};

const XML: &str = "<a><WebSocketURL>ws://old:8081/AgentControllerWeb/chat</WebSocketURL>\
                   <AutoReconnect>false</AutoReconnect><Other>1</Other></a>";

#[test]
fn toml_wins_over_the_import_whatever_the_order() {
    let toml = "app_settings = \"AppSettings.xml\"\n\
                [servers]\newc_url = \"wss://new:8445/AgentControllerWeb/chat\"\n";
    let xml = source("conf/AppSettings.xml", XML);
    let toml = source("frontdesk.toml", toml);
    assert_eq!(import_named_in(&toml).as_deref(), Some("AppSettings.xml"));
    assert_eq!(import_named_in(&xml), None);
    for sources in [[xml.clone(), toml.clone()], [toml, xml]] {
        let loaded = Settings::from_sources(&sources);
        assert_eq!(said(&loaded), "");
        let servers = &loaded.settings.servers;
        assert_eq!(servers.ewc_url.as_ref().unwrap().host_str(), Some("new"));
        assert!(!servers.auto_reconnect);
        assert_eq!(loaded.imported_from, ["conf/AppSettings.xml"]);
        assert_eq!(loaded.unknown.len(), 1);
        assert_eq!(loaded.settings.missing(), ["servers.cct_base_urls"]);
    }
}

#[test]
fn later_toml_wins_entry_by_entry_and_can_take_away() {
    let machine = "[servers]\newc_url = \"ws://mm/AgentControllerWeb/chat\"\n\
                   [window]\ntheme = \"dark\"\ndensity = \"compact\"\n";
    let mine = "[servers]\newc_url = \"\"\n[window]\ntheme = \"light\"\n";
    let loaded = Settings::from_sources(&[source("a.toml", machine), source("b.toml", mine)]);
    assert_eq!(said(&loaded), "");
    assert_eq!(loaded.settings.servers.ewc_url, None);
    assert_eq!(loaded.settings.window.theme, Theme::Light);
    assert_ne!(loaded.settings.window.density, Settings::default().window.density);
}

#[test]
fn an_import_that_was_not_handed_in_is_told() {
    let loaded = load("frontdesk.toml", "app_settings = \"AppSetings.xml\"\n");
    assert_eq!(loaded.problems[0].kind, ProblemKind::ImportMissing);
    assert_eq!(
        said(&loaded),
        "frontdesk.toml, line 1, column 16: app_settings: the file named here could not be read \
         (\"AppSetings.xml\"). Accepted: the name of a file that can be read, beside this one \
         unless it is a path."
    );
}

#[test]
fn nothing_at_all_is_the_shipped_defaults() {
    let loaded = Settings::from_sources(&[]);
    assert_eq!(loaded.settings, Settings::default());
    assert_eq!(loaded.problems, []);
    assert_eq!(loaded.settings.missing(), ["servers.cct_base_urls", "servers.ewc_url"]);
}
