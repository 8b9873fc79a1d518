//! How far a line has got, with servers that acknowledge, echo, or do neither.

use contact_center_sim::serve::Fault;
use journeys::{Place, Screen};
use ui_api::ErrorCode;
use ui_api::views::timeline::{SendState, TimelineContent};

use crate::chat::{ann_chats, hears, the_day_ends};

/// How far the line with this text has got.
fn state_of(screen: &Screen, chat: &str, wanted: &str) -> Option<SendState> {
    screen.rows(chat).iter().find_map(|row| match &row.content {
        TimelineContent::Line { text, send, .. } if text == wanted => send.clone(),
        _ => None,
    })
}

#[tokio::test]
async fn a_server_that_never_acknowledges_gets_every_line_in_order() {
    let place = Place::with(|options| options.quirks.acknowledge = false).await;
    let (mut ann, mut jo, chat) = ann_chats(&place).await;
    let lines = ["one", "two", "three", "four", "five"];
    for line in lines {
        ann.says(&chat, line).await;
    }
    for line in lines {
        hears(&mut jo, line).await;
    }
    for line in ["four", "five"] {
        ann.reads(&chat, &format!("me: {line} [sent]")).await;
    }
    // From here on a line goes out at once.
    ann.says(&chat, "six").await;
    ann.reads(&chat, "me: six [sent]").await;
    hears(&mut jo, "six").await;
    the_day_ends(ann, &chat, &place).await;
}

#[tokio::test]
async fn echoes_of_own_lines_are_the_same_lines() {
    let place = Place::with(|options| {
        options.quirks.echo_own_messages = true;
        options.quirks.echo_own_pages = true;
        options.quirks.acknowledge = false;
    })
    .await;
    let (mut ann, mut jo, chat) = ann_chats(&place).await;
    ann.says(&chat, "twice").await;
    ann.says(&chat, "twice").await;
    ann.pushes(&chat, "https://demo.example/offers").await.unwrap();
    ann.says(&chat, "done").await;
    hears(&mut jo, "done").await;
    ann.reads(&chat, "me: done [delivered]").await;
    let told = ann.screen.told(&chat);
    let count = |line: &str| told.iter().filter(|row| row.starts_with(line)).count();
    assert_eq!(count("me: twice [delivered]"), 2, "two identical lines are two lines: {told:?}");
    assert_eq!(count("me pushes"), 1, "{told:?}");
    the_day_ends(ann, &chat, &place).await;
}

#[tokio::test]
async fn empty_and_overlong_lines_stay_here() {
    let place = Place::open().await;
    let (mut ann, mut jo, chat) = ann_chats(&place).await;
    let refused = ann.tries_to_say(&chat, "  ").await.unwrap_err();
    assert_eq!(refused.code, ErrorCode::TextEmpty);
    let refused = ann.tries_to_say(&chat, &"x".repeat(10_001)).await.unwrap_err();
    assert_eq!(refused.code, ErrorCode::TextTooLong);
    let longest = "é".repeat(10_000);
    ann.says(&chat, &longest).await;
    hears(&mut jo, &longest).await;
    the_day_ends(ann, &chat, &place).await;
}

#[tokio::test]
async fn a_line_in_flight_when_the_socket_dies_is_found_in_the_transcript() {
    let place = Place::with(|options| options.quirks.acknowledge = false).await;
    let (mut ann, mut jo, chat) = ann_chats(&place).await;
    ann.says(&chat, "Did you get this?").await;
    hears(&mut jo, "Did you get this?").await;
    ann.sees("the line on its way", |screen| {
        state_of(screen, &chat, "Did you get this?") == Some(SendState::Sending)
    })
    .await;
    place.simulator.change_quirks(|quirks| quirks.acknowledge = true);
    place.cause(&Fault::DropAgent { agent: "20001".to_owned() });
    ann.reads(&chat, "me: Did you get this? [delivered]").await;
    let told = ann.screen.told(&chat);
    let lines = told.iter().filter(|row| row.contains("Did you get this?")).count();
    assert_eq!(lines, 1, "{told:?}");
    let heard = jo.seen().iter().filter(|frame| frame["body"]["message"] == "Did you get this?");
    assert_eq!(heard.count(), 1, "never sent again by itself");
    the_day_ends(ann, &chat, &place).await;
}

#[tokio::test]
async fn a_line_written_as_the_socket_dies_is_never_lost_and_never_doubled() {
    let place = Place::open().await;
    let (mut ann, mut jo, chat) = ann_chats(&place).await;
    place.cause(&Fault::DropAgent { agent: "20001".to_owned() });
    let row = ann.says(&chat, "Still there?").await;
    ann.reads(&chat, "* LinkRestored").await;
    let settled = ann
        .finds("the line's fate", |screen| {
            let state = state_of(screen, &chat, "Still there?");
            state.filter(|state| matches!(state, SendState::Delivered | SendState::NotDelivered))
        })
        .await;
    // Whether it still left through the dying socket is chance; what the agent sees is true.
    if settled == SendState::NotDelivered {
        ann.sends_again(&chat, &row).await;
    }
    ann.reads(&chat, "me: Still there? [delivered]").await;
    hears(&mut jo, "Still there?").await;
    ann.says(&chat, "Goodbye").await;
    hears(&mut jo, "Goodbye").await;
    let heard = jo.seen().iter().filter(|frame| frame["body"]["message"] == "Still there?");
    assert_eq!(heard.count(), 1);
    the_day_ends(ann, &chat, &place).await;
}
