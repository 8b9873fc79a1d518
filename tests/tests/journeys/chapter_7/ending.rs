//! The end of a chat: reason, notes, transcript.

use journeys::Place;
use ui_api::commands::Handlers;
use ui_api::commands::args::SetWrapUp;
use ui_api::views::contact::ContactPhase;
use ui_api::views::possible::{Possible, WhyNot};
use ui_api::views::wrap_up::WrapUpState;

use crate::chat::{ann_chats, ann_is_ready};
use contact_center_sim::customer::Chat;

#[tokio::test]
pub(super) async fn ending_the_text_chat_session() {
    let place = Place::open().await;
    let (mut ann, mut jo, chat) = ann_chats(&place).await;
    jo.say("Two seats, please").await.unwrap();
    ann.reads(&chat, "customer: Two seats, please").await;
    // Notes are taken during the chat already.
    let note = SetWrapUp {
        contact: chat.clone(),
        reason: None,
        note: "Two seats".into(),
        send_transcript: false,
    };
    ann.api.set_wrap_up(note).await.expect("notes are kept");
    ann.begins_to_close(&chat).await;
    let form = ann.screen.contact_with(&chat).unwrap().wrap_up.clone().unwrap();
    assert_eq!(form.note, "Two seats");
    let labels: Vec<_> = form.reasons.iter().map(|reason| reason.label.as_str()).collect();
    assert_eq!(labels[1], "Booking made");
    let preselected: Vec<_> =
        form.reasons.iter().filter(|reason| reason.preselected).map(|one| &one.code).collect();
    assert_eq!(preselected, ["1"]);
    ann.finishes(&chat, "2", "Two seats, window.", false).await;
    let room = place.room(jo.guid());
    assert_eq!(room["phase"], "ended");
    assert_eq!(room["reasons"][0]["code"], 2);
    assert_eq!(room["reasons"][0]["note"], "Two seats, window.");
    // What was said is kept for the next time, without anybody's doing.
    let _jo = place.customer("Jo Marsh").await;
    let again = ann.takes("Jo Marsh").await;
    let history = ann.reads_history(&again, 1).await;
    let lines = &history.entries[0].lines;
    assert!(lines.iter().any(|line| line.text.contains("Two seats, please")), "{lines:?}");
    // Each further contact is closed in the same way.
    ann.closes(&again).await;
    ann.signs_out().await;
    ann.goes_home().await;
    place.nothing_was_wrong();
}

#[tokio::test]
async fn a_reason_is_required_where_the_contact_centre_says_so() {
    let place = Place::with(|options| options.setup.default_reason = 0).await;
    let mut settings = place.settings();
    settings.more = "[chat]\nclosed_reason_required = true\n".to_owned();
    let mut ann = journeys::Person::at(&settings, "ann").await;
    ann.signs_in().await;
    ann.goes_ready().await;
    let _jo = place.customer("Jo Marsh").await;
    let chat = ann.takes("Jo Marsh").await;
    ann.begins_to_close(&chat).await;
    assert!(ann.screen.drawn.options.closed_reason_required);
    assert_eq!(ann.screen.actions(&chat).finish, Possible::No(WhyNot::ReasonNeeded));
    ann.tries_to_finish(&chat, None, "", false).await.expect_err("a reason is missing");
    assert_eq!(ann.screen.phase(&chat), Some(ContactPhase::WrapUp));
    ann.finishes(&chat, "3", "", false).await;
    ann.goes_home().await;
    place.nothing_was_wrong();
}

#[tokio::test]
pub(super) async fn sending_the_chat_log_in_an_email_message() {
    let place = Place::open().await;
    let (mut ann, mut jo, chat) = ann_chats(&place).await;
    jo.say("Two seats, please").await.unwrap();
    ann.reads(&chat, "customer: Two seats, please").await;
    ann.begins_to_close(&chat).await;
    let form = ann.screen.contact_with(&chat).unwrap().wrap_up.clone().unwrap();
    assert_eq!((form.state, form.transcript_possible), (WrapUpState::Open, Possible::Yes));
    assert!(!form.send_transcript, "the agent ticks it");
    ann.finishes(&chat, "2", "", true).await;
    let state = place.simulator.control().state();
    assert_eq!(state["mailed"][0]["email"], "jo@example.org");
    ann.signs_out().await;
    ann.goes_home().await;
    place.nothing_was_wrong();
}

#[tokio::test]
async fn without_a_licence_for_email_there_is_no_chat_log_to_send() {
    let place = Place::with(|options| options.setup.email_transcripts = false).await;
    let (mut ann, _jo, chat) = ann_chats(&place).await;
    ann.begins_to_close(&chat).await;
    let form = ann.screen.contact_with(&chat).unwrap().wrap_up.clone().unwrap();
    assert_eq!(form.transcript_possible, Possible::No(WhyNot::SwitchedOffByServer));
    ann.finishes(&chat, "1", "", false).await;
    ann.goes_home().await;
    place.nothing_was_wrong();
}

#[tokio::test]
async fn without_an_address_there_is_no_chat_log_to_send() {
    let place = Place::open().await;
    let mut ann = ann_is_ready(&place).await;
    let chat = Chat { name: "Nobody".to_owned(), email: String::new(), ..Chat::default() };
    let _customer = place.asking(&chat).await;
    let offered = |screen: &journeys::Screen| {
        screen.drawn.contacts.first().map(|contact| contact.key.clone())
    };
    let contact = ann.finds("an offer", offered).await;
    ann.accepts(&contact).await;
    ann.begins_to_close(&contact).await;
    let form = ann.screen.contact_with(&contact).unwrap().wrap_up.clone().unwrap();
    assert_eq!(form.transcript_possible, Possible::No(WhyNot::NoEmailAddress));
    ann.finishes(&contact, "1", "", false).await;
    ann.goes_home().await;
    place.nothing_was_wrong();
}
