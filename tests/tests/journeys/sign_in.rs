//! Sign-ins that fail, each with a message of its own, and work once the reason is gone.

use std::net::TcpListener;
use std::path::PathBuf;

use contact_center_sim::serve::TlsFiles;
use journeys::{DeskSettings, Person, Place, certificates};
use ui_api::commands::{Handlers, Nothing};
use ui_api::views::session::SessionPhase;
use ui_api::{ApiError, ErrorCode};

use crate::chat::the_day_ends;

/// Waits for the failure of a sign-in.
async fn fails(person: &mut Person) -> ApiError {
    person
        .finds("the failure", |screen| {
            let session = &screen.drawn.session;
            let failure = session.failure.clone();
            failure.filter(|_| session.phase == SessionPhase::SignedOut)
        })
        .await
}

/// An address where nobody listens.
fn nobody() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    listener.local_addr().expect("it has an address").to_string()
}

/// The certificate as a file of this test.
fn authority(files: &TlsFiles, name: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, &files.certificate).expect("it can be written");
    path
}

#[tokio::test]
async fn a_wrong_password_then_the_right_one() {
    let place = Place::open().await;
    let mut ann = Person::ann(&place).await;
    ann.tries_to_sign_in("wrong").await;
    let failure = fails(&mut ann).await;
    assert_eq!(failure.code, ErrorCode::WrongCredentials);
    ann.signs_in().await;
    ann.signs_out().await;
    ann.goes_home().await;
}

#[tokio::test]
async fn nobody_listens_where_contact_control_should_be() {
    let address = nobody();
    let settings = DeskSettings::new(
        &format!("http://{address}/SOAOICCT/services"),
        "ws://127.0.0.1:9/AgentControllerWeb/chat",
    );
    let mut ann = Person::at(&settings, "ann").await;
    ann.tries_to_sign_in("demo").await;
    let failure = fails(&mut ann).await;
    assert_eq!(failure.code, ErrorCode::ConnectionRefused);
    assert_eq!(failure.subject.as_deref(), Some(address.as_str()));
    ann.goes_home().await;
}

#[tokio::test]
async fn nobody_listens_where_the_chat_server_should_be() {
    let place = Place::open().await;
    let address = nobody();
    let mut settings = place.settings();
    settings.ewc_url = format!("ws://{address}/AgentControllerWeb/chat");
    let mut ann = Person::at(&settings, "ann").await;
    ann.tries_to_sign_in("demo").await;
    // It may still come up, so the desk goes on trying and says why.
    let failure = ann
        .finds("the failure", |screen| {
            let session = &screen.drawn.session;
            session.failure.clone().or_else(|| session.chat_server.trouble.clone())
        })
        .await;
    assert_eq!(failure.code, ErrorCode::ConnectionRefused);
    assert_eq!(failure.subject.as_deref(), Some(address.as_str()));
    if ann.screen.drawn.session.phase == SessionPhase::SigningIn {
        ann.api.cancel_sign_in(Nothing {}).await.unwrap();
    }
    ann.sees("the sign-in page", |screen| screen.drawn.session.phase == SessionPhase::SignedOut)
        .await;
    ann.goes_home().await;
}

#[tokio::test]
async fn a_server_of_another_kind_is_told() {
    let place = Place::open().await;
    let mut settings = place.settings();
    // The customer's page answers there, but it is no SOAP.
    settings.cct_url = format!("{}SOAOICCT/services", place.simulator.page_url);
    let mut ann = Person::at(&settings, "ann").await;
    ann.tries_to_sign_in("demo").await;
    let failure = fails(&mut ann).await;
    assert_eq!(failure.code, ErrorCode::NotTheServer);
    ann.goes_home().await;
}

#[tokio::test]
async fn an_expired_certificate_is_told_as_that() {
    let files = certificates::expired();
    let path = authority(&files, "expired.pem");
    let place = Place::with(|options| options.tls = Some(files)).await;
    let mut ann = Person::with(&place.settings(), "ann", |config| {
        config.tls.ca_certificate_file = Some(path);
    })
    .await;
    ann.tries_to_sign_in("demo").await;
    let failure = fails(&mut ann).await;
    assert_eq!(failure.code, ErrorCode::CertificateExpired, "{failure:?}");
    ann.goes_home().await;
}

#[tokio::test]
async fn an_unknown_issuer_is_told_as_that() {
    let place = Place::with(|options| options.tls = Some(certificates::good())).await;
    let mut ann = Person::ann(&place).await;
    ann.tries_to_sign_in("demo").await;
    let failure = fails(&mut ann).await;
    assert_eq!(failure.code, ErrorCode::CertificateUntrusted, "{failure:?}");
    ann.goes_home().await;
}

#[tokio::test]
async fn a_trusted_certificate_protects_a_whole_chat() {
    let files = certificates::good();
    let path = authority(&files, "good.pem");
    let place = Place::with(|options| options.tls = Some(files)).await;
    let mut ann = Person::with(&place.settings(), "ann", |config| {
        config.tls.ca_certificate_file = Some(path);
    })
    .await;
    ann.signs_in().await;
    ann.goes_ready().await;
    let mut jo = place.customer("Jo Marsh").await;
    let chat = ann.takes("Jo Marsh").await;
    jo.say("Hello").await.unwrap();
    ann.reads(&chat, "customer: Hello").await;
    the_day_ends(ann, &chat, &place).await;
}

#[tokio::test]
async fn not_ready_carries_its_reason_to_the_server() {
    let place = Place::open().await;
    let mut ann = Person::ann(&place).await;
    ann.signs_in().await;
    ann.goes_ready().await;
    ann.goes_not_ready("2").await;
    let state = place.simulator.control().state();
    assert_eq!(state["agents"][0]["reasonCode"], "2");
    assert_eq!(state["agents"][0]["ready"], false);
    ann.signs_out().await;
    ann.goes_home().await;
    place.nothing_was_wrong();
}
