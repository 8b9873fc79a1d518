//! The agent socket: order, silence, losses, frames that cannot be taken.

use desk_core::LinkFailure;
use desk_core::notice::NoticeKind;
use desk_core::session_state::LinkState;
use serde_json::json;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::protocol::CloseFrame;
use tokio_tungstenite::tungstenite::protocol::frame::coding::CloseCode;

use crate::cct_server::CctServer;
use crate::chat_server::notification;
use crate::desk::{Scene, TestDesk, config};
use crate::loopback;

const MIB: usize = 1024 * 1024;

#[tokio::test]
async fn a_dropped_socket_is_made_anew_and_logged_in_again() {
    let mut scene = Scene::signed_in().await;
    drop(scene.socket);
    assert_eq!(scene.desk.chat_trouble().await, LinkFailure::Lost);
    let (_socket, log_in) = scene.chat.logged_in().await;
    assert_eq!(log_in["body"]["reconnect"], true);
    scene.desk.is_up().await;
}

#[tokio::test]
async fn a_close_frame_is_a_loss() {
    let mut scene = Scene::signed_in().await;
    let close = CloseFrame { code: CloseCode::Away, reason: "switching over".into() };
    scene.socket.send(Message::Close(Some(close))).await;
    assert_eq!(scene.desk.chat_trouble().await, LinkFailure::Lost);
    let _socket = scene.chat.logged_in().await;
    scene.desk.is_up().await;
}

#[tokio::test]
async fn the_servers_ping_is_answered() {
    let mut scene = Scene::signed_in().await;
    scene.socket.send(Message::Ping(b"are you there".to_vec().into())).await;
    assert_eq!(scene.socket.message().await, Message::Pong(b"are you there".to_vec().into()));
}

#[tokio::test]
async fn a_frame_that_is_too_large_is_skipped_and_the_connection_lives() {
    let mut scene = Scene::signed_in().await;
    scene.socket.text("x".repeat(8 * MIB + 1)).await;
    assert_eq!(unreadable(&scene.desk, 1).await, 1);
    // Binary frames are none of this protocol's.
    scene.socket.send(Message::Binary(b"{}".to_vec().into())).await;
    assert_eq!(unreadable(&scene.desk, 2).await, 2);
    scene.socket.send(Message::Ping(b"still".to_vec().into())).await;
    assert_eq!(scene.socket.message().await, Message::Pong(b"still".to_vec().into()));
    let session = scene.desk.session().await;
    assert_eq!(session.chat_server.state, LinkState::Up);
}

#[tokio::test]
async fn a_frame_beyond_all_measure_ends_the_connection() {
    let mut scene = Scene::signed_in().await;
    let huge = Message::text("x".repeat(32 * MIB + 1));
    let sent = tokio::spawn(async move {
        use futures_util::SinkExt;
        // The desk hangs up in the middle of it.
        let _ = scene.socket.socket.send(huge).await;
    });
    assert_eq!(scene.desk.chat_trouble().await, LinkFailure::Lost);
    assert_eq!(unreadable(&scene.desk, 1).await, 1);
    sent.await.unwrap();
    let (_socket, log_in) = scene.chat.logged_in().await;
    assert_eq!(log_in["body"]["reconnect"], true);
}

/// Waits until so many frames could not be read.
async fn unreadable(desk: &TestDesk, at_least: u32) -> u32 {
    desk.finds("an unreadable frame", move |desk| {
        let notices = desk.notices().get().iter();
        let counts = notices.filter_map(|notice| match notice.what {
            NoticeKind::UnreadableFrames { count } => Some(count),
            _ => None,
        });
        counts.max().filter(|count| *count >= at_least)
    })
    .await
}

#[tokio::test]
async fn a_thousand_frames_arrive_and_none_is_lost() {
    let mut scene = Scene::signed_in().await;
    for number in 0..1_000 {
        let odd = json!({"method": "neverHeardOf", "number": number});
        scene.socket.text(notification(odd).to_string()).await;
    }
    // The last one is unreadable, so that its arrival shows.
    scene.socket.text("no json".to_owned()).await;
    assert_eq!(unreadable(&scene.desk, 1).await, 1);
}

#[tokio::test]
async fn a_chat_server_that_is_down_is_told_as_refusing() {
    let cct = CctServer::start(None).await;
    let url = format!("ws://{}/AgentControllerWeb/chat", loopback::nobody().await);
    let desk = TestDesk::start(config(cct.base_url("http"), url));
    desk.sign_in().await;
    let trouble = desk
        .finds("the failure", |desk| {
            let session = desk.session().get();
            session.failure.clone().or_else(|| session.chat_server.trouble.clone())
        })
        .await;
    assert_eq!(trouble.kind, desk_core::FailureKind::Link(LinkFailure::Refused));
}
