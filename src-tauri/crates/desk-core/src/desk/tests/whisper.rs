//! Between agents: whispers, who types what, suggested replies, and what a brief can say.

use ewc_wire::Audience::{Normal, Whisper};
use serde_json::{Value, json};

use super::colleagues::{
    ACTIVE, BEN, PASSIVE, VERA, consulted, consulting, exit, role, room_of, says, why,
};
use super::stage::{AGENT, Stage, line};
use crate::contact::{ContactKey, Step};
use crate::desk::BriefFacts;
use crate::failure::{FailureKind, WhyNot};
use crate::timeline::{Author, Content, ItemId, SuggestionState};

const OFFER: &str = "We can ship it on Monday.";

/// A chat that Vera looks into, who suggests a reply.
fn suggested() -> (Stage, ContactKey, ItemId) {
    let (mut stage, key) = Stage::chatting();
    stage.looked_into(7);
    stage.say(&says(VERA, "whisper", &format!("Suggested reply: {OFFER}")));
    let item = stage.desk.contact(key).unwrap().timeline.items().last().unwrap().id;
    (stage, key, item)
}

/// The suggestions, as shown, with what became of them.
fn suggestions(stage: &Stage, key: ContactKey) -> Vec<(String, SuggestionState)> {
    let items = stage.desk.contact(key).unwrap().timeline.items();
    items
        .iter()
        .filter_map(|item| match &item.content {
            Content::Line(line) => Some((line.shown().to_owned(), line.suggestion?)),
            _ => None,
        })
        .collect()
}

fn state(stage: &Stage, key: ContactKey) -> SuggestionState {
    suggestions(stage, key)[0].1
}

/// The lines that left since last asked: text and type.
fn sent(stage: &mut Stage) -> Vec<(String, String)> {
    stage.carry_out();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let frames = stage.frames();
    let lines = frames.iter().filter(|frame| frame["method"] == "newMessage");
    lines.map(|frame| (text(&frame["message"]), text(&frame["messageType"]))).collect()
}

fn draft(stage: &Stage, key: ContactKey) -> String {
    stage.desk.contact(key).unwrap().drafts.text(Normal).as_str().to_owned()
}

#[test]
fn a_whisper_needs_somebody_who_hears_it() {
    let (mut stage, key) = Stage::chatting();
    let nobody = Some(WhyNot::NobodyElse);
    assert_eq!(why(&stage.can(key).whisper), nobody);
    stage.desk.set_draft(stage.now, key, Whisper, "psst".into()).unwrap();
    stage.carry_out();
    assert!(stage.frames().is_empty(), "nobody is told of typing that nobody may hear of");
    assert_eq!(why(&stage.desk.send(stage.now, key, Whisper, &"psst".into()).map(|_| ())), nobody);
    stage.looked_into(7);
    assert_eq!(why(&stage.can(key).whisper), None);
    stage.say(&exit(VERA, "stopped observing"));
    assert_eq!(why(&stage.can(key).whisper), nobody);
    assert_eq!(stage.desk.contact(key).unwrap().drafts.text(Whisper).as_str(), "psst");
}

#[test]
fn an_agent_of_whom_nobody_said_a_word_is_here_when_heard() {
    let (mut stage, key) = Stage::chatting();
    stage.say(&says(BEN, "whisper", "I am here, too"));
    assert_eq!(why(&stage.can(key).whisper), None);
    assert_eq!(stage.step(key), None, "as what, nobody has said");
}

#[test]
fn each_one_types_for_themselves() {
    let (mut stage, key) = consulting(Step::Talking);
    stage.looked_into(7);
    let types = |who: &str, kind: &str, on: bool| {
        let sender = match who {
            "customer" => json!({"type": "customer"}),
            agent => json!({"type": "agent", "agentId": agent}),
        };
        json!({"method": "isTyping", "guid": 7, "sender": sender, "displayName": who,
            "timestamp": 1, "isTyping": on, "messageType": kind})
    };
    stage.say(&types("customer", "normal", true));
    stage.say(&types(BEN, "whisper", true));
    stage.say(&types(VERA, "whisper", true));
    // Our own echo is nobody's typing.
    stage.say(&types(AGENT, "normal", true));
    let typing = |stage: &Stage| -> Vec<(String, bool)> {
        let typing = &stage.desk.contact(key).unwrap().room.typing;
        typing.iter().map(|who| (who.name.as_str().to_owned(), who.whisper)).collect()
    };
    let all = [("customer", false), (BEN, true), (VERA, true)];
    assert_eq!(typing(&stage), all.map(|(who, whisper)| (who.to_owned(), whisper)));
    stage.say(&says(BEN, "whisper", "done"));
    stage.say(&exit(VERA, "stopped observing"));
    assert_eq!(typing(&stage), [("customer".to_owned(), false)]);
    stage.say(&types("customer", "normal", false));
    assert!(typing(&stage).is_empty());
}

