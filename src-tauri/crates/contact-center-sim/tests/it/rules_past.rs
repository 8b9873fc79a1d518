//! What agents look up of a customer, and the screen pops of the demo.

use serde_json::{Value, json};

use crate::stage::{ANN, Stage, TOM};

/// A chat of Jo, whom the demo knows, with the reply to Ann's entrance.
fn with_jo(stage: &mut Stage) -> (u64, Value) {
    let guid = stage.ask("jo@example.org", "WC_Sales").expect("a chat");
    stage.answer(ANN, guid);
    stage.join(ANN, guid, "active");
    let reply = stage.frames.iter().rfind(|frame| frame["body"]["method"] == "agentJoinRoom");
    (guid, reply.expect("a reply")["body"].clone())
}

fn history(stage: &mut Stage, agent: &str, guid: u64, amount: usize) -> Vec<Value> {
    stage.agent(agent, "customerHistory", json!({ "guid": guid, "amount": amount }));
    let frame = stage.frames.last().expect("an answer");
    frame["body"]["history"].as_array().expect("a list").clone()
}

#[test]
fn the_archive_keeps_what_was_and_what_is_now() {
    let mut stage = Stage::new();
    stage.ready(ANN);
    stage.ready(TOM);
    let (guid, reply) = with_jo(&mut stage);
    let all = history(&mut stage, ANN, guid, 100);
    assert!(all.len() >= 8, "{} are kept", all.len());
    assert_eq!(reply["previousTranscripts"], all.len(), "the count is that of the list");
    let starts: Vec<_> = all.iter().map(|one| one["startTime"].as_i64()).collect();
    assert!(starts.is_sorted_by(|one, next| one >= next), "newest first");
    let of = |source: Value| all.iter().filter(|one| one["source"] == source).count();
    let whispered = of(json!("Text Chat History With Whispers"));
    assert!(whispered > 1 && of(json!("Text Chat History")) > whispered && of(Value::Null) > 1);
    assert_eq!(history(&mut stage, ANN, guid, 3), all[..3]);

    // This chat becomes one of them; whispers make it two.
    stage.operate(ANN, guid, "consult", TOM);
    stage.answer(TOM, guid);
    stage.join(TOM, guid, "consult");
    stage.say(ANN, guid, "normal", "Good day");
    stage.say(TOM, guid, "whisper", "be kind");
    stage.operate(ANN, guid, "agent", TOM);
    stage.close(TOM, guid);
    let (next, reply) = with_jo(&mut stage);
    let later = history(&mut stage, ANN, next, 100);
    assert_eq!(later.len(), all.len() + 2);
    assert_eq!(reply["previousTranscripts"], later.len());
    let holds =
        |one: &Value| one["transcript"].as_str().is_some_and(|text| text.contains("be kind"));
    let marked: Vec<_> = later.iter().filter(|one| holds(one)).map(|one| &one["source"]).collect();
    assert_eq!(marked, ["Text Chat History With Whispers"]);
}

#[test]
fn pages_and_programs_pop_by_themselves_or_when_asked() {
    let mut stage = Stage::new();
    stage.ready(ANN);
    stage.served();
    stage.agent(ANN, "screenPops", json!({}));
    let frame = stage.frames.last().expect("an answer").clone();
    let kinds: std::collections::BTreeSet<(bool, bool)> = frame["body"]["screenPops"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|pop| {
            let path = pop["path"].as_str().expect("text");
            assert!(path.contains("%VALUE%"));
            (path.starts_with("https://"), pop["forceLaunch"] == true)
        })
        .collect();
    assert_eq!(kinds.len(), 4, "{kinds:?}");
}
