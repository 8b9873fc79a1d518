//! No `Debug` of a message shows what a person wrote, or who they are.

use ewc_wire::{agent, customer};
use serde_json::Value;

use crate::fixtures::all;

/// Fields whose values are words of people, or name, locate or authenticate them.
const PRIVATE: [&str; 20] = [
    "message",
    "displayName",
    "transcript",
    "url",
    "pagePushURL",
    "agentNote",
    "errorMessage",
    "deviceType",
    "agentLabel",
    "customerLabel",
    "email",
    "name",
    "country",
    "area",
    "phoneNumber",
    "value",
    "password",
    "authenticationKey",
    "phone",
    "countryCode",
];

/// Words the contact centre configured, in fields that elsewhere hold words of people.
const CONFIGURED: [&str; 4] =
    ["frequentlyUsedPhraseList", "pagePushURLList", "screenPops", "webOnHoldURLs"];

fn private_words(value: &Value, words: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                if CONFIGURED.contains(&name.as_str()) || name == "webOnHoldComfortGroups" {
                    continue;
                }
                match field {
                    Value::String(word) if PRIVATE.contains(&name.as_str()) => {
                        words.push(word.clone());
                    }
                    other => private_words(other, words),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| private_words(item, words)),
        _ => {}
    }
}

#[test]
fn debug_shows_no_word_of_a_person() {
    let mut found = 0;
    for side in ["agent", "customer"] {
        for (name, frame) in all(side) {
            let text = frame.to_string();
            let shown = format!(
                "{:?} {:?} {:?} {:?}",
                agent::decode(&text),
                agent::Request::decode(&text),
                customer::decode(&text),
                customer::Request::decode(&text),
            );
            let mut words = Vec::new();
            private_words(&frame, &mut words);
            for word in words {
                found += 1;
                assert!(!shown.contains(&word), "{side}/{name} shows {word:?}: {shown}");
            }
        }
    }
    assert!(found > 60, "only {found} private words in the fixtures");
}