#[test]
fn typing_in_one_audience_is_ended_in_that_audience() {
    let (mut stage, key) = Stage::chatting();
    stage.desk.set_draft(stage.now, key, Normal, "dear Maria".into()).unwrap();
    // Nobody hears whispers here; that must not hide the other draft's end.
    stage.desk.set_draft(stage.now, key, Whisper, "psst".into()).unwrap();
    stage.carry_out();
    stage.frames();
    stage.pass(3_000);
    let stopped =
        json!({"method": "isTyping", "guid": 7, "messageType": "normal", "isTyping": false});
    assert_eq!(stage.frames(), [stopped]);
}

#[test]
fn a_suggestion_is_taken_with_one_key_and_used() {
    let (mut stage, key, item) = suggested();
    assert_eq!(suggestions(&stage, key), [(OFFER.to_owned(), SuggestionState::Open)]);
    stage.desk.take_suggestion(stage.now, key, item).unwrap();
    assert_eq!((state(&stage, key), draft(&stage, key)), (SuggestionState::Taken, OFFER.into()));
    stage.desk.send(stage.now, key, Normal, &OFFER.into()).unwrap();
    assert_eq!(state(&stage, key), SuggestionState::Used);
    assert_eq!(sent(&mut stage), [(OFFER.to_owned(), "normal".to_owned())]);
    stage.acknowledge(7);
    let answer = format!("Suggested reply used: \"{OFFER}\"");
    assert_eq!(sent(&mut stage), [(answer, "whisper".to_owned())]);
    assert!(draft(&stage, key).is_empty());
}

#[test]
fn a_suggestion_that_was_changed_or_not_wanted_is_said_to_be() {
    let (mut stage, key, item) = suggested();
    stage.desk.take_suggestion(stage.now, key, item).unwrap();
    stage.desk.send(stage.now, key, Normal, &"On Tuesday, sorry.".into()).unwrap();
    assert_eq!(state(&stage, key), SuggestionState::Edited);
    sent(&mut stage);
    stage.acknowledge(7);
    assert_eq!(sent(&mut stage)[0].0, format!("Suggested reply used with changes: \"{OFFER}\""));
    let (mut stage, key, item) = suggested();
    stage.desk.decline_suggestion(stage.now, key, item).unwrap();
    assert_eq!(state(&stage, key), SuggestionState::Declined);
    let answer = format!("Suggested reply declined: \"{OFFER}\"");
    assert_eq!(sent(&mut stage), [(answer, "whisper".to_owned())]);
    // Settled is settled.
    for again in [
        stage.desk.take_suggestion(stage.now, key, item),
        stage.desk.decline_suggestion(stage.now, key, item),
    ] {
        assert_eq!(again.unwrap_err().kind, FailureKind::NoSuchItem);
    }
}

#[test]
fn a_suggestion_never_overwrites_what_is_being_written() {
    let (mut stage, key, item) = suggested();
    stage.desk.set_draft(stage.now, key, Normal, "Dear Maria, ".into()).unwrap();
    stage.desk.take_suggestion(stage.now, key, item).unwrap();
    assert_eq!(draft(&stage, key), format!("Dear Maria,\n{OFFER}"));
    // An emptied draft has taken nothing.
    stage.desk.set_draft(stage.now, key, Normal, "".into()).unwrap();
    assert_eq!(state(&stage, key), SuggestionState::Open);
    stage.desk.send(stage.now, key, Normal, &"something else".into()).unwrap();
    assert_eq!(state(&stage, key), SuggestionState::Open);
}

