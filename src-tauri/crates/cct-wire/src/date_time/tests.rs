//! Instants against values worked out elsewhere (`date -u -d … +%s`), and the round trip.

use proptest::prelude::{prop_assert_eq, proptest};

use super::{DateTime, END_OF_YEAR_9999, EpochMillis, YEAR_1};

#[track_caller]
fn check(text: &str, expect: Option<i64>) {
    assert_eq!(DateTime::from_wire(text).instant, expect.map(EpochMillis), "{text}");
}

#[test]
fn instants() {
    check("1970-01-01T00:00:00Z", Some(0));
    check("2026-03-04T10:15:30.123Z", Some(1_772_619_330_123));
    check(" 2026-03-04T10:15:30.123Z\n", Some(1_772_619_330_123));
    check("2026-03-04T11:15:30.1234567+01:00", Some(1_772_619_330_123));
    check("2026-03-04T04:45:30.1-05:30", Some(1_772_619_330_100));
    check("2024-02-29T24:00:00Z", Some(1_709_251_200_000));
    check("0001-01-01T00:00:00Z", Some(YEAR_1));
}

#[test]
fn no_instant() {
    for text in [
        "",
        "T",
        "2026-03-04",
        "2026-03-04T10:15:30",
        "2026-02-29T10:15:30Z",
        "2026-13-04T10:15:30Z",
        "2026-03-04T25:15:30Z",
        "2026-03-04T10:15:30.Z",
        "2026-03-04T10:15:30+99:00",
        "2026-03-04T10:15:30+0é:00",
        "Wed Mar 04 10:15:30 GMT 2026",
    ] {
        check(text, None);
        assert_eq!(DateTime::from_wire(text).text, text.trim());
    }
}

#[test]
fn written() {
    assert_eq!(EpochMillis(1_772_619_330_123).to_string(), "2026-03-04T10:15:30.123Z");
    assert_eq!(EpochMillis(1_709_164_800_000).to_string(), "2024-02-29T00:00:00Z");
    assert_eq!(EpochMillis(i64::MIN).to_string(), "0001-01-01T00:00:00Z");
    assert_eq!(EpochMillis(i64::MAX).to_string(), "9999-12-31T23:59:59.999Z");
}

proptest! {
    #[test]
    fn round_trip(millis in YEAR_1..=END_OF_YEAR_9999) {
        let text = EpochMillis(millis).to_string();
        prop_assert_eq!(DateTime::from_wire(&text).instant, Some(EpochMillis(millis)));
    }

    #[test]
    fn any_text_is_read(text in ".*") {
        prop_assert_eq!(DateTime::from_wire(&text).text, text.trim());
    }
}
