//! Frames that no desk can use: told once, survived always.

use contact_center_sim::serve::Fault;
use journeys::Place;
use ui_api::views::notice::Notice;

use crate::chat::{ann_chats, hears};

#[tokio::test]
async fn what_cannot_be_read_is_counted_and_the_chat_goes_on() {
    let place = Place::open().await;
    let (mut ann, mut jo, chat) = ann_chats(&place).await;
    let raw = |text: &str| Fault::RawToAgent { agent: "20001".to_owned(), text: text.to_owned() };
    let unreadable = [
        "this is not JSON",
        "",
        "[]",
        "null",
        r#"{"apiVersion":"1.0","type":"notification"}"#,
        r#"{"apiVersion":"1.0","type":"notification","body":{"method":"newMessage","guid":{}}}"#,
    ];
    for text in unreadable {
        place.cause(&raw(text));
    }
    // New methods and types are news to this desk, not faults of the server.
    place.cause(&raw(r#"{"apiVersion":"9.9","type":"notification","body":{"method":"dance"}}"#));
    place.cause(&raw(r#"{"apiVersion":"1.0","type":"telegram","body":{"method":"newMessage"}}"#));
    place.cause(&Fault::HugeToAgent { agent: "20001".to_owned(), bytes: 9 * 1024 * 1024 });
    ann.sees("the notice", |screen| {
        screen
            .drawn
            .notices
            .iter()
            .any(|notice| matches!(notice.what, Notice::UnreadableFrames { count } if count >= 6))
    })
    .await;
    jo.say("Are you there?").await.unwrap();
    ann.reads(&chat, "customer: Are you there?").await;
    ann.says(&chat, "Of course.").await;
    hears(&mut jo, "Of course.").await;
    ann.closes(&chat).await;
    ann.signs_out().await;
    ann.goes_home().await;
    place.nothing_was_wrong();
}

#[tokio::test]
async fn a_frame_of_nine_mebibytes_does_not_end_the_desk() {
    let place = Place::open().await;
    let (mut ann, mut jo, chat) = ann_chats(&place).await;
    let bytes = 9 * 1024 * 1024;
    place.cause(&Fault::HugeToAgent { agent: "20001".to_owned(), bytes });
    ann.sees("the notice", |screen| {
        screen.drawn.notices.iter().any(|notice| {
            matches!(notice.what, Notice::UnreadableFrames { .. } | Notice::Restored { .. })
        })
    })
    .await;
    ann.says(&chat, "Still here.").await;
    hears(&mut jo, "Still here.").await;
    ann.closes(&chat).await;
    ann.signs_out().await;
    ann.goes_home().await;
}
