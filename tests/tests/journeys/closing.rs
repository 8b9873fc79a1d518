//! Closing a contact, and what keeps an agent from leaving.

use journeys::Place;
use ui_api::ErrorCode;
use ui_api::commands::{Handlers, Nothing};
use ui_api::views::possible::Possible;

use crate::chat::{ann_chats, ann_is_ready};
use contact_center_sim::customer::Chat;

#[tokio::test]
async fn a_contact_is_closed_with_reason_note_and_transcript() {
    let place = Place::open().await;
    let (mut ann, jo, chat) = ann_chats(&place).await;
    ann.begins_to_close(&chat).await;
    let form = ann.screen.contact_with(&chat).unwrap().wrap_up.clone().unwrap();
    let labels: Vec<_> = form.reasons.iter().map(|reason| reason.label.as_str()).collect();
    assert_eq!(labels[1], "Booking made");
    assert_eq!(form.transcript_possible, Possible::Yes);
    ann.finishes(&chat, "2", "Two seats, window.", true).await;
    let room = place.room(jo.guid());
    assert_eq!(room["reasons"][0]["code"], 2);
    assert_eq!(room["reasons"][0]["note"], "Two seats, window.");
    let state = place.simulator.control().state();
    assert_eq!(state["mailed"][0]["email"], "jo@example.org");
    ann.signs_out().await;
    ann.goes_home().await;
    place.nothing_was_wrong();
}

#[tokio::test]
async fn without_an_address_there_is_no_transcript() {
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
    assert!(matches!(form.transcript_possible, Possible::No(_)));
    ann.finishes(&contact, "1", "", false).await;
    ann.signs_out().await;
    ann.goes_home().await;
    place.nothing_was_wrong();
}

#[tokio::test]
async fn signing_out_waits_for_open_contacts() {
    let place = Place::open().await;
    let (mut ann, _jo, chat) = ann_chats(&place).await;
    let refused = ann.api.sign_out(Nothing {}).await.unwrap_err();
    assert_eq!(refused.code, ErrorCode::ContactsOpen);
    ann.closes(&chat).await;
    ann.signs_out().await;
    ann.goes_home().await;
    place.nothing_was_wrong();
}
