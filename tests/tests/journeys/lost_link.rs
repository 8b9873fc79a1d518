//! Links that break in the middle of a chat: back without a click, with what was missed.

use contact_center_sim::serve::Fault;
use journeys::{Person, Place};
use ui_api::commands::{Handlers, Nothing};
use ui_api::views::contact::ContactPhase;
use ui_api::views::notice::Notice;
use ui_api::views::session::{LinkState, ReadyState, SessionPhase};

use crate::chat::{ann_chats, hears, the_day_ends};

async fn both_links_are_up(person: &mut Person) {
    person
        .sees("both links", |screen| {
            let session = &screen.drawn.session;
            session.phase == SessionPhase::SignedIn
                && session.contact_control.state == LinkState::Up
                && session.chat_server.state == LinkState::Up
        })
        .await;
}

#[tokio::test]
async fn a_dropped_socket_comes_back_with_what_was_missed() {
    let place = Place::open().await;
    let (mut ann, mut jo, chat) = ann_chats(&place).await;
    jo.say("Before").await.unwrap();
    ann.reads(&chat, "customer: Before").await;
    ann.types(&chat, "half a line").await;
    place.cause(&Fault::DropAgent { agent: "20001".to_owned() });
    jo.say("Meanwhile").await.unwrap();
    ann.reads(&chat, "* LinkRestored").await;
    ann.reads(&chat, "customer: Meanwhile").await;
    ann.sees_phase(&chat, ContactPhase::Active).await;
    let told = ann.screen.told(&chat);
    for line in ["customer: Before", "customer: Meanwhile"] {
        assert_eq!(told.iter().filter(|row| *row == line).count(), 1, "{told:?}");
    }
    assert_eq!(ann.screen.contact_with(&chat).unwrap().drafts.reply, "half a line");
    let restored =
        |notice: &ui_api::views::notice::NoticeView| matches!(notice.what, Notice::Restored { .. });
    assert!(ann.screen.drawn.notices.iter().any(restored));
    ann.says(&chat, "Back again").await;
    hears(&mut jo, "Back again").await;
    the_day_ends(ann, &chat, &place).await;
}

#[tokio::test]
async fn a_socket_that_is_closed_properly_comes_back_too() {
    let place = Place::open().await;
    let (mut ann, mut jo, chat) = ann_chats(&place).await;
    place.cause(&Fault::CloseAgent { agent: "20001".to_owned(), code: 1001 });
    ann.reads(&chat, "* LinkRestored").await;
    ann.says(&chat, "Back again").await;
    hears(&mut jo, "Back again").await;
    the_day_ends(ann, &chat, &place).await;
}

#[tokio::test]
async fn a_switch_over_leaves_the_chat_and_takes_the_readiness() {
    let place = Place::open().await;
    let (mut ann, mut jo, chat) = ann_chats(&place).await;
    place.cause(&Fault::SwitchOver);
    // The customers' sockets went, too.
    jo.reconnect().await.unwrap();
    ann.reads(&chat, "* LinkRestored").await;
    both_links_are_up(&mut ann).await;
    ann.sees("Not Ready", |screen| screen.drawn.session.readiness.actual == ReadyState::NotReady)
        .await;
    assert_eq!(ann.screen.drawn.session.readiness.target, ReadyState::Ready, "what was asked for");
    ann.says(&chat, "Back again").await;
    hears(&mut jo, "Back again").await;
    the_day_ends(ann, &chat, &place).await;
}

#[tokio::test]
async fn a_restart_of_everything_is_survived() {
    let place = Place::open().await;
    let (mut ann, mut jo, chat) = ann_chats(&place).await;
    place.cause(&Fault::Restart);
    // The customers' sockets went, too.
    jo.reconnect().await.unwrap();
    ann.reads(&chat, "* LinkRestored").await;
    both_links_are_up(&mut ann).await;
    ann.sees_phase(&chat, ContactPhase::Active).await;
    ann.says(&chat, "Back again").await;
    hears(&mut jo, "Back again").await;
    ann.closes(&chat).await;
    ann.signs_out().await;
    ann.goes_home().await;
}

#[tokio::test]
async fn without_auto_reconnect_a_click_brings_it_back() {
    let place = Place::open().await;
    let mut settings = place.settings();
    settings.servers = "auto_reconnect = false".to_owned();
    let mut ann = Person::at(&settings, "ann").await;
    ann.signs_in().await;
    ann.goes_ready().await;
    let mut jo = place.customer("Jo Marsh").await;
    let chat = ann.takes("Jo Marsh").await;
    place.cause(&Fault::DropAgent { agent: "20001".to_owned() });
    ann.sees("the link down", |screen| screen.drawn.session.chat_server.state != LinkState::Up)
        .await;
    assert_eq!(place.heard("agentLogin"), 1, "nothing is tried without a click");
    ann.api.reconnect(Nothing {}).await.unwrap();
    ann.reads(&chat, "* LinkRestored").await;
    ann.says(&chat, "Back again").await;
    hears(&mut jo, "Back again").await;
    the_day_ends(ann, &chat, &place).await;
}
