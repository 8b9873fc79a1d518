//! The checker against the sample messages, against spoilt ones, and against libxml2.

use super::{SchemaError, SchemaSet, ViolationKind};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

fn assets() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/cct")
}

fn examples() -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = std::fs::read_dir(assets().join("examples"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, std::fs::read_to_string(path).unwrap())
        })
        .collect();
    all.sort();
    all
}

fn kinds(text: &str) -> Vec<ViolationKind> {
    let set = SchemaSet::embedded().unwrap();
    set.check_text(text).into_iter().map(|v| v.kind).collect()
}

#[test]
fn every_example_is_valid() {
    let set = SchemaSet::embedded().unwrap();
    let all = examples();
    assert_eq!(all.len(), 50);
    for (name, text) in all {
        let found = set.check_text(&text);
        assert!(found.is_empty(), "{name}: {found:?}");
    }
}

const N: &str = "http://www.nortel.com/soa/oi/cct/types";

fn login(inside: &str) -> String {
    format!(
        r#"<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body>
           <m:LoginRequest xmlns:m="{N}/AgentService" xmlns:t="{N}">{inside}</m:LoginRequest>
           </e:Body></e:Envelope>"#
    )
}

const TOKEN: &str = "<m:ssoToken><t:token>x</t:token></m:ssoToken>";
const AGENT: &str = "<m:agent><t:agentLoginId>7</t:agentLoginId><t:userName>u</t:userName>\
                     <t:agentType>Agent</t:agentType></m:agent>";
const REST: &str = "<m:password/><m:initialState>READY</m:initialState>";

#[test]
fn spoilt_requests_are_told_apart() {
    use ViolationKind::{
        BadAttribute, BadValue, Misplaced, Missing, StrayText, TooMany, Undeclared, Unknown,
    };
    let table: &[(&str, String, &[ViolationKind])] = &[
        ("right", format!("{TOKEN}{AGENT}{REST}"), &[]),
        ("reordered", format!("{AGENT}{TOKEN}{REST}"), &[Misplaced]),
        ("missing", format!("{TOKEN}{REST}"), &[Missing]),
        (
            "misspelt",
            format!("{TOKEN}{AGENT}{REST}").replace("password", "passwort"),
            &[Unknown, Missing],
        ),
        ("twice", format!("{TOKEN}{TOKEN}{AGENT}{REST}"), &[TooMany]),
        ("enumeration", format!("{TOKEN}{AGENT}{REST}").replace("READY", "Ready"), &[BadValue]),
        (
            "other namespace",
            format!("{TOKEN}{AGENT}{REST}").replace("t:token", "m:token"),
            &[Unknown, Missing],
        ),
        ("text between", format!("{TOKEN}oops{AGENT}{REST}"), &[StrayText]),
        (
            "attribute",
            format!("{TOKEN}{AGENT}<m:password a='1'/><m:initialState>READY</m:initialState>"),
            &[BadAttribute],
        ),
        (
            "child in text",
            format!(
                "{TOKEN}{AGENT}<m:password><x/></m:password><m:initialState>READY</m:initialState>"
            ),
            &[Unknown],
        ),
        (
            "nil",
            format!("{TOKEN}{AGENT}{REST}").replace(
                "<m:password/>",
                r#"<m:password xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil="true"/>"#,
            ),
            &[BadAttribute],
        ),
    ];
    for (name, inside, expected) in table {
        assert_eq!(kinds(&login(inside)), *expected, "{name}");
    }
    let renamed = login("").replace("LoginRequest", "LogonRequest");
    assert_eq!(kinds(&renamed), [Undeclared]);
    assert_eq!(kinds("<a>"), [ViolationKind::NotXml]);
}

#[test]
fn dates_are_dates() {
    for (text, valid) in [
        ("2026-03-04T10:15:30Z", true),
        ("2026-03-04T10:15:30.123+02:00", true),
        ("2026-03-04T24:00:00", true),
        ("2026-02-30T10:15:30Z", false),
        ("2026-03-04 10:15:30Z", false),
        ("2026-03-04T10:15Z", false),
        ("2026-03-04T10:15:30+15:00", false),
        ("", false),
    ] {
        assert_eq!(super::value::is_date_time(text), valid, "{text}");
    }
}

