//! What a path and its values become, or why they are refused.

use super::{PathFault, PopPath, allows_host, shown_name};
use crate::contact::pop::{Gap, PopTarget};
use crate::failure::FailureKind;
use crate::settings::{AllowedProgram, Pops};

fn rules() -> Pops {
    let program = |name: &str, path: &str| AllowedProgram { name: name.into(), path: path.into() };
    Pops {
        allowed_hosts: vec!["crm.example.org".into(), "*.maps.example.com".into()],
        allowed_programs: vec![
            program("notepad", "C:\\Windows\\notepad.exe"),
            program("card", "C:\\Program Files\\Card Index\\card.exe"),
            program("viewer", "/opt/viewer/bin/viewer"),
        ],
        ..Pops::default()
    }
}

/// What opens, the parts of a program line joined by `|`; or `!` and the name in the refusal.
fn opened(path: &Result<PopPath, PathFault>, values: &[(&str, &str)]) -> String {
    let path = match path {
        Ok(path) => path,
        Err(fault) => return format!("? {fault:?}"),
    };
    let value = |gap: &Gap| {
        let key = match gap {
            Gap::ContactId => "VALUE".to_owned(),
            Gap::Named(key) => key.clone(),
            Gap::Numbered(number) => number.to_string(),
        };
        let found = values.iter().find(|(known, _)| *known == key);
        found.map_or_else(String::new, |(_, value)| (*value).to_owned())
    };
    match path.fill(&rules(), value) {
        Ok(PopTarget::Web(url)) => url.expose().to_string(),
        Ok(PopTarget::Program(line)) => line.expose().join("|"),
        Err(failure) => match failure.kind {
            FailureKind::PopNotAllowed(name) => format!("! {name}"),
            other => panic!("{other:?}"),
        },
    }
}

#[test]
fn what_the_server_sends() {
    for (path, expect) in [
        ("https://crm.example.org/find?q=%VALUE%", "https://crm.example.org/find?q=7"),
        ("HTTP://CRM.example.org/%VALUE%/%VALUE%", "http://crm.example.org/7/7"),
        ("www.a.maps.example.com/x#%VALUE%", "http://www.a.maps.example.com/x#7"),
        ("https://crm.example.org", "https://crm.example.org/"),
        // A brace is a brace here.
        ("https://crm.example.org/?a={CONTACTID}", "https://crm.example.org/?a={CONTACTID}"),
        ("https://evil.example/%VALUE%?auth=secret", "! evil.example"),
        ("https://maps.example.com/", "! maps.example.com"),
        ("https://crm.example.org.evil.example/", "! crm.example.org.evil.example"),
        ("https://%VALUE%.maps.example.com/", "? OpenHost"),
        ("https://crm.example.org%VALUE%/", "? OpenHost"),
        ("https://crm.example.org@evil.example/", "? BadAddress"),
        ("https://user:pass@crm.example.org/", "? BadAddress"),
        ("http:crm.example.org", "? BadAddress"),
        ("https://", "? BadAddress"),
        ("javascript:alert('secret')", "! javascript"),
        ("file:///etc/passwd", "! passwd"),
        ("notepad %VALUE%", "C:\\Windows\\notepad.exe|7"),
        ("NotePad.EXE  /a  \"%VALUE% b\"", "C:\\Windows\\notepad.exe|/a|7 b"),
        ("C:\\windows\\NOTEPAD.exe x%VALUE%y", "C:\\Windows\\notepad.exe|x7y"),
        (
            "C:\\Program Files\\Card Index\\card.exe -c %VALUE%",
            "C:\\Program Files\\Card Index\\card.exe|-c|7",
        ),
        (
            "\"C:\\Program Files\\Card Index\\card.exe\" \"\" %VALUE%",
            "C:\\Program Files\\Card Index\\card.exe||7",
        ),
        ("viewer a;rm -rf /", "/opt/viewer/bin/viewer|a;rm|-rf|/"),
        ("viewer 'a b'", "/opt/viewer/bin/viewer|'a|b'"),
        ("C:\\temp\\notepad.exe %VALUE%", "! notepad.exe"),
        ("/opt/other/viewer", "! viewer"),
        ("cmd /c notepad", "! cmd"),
        ("%VALUE% x", "? OpenHost"),
        ("note%VALUE%", "? OpenHost"),
        ("notepad \"%VALUE%", "? Unclosed"),
        ("", "? Empty"),
        ("  ", "? Empty"),
        ("\"\" x", "? Empty"),
    ] {
        assert_eq!(opened(&PopPath::of_server(path), &[("VALUE", "7")]), expect, "{path}");
    }
}

