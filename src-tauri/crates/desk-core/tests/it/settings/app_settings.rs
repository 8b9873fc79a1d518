//! The reference desktop's `AppSettings.xml` (guide, chapter 6).

use desk_core::settings::{Format, ProblemKind, Settings, Source};
use url::Url;

use super::{load, places, said};

const XML: &str = "AppSettings.xml";

fn urls(settings: &Settings) -> [Vec<&str>; 4] {
    let servers = &settings.servers;
    [
        servers.cct_base_urls.iter().map(Url::as_str).collect(),
        servers.cct_geographic_url.iter().map(Url::as_str).collect(),
        servers.ewc_url.iter().map(Url::as_str).collect(),
        servers.ewc_geographic_url.iter().map(Url::as_str).collect(),
    ]
}

/// Every entry of chapter 6, in the two forms.
fn full(form: impl Fn(&str, &str) -> String) -> String {
    [
        ("DefaultCCTServer", "voice-a.example.net"),
        ("DefaultCCTUserID", "agent7"),
        ("DefaultCCTUserDomain", "EXAMPLE"),
        ("DefaultMMServer", "mm.example.net"),
        ("WebSocketURL", "wss://mm.example.net:8445/AgentControllerWeb/chat"),
        ("HAEnabled", "true"),
        ("AutoReconnect", "false"),
        ("IsSecure", "true"),
        ("DownloadAttachmentsLocation", r"C:\Mail &amp; more"),
        ("CampusAlternateServer", "voice-b.example.net"),
        ("GeographicAlternateServer", "203.0.113.5"),
        ("RGNWebSocket", "ws://203.0.113.6:8081/AgentControllerWeb/chat"),
        ("RGNMMServer", "203.0.113.6"),
    ]
    .map(|(name, value)| form(name, value))
    .join("\n")
}

#[test]
fn every_entry_of_the_guide_in_every_form() {
    let add = full(|name, value| format!("<add key=\"{name}\" value=\"{value}\"/>"));
    let element = full(|name, value| format!("<{name}>\n  {value}\n</{name}>"));
    let setting = full(|name, value| {
        format!("<setting name=\"{name}\" serializeAs=\"String\"><value>{value}</value></setting>")
    });
    let lower =
        full(|name, value| format!("<ADD Key='{}' VALUE='{value}' />", name.to_lowercase()));
    for text in [
        format!("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<appSettings>{add}</appSettings>"),
        format!("\u{feff}<configuration><appSettings>{add}</appSettings></configuration>"),
        format!("<AppSettings><Servers>{element}</Servers></AppSettings>"),
        format!("<configuration xmlns=\"urn:x\"><a><b>{setting}</b></a></configuration>"),
        format!("<appSettings>{lower}</appSettings>"),
    ] {
        let loaded = load(XML, &text);
        assert_eq!(said(&loaded), "", "{text}");
        assert_eq!(loaded.unknown, []);
        assert_eq!(loaded.imported_from, [XML]);
        let settings = loaded.settings;
        assert_eq!(
            urls(&settings),
            [
                vec![
                    "http://voice-a.example.net:9084/SOAOICCT/services/",
                    "http://voice-b.example.net:9084/SOAOICCT/services/",
                ],
                vec!["http://203.0.113.5:9084/SOAOICCT/services/"],
                vec!["wss://mm.example.net:8445/AgentControllerWeb/chat"],
                vec!["ws://203.0.113.6:8081/AgentControllerWeb/chat"],
            ]
        );
        assert!(settings.servers.ha_enabled && !settings.servers.auto_reconnect);
        assert!(settings.email.is_secure);
        let folder = settings.email.attachments_folder.as_deref();
        assert_eq!(folder, Some(r"C:\Mail & more"));
        let user = settings.sign_in.user.map(log_safe::Private::into_exposed);
        assert_eq!(user.as_deref(), Some("agent7"));
        assert_eq!(settings.sign_in.domain.as_deref(), Some("EXAMPLE"));
    }
}

#[test]
fn ha_enabled_decides_whether_the_alternate_is_tried() {
    for (ha, tried) in [("true", 2), ("false", 1)] {
        let text = format!(
            "<a><DefaultCCTServer>one</DefaultCCTServer>\
             <CampusAlternateServer>two</CampusAlternateServer><HAEnabled>{ha}</HAEnabled></a>"
        );
        let servers = load(XML, &text).settings.servers;
        assert_eq!(servers.cct_order().len(), tried, "{ha}");
        assert_eq!(servers.cct_base_urls.len(), 2);
    }
}

