//! Frames that are no message: refused with sizes and places, never with content.

use ewc_wire::agent::{Incoming, decode};
use ewc_wire::{FrameError, MAX_FRAME_BYTES, Timestamp, TimestampUnit, customer};

fn refusal(text: &str) -> FrameError {
    let refusal = decode(text).unwrap_err();
    assert_eq!(customer::decode(text).unwrap_err(), refusal, "both sides agree");
    refusal
}

#[test]
fn not_json_says_where() {
    let FrameError::NotJson { offset, line, column, len } = refusal("{\n \"body\": secret\n}")
    else {
        panic!("taken for JSON");
    };
    assert_eq!((line, len), (2, 19));
    assert_eq!(&"{\n \"body\": secret\n}"[offset..=offset], "s", "column {column}");
    let FrameError::NotJson { offset, len, .. } = refusal("") else {
        panic!("taken for JSON");
    };
    assert_eq!((offset, len), (0, 0));
    assert!(matches!(refusal("{\"body\": {"), FrameError::NotJson { len: 10, .. }));
    let deep = "[".repeat(100_000);
    assert!(matches!(refusal(&deep), FrameError::NotJson { .. }));
}

#[test]
fn not_an_object() {
    for text in ["[]", "null", "\"hello\"", "17"] {
        assert_eq!(refusal(text), FrameError::NotAnObject { len: text.len() });
    }
}

#[test]
fn no_method() {
    for text in [
        "{}",
        "{\"type\":\"notification\"}",
        "{\"type\":\"notification\",\"body\":\"text\"}",
        "{\"type\":\"notification\",\"body\":{}}",
        "{\"type\":\"notification\",\"body\":{\"method\":null}}",
        "{\"type\":\"acknowledgement\",\"body\":{\"guid\":4}}",
    ] {
        assert_eq!(refusal(text), FrameError::NoMethod { len: text.len() });
    }
}

#[test]
fn a_frame_without_a_type_is_kept() {
    let frame = "{\"body\":{\"method\":\"agentLogin\",\"loginSuccess\":true}}";
    let Ok(Incoming::Unknown(unknown)) = decode(frame) else {
        panic!("not kept");
    };
    assert_eq!(unknown.kind, None);
}

#[test]
fn too_large() {
    let frame = |len: usize| {
        let start = "{\"type\":\"notification\",\"body\":{\"method\":\"pad\",\"fill\":\"";
        let end = "\"}}";
        format!("{start}{}{end}", "x".repeat(len - start.len() - end.len()))
    };
    assert!(decode(&frame(MAX_FRAME_BYTES)).is_ok());
    let len = MAX_FRAME_BYTES + 1;
    assert_eq!(refusal(&frame(len)), FrameError::TooLarge { len, limit: MAX_FRAME_BYTES });
}

#[test]
fn no_refusal_quotes_the_frame() {
    for text in ["my card 4111", "\"my card 4111\"", "{\"my card\": 4111}", "{\"my card 4111"] {
        let refusal = refusal(text);
        let shown = format!("{refusal} {refusal:?}");
        assert!(!shown.contains("4111") && !shown.contains("card"), "{shown}");
    }
}

#[test]
fn seconds_and_milliseconds_are_told_apart_by_size() {
    for (wire, millis) in [
        (1_427_294_421, 1_427_294_421_000),
        (1_434_019_311_123, 1_434_019_311_123),
        (99_999_999_999, 99_999_999_999_000),
        (100_000_000_000, 100_000_000_000),
        (0, 0),
        (-5, -5000),
        (i64::MIN, i64::MIN),
    ] {
        assert_eq!(Timestamp::from_wire(wire).millis, millis, "{wire}");
    }
    let moment = Timestamp::from_millis(1_434_019_311_123);
    assert_eq!(moment.to_wire(TimestampUnit::Seconds), 1_434_019_311);
    assert_eq!(moment.to_wire(TimestampUnit::Milliseconds), 1_434_019_311_123);
}