#[test]
fn what_the_settings_say() {
    let values = [
        ("VALUE", "7"),
        ("0", "14697206211"),
        ("CONTACTID", "7"),
        ("Custom:order", "A&B=C/D?#é"),
        ("%SKILLSET%SKILLSET", "12"),
        ("UP", ".."),
        ("OPTION", "--format"),
        ("SLASH", "/all"),
        ("LINES", "a\nb\tc"),
        ("HIDDEN", "\u{1} --format"),
    ];
    for (path, expect) in [
        ("https://crm.example.org/?dest={0}", "https://crm.example.org/?dest=14697206211"),
        ("https://crm.example.org/?x={1}&y=1", "https://crm.example.org/?x=&y=1"),
        (
            "https://crm.example.org/?o={Custom:order}",
            "https://crm.example.org/?o=A%26B%3DC%2FD%3F%23%C3%A9",
        ),
        ("https://crm.example.org/{ %SKILLSET%SKILLSET }/%VALUE%", "https://crm.example.org/12/7"),
        ("https://crm.example.org/{{a}}/{CONTACTID}", "https://crm.example.org/%7Ba%7D/7"),
        ("https://crm.example.org/a%20b/{0}", "https://crm.example.org/a%20b/14697206211"),
        ("https://crm.example.org/a/{UP}/b", "! crm.example.org"),
        ("https://crm.example.org/a/x{UP}/b", "https://crm.example.org/a/x../b"),
        ("https://{0}/", "? OpenHost"),
        ("https://crm.example.org{0}", "? OpenHost"),
        ("https://crm.example.org:{0}/", "? OpenHost"),
        ("{0}://crm.example.org/", "? OpenHost"),
        ("https://crm.example.org/{0", "? Unclosed"),
        ("https://crm.example.org/{}", "? Unclosed"),
        ("https://crm.example.org/0}", "? Unclosed"),
        ("viewer {OPTION} {SLASH} a{SLASH}", "/opt/viewer/bin/viewer|||a/all"),
        ("viewer {LINES} {MISSING}", "/opt/viewer/bin/viewer|abc|"),
        ("viewer {HIDDEN}", "/opt/viewer/bin/viewer|"),
        ("viewer --id={0}", "/opt/viewer/bin/viewer|--id=14697206211"),
    ] {
        assert_eq!(opened(&PopPath::of_settings(path), &values), expect, "{path}");
    }
}

#[test]
fn hosts_are_whole_names() {
    let hosts = rules().allowed_hosts;
    for (host, allowed) in [
        ("crm.example.org", true),
        ("xcrm.example.org", false),
        ("a.maps.example.com", true),
        ("a.b.maps.example.com", true),
        ("maps.example.com", false),
        (".maps.example.com", false),
        ("evilmaps.example.com", false),
        ("", false),
    ] {
        assert_eq!(allows_host(&hosts, host), allowed, "{host}");
    }
}

#[test]
fn a_path_that_cannot_be_read_is_named_without_what_it_may_hold() {
    for (path, name) in [
        ("C:\\tools\\x.exe secret", "x.exe"),
        ("https://h.example/%VALUE%?auth=secret", "h.example"),
        ("javascript:secret", "javascript"),
        ("x?token", "x"),
        ("token=secret", "token"),
        ("", ""),
    ] {
        assert_eq!(shown_name(path), name, "{path}");
    }
}

#[test]
fn nothing_of_a_path_is_in_its_debug_text() {
    let path = PopPath::of_settings("https://crm.example.org/?auth=secret&d={0}").unwrap();
    assert!(!format!("{path:?}").contains("secret"));
    let line = PopPath::of_settings("viewer --key secret").unwrap();
    assert!(!format!("{line:?}").contains("secret"));
}

mod properties {
    use proptest::prelude::*;

    use super::{PopPath, rules};
    use crate::contact::pop::PopTarget;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        /// No value changes host, scheme or the parts of an address.
        #[test]
        fn a_value_stays_in_its_part_of_an_address(value in ".*") {
            let text = "https://crm.example.org:444/a/{X}?q={X}&r=1#{X}";
            let path = PopPath::of_settings(text).unwrap();
            if let Ok(target) = path.fill(&rules(), |_| value.clone()) {
                let PopTarget::Web(url) = target else { panic!("no page") };
                let url = url.expose();
                prop_assert_eq!(url.scheme(), "https");
                prop_assert_eq!(url.host_str(), Some("crm.example.org"));
                prop_assert_eq!(url.port(), Some(444));
                prop_assert_eq!(url.username(), "");
                prop_assert_eq!(url.password(), None);
                prop_assert_eq!(url.path_segments().unwrap().count(), 2);
                prop_assert_eq!(url.path_segments().unwrap().next(), Some("a"));
                prop_assert_eq!(url.query_pairs().count(), 2);
                prop_assert_eq!(&url.query_pairs().nth(1).unwrap().1, "1");
            }
        }

        /// No value adds an argument, takes one away or becomes an option.
        #[test]
        fn a_value_stays_in_its_argument(value in ".*") {
            let path = PopPath::of_settings("viewer {X} --n={X} end").unwrap();
            let PopTarget::Program(line) = path.fill(&rules(), |_| value.clone()).unwrap() else {
                panic!("no program")
            };
            let line = line.expose();
            prop_assert_eq!(line.len(), 4);
            prop_assert_eq!(&line[0], "/opt/viewer/bin/viewer");
            prop_assert!(!line[1].starts_with(['-', '/']));
            prop_assert!(line[2].starts_with("--n="));
            prop_assert_eq!(&line[3], "end");
        }

        /// Whatever the server writes, only what is listed opens, and nothing panics.
        #[test]
        fn only_what_is_listed_opens(text in ".{0,80}", value in ".*") {
            for path in [PopPath::of_server(&text), PopPath::of_settings(&text)].into_iter().flatten() {
                match path.fill(&rules(), |_| value.clone()) {
                    Ok(PopTarget::Web(url)) => {
                        let host = url.expose().host_str().unwrap().to_owned();
                        prop_assert!(super::allows_host(&rules().allowed_hosts, &host));
                    }
                    Ok(PopTarget::Program(line)) => {
                        let program = &line.expose()[0];
                        prop_assert!(rules().allowed_programs.iter().any(|p| p.path == *program));
                    }
                    Err(_) => {}
                }
            }
        }
    }
}
