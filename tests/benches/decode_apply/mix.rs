//! Two hundred frames as a chat brings them: typing most of all, then lines, answers, the rest.

use serde_json::{Value, json};

use crate::recording::Recording;

/// How many frames one run has.
const FRAMES: usize = 200;

/// The mix, made of recorded frames; every line has words and a time of its own.
pub(crate) fn of(recording: &Recording) -> Vec<String> {
    let of = |method: &'static str, kind: &'static str| {
        move |frame: &Value| frame["type"] == kind && frame["body"]["method"] == method
    };
    let typing = recording.frame("typing", of("isTyping", "notification"));
    let line = recording.frame("line", |frame| {
        frame["type"] == "notification" && frame["body"]["message"] == "Is there a night train?"
    });
    let answer = recording.frame("answer", of("newMessage", "acknowledgement"));
    let page = recording.frame("page", of("pagePush", "notification"));
    let away = recording.frame("loss", of("customerConnectionStatus", "notification"));
    let number = |count: usize| i64::try_from(count).expect("invariant: a small number");
    let frame = |count: usize| -> Value {
        match count % 20 {
            0 | 3 | 6 | 9 | 12 | 15 | 18 => {
                let mut frame = typing.clone();
                frame["body"]["isTyping"] = json!(count.is_multiple_of(2));
                frame
            }
            2 | 8 | 14 | 17 => answer.clone(),
            5 => page.clone(),
            10 => away.clone(),
            _ => {
                let mut frame = line.clone();
                let words = "and what would it cost for two people with a bicycle each? ";
                let text = format!("{count}: {}", words.repeat(1 + count % 3));
                frame["body"]["message"] = json!(text);
                frame["body"]["timestamp"] = json!(1_760_000_000 + number(count));
                frame
            }
        }
    };
    (0..FRAMES).map(|count| frame(count).to_string()).collect()
}