#[test]
fn a_construct_that_is_not_known_is_refused() {
    let schema = r#"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:complexType name="a">
        <xs:choice><xs:element name="b" type="xs:string"/></xs:choice></xs:complexType></xs:schema>"#;
    let refused = SchemaSet::from_texts(&[("own.xsd", schema)]);
    assert!(
        matches!(refused, Err(SchemaError::Unknown { construct, .. }) if construct == "choice")
    );
    let dangling = r#"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
        <xs:element name="a" type="nothing"/></xs:schema>"#;
    let refused = SchemaSet::from_texts(&[("own.xsd", dangling)]);
    assert!(matches!(refused, Err(SchemaError::Dangling { .. })));
}

/// Texts derived from the examples by one edit each: removing, doubling, renaming or swapping an element,
/// changing a value. Which of them are valid is left to libxml2 to say.
/// An element is edited where it first stands below its parent in any example; `seen` remembers.
fn mutations(text: &str, seen: &mut BTreeSet<String>) -> Vec<String> {
    let document = roxmltree::Document::parse(text).unwrap();
    let body =
        document.descendants().filter(|node| node.is_element() && node.ancestors().count() > 3);
    let mut all = Vec::new();
    for node in body {
        let parent = node.parent_element().map_or("", |parent| parent.tag_name().name());
        if !seen.insert(format!("{parent}/{}", node.tag_name().name())) {
            continue;
        }
        let range = node.range();
        let own = &text[range.clone()];
        let with = |replacement: &str| {
            let mut edited = text.to_owned();
            edited.replace_range(range.clone(), replacement);
            edited
        };
        all.push(with(""));
        all.push(with(&format!("{own}{own}")));
        let name = node.tag_name().name();
        all.push(with(&own.replace(name, &format!("{name}s"))));
        if let Some(next) = node.next_sibling_element() {
            let mut edited = text.to_owned();
            let between = &text[range.end..next.range().start];
            let swapped = format!("{}{between}{own}", &text[next.range()]);
            edited.replace_range(range.start..next.range().end, &swapped);
            all.push(edited);
        }
        if let Some(value) = node.text().filter(|value| !value.trim().is_empty()) {
            all.push(with(&own.replace(value, "maybe")));
            all.push(with(&own.replace(value, "")));
        }
    }
    all
}

#[test]
fn libxml2_gives_the_same_verdicts() {
    let set = SchemaSet::embedded().unwrap();
    let folder = std::env::temp_dir().join(format!("cct-xsd-{}", uuid::Uuid::new_v4()));
    std::fs::create_dir(&folder).unwrap();
    let (mut ours, mut seen) = (Vec::new(), BTreeSet::new());
    for (_, text) in examples() {
        for edited in std::iter::once(text.clone()).chain(mutations(&text, &mut seen)) {
            let file = folder.join(format!("{:05}.xml", ours.len()));
            std::fs::write(&file, &edited).unwrap();
            ours.push((file, set.check_text(&edited).is_empty(), edited));
        }
    }
    let ran = Command::new("xmllint")
        .args(["--noout", "--schema"])
        .arg(assets().join("xsd/all.xsd"))
        .args(ours.iter().map(|(file, ..)| file))
        .output()
        .expect("xmllint (package libxml2-utils) is part of the set-up");
    let said = String::from_utf8_lossy(&ran.stderr).into_owned();
    let said: BTreeSet<&str> = said.lines().collect();
    std::fs::remove_dir_all(&folder).unwrap();
    let (mut valid, mut invalid) = (0, 0);
    for (file, ours, text) in &ours {
        let theirs = said.contains(format!("{} validates", file.display()).as_str());
        assert_eq!(*ours, theirs, "{:?}\n{text}", set.check_text(text));
        *(if theirs { &mut valid } else { &mut invalid }) += 1;
    }
    assert!(valid > 100 && invalid > 700, "{valid} valid, {invalid} invalid");
}
