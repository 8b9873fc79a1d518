//! The actor: answers, panics, sleep, the end.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use desk_core::session_state::SessionPhase;
use desk_runtime::{Clock, Gone};
use tokio_tungstenite::tungstenite::Message;

use crate::cct_server::CctServer;
use crate::desk::{Scene, Shared, TestDesk, config};
use crate::loopback;

#[tokio::test]
async fn a_panic_while_answering_does_not_take_the_desk_down() {
    let scene = Scene::signed_in().await;
    let outcome: Result<(), Gone> =
        scene.desk.handle.call(|_, _| panic!("a contact went wrong")).await;
    assert_eq!(outcome, Err(Gone::Panicked));
    assert_eq!(scene.desk.session().await.phase, SessionPhase::SignedIn);
}

#[tokio::test]
async fn after_sleep_the_connection_is_made_anew() {
    let slept_ms = Arc::new(AtomicU64::new(0));
    let read = Arc::clone(&slept_ms);
    #[expect(clippy::disallowed_methods, reason = "the test's wall clock is the real one, shifted")]
    let clock =
        Clock::of(move || SystemTime::now() + Duration::from_millis(read.load(Ordering::SeqCst)));
    let mut scene = Scene::with(|_| (), clock).await;
    slept_ms.store(3_600_000, Ordering::SeqCst);
    // Any wake-up shows it.
    scene.desk.session().await;
    let (_socket, log_in) = scene.chat.logged_in().await;
    assert_eq!(log_in["body"]["reconnect"], true);
    scene.desk.is_up().await;
}

#[tokio::test]
async fn shutting_down_closes_the_socket_and_answers_nobody_after() {
    let mut scene = Scene::signed_in().await;
    let other = scene.desk.handle.clone();
    scene.desk.handle.shut_down().await;
    loop {
        if let Message::Close(_) = scene.socket.message().await {
            break;
        }
    }
    assert_eq!(other.call(|_, _| ()).await, Err(Gone::ShutDown));
    other.shut_down().await;
}

#[tokio::test]
async fn the_last_handle_takes_the_desk_with_it() {
    let mut scene = Scene::signed_in().await;
    let changes = scene.desk.handle.changes();
    drop(scene.desk);
    loop {
        if let Message::Close(_) = scene.socket.message().await {
            break;
        }
    }
    let ended = async {
        let mut changes = changes;
        while changes.changed().await.is_ok() {}
    };
    tokio::time::timeout(loopback::LIMIT, ended).await.expect("the desk ends");
}

#[tokio::test]
async fn changes_wake_and_carry_the_newest_revision() {
    let url = format!("ws://{}/", loopback::nobody().await);
    let cct = CctServer::start(None).await;
    let desk = TestDesk::start(config(cct.base_url("http"), url));
    let mut changes = desk.handle.changes();
    let before = *changes.borrow_and_update();
    desk.sign_in().await;
    tokio::time::timeout(loopback::LIMIT, changes.changed()).await.expect("a change").unwrap();
    assert!(*changes.borrow() > before);
}

#[tokio::test]
async fn answers_come_in_the_order_of_the_questions() {
    let url = format!("ws://{}/", loopback::nobody().await);
    let desk = TestDesk::start(config("http://127.0.0.1:9/".to_owned(), url));
    let seen: Shared<Vec<u32>> = Arc::new(Mutex::new(Vec::new()));
    let mut asked = Vec::new();
    for number in 0..50 {
        let seen = Arc::clone(&seen);
        asked.push(desk.handle.call(move |_, _| seen.lock().unwrap().push(number)));
    }
    for answer in asked {
        answer.await.unwrap();
    }
    assert_eq!(*seen.lock().unwrap(), (0..50).collect::<Vec<_>>());
}
