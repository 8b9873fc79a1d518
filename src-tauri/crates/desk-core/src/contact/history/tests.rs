//! Stored transcripts as the reading pane shows them.

use ewc_wire::Timestamp;
use ewc_wire::agent::HistoryEntry;

use super::History;

fn entry(at: Option<i64>, text: &str, source: Option<&str>) -> HistoryEntry {
    HistoryEntry {
        start_time: at.map(|millis| Timestamp { millis }),
        transcript: text.into(),
        source: source.map(str::to_owned),
        contact_type: Some("Web_Communications".into()),
    }
}

const PLAIN: Option<&str> = Some("Text Chat History");
const FULL: Option<&str> = Some("Text Chat History With Whispers");

/// One contact a line: its time, `+` for whispers, its lines, `~` before a whisper.
fn shown(entries: &[HistoryEntry], amount: u32) -> Vec<String> {
    let mut history = History { amount, ..History::default() };
    history.take(entries, true);
    let line = |line: &super::PastLine| {
        format!("{}{}", if line.whisper { "~" } else { "" }, line.text.as_str())
    };
    let entries = history.entries.iter().map(|entry| {
        let at = entry.at.map_or_else(|| "-".to_owned(), |at| at.0.to_string());
        let lines: Vec<String> = entry.lines.iter().map(line).collect();
        let mark = if entry.has_whispers { "+" } else { "" };
        format!("{at}{mark} {}", lines.join(" / "))
    });
    entries.chain(history.more.then(|| "more".to_owned())).collect()
}

#[test]
fn read_customer_history_notification() {
    for (entries, amount, expect) in [
        (vec![], 5, vec![]),
        (
            vec![
                entry(Some(200), "Jo: hi\r\nAnn: hello\n", PLAIN),
                entry(None, "old", None),
                entry(Some(300), "Jo: &lt;b&gt;", PLAIN),
            ],
            5,
            vec!["300 Jo: <b>", "200 Jo: hi / Ann: hello", "- old"],
        ),
        (vec![entry(Some(1), "a", None), entry(Some(2), "b", None)], 2, vec!["2 b", "1 a", "more"]),
        // Stored twice: shown once, and the difference is the whispers.
        (
            vec![
                entry(Some(1), "Jo: hi\nAnn: hello", PLAIN),
                entry(Some(1), "Jo: hi\nSam: be quick\nAnn: hello\nSam: hm", FULL),
            ],
            5,
            vec!["1+ Jo: hi / ~Sam: be quick / Ann: hello / ~Sam: hm"],
        ),
        // The same moment, another chat: both stay.
        (
            vec![entry(Some(1), "Kim: other", PLAIN), entry(Some(1), "Jo: hi\nAnn: x", FULL)],
            5,
            vec!["1 Kim: other", "1+ Jo: hi / Ann: x"],
        ),
        // Nothing tells which lines are whispers, or the lines do.
        (vec![entry(Some(1), "Jo: hi\nSam: x", FULL)], 5, vec!["1+ Jo: hi / Sam: x"]),
        (
            vec![entry(Some(1), "[Whisper] Sam: x\nSam (whisper): y\nJo: (whisper)", FULL)],
            5,
            vec!["1+ ~[Whisper] Sam: x / ~Sam (whisper): y / Jo: (whisper)"],
        ),
    ] {
        assert_eq!(shown(&entries, amount), expect);
    }
}