#[test]
fn the_multimedia_server_stands_in_for_a_missing_url_and_is_secure_has_no_say() {
    for secure in ["true", "false"] {
        let text = format!(
            "<a><DefaultMMServer>mm</DefaultMMServer><RGNMMServer>far</RGNMMServer>\
             <WebSocketURL></WebSocketURL><IsSecure>{secure}</IsSecure></a>"
        );
        let loaded = load(XML, &text);
        assert_eq!(said(&loaded), "");
        let [_, _, ewc, far] = urls(&loaded.settings);
        assert_eq!(ewc, ["wss://mm:8445/AgentControllerWeb/chat"]);
        assert_eq!(far, ["wss://far:8445/AgentControllerWeb/chat"]);
    }
}

#[test]
fn hosts_and_addresses_become_cct_urls() {
    for (written, url) in [
        ("cct", Some("http://cct:9084/SOAOICCT/services/")),
        ("cct:9080", Some("http://cct:9080/SOAOICCT/services/")),
        ("cct:80", Some("http://cct/SOAOICCT/services/")),
        ("192.0.2.7", Some("http://192.0.2.7:9084/SOAOICCT/services/")),
        ("2001:db8::7", Some("http://[2001:db8::7]:9084/SOAOICCT/services/")),
        ("[2001:db8::7]:9", Some("http://[2001:db8::7]:9/SOAOICCT/services/")),
        ("https://cct:9443/x", Some("https://cct:9443/x/")),
        ("(CCT server)", None),
        ("{cct}", None),
        ("10.1", None),
        ("5001", None),
        ("cct:port", None),
        ("cct/path", None),
        ("ws://cct", None),
        ("http://", None),
    ] {
        let loaded = load(XML, &format!("<a><DefaultCCTServer>{written}</DefaultCCTServer></a>"));
        let [cct, ..] = urls(&loaded.settings);
        assert_eq!(cct, Vec::from_iter(url), "{written}");
        assert_eq!(loaded.problems.is_empty(), url.is_some(), "{written}");
    }
}

#[test]
fn the_customers_address_is_no_agent_websocket() {
    let text = "<a><WebSocketURL>ws://mm:8081/CustomerControllerWeb/chat</WebSocketURL></a>";
    let loaded = load(XML, text);
    assert_eq!(places(&loaded), [(1, 18, "WebSocketURL")]);
    assert_eq!(loaded.settings.servers.ewc_url, None);
}

#[test]
fn unknown_entries_are_kept_and_listed() {
    let loaded = load(
        XML,
        "<configuration><appSettings>\n\
         <add key=\"CCTPort\" value=\"29373\"/>\n\
         <Theme>Blue</Theme>\n\
         <add key=\"HAEnabled\" value=\"true\"/>\n\
         </appSettings></configuration>",
    );
    assert_eq!(said(&loaded), "");
    let kept: Vec<_> =
        loaded.unknown.iter().map(|e| (e.name.as_str(), e.value.as_str(), e.line)).collect();
    assert_eq!(kept, [("CCTPort", "29373", 2), ("Theme", "Blue", 3)]);
    assert!(!format!("{:?}", loaded.unknown).contains("29373"));
    assert!(loaded.settings.servers.ha_enabled);
}

#[test]
fn a_slip_in_a_name_is_told_unless_the_right_one_is_there_too() {
    let slip = "<a><WebSocketURI>ws://mm/AgentControllerWeb/chat</WebSocketURI></a>";
    assert_eq!(
        said(&load(XML, slip)),
        "AppSettings.xml, line 1, column 4: WebSocketURI: there is no such entry; did you mean \
         WebSocketURL?. Accepted: WebSocketURL."
    );
    let both = "<a><IsSecured>x</IsSecured><IsSecure>true</IsSecure></a>";
    assert_eq!(said(&load(XML, both)), "");
}

#[test]
fn a_duplicate_is_told_and_the_last_one_counts() {
    let loaded =
        load(XML, "<a>\n<add key=\"HAEnabled\" value=\"false\"/>\n<HAENABLED>true</HAENABLED></a>");
    assert_eq!(places(&loaded), [(3, 1, "HAENABLED")]);
    assert_eq!(loaded.problems[0].kind, ProblemKind::Duplicate { first_line: 2 });
    assert!(loaded.settings.servers.ha_enabled);
}

