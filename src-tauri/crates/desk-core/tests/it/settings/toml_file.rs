//! Our own `frontdesk.toml`.

use std::collections::BTreeMap;

use desk_core::settings::{
    Action, CctEvents, Fingerprint, KeyChord, ProblemKind, ReasonCode, Settings, Theme,
};

use super::{clean, load, places, said};

const TOML: &str = "frontdesk.toml";

#[test]
fn values_are_taken() {
    let settings = clean(
        "version = 1\n\
         [servers]\n\
         cct_base_urls = [\"voice-a\", \"https://voice-b:9443/oi\"]\n\
         ewc_url = \"wss://mm/AgentControllerWeb/chat\"\n\
         [sign_in]\n\
         user = \"agent7\"\n\
         agent_id = \"0042\"\n\
         [cct]\n\
         events = \"Filtered\"\n\
         listen = \"[::]:9091\"\n\
         poll_milliseconds = 2_000\n\
         [[ready.reason_codes]]\n\
         code = \"0011\"\n\
         label = \"Lunch\"\n\
         [[ready.reason_codes]]\n\
         code = \"0012\"\n\
         label = \"Training\"\n\
         [ready]\n\
         default_reason_code = \"0012\"\n\
         [window]\n\
         theme = \"dark\"\n",
    );
    let urls: Vec<_> = settings.servers.cct_base_urls.iter().map(url::Url::as_str).collect();
    assert_eq!(urls, ["http://voice-a:9084/SOAOICCT/services/", "https://voice-b:9443/oi/"]);
    assert_eq!(settings.sign_in.agent_id.unwrap().as_str(), "0042");
    assert_eq!(settings.cct.events, CctEvents::Filtered);
    assert_eq!(settings.cct.listen, "[::]:9091".parse().ok());
    assert_eq!(settings.cct.poll_milliseconds, 2_000);
    assert_eq!(settings.window.theme, Theme::Dark);
    assert_eq!(
        settings.ready.reason_codes,
        [("0011", "Lunch"), ("0012", "Training")]
            .map(|(code, label)| ReasonCode { code: code.to_owned(), label: label.to_owned() })
    );
    assert_eq!(settings.ready.default_reason_code.as_deref(), Some("0012"));
}

/// A wrong line, the entry it is about, and words that the message must have.
#[test]
fn a_wrong_value_says_what_is_accepted_and_keeps_the_default() {
    for (section, line, entry, words) in [
        ("servers", "ewc_url = \"http://mm\"", "servers.ewc_url", "ws:// or wss://"),
        (
            "servers",
            "ewc_url = \"wss://mm:{SECURE_PORT}/AgentControllerWeb/chat\"",
            "servers.ewc_url",
            "8445",
        ),
        ("servers", "cct_base_urls = [\"a b\"]", "servers.cct_base_urls[1]", "host name"),
        ("servers", "cct_base_urls = \"cct\"", "servers.cct_base_urls", "list in brackets"),
        ("servers", "ha_enabled = \"true\"", "servers.ha_enabled", "without quotes"),
        ("servers", "ha_enabled = True", "servers.ha_enabled", "true or false"),
        ("servers", "ha_enabled = ", "servers.ha_enabled", "true or false"),
        ("servers", "pinned_sha256 = [\"12:34\"]", "servers.pinned_sha256[1]", "64 hex"),
        ("sign_in", "agent_id = 42", "sign_in.agent_id", "in quotes"),
        ("cct", "events = \"push\"", "cct.events", "\"auto\", \"simple\", \"filtered\", \"poll\""),
        ("cct", "listen = \"9091\"", "cct.listen", "0.0.0.0:9091"),
        ("cct", "events = \"simple\"", "cct.events", "cct.listen"),
        ("cct", "poll_milliseconds = 10", "cct.poll_milliseconds", "from 250 to 60000"),
        ("cct", "poll_milliseconds = -1", "cct.poll_milliseconds", "from 250 to 60000"),
        ("cct", "poll_milliseconds = 1.5", "cct.poll_milliseconds", "from 250 to 60000"),
        ("cct", "poll_milliseconds = 99999999999999999999", "cct.poll_milliseconds", "60000"),
        ("cct", "call_timeout_seconds = 10s", "cct.call_timeout_seconds", "from 1 to 300"),
        ("chat", "max_message_characters = 10001", "chat.max_message_characters", "10000"),
        ("ready", "default_reason_code = \"7\"", "ready.default_reason_code", "nothing while"),
        ("ready", "reason_codes = \"7\"", "ready.reason_codes", "list of tables"),
        ("window", "theme = dark", "window.theme", "\"system\", \"light\", \"dark\", \"contrast\""),
        ("window", "font_scale_percent = 300", "window.font_scale_percent", "from 80 to 200"),
        ("shortcuts", "sign_out = \"Q\"", "shortcuts.sign_out", "Ctrl, Alt or Meta"),
        ("shortcuts", "sign_out = \"Ctr+Q\"", "shortcuts.sign_out", "Ctrl, Alt or Meta"),
        ("log", "level = \"verbose\"", "log.level", "\"error\", \"warn\""),
    ] {
        let loaded = load(TOML, &format!("# ours\n[{section}]\n  {line}\n"));
        let said = said(&loaded);
        let [(2 | 3, _, found)] = *places(&loaded) else {
            panic!("{line}: {said}");
        };
        assert_eq!(found, entry, "{line}");
        assert_eq!(loaded.problems[0].line, 3, "{line}");
        assert!(said.starts_with("frontdesk.toml, line 3, column "), "{said}");
        let (_, accepted) = said.split_once("Accepted: ").unwrap();
        assert!(accepted.contains(words), "{line}: {said}");
        assert_eq!(loaded.settings, Settings::default(), "{line}");
    }
}

