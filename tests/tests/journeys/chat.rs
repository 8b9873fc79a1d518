//! The main job: from sign-in over a chat to sign-out, and what happens in between.

use contact_center_sim::CustomerClient;
use journeys::{LIMIT, Person, Place};
use ui_api::views::contact::CustomerPresence;
use ui_api::views::session::LinkState;

/// Ann is signed in and Ready.
pub(crate) async fn ann_is_ready(place: &Place) -> Person {
    let mut ann = Person::ann(place).await;
    ann.signs_in().await;
    ann.goes_ready().await;
    ann
}

/// Ann is in a chat with Jo Marsh.
pub(crate) async fn ann_chats(place: &Place) -> (Person, CustomerClient, String) {
    let mut ann = ann_is_ready(place).await;
    let jo = place.customer("Jo Marsh").await;
    let chat = ann.takes("Jo Marsh").await;
    (ann, jo, chat)
}

/// Waits until the customer has read a line.
pub(crate) async fn hears(customer: &mut CustomerClient, line: &str) {
    customer
        .wait_for(LIMIT, "the line", |frame| frame["body"]["message"] == line)
        .await
        .unwrap_or_else(|error| panic!("the customer does not hear `{line}`: {error}"));
}

/// Waits until the customer has received a frame of this method.
pub(crate) async fn gets(customer: &mut CustomerClient, method: &'static str) -> serde_json::Value {
    let frame = customer.wait_for(LIMIT, method, |frame| frame["body"]["method"] == method).await;
    frame.unwrap_or_else(|error| panic!("the customer gets no {method}: {error}"))["body"].clone()
}

/// The customer leaves, everybody goes home, nothing was wrong.
pub(crate) async fn the_day_ends(mut ann: Person, chat: &str, place: &Place) {
    ann.closes(chat).await;
    ann.signs_out().await;
    ann.goes_home().await;
    place.nothing_was_wrong();
}

#[tokio::test]
async fn an_agent_signs_in_chats_closes_and_signs_out() {
    let place = Place::open().await;
    let mut ann = ann_is_ready(&place).await;
    assert_eq!(ann.screen.drawn.session.contact_control.state, LinkState::Up);
    assert_eq!(ann.screen.drawn.session.chat_server.state, LinkState::Up);
    let mut jo = place.customer("Jo Marsh").await;
    let chat = ann.takes("Jo Marsh").await;
    jo.say("Is there a night train?").await.unwrap();
    ann.reads(&chat, "customer: Is there a night train?").await;
    ann.says(&chat, "On Fridays.").await;
    ann.reads(&chat, "me: On Fridays. [delivered]").await;
    hears(&mut jo, "On Fridays.").await;
    let contact = ann.screen.contact_with(&chat).unwrap();
    assert_eq!(contact.title, "Jo Marsh");
    assert_eq!(contact.skillset.as_deref(), Some("WC_Travel"));
    assert_eq!(contact.unanswered, 0);
    let told = ann.screen.told(&chat);
    assert!(told[1].starts_with("welcome: Welcome to Northwind Travel"), "{told:?}");
    the_day_ends(ann, &chat, &place).await;
}

#[tokio::test]
async fn both_see_each_other_type() {
    let place = Place::open().await;
    let (mut ann, mut jo, chat) = ann_chats(&place).await;
    jo.types(true).await.unwrap();
    let types = |screen: &journeys::Screen, chat: &str| {
        screen.contact_with(chat).is_some_and(|contact| !contact.typing.is_empty())
    };
    ann.sees("Jo typing", |screen| types(screen, &chat)).await;
    jo.types(false).await.unwrap();
    ann.sees("Jo pausing", |screen| !types(screen, &chat)).await;
    ann.types(&chat, "On Fri").await;
    assert_eq!(gets(&mut jo, "isTyping").await["isTyping"], true);
    ann.says(&chat, "On Fridays.").await;
    hears(&mut jo, "On Fridays.").await;
    the_day_ends(ann, &chat, &place).await;
}

#[tokio::test]
async fn the_customer_leaves_and_the_agent_finishes() {
    let place = Place::open().await;
    let (mut ann, mut jo, chat) = ann_chats(&place).await;
    jo.say("Never mind.").await.unwrap();
    jo.leave().await.unwrap();
    ann.sees_closing_form(&chat).await;
    let contact = ann.screen.contact_with(&chat).unwrap();
    assert_eq!(contact.customer, CustomerPresence::Left);
    assert!(contact.wrap_up.as_ref().unwrap().customer_left);
    assert!(ann.screen.tells(&chat, "* CustomerLeft"));
    ann.tries_to_say(&chat, "Are you there?").await.unwrap_err();
    ann.finishes(&chat, "4", "", false).await;
    assert_eq!(place.room(jo.guid())["reasons"][0]["code"], 4);
    ann.signs_out().await;
    ann.goes_home().await;
    place.nothing_was_wrong();
}

#[tokio::test]
async fn the_customer_loses_the_connection_and_comes_back() {
    let place = Place::open().await;
    let (mut ann, mut jo, chat) = ann_chats(&place).await;
    jo.lose();
    ann.reads(&chat, "* CustomerDisconnected").await;
    jo.reconnect().await.unwrap();
    ann.reads(&chat, "* CustomerReconnected").await;
    jo.say("I was in a tunnel.").await.unwrap();
    ann.reads(&chat, "customer: I was in a tunnel.").await;
    let customer = ann.screen.contact_with(&chat).unwrap().customer;
    assert_eq!(customer, CustomerPresence::Connected);
    the_day_ends(ann, &chat, &place).await;
}

#[tokio::test]
async fn two_contacts_are_two_conversations() {
    let place = Place::open().await;
    let (mut ann, mut jo, first) = ann_chats(&place).await;
    let mut kim = place.customer("Kim Berg").await;
    let second = ann.takes("Kim Berg").await;
    ann.types(&first, "for Jo").await;
    ann.types(&second, "for Kim").await;
    ann.looks().await;
    let draft = |key: &str| ann.screen.contact_with(key).unwrap().drafts.reply.clone();
    assert_eq!((draft(&first), draft(&second)), ("for Jo".to_owned(), "for Kim".to_owned()));
    ann.says(&first, "for Jo").await;
    ann.says(&second, "for Kim").await;
    hears(&mut jo, "for Jo").await;
    hears(&mut kim, "for Kim").await;
    let heard = |customer: &CustomerClient, line: &str| {
        customer.seen().iter().any(|frame| frame["body"]["message"] == line)
    };
    assert!(!heard(&jo, "for Kim") && !heard(&kim, "for Jo"));
    ann.closes(&first).await;
    the_day_ends(ann, &second, &place).await;
}