#[test]
fn a_bad_value_names_file_line_entry_and_what_is_accepted_and_the_rest_counts() {
    let loaded = load(
        XML,
        "<appSettings>\n  <add key=\"HAEnabled\" value=\"yes\"/>\n  \
         <add key=\"WebSocketURL\" value=\"http://mm\"/>\n  \
         <add key=\"DefaultCCTServer\" value=\"cct\"/>\n</appSettings>",
    );
    assert_eq!(
        said(&loaded),
        "AppSettings.xml, line 2, column 31: HAEnabled: \"yes\" is not accepted. Accepted: true \
         or false.\n\
         AppSettings.xml, line 3, column 34: WebSocketURL: \"http://mm\" is not accepted. \
         Accepted: a URL that begins with ws:// or wss://, for example \
         wss://mm.example.com:8445/AgentControllerWeb/chat."
    );
    assert_eq!(loaded.settings.servers.cct_base_urls.len(), 1);
    assert!(!loaded.settings.servers.ha_enabled);
}

#[test]
fn secrets_are_refused_and_shown_nowhere() {
    let loaded = load(
        XML,
        "<a><CCMMPassword>hunter2</CCMMPassword>\
         <UseDefaultCCMMPassword>True</UseDefaultCCMMPassword>\
         <WebSocketURL>wss://me:hunter2@mm/AgentControllerWeb/chat</WebSocketURL></a>",
    );
    let kinds: Vec<_> = loaded.problems.iter().map(|p| &p.kind).collect();
    assert_eq!(kinds, [&ProblemKind::SecretInFile, &ProblemKind::SecretInFile]);
    assert!(said(&loaded).contains("keychain"));
    let kept = format!("{:?}{}", loaded, said(&loaded)) + loaded.unknown[0].value.as_str();
    assert!(!kept.contains("hunter2"), "{kept}");
    assert_eq!(loaded.unknown[1].value.as_str(), "True");
}

#[test]
fn what_is_no_xml_is_told_with_its_place_and_changes_nothing() {
    for (text, line, column) in [
        ("", 1, 1),
        ("HAEnabled=true", 1, 1),
        ("<a>\n<HAEnabled>true</HAEnable>\n</a>", 2, 16),
        ("<a>\n <add key=\"HAEnabled\" value=\"true\">\n</a>", 3, 1),
        ("<!DOCTYPE a [<!ENTITY x \"true\">]><a><HAEnabled>&x;</HAEnabled></a>", 1, 1),
    ] {
        let loaded = load(XML, text);
        assert_eq!(places(&loaded), [(line, column, "")], "{text}");
        assert!(matches!(loaded.problems[0].kind, ProblemKind::Syntax { .. }));
        assert_eq!(loaded.settings, Settings::default());
        assert_eq!(loaded.imported_from, Vec::<String>::new());
    }
}

#[test]
fn bytes_of_windows_editors_are_read() {
    let text = "<a><HAEnabled>true</HAEnabled></a>";
    let wide: Vec<u16> = text.encode_utf16().collect();
    let little = wide.iter().flat_map(|unit| unit.to_le_bytes());
    let big = wide.iter().flat_map(|unit| unit.to_be_bytes());
    for bytes in [
        [b"\xEF\xBB\xBF".as_slice(), text.as_bytes()].concat(),
        [0xFF, 0xFE].into_iter().chain(little).collect(),
        [0xFE, 0xFF].into_iter().chain(big).collect(),
    ] {
        let source = Source::from_bytes(XML, Format::AppSettingsXml, &bytes).unwrap();
        let loaded = Settings::from_sources(&[source]);
        assert_eq!(said(&loaded), "");
        assert!(loaded.settings.servers.ha_enabled);
    }
    let latin = b"<a>\n<x>M\xFCller</x></a>";
    let problem = Source::from_bytes(XML, Format::AppSettingsXml, latin).unwrap_err();
    assert_eq!((problem.line, problem.column), (2, 5));
    assert_eq!(problem.kind, ProblemKind::Encoding);
    assert!(Source::from_bytes(XML, Format::AppSettingsXml, b"\xFF\xFEa").is_err());
}