#[test]
fn unknown_entries_are_told_with_the_one_that_was_meant() {
    for (text, entry, meant) in [
        ("[servers]\newc_ulr = \"\"", "servers.ewc_ulr", Some("servers.ewc_url")),
        (
            "[servers]\nauto-reconnect = true",
            "servers.auto-reconnect",
            Some("servers.auto_reconnect"),
        ),
        ("[chat]\ntheme = \"dark\"", "chat.theme", Some("window.theme")),
        ("ewc_url = \"\"", "ewc_url", Some("servers.ewc_url")),
        ("[server]\n", "server", Some("servers")),
        ("[shortcuts]\nfly = \"F2\"", "shortcuts.fly", None),
        ("colour = 1", "colour", None),
    ] {
        let loaded = load(TOML, text);
        assert_eq!(loaded.problems.len(), 1, "{text}: {}", said(&loaded));
        assert_eq!(loaded.problems[0].entry, entry);
        assert_eq!(
            loaded.problems[0].kind,
            ProblemKind::UnknownEntry { suggestion: meant.map(str::to_owned) },
            "{text}"
        );
    }
}

#[test]
fn one_round_tells_everything_and_the_good_lines_count() {
    let loaded = load(
        TOML,
        "version = 1\n\
         [servers\n\
         ha_enabled = true\n\
         [sign_in]\n\
         domain \"EXAMPLE\"\n\
         remember = true\n\
         user\n\
         [cct]\n\
         poll_milliseconds = 07\n\
         heartbeat_seconds = 30\n\
         heartbeat_seconds = 20\n\
         [window]\n\
         theme = \"drak\"\n\
         density = \"compact\"\n",
    );
    let places: Vec<_> = places(&loaded).iter().map(|(line, _, entry)| (*line, *entry)).collect();
    assert_eq!(
        places,
        [
            (2, "servers"),
            (5, ""),
            (7, ""),
            (9, "cct.poll_milliseconds"),
            (11, "heartbeat_seconds"),
            (13, "window.theme"),
        ],
        "{}",
        said(&loaded)
    );
    let mut expected = Settings::default();
    expected.sign_in.remember = true;
    expected.cct.heartbeat_seconds = 30;
    expected.window.density = desk_core::settings::Density::Compact;
    assert_eq!(loaded.settings, expected);
}

#[test]
fn passwords_are_refused_and_shown_nowhere() {
    let loaded = load(
        TOML,
        "token = \"hunter2\"\n\
         [sign_in]\npassword = \"hunter2\"\n\
         [cct]\nagent_password = \"hunter2\"\n\
         [servers]\newc_url = \"wss://me:hunter2@mm/\"\n",
    );
    assert_eq!(loaded.problems.len(), 4);
    for problem in &loaded.problems {
        assert_eq!(problem.kind, ProblemKind::SecretInFile);
        assert!(problem.to_string().contains("keychain"), "{problem}");
    }
    assert!(!format!("{loaded:?}{}", said(&loaded)).contains("hunter2"));
}

#[test]
fn names_of_people_are_in_no_message() {
    let loaded = load(TOML, "[sign_in]\nuser = [\"maria\"]\nagent_id = \"maria\"\n");
    assert_eq!(places(&loaded), [(2, 8, "sign_in.user")]);
    assert!(!format!("{loaded:?}{}", said(&loaded)).contains("maria"));
}

#[test]
fn a_file_for_a_newer_program_is_not_used() {
    let loaded = load(TOML, "version = 2\n[window]\ntheme = \"dark\"\n");
    assert_eq!(
        said(&loaded),
        "frontdesk.toml, line 1, column 11: version: written for a newer Frontdesk (version 2); \
         nothing of this file is used. Accepted: versions 1 to 1; install the newer Frontdesk or \
         use an older file."
    );
    assert_eq!(loaded.settings, Settings::default());
}

