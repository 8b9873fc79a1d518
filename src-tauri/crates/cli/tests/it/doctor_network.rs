//! `desk doctor` on the way to the servers.

use contact_center_sim::Options;
use contact_center_sim::serve::TlsFiles;
use rcgen::{CertificateParams, KeyPair, date_time_ymd};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use crate::program::{End, Folder, Program, closed_port, simulator, start};

async fn doctor(settings: &std::path::Path) -> End {
    Program::start(["doctor", "--settings", settings.to_str().expect("a plain path")]).end().await
}

/// The line of a step, which says how it ended.
fn step<'e>(end: &'e End, heading: &str, name: &str) -> &'e str {
    let below = end.out.iter().skip_while(|line| !line.starts_with(heading));
    let found = below.map(String::as_str).find(|line| line.contains(&format!(" {name}:")));
    found.unwrap_or_else(|| panic!("{heading}, {name}: {}", end.text()))
}

const CCT: &str = "Contact control";
const EWC: &str = "Chat server";

#[tokio::test]
async fn healthy_servers_pass() {
    let simulator = simulator().await;
    let folder = Folder::new();
    let end = doctor(&folder.settings_for(&simulator)).await;
    assert!(end.status.success(), "{end:?}");
    for (heading, name) in [
        (CCT, "connection"),
        (CCT, "service description"),
        (CCT, "version"),
        (EWC, "connection"),
        (EWC, "WebSocket"),
    ] {
        let line = step(&end, heading, name);
        assert!(line.starts_with("  ok") && line.ends_with(" ms)"), "{line}");
    }
    assert!(step(&end, "Sign-in", "sign-in").contains("skipped"));
    assert!(step(&end, EWC, "TLS").contains("skipped"));
}

#[tokio::test]
async fn a_closed_port_is_named_with_the_setting() {
    let folder = Folder::new();
    let port = closed_port().await;
    let settings = folder.settings(
        &format!("http://localhost:{port}/SOAOICCT/services/"),
        &format!("ws://127.0.0.1:{port}/AgentControllerWeb/chat"),
    );
    let end = doctor(&settings).await;
    assert_eq!(end.status.code(), Some(1));
    assert!(step(&end, CCT, "name resolution").contains("ok"), "{}", end.text());
    for (heading, setting) in [(CCT, "servers.cct_base_urls"), (EWC, "servers.ewc_url")] {
        let line = step(&end, heading, "connection");
        assert!(line.contains("FAILED") && line.contains(&format!("port {port}")), "{line}");
        let part = end.out.iter().skip_while(|other| !other.starts_with(heading));
        let below = part.skip_while(|other| *other != line).nth(1).expect("advice");
        assert!(below.contains("check the port") && below.contains(setting), "{below}");
    }
    assert!(step(&end, EWC, "WebSocket").contains("skipped"));
}

/// A web server that knows no page.
async fn web_server() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = listener.local_addr().expect("it has one").port();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            tokio::spawn(async move {
                let mut request = [0; 4096];
                let _ = stream.read(&mut request).await;
                let answer = "HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\
                              Connection: close\r\n\r\nnone";
                let _ = stream.write_all(answer.as_bytes()).await;
            });
        }
    });
    port
}

#[tokio::test]
async fn another_web_server_is_told_from_the_right_one() {
    let folder = Folder::new();
    let port = web_server().await;
    let settings = folder.settings(
        &format!("http://127.0.0.1:{port}/SOAOICCT/services/"),
        &format!("ws://127.0.0.1:{port}/AgentControllerWeb/chat"),
    );
    let end = doctor(&settings).await;
    assert_eq!(end.status.code(), Some(1));
    assert!(step(&end, EWC, "connection").contains("ok"));
    let line = step(&end, EWC, "WebSocket");
    assert!(line.contains("FAILED") && line.contains("404"), "{line}");
    let line = step(&end, CCT, "service description");
    assert!(line.contains("FAILED") && line.contains("404"), "{line}");
    assert!(end.text().contains("not at this path"), "{}", end.text());
}

/// A certificate for 127.0.0.1 that nobody vouches for.
fn certificate(from: i32, until: i32) -> TlsFiles {
    let mut params = CertificateParams::new(vec!["127.0.0.1".to_owned()]).expect("a name");
    params.not_before = date_time_ymd(from, 1, 1);
    params.not_after = date_time_ymd(until, 1, 1);
    let key = KeyPair::generate().expect("a key");
    let certificate = params.self_signed(&key).expect("a certificate");
    TlsFiles { certificate: certificate.pem(), key: key.serialize_pem() }
}

#[tokio::test]
async fn an_expired_certificate_is_told_with_its_day() {
    let tls = certificate(2020, 2021);
    let folder = Folder::new();
    let authority = folder.write("ca.pem", &tls.certificate);
    let simulator = start(Options { tls: Some(tls), ..Options::default() }).await;
    let settings = folder.settings_for(&simulator);
    let text = std::fs::read_to_string(&settings).expect("it is there");
    let trusted = format!("[servers]\nca_certificate_file = {authority:?}");
    let settings = folder.write("frontdesk.toml", &text.replace("[servers]", &trusted));
    let end = doctor(&settings).await;
    assert_eq!(end.status.code(), Some(1));
    for heading in [CCT, EWC] {
        let line = step(&end, heading, "TLS");
        assert!(line.contains("FAILED") && line.contains("expired"), "{line}");
        assert!(line.contains("2020-01-01 to 2021-01-01"), "{line}");
    }
    assert!(end.text().contains("renew the server's certificate"), "{}", end.text());
}

#[tokio::test]
async fn an_untrusted_certificate_can_be_pinned_by_what_is_told() {
    let tls = certificate(2020, 2120);
    let simulator = start(Options { tls: Some(tls), ..Options::default() }).await;
    let folder = Folder::new();
    let settings = folder.settings_for(&simulator);
    let end = doctor(&settings).await;
    assert_eq!(end.status.code(), Some(1));
    let line = step(&end, EWC, "TLS");
    assert!(line.contains("FAILED") && line.contains("not trusted"), "{line}");
    let fingerprint = line.split("SHA-256 ").nth(1).expect("it is told").split(' ').next();
    let fingerprint = fingerprint.expect("a word");
    let text = std::fs::read_to_string(&settings).expect("it is there");
    let pinned = format!("[servers]\npinned_sha256 = [\"{fingerprint}\"]");
    let end = doctor(&folder.write("frontdesk.toml", &text.replace("[servers]", &pinned))).await;
    assert!(end.status.success(), "{}", end.text());
    assert!(step(&end, CCT, "TLS").starts_with("  ok"));
}

#[tokio::test]
async fn a_typo_in_the_settings_is_a_finding() {
    let simulator = simulator().await;
    let folder = Folder::new();
    let settings = folder.settings_for(&simulator);
    let text = std::fs::read_to_string(&settings).expect("it is there");
    let end = doctor(&folder.write("frontdesk.toml", &format!("{text}eventz = 3\n"))).await;
    assert_eq!(end.status.code(), Some(1));
    let line = step(&end, "Settings", "settings");
    assert!(line.contains("FAILED") && line.contains("cct.eventz"), "{line}");
    assert!(step(&end, EWC, "WebSocket").starts_with("  ok"));
}
