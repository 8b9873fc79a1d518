//! Screen pops and activity codes in a settings file: what is read, and what is said of mistakes.

use desk_core::contact::pop::{PopEvent, PopPlace};

use super::{load, said};

const GOOD: &str = "\
[pops]
allowed_hosts = [\"CRM.example.org\", \"*.Example.net\"]
allowed_programs = [{ name = \"viewer\", path = \"/opt/viewer\" }]

[[pops.applications]]
name = \"Find\"
path = \"https://crm.example.org/?q={0}\"

[[pops.applications]]
name = \"View\"
path = \"viewer {CONTACTID}\"

[[pops.filters]]
name = \"Sales\"
intrinsic = \"Skillset\"
values = [\"Sales\", \"Night\"]

[[pops.pops]]
name = \"Find it\"
contact_types = [\"voice\"]
event = \"alerting\"
application = \"Find\"
parameters = [\"PHONENUMBER\"]
filter = \"Sales\"
place = \"outside\"
close_on_release = true
order = 7

[[pops.pops]]
name = \"View it\"
application = \"View\"
";

#[test]
fn every_entry_is_read() {
    let loaded = load("frontdesk.toml", GOOD);
    assert_eq!(said(&loaded), "");
    let pops = loaded.settings.pops;
    assert_eq!(pops.allowed_hosts, ["crm.example.org", "*.example.net"]);
    assert_eq!(pops.allowed_programs[0].path, "/opt/viewer");
    let [find, view] = pops.pops.as_slice() else { panic!("{:?}", pops.pops) };
    assert_eq!((find.event, find.place, find.order), (PopEvent::Alerting, PopPlace::Outside, 7));
    assert_eq!((find.filter.as_deref(), find.close_on_release), (Some("Sales"), true));
    assert_eq!(
        (find.contact_types.as_slice(), find.parameters.as_slice()),
        (["voice".to_owned()].as_slice(), ["PHONENUMBER".to_owned()].as_slice(),)
    );
    assert_eq!((view.event, view.place, view.order), (PopEvent::Active, PopPlace::Tab, 100));
    assert!(pops.filter("Sales").unwrap().matches(" night "));
    assert!(!pops.filter("Sales").unwrap().matches("nights"));
    assert!(pops.application("View").is_some() && pops.application("view").is_none());
}

/// A line of the good file replaced, and what is said then.
#[test]
fn a_mistake_names_line_entry_and_what_is_accepted() {
    for (good, bad, expect) in [
        (
            "\"*.Example.net\"",
            "\"http://x/\"",
            "frontdesk.toml, line 2, column 37: pops.allowed_hosts[2]: \"http://x/\" is not \
             accepted. Accepted: a host: a name, an address, or *.example.org for every host \
             below it.",
        ),
        (
            "path = \"/opt/viewer\"",
            "path = \"viewer\"",
            "frontdesk.toml, line 3, column 47: pops.allowed_programs[1].path: \"viewer\" is not \
             accepted. Accepted: the whole path of a program, no batch file.\n\
             frontdesk.toml, line 10, column 8: pops.applications[2]: does not go together with \
             pops.allowed_programs. Accepted: a program that stands in that list.",
        ),
        (
            "path = \"/opt/viewer\"",
            "path = \"//disk/viewer.Bat. .\"",
            "frontdesk.toml, line 3, column 47: pops.allowed_programs[1].path: \
             \"//disk/viewer.Bat. .\" is not accepted. Accepted: the whole path of a program, no \
             batch file.\n\
             frontdesk.toml, line 10, column 8: pops.applications[2]: does not go together with \
             pops.allowed_programs. Accepted: a program that stands in that list.",
        ),
        (
            "https://crm.example.org/?q={0}",
            "https://{0}.example.org/?auth=secret",
            "frontdesk.toml, line 7, column 8: pops.applications[1].path: this value is not \
             accepted. Accepted: an http or https address whose host has no gap, or a program \
             with its arguments; gaps are {INTRINSIC}, {0} and %VALUE%, braces {{ and }}.\n\
             frontdesk.toml, line 19, column 8: pops.pops[1]: does not go together with \
             pops.applications. Accepted: one of \"View\".",
        ),
        (
            "https://crm.example.org/?q={0}",
            "https://else.example.org/?auth=secret&q={0}",
            "frontdesk.toml, line 6, column 8: pops.applications[1]: does not go together with \
             pops.allowed_hosts. Accepted: an address whose host stands in that list.",
        ),
        (
            "application = \"View\"",
            "application = \"Vew\"",
            "frontdesk.toml, line 30, column 8: pops.pops[2]: does not go together with \
             pops.applications. Accepted: one of \"Find\", \"View\".",
        ),
        (
            "filter = \"Sales\"",
            "filter = \"Sale\"",
            "frontdesk.toml, line 19, column 8: pops.pops[1]: does not go together with \
             pops.filters. Accepted: one of \"Sales\".",
        ),
        (
            "parameters = [\"PHONENUMBER\"]",
            "parameters = []",
            "frontdesk.toml, line 19, column 8: pops.pops[1]: does not go together with the path \
             of its application. Accepted: 1 parameters, one for each number in the path.",
        ),
        (
            "event = \"alerting\"",
            "event = \"ringing\"",
            "frontdesk.toml, line 21, column 9: pops.pops[1].event: \"ringing\" is not accepted. \
             Accepted: one of \"alerting\", \"active\".",
        ),
        (
            "values = [\"Sales\", \"Night\"]",
            "values = []",
            "frontdesk.toml, line 14, column 8: pops.filters[1].values: is missing. Accepted: a \
             list in brackets of at least one value that matches.\n\
             frontdesk.toml, line 19, column 8: pops.pops[1]: does not go together with \
             pops.filters. Accepted: nothing while that list is empty.",
        ),
        (
            "name = \"View it\"",
            "name = \"Find it\"",
            "frontdesk.toml, line 30, column 8: pops.pops[2]: does not go together with \
             pops.pops[1]. Accepted: a name that stands in the list only once.",
        ),
        (
            "order = 7",
            "ordr = 7",
            "frontdesk.toml, line 27, column 1: pops.pops[1].ordr: there is no such entry. \
             Accepted: application, close_on_release, contact_types, event, filter, name, order, \
             parameters, place.",
        ),
    ] {
        assert!(GOOD.contains(good), "{good}");
        let loaded = load("frontdesk.toml", &GOOD.replacen(good, bad, 1));
        assert_eq!(said(&loaded), expect, "{bad}");
    }
}

#[test]
fn tokens_are_in_no_problem_and_no_debug_text() {
    let token = GOOD.replace("?q={0}", "?auth=secret&q={0}");
    let loaded = load("frontdesk.toml", &token);
    assert!(!format!("{:?}", loaded.settings).contains("secret"));
    for bad in [
        token.replace("https://crm.example.org/", "https://crm.example.org:x/"),
        token.replace("https://crm.example.org/", "https://other.example.org/"),
        token.replace("q={0}", "q={0"),
        token.replace("https://crm.example.org/?", "ftp://"),
    ] {
        let loaded = load("frontdesk.toml", &bad);
        assert_ne!(said(&loaded), "");
        assert!(!said(&loaded).contains("secret"), "{}", said(&loaded));
    }
}

#[test]
fn activity_codes_stand_once() {
    let text = "[[activity_codes]]\ncode = \"1\"\nlabel = \"One\"\n\
                [[activity_codes]]\ncode = \"1\"\nlabel = \"Other\"\n\
                [[activity_codes]]\ncode = 2\nlabel = \"Two\"\n";
    let loaded = load("frontdesk.toml", text);
    let codes: Vec<_> = loaded.settings.activity_codes.iter().map(|code| &code.label).collect();
    assert_eq!(codes, ["One"]);
    assert_eq!(
        said(&loaded),
        "frontdesk.toml, line 5, column 8: activity_codes[2]: does not go together with \
         activity_codes[1]. Accepted: a code that stands in the list only once.\n\
         frontdesk.toml, line 8, column 8: activity_codes[3].code: 2 is not accepted. Accepted: \
         an activity code as text in quotes, not empty (in quotes)."
    );
}