#[test]
fn where_nobody_hears_it_the_answer_stays_here() {
    let (mut stage, key, item) = suggested();
    stage.desk.take_suggestion(stage.now, key, item).unwrap();
    stage.say(&exit(VERA, "stopped observing"));
    stage.desk.send(stage.now, key, Normal, &OFFER.into()).unwrap();
    assert_eq!(state(&stage, key), SuggestionState::Used);
    assert_eq!(sent(&mut stage).len(), 1);
    stage.acknowledge(7);
    assert!(sent(&mut stage).is_empty());
}

#[test]
fn whoever_may_not_reply_cannot_take_a_suggestion() {
    let (mut stage, key) = consulted();
    stage.say(&says(BEN, "whisper", &format!("Suggested reply: {OFFER}")));
    let item = stage.desk.contact(key).unwrap().timeline.items().last().unwrap().id;
    let taken = stage.desk.take_suggestion(stage.now, key, item);
    assert_eq!(why(&taken), Some(WhyNot::ConsultedOnly));
}

#[test]
fn a_line_to_the_customer_is_no_suggestion() {
    let (mut stage, key) = consulting(Step::Talking);
    stage.say(&role(BEN, ACTIVE));
    for (who, text) in [("normal", "Suggested reply: x"), ("whisper", "Suggested reply:")] {
        stage.say(&says(BEN, who, text));
    }
    stage.desk.send(stage.now, key, Normal, &"Suggested reply: y".into()).unwrap();
    assert!(suggestions(&stage, key).is_empty());
    assert_eq!(stage.rows(key).last().unwrap(), "me: Suggested reply: y [inflight]");
}

#[test]
fn a_suggestion_of_ones_own_shows_what_became_of_it() {
    for (answer, becomes) in [
        ("used", SuggestionState::Used),
        ("used with changes", SuggestionState::Edited),
        ("declined", SuggestionState::Declined),
    ] {
        let (mut stage, key) = consulted();
        stage.desk.set_draft(stage.now, key, Whisper, OFFER.into()).unwrap();
        stage.frames();
        stage.desk.suggest(stage.now, key, &OFFER.into()).unwrap();
        assert_eq!(stage.desk.contact(key).unwrap().drafts.text(Whisper).as_str(), "");
        let suggestion = format!("Suggested reply: {OFFER}");
        assert_eq!(sent(&mut stage), [(suggestion.clone(), "whisper".to_owned())]);
        assert_eq!(suggestions(&stage, key), [(OFFER.to_owned(), SuggestionState::Open)]);
        // Its echo confirms it.
        stage.say(&says(AGENT, "whisper", &suggestion));
        assert_eq!(suggestions(&stage, key).len(), 1);
        let own = stage.desk.contact(key).unwrap().timeline.items().last().unwrap().id;
        let taken = stage.desk.take_suggestion(stage.now, key, own);
        assert!(taken.is_err(), "one's own is for the other one");
        stage.say(&says(BEN, "whisper", &format!("Suggested reply {answer}: \"{OFFER}\"")));
        assert_eq!(state(&stage, key), becomes);
    }
}

#[test]
fn nothing_empty_is_suggested() {
    let (mut stage, key) = consulted();
    let empty = stage.desk.suggest(stage.now, key, &" \n".into()).unwrap_err();
    assert_eq!(empty.kind, FailureKind::TextEmpty);
}

