//! What the doctor's probes find at good servers and bad ones.

use std::path::PathBuf;
use std::time::Duration;

use cct_wire::Service;
use desk_core::LinkFailure;
use desk_runtime::{Probe, TlsConfig, TlsError};
use url::Url;

use crate::cct_server::CctServer;
use crate::certificates::Authority;
use crate::chat_server::ChatServer;
use crate::loopback::{self, LIMIT};

fn probe(limit: Duration) -> Probe {
    Probe::new(&TlsConfig::default(), limit).unwrap()
}

fn ws(address: std::net::SocketAddr) -> Url {
    Url::parse(&format!("ws://{address}/AgentControllerWeb/chat")).unwrap()
}

fn wss(address: std::net::SocketAddr) -> Url {
    Url::parse(&format!("wss://{address}/AgentControllerWeb/chat")).unwrap()
}

#[tokio::test]
async fn a_good_chat_server_passes_each_step() {
    let chat = ChatServer::start(None).await;
    let probe = probe(LIMIT);
    let url = ws(chat.server.address);
    let addresses = probe.addresses(&url).await.outcome.unwrap();
    assert_eq!(addresses, [chat.server.address]);
    assert_eq!(probe.connect(&addresses).await.outcome, Ok(chat.server.address));
    assert_eq!(probe.websocket(&url).await.outcome, Ok(()));
}

#[tokio::test]
async fn the_websocket_step_tells_what_is_wrong() {
    let silent = loopback::silent().await;
    let patient = probe(LIMIT);
    let hasty = probe(Duration::from_millis(100));
    assert_eq!(hasty.websocket(&ws(silent.address)).await.outcome, Err(LinkFailure::TimedOut));
    let nobody = ws(loopback::nobody().await);
    assert_eq!(patient.websocket(&nobody).await.outcome, Err(LinkFailure::Refused));
    let http = loopback::says(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n").await;
    let found = patient.websocket(&ws(http.address)).await.outcome;
    assert_eq!(found, Err(LinkFailure::HttpStatus(404)));
    let mail = loopback::says(b"220 mail.example.test ESMTP\r\n\r\n").await;
    let found = patient.websocket(&ws(mail.address)).await.outcome;
    assert_eq!(found, Err(LinkFailure::NotTheServer));
    let brusque = loopback::says(b"").await;
    assert_eq!(patient.websocket(&ws(brusque.address)).await.outcome, Err(LinkFailure::Lost));
    let url = Url::parse("http://127.0.0.1/").unwrap();
    assert_eq!(patient.websocket(&url).await.outcome, Err(LinkFailure::BadAddress));
}

#[tokio::test]
async fn a_handshake_shows_the_certificate_even_when_it_is_bad() {
    let authority = Authority::new();
    let trust = TlsConfig {
        ca_certificate_file: Some(authority.file("probe-bad")),
        ..TlsConfig::default()
    };
    let probe = Probe::new(&trust, LIMIT).unwrap();
    let cases = [
        (authority.good(), Ok(())),
        (authority.expired(), Err(LinkFailure::CertificateExpired)),
        (authority.of_another_name(), Err(LinkFailure::CertificateWrongName)),
        (Authority::new().good(), Err(LinkFailure::CertificateUntrusted)),
    ];
    for (shown, verdict) in cases {
        let chat = ChatServer::start(Some(shown.config)).await;
        let url = wss(chat.server.address);
        let handshake = probe.handshake(&url).await.outcome.unwrap();
        assert_eq!(handshake.verdict, verdict);
        assert_eq!(handshake.version, "TLS 1.3");
        assert_eq!(handshake.intermediates, 0);
        let certificate = handshake.certificate.unwrap();
        assert_eq!(certificate.fingerprint, shown.fingerprint);
        assert_eq!(certificate.subject, "CN=Test Server");
        assert_eq!(certificate.issuer, "CN=Test Authority");
        assert!(certificate.not_before < certificate.not_after);
        assert_eq!(probe.websocket(&url).await.outcome, verdict, "the desk thinks the same");
    }
}

#[tokio::test]
async fn a_pinned_certificate_is_taken_as_it_is_and_no_other() {
    let stranger = Authority::new();
    let pinned = stranger.expired();
    let trust = TlsConfig { pinned_sha256: vec![pinned.fingerprint], ..TlsConfig::default() };
    let probe = Probe::new(&trust, LIMIT).unwrap();
    let chat = ChatServer::start(Some(pinned.config)).await;
    assert_eq!(probe.websocket(&wss(chat.server.address)).await.outcome, Ok(()));
    let other = ChatServer::start(Some(stranger.good().config)).await;
    let found = probe.websocket(&wss(other.server.address)).await.outcome;
    assert_eq!(found, Err(LinkFailure::CertificateUntrusted));
}

#[tokio::test]
async fn tls_toward_a_plain_server_is_told_as_such() {
    let plain = loopback::says(b"HTTP/1.1 400 Bad Request\r\n\r\n").await;
    let found = probe(LIMIT).websocket(&wss(plain.address)).await.outcome;
    assert!(matches!(found, Err(LinkFailure::Tls(_))), "{found:?}");
}

#[tokio::test]
async fn a_certificate_file_that_is_no_use_is_named() {
    let missing = TlsConfig {
        ca_certificate_file: Some(PathBuf::from("/nowhere/authority.pem")),
        ..TlsConfig::default()
    };
    let refused = Probe::new(&missing, LIMIT).err().unwrap();
    assert!(matches!(refused, TlsError::CaFileUnreadable { .. }));
    let path = crate::disk::scratch("probe-no-pem").join("authority.pem");
    std::fs::write(&path, "not a certificate").unwrap();
    let odd = TlsConfig { ca_certificate_file: Some(path), ..TlsConfig::default() };
    assert!(matches!(Probe::new(&odd, LIMIT), Err(TlsError::CaFileUnusable { .. })));
}

#[tokio::test]
async fn a_contact_server_says_its_version() {
    let cct = CctServer::start(None).await;
    let base = Url::parse(&cct.base_url("http")).unwrap();
    let version = probe(LIMIT).version(&base).await.outcome.unwrap();
    assert_eq!(version, Ok("7.1.2".to_owned()));
}

#[tokio::test]
async fn a_description_is_recognised() {
    let good = loopback::says(
        b"HTTP/1.1 200 OK\r\nContent-Length: 60\r\n\r\n<definitions xmlns='http://schemas.xmlsoap.org/wsdl/'      />",
    )
    .await;
    let base = Url::parse(&format!("http://{}/services/", good.address)).unwrap();
    let answer = probe(LIMIT).wsdl(&base, Service::UserService).await.outcome.unwrap();
    assert!(answer.is_wsdl);
    let other = loopback::says(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello").await;
    let base = Url::parse(&format!("http://{}/services/", other.address)).unwrap();
    let answer = probe(LIMIT).wsdl(&base, Service::UserService).await.outcome.unwrap();
    assert_eq!((answer.status, answer.is_wsdl), (200, false));
}
