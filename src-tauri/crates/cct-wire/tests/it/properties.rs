//! Any text is read without a panic.

use cct_wire::{Call, notify};
use proptest::prelude::{Just, Strategy, any, prop_oneof, proptest};
use proptest::sample::Index;

use crate::examples::{example, files};
use crate::replies::envelope;
use crate::samples::every_call;

fn read_everywhere(status: u16, text: &str) {
    for call in every_call("5001", "http://x.test/") {
        drop(call.decode_reply(status, text));
    }
    drop(notify::decode(text));
}

/// Bits of XML in any order, which a parser sometimes accepts.
fn scraps() -> impl Strategy<Value = String> {
    let scrap = prop_oneof![
        Just("<a>"),
        Just("</a>"),
        Just("<m:Fault>"),
        Just("<Notify>"),
        Just("</Notify>"),
        Just("<Message>"),
        Just("<![CDATA["),
        Just("]]>"),
        Just("&#x0;"),
        Just("&amp;"),
        Just("<?xml version='1.0'?>"),
        Just("xmlns=\"\""),
        Just("\u{0}"),
        Just("\u{1f642}"),
        Just("\u{feff}"),
    ];
    proptest::collection::vec(scrap, 0..20).prop_map(|scraps| scraps.concat())
}

proptest! {
    #[test]
    fn any_text(status in any::<u16>(), text in prop_oneof![".*".boxed(), scraps().boxed()]) {
        read_everywhere(status, &text);
        read_everywhere(status, &envelope(&text));
        read_everywhere(status, &envelope(&format!("<Notify><NotificationMessage>{text}")));
    }

    /// A real message with a piece cut out and another put in.
    #[test]
    fn damaged_examples(file in any::<Index>(), from in any::<Index>(), length in 0usize..80,
                        put in "[<>/&\"a-zA-Z0-9 :\u{1f642}-]{0,12}") {
        let files: Vec<String> = files().into_iter().collect();
        let text = example(&file.get(&files)[..2]);
        let letters: Vec<char> = text.chars().collect();
        let from = from.index(letters.len());
        let to = (from + length).min(letters.len());
        let damaged: String = letters[..from]
            .iter()
            .copied()
            .chain(put.chars())
            .chain(letters[to..].iter().copied())
            .collect();
        read_everywhere(200, &damaged);
    }
}

/// Depth must not cost stack.
#[test]
fn deep_nesting() {
    let depth = 200_000;
    let deep = envelope(&format!("{}{}", "<a>".repeat(depth), "</a>".repeat(depth)));
    drop(Call::GetAgents.decode_reply(200, &deep));
    drop(notify::decode(&deep));
    let open = envelope(&"<a>".repeat(depth));
    assert!(Call::GetAgents.decode_reply(200, &open).is_err());
    assert!(notify::decode(&open).is_err());
}
