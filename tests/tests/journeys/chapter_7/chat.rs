//! What is sent to a customer: lines, phrases of the contact centre, pages.

use journeys::Place;
use ui_api::ErrorCode;
use ui_api::commands::Handlers;
use ui_api::commands::args::OpenLink;
use ui_api::views::timeline::TimelineContent;

use crate::chat::{ann_chats, gets, hears, the_day_ends};

#[tokio::test]
pub(super) async fn sending_a_chat_message() {
    let place = Place::open().await;
    let (mut ann, mut jo, chat) = ann_chats(&place).await;
    ann.says(&chat, "On Fridays.").await;
    ann.reads(&chat, "me: On Fridays. [delivered]").await;
    hears(&mut jo, "On Fridays.").await;
    // A name stands before the line, here and at the customer's.
    let name = ann.screen.rows(&chat).iter().find_map(|row| match &row.content {
        TimelineContent::Line { name, text, .. } if text == "On Fridays." => Some(name.clone()),
        _ => None,
    });
    assert!(name.is_some_and(|name| !name.is_empty()));
    let line = jo.seen().iter().find(|frame| frame["body"]["message"] == "On Fridays.");
    let line = &line.expect("it was heard")["body"];
    assert!(line["displayName"].as_str().is_some_and(|name| !name.is_empty()), "{line}");
    the_day_ends(ann, &chat, &place).await;
}

#[tokio::test]
pub(super) async fn adding_an_auto_phrase_to_a_chat_message() {
    let place = Place::open().await;
    let (mut ann, mut jo, chat) = ann_chats(&place).await;
    let phrases = ann.screen.contact_with(&chat).unwrap().phrases.clone();
    let skillsets: Vec<_> = phrases.iter().map(|phrase| phrase.skillset.as_str()).collect();
    assert_eq!(skillsets.first(), Some(&"WC_Travel"), "the skillset's own come first");
    assert!(skillsets.contains(&"all") && !skillsets.contains(&"WC_Support"), "{skillsets:?}");
    let phrase = phrases.iter().find(|phrase| phrase.name == "booking").expect("it is listed");
    ann.says(&chat, &phrase.text).await;
    ann.reads(&chat, &format!("me: {} [delivered]", phrase.text)).await;
    hears(&mut jo, &phrase.text).await;
    let kept = place.room(jo.guid())["transcript"].to_string();
    assert!(kept.contains(&phrase.text), "it stands in the log of the chat");
    the_day_ends(ann, &chat, &place).await;
}

#[tokio::test]
pub(super) async fn pushing_a_web_page_to_a_customer() {
    let place = Place::open().await;
    let (mut ann, mut jo, chat) = ann_chats(&place).await;
    let pages = &ann.screen.contact_with(&chat).unwrap().pages;
    assert_eq!(pages[0].url, "https://demo.example/offers", "the skillset's own come first");
    // Both at about the same time: each sees both.
    let theirs = "https://maps.example/station";
    let (pushed, sent) =
        tokio::join!(ann.pushes(&chat, "https://demo.example/offers"), jo.push_page(theirs),);
    pushed.unwrap();
    sent.unwrap();
    let page = gets(&mut jo, "newPushPageMessage").await;
    assert_eq!(page["pagePushURL"], "https://demo.example/offers");
    ann.reads(&chat, &format!("customer pushes {theirs}")).await;
    ann.sees("the own page", |screen| {
        screen
            .told(&chat)
            .iter()
            .any(|row| row.starts_with("me pushes https://demo.example/offers"))
    })
    .await;
    let refused = ann.pushes(&chat, "https://elsewhere.example/").await.unwrap_err();
    assert_eq!(refused.code, ErrorCode::PageNotListed, "only what the administrator lists");
    // A page of a customer opens on a click, and only a web page does.
    assert_eq!(ann.host.opened(), Vec::<String>::new(), "nothing opens by itself");
    ann.api.open_link(OpenLink { url: theirs.into() }).await.unwrap();
    assert_eq!(ann.host.opened(), [theirs]);
    for bad in ["javascript:alert(1)", "file:///etc/passwd", "mailto:jo@example.org", "maps"] {
        let refused = ann.api.open_link(OpenLink { url: bad.into() }).await.unwrap_err();
        assert_eq!(refused.code, ErrorCode::LinkNotAllowed, "{bad}");
    }
    the_day_ends(ann, &chat, &place).await;
}