#[test]
fn reason_codes_are_whole_and_stand_once() {
    let loaded = load(
        TOML,
        "[ready]\nreason_codes = [\n  { code = \"1\", label = \"Lunch\" },\n  { code = \"1\", label = \"Tea\" },\n  { code = \"2\" },\n  { code = 3, label = \"Talk\", lable = 1 },\n]\n",
    );
    let found: Vec<_> = loaded.problems.iter().map(|p| (p.line, p.entry.as_str())).collect();
    assert_eq!(
        found,
        [
            (4, "ready.reason_codes[2]"),
            (5, "ready.reason_codes[3].label"),
            (6, "ready.reason_codes[4].code"),
            (6, "ready.reason_codes[4].lable"),
        ]
    );
    assert_eq!(loaded.settings.ready.reason_codes.len(), 1);
}

#[test]
fn shortcuts_are_read_in_any_spelling_and_written_in_one() {
    for (written, canonical) in [
        ("ctrl + shift+ k", Some("Ctrl+Shift+K")),
        ("Shift+Control+K", Some("Ctrl+Shift+K")),
        ("cmd+arrowup", Some("Meta+ArrowUp")),
        ("f12", Some("F12")),
        ("Shift+F3", Some("Shift+F3")),
        ("Ctrl+/", Some("Ctrl+/")),
        ("Ctrl+Plus", Some("Ctrl+Plus")),
        ("Ctrl++", None),
        ("Ctrl", None),
        ("Ctrl+", None),
        ("Shift+K", None),
        ("Enter", None),
        ("Ctrl+Ctrl+K", None),
        ("F25", None),
        ("Alt+é", None),
        ("", None),
    ] {
        let chord = KeyChord::parse(written);
        assert_eq!(chord.as_ref().map(ToString::to_string).as_deref(), canonical, "{written}");
        if let Some(chord) = chord {
            assert_eq!(KeyChord::parse(&chord.to_string()), Some(chord));
        }
    }
}

#[test]
fn shortcuts_can_be_changed_and_taken_away_but_not_given_twice() {
    let settings = clean("[shortcuts]\naccept_offer = \"F8\"\nsign_out = \"\"\n");
    assert_eq!(settings.shortcuts[&Action::AcceptOffer].to_string(), "F8");
    assert!(!settings.shortcuts.contains_key(&Action::SignOut));

    let loaded = load(TOML, "[shortcuts]\nsign_out = \"F2\"\n");
    assert_eq!(places(&loaded), [(2, 12, "shortcuts.sign_out")]);
    assert_eq!(
        loaded.problems[0].kind,
        ProblemKind::Conflict { with: "shortcuts.accept_offer".to_owned() }
    );
    assert!(!loaded.settings.shortcuts.contains_key(&Action::AcceptOffer));
    assert_eq!(loaded.settings.shortcuts[&Action::SignOut].to_string(), "F2");
}

#[test]
fn keys_for_places_are_nine_and_begin_with_the_first() {
    let settings = clean("[shortcuts]\ncontact_by_place = \"Ctrl+1\"\nsign_out = \"Alt+3\"\n");
    assert_eq!(settings.shortcuts[&Action::ContactByPlace].to_string(), "Ctrl+1");

    let loaded = load(TOML, "[shortcuts]\ncontact_by_place = \"Alt+2\"\n");
    assert!(said(&loaded).contains("end in 1"), "{}", said(&loaded));
    assert_eq!(loaded.settings, Settings::default());

    for (text, loser) in [
        ("sign_out = \"Alt+3\"", Action::ContactByPlace),
        ("sign_out = \"Alt+3\"\ncontact_by_place = \"Alt+1\"", Action::SignOut),
    ] {
        let loaded = load(TOML, &format!("[shortcuts]\n{text}\n"));
        let said = said(&loaded);
        assert!(said.contains("Alt+3 stays with"), "{said}");
        assert!(!loaded.settings.shortcuts.contains_key(&loser), "{said}");
    }
}

#[test]
fn shipped_shortcuts_differ_from_each_other() {
    let shortcuts = Settings::default().shortcuts;
    assert_eq!(shortcuts.len(), Action::ALL.len());
    let by_keys: BTreeMap<_, _> = shortcuts.iter().map(|(action, keys)| (keys, action)).collect();
    assert_eq!(by_keys.len(), shortcuts.len());
}

#[test]
fn fingerprints_are_read_with_and_without_colons() {
    let plain = "00ff".repeat(16);
    let read = Fingerprint::parse(&plain).unwrap();
    assert_eq!(Fingerprint::parse(&read.to_string()), Some(read));
    assert!(read.to_string().starts_with("00:FF:00"));
    for bad in ["", "00", &plain[1..], &format!("{plain}0"), &plain.replace('f', "g")] {
        assert_eq!(Fingerprint::parse(bad), None, "{bad}");
    }
}
