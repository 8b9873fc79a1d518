//! Calls to the contact server: what the agent is told when they fail, and how connections are used.

use std::sync::Arc;

use desk_core::LinkFailure;
use desk_runtime::RuntimeConfig;

use crate::cct_server::CctServer;
use crate::certificates::Authority;
use crate::chat_server::ChatServer;
use crate::desk::{Scene, TestDesk, chat_url, config};
use crate::loopback::{self, read_request, serve, write_answer};

async fn trouble(base_url: String, change: impl FnOnce(&mut RuntimeConfig)) -> LinkFailure {
    let mut config = config(base_url, "ws://127.0.0.1:9/".to_owned());
    change(&mut config);
    let desk = TestDesk::start(config);
    desk.sign_in().await;
    desk.sign_in_trouble().await
}

fn base_url(address: std::net::SocketAddr) -> String {
    format!("http://{address}/SOAOICCT/services/")
}

#[tokio::test]
async fn a_server_that_is_down_refuses() {
    let url = base_url(loopback::nobody().await);
    assert_eq!(trouble(url, |_| ()).await, LinkFailure::Refused);
}

#[tokio::test]
async fn a_silent_server_runs_into_the_limit() {
    let server = loopback::silent().await;
    let short = |config: &mut RuntimeConfig| config.desk.cct.call_timeout_ms = 100;
    assert_eq!(trouble(base_url(server.address), short).await, LinkFailure::TimedOut);
}

#[tokio::test]
async fn a_server_that_hangs_up_is_a_loss() {
    let server = serve(None, |_, mut stream| async move {
        read_request(&mut stream).await;
    })
    .await;
    assert_eq!(trouble(base_url(server.address), |_| ()).await, LinkFailure::Lost);
}

#[tokio::test]
async fn a_server_of_another_protocol_is_not_the_server() {
    let server = loopback::says(b"SSH-2.0-whatever\r\n\r\n\r\n").await;
    assert_eq!(trouble(base_url(server.address), |_| ()).await, LinkFailure::NotTheServer);
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let server = loopback::says(
        b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9/\r\nContent-Length: 0\r\n\r\n",
    )
    .await;
    assert_eq!(trouble(base_url(server.address), |_| ()).await, LinkFailure::HttpStatus(302));
}

#[tokio::test]
async fn an_answer_without_end_is_cut_off() {
    let server = serve(None, |_, mut stream| async move {
        read_request(&mut stream).await;
        write_answer(&mut stream, 200, &"x".repeat(16 * 1024 * 1024 + 1)).await;
    })
    .await;
    assert_eq!(trouble(base_url(server.address), |_| ()).await, LinkFailure::NotTheServer);
}

#[tokio::test]
async fn a_name_without_address_is_told_as_such() {
    // Too long for any name, so that nobody is asked.
    let url = format!("http://{}.example.test/", "a".repeat(64));
    assert_eq!(trouble(url, |_| ()).await, LinkFailure::NameNotFound);
}

#[tokio::test]
async fn bad_certificates_are_told_apart() {
    let ours = Authority::new();
    let file = ours.file("soap-certificates");
    let cases = [
        (ours.expired(), LinkFailure::CertificateExpired),
        (ours.not_yet_valid(), LinkFailure::CertificateExpired),
        (ours.of_another_name(), LinkFailure::CertificateWrongName),
        (Authority::new().good(), LinkFailure::CertificateUntrusted),
    ];
    for (shown, expected) in cases {
        let server = CctServer::start(Some(shown.config)).await;
        let trust = |config: &mut RuntimeConfig| {
            config.tls.ca_certificate_file = Some(file.clone());
        };
        assert_eq!(trouble(server.base_url("https"), trust).await, expected);
    }
}

#[tokio::test]
async fn a_trusted_certificate_leads_to_a_whole_sign_in_on_both_links() {
    let authority = Authority::new();
    let shown = authority.good();
    let cct = CctServer::start(Some(Arc::clone(&shown.config))).await;
    let mut chat = ChatServer::start(Some(shown.config)).await;
    let mut config = config(cct.base_url("https"), chat_url(&chat).replace("ws:", "wss:"));
    config.tls.ca_certificate_file = Some(authority.file("soap-trusted"));
    let desk = TestDesk::start(config);
    desk.sign_in().await;
    let _socket = chat.logged_in().await;
    desk.is_up().await;
}

#[tokio::test]
async fn calls_share_connections() {
    let scene = Scene::signed_in().await;
    scene.cct.asked.for_the("userservice/GetAgentsRequest").await;
    let (calls, connections) = scene.cct.asked.counts();
    assert!(calls >= 6, "a sign-in takes many calls, not {calls}");
    assert!(connections <= calls / 2, "{connections} connections for {calls} calls");
}