#[test]
fn a_transcript_tells_what_became_of_suggestions() {
    let whisper = |who: &str, text: &str| {
        let mut line = line(who, text, 1);
        line["messageType"] = json!("whisper");
        line
    };
    let long = "a b ".repeat(40);
    let quoted = crate::text::excerpt(&long, 60);
    let transcript = json!([
        whisper(VERA, "Suggested reply: one"),
        whisper(VERA, "Suggested reply: two"),
        whisper(VERA, "Suggested reply: two"),
        whisper(AGENT, "Suggested reply used: \"two\""),
        whisper(VERA, &format!("Suggested reply: {long}")),
        whisper(AGENT, &format!("Suggested reply used with changes: \"{quoted}\"")),
        whisper(AGENT, "Suggested reply: mine & &lt;yours&gt;"),
        whisper(VERA, "Suggested reply declined: \"mine & <yours>\""),
        whisper(VERA, "Suggested reply declined: \"nobody's\""),
        whisper(VERA, "Suggested reply used: \"one\""),
    ]);
    let (mut stage, key) = Stage::chatting();
    stage.lose_and_come_back();
    let agents = [(AGENT, ACTIVE), (VERA, "supervisor_observe")];
    stage.say(&room_of(&agents, &transcript));
    let states: Vec<_> = suggestions(&stage, key).into_iter().map(|(_, state)| state).collect();
    use SuggestionState::{Declined, Edited, Open, Used};
    assert_eq!(states, [Open, Used, Open, Edited, Declined]);
    // Read again, it says the same.
    stage.lose();
    stage.pass(2_000);
    stage.connect();
    stage.say(&room_of(&agents, &transcript));
    let again: Vec<_> = suggestions(&stage, key).into_iter().map(|(_, state)| state).collect();
    assert_eq!(again, states);
    // What is taken stays so over a loss.
    let contact = stage.desk.contact(key).unwrap();
    let items = contact.timeline.items().iter();
    let first = items.map(|item| item.id).next().unwrap();
    stage.desk.take_suggestion(stage.now, key, first).unwrap();
    stage.lose();
    stage.pass(4_000);
    stage.connect();
    stage.say(&room_of(&agents, &transcript));
    assert_eq!(state(&stage, key), SuggestionState::Taken);
    assert_eq!(draft(&stage, key), "one");
}

#[test]
fn a_brief_quotes_what_was_said_last_and_no_whisper() {
    let (mut stage, key) = Stage::chatting();
    let at = stage.now;
    let facts = |stage: &Stage| stage.desk.brief_facts(stage.now, key).unwrap();
    assert_eq!(facts(&stage), BriefFacts::default());
    let long = "word ".repeat(60);
    for (who, text) in [
        ("customer", "first"),
        (BEN, "answer to the first"),
        ("customer", "second"),
        ("customer", "and more"),
        (BEN, "answer to the second"),
        ("customer", "third"),
        (BEN, "answer to the third"),
        ("customer", long.as_str()),
    ] {
        if who == "customer" {
            stage.customer_says(7, text);
        } else {
            stage.say(&says(who, "normal", text));
        }
    }
    stage.say(&says(BEN, "whisper", "not for the brief"));
    stage.desk.push_page(stage.now, key, &"www.example.org/help".into()).unwrap();
    stage.say(&json!({"method": "pagePush", "guid": 7, "sender": {"type": "customer"},
        "displayName": "Maria", "url": "www.shop.test/7", "timestamp": 1}));
    stage.pass(125_000);
    let brief = facts(&stage);
    assert_eq!((brief.minutes, at.0 > 0), (2, true));
    let said: Vec<_> = brief.exchanges.iter().map(|line| line.text.as_str()).collect();
    let shortened = crate::text::excerpt(&long, 160);
    assert_eq!(
        said,
        ["second", "and more", "answer to the second", "third", "answer to the third", &shortened]
    );
    assert_eq!(brief.exchanges[0].author, Author::Customer);
    let pages: Vec<_> = brief.pages.iter().map(|page| page.as_str()).collect();
    assert_eq!(pages, ["www.example.org/help"]);
}

#[test]
fn a_brief_that_is_too_long_stops_the_invitation() {
    let (mut stage, key) = super::colleagues::listed();
    let long = Some("é".repeat(10_001).into());
    let refused = stage.desk.consult(stage.now, key, &BEN.into(), long).unwrap_err();
    assert_eq!(refused.kind, FailureKind::TextTooLong(10_000));
    assert_eq!(stage.step(key), None);
    // An empty one is none.
    stage.desk.consult(stage.now, key, &BEN.into(), Some("  ".into())).unwrap();
    stage.say(&json!({"method": "operationRequest", "guid": 7, "success": true}));
    stage.say(&role(BEN, PASSIVE));
    assert_eq!(stage.asked(), ["operationRequest"]);
}

#[test]
fn a_brief_of_an_invitation_that_failed_is_not_lost_with_the_contact() {
    let (mut stage, key) = consulting(Step::Ringing);
    stage.say(&exit(AGENT, "x"));
    assert!(stage.desk.contact(key).is_none());
    assert_eq!(stage.told().1, ["she wants two"]);
}
