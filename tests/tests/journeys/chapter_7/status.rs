//! Logging on and off, Ready and Not Ready.

use journeys::{Person, Place};
use serde_json::Value;
use ui_api::ErrorCode;
use ui_api::commands::{Handlers, Nothing};
use ui_api::views::contact::ContactPhase;
use ui_api::views::session::{ReadyCause, ReadyState, SessionPhase};

use crate::chat::{ann_chats, ann_is_ready};

fn readiness(person: &Person) -> ReadyState {
    person.screen.drawn.session.readiness.actual
}

/// What the contact centre knows of an agent.
fn known(place: &Place, agent: &str) -> Value {
    let state = place.simulator.control().state();
    let mut agents = state["agents"].as_array().expect("agents").iter();
    agents.find(|one| one["agent"] == agent).cloned().expect("the agent is set up")
}

#[tokio::test]
pub(super) async fn logging_on() {
    let place = Place::open().await;
    let mut ann = Person::ann(&place).await;
    // The form: servers, user and domain come from the settings, so does what the CCMM password is.
    let form = ann.screen.drawn.options.sign_in.clone();
    assert_eq!(form.contact_control, place.simulator.cct_addr.to_string());
    assert_eq!(form.chat_server, place.simulator.ewc_addr.to_string());
    assert_eq!((form.user.as_str(), form.domain.as_str()), ("ann", "demo"));
    assert!(form.use_agent_id_as_ccmm_password);
    ann.signs_in().await;
    let log = place.simulator.log();
    let login = log.iter().find(|line| line.method.as_deref() == Some("agentLogin"));
    let login: Value = serde_json::from_str(&login.expect("it was sent").text).expect("JSON");
    assert_eq!(login["body"]["agentId"], "20001");
    assert_eq!(login["body"]["password"], "20001", "without another one it is the agent's id");
    // Logged in, and Not Ready: nothing is routed yet.
    ann.sees("Not Ready", |screen| screen.drawn.session.readiness.actual == ReadyState::NotReady)
        .await;
    assert_eq!(ann.screen.drawn.session.readiness.cause, ReadyCause::SignedIn);
    assert_eq!(known(&place, "20001")["cctLoggedIn"], true);
    let _jo = place.customer("Jo Marsh").await;
    assert_eq!(known(&place, "20001")["legs"].as_array().map(Vec::len), Some(0));
    ann.goes_ready().await;
    // Now a customer of her skillset reaches her, and alerts until she answers.
    let offer = ann.is_offered("Jo Marsh").await;
    assert_eq!(ann.screen.contact_with(&offer).unwrap().skillset.as_deref(), Some("WC_Travel"));
    assert_eq!(ann.screen.phase(&offer), Some(ContactPhase::Offered));
    ann.accepts(&offer).await;
    ann.closes(&offer).await;
    ann.signs_out().await;
    ann.goes_home().await;
    place.nothing_was_wrong();
}

#[tokio::test]
pub(super) async fn changing_agent_status_to_ready() {
    let place = Place::open().await;
    let mut ann = Person::ann(&place).await;
    ann.signs_in().await;
    let _jo = place.customer("Jo Marsh").await;
    ann.goes_ready().await;
    assert_eq!(known(&place, "20001")["ready"], true);
    let offer = ann.is_offered("Jo Marsh").await;
    ann.accepts(&offer).await;
    ann.closes(&offer).await;
    ann.goes_home().await;
    place.nothing_was_wrong();
}

#[tokio::test]
pub(super) async fn changing_agent_status_to_not_ready() {
    let place = Place::open().await;
    let mut ann = ann_is_ready(&place).await;
    ann.goes_not_ready("1").await;
    assert_eq!(known(&place, "20001")["ready"], false);
    assert_eq!(known(&place, "20001")["reasonCode"], "1");
    let jo = place.customer("Jo Marsh").await;
    // Nobody is offered anything: the customer waits.
    assert_eq!(place.room(jo.guid())["phase"], "queued");
    ann.looks().await;
    assert!(ann.screen.drawn.contacts.is_empty());
    ann.goes_home().await;
    place.nothing_was_wrong();
}

#[tokio::test]
pub(super) async fn changing_agent_status_to_not_ready_when_on_a_contact() {
    let place = Place::open().await;
    let (mut ann, mut jo, chat) = ann_chats(&place).await;
    ann.goes_not_ready("2").await;
    // The contact stays as it is.
    assert_eq!(ann.screen.phase(&chat), Some(ContactPhase::Active));
    ann.says(&chat, "Still with you").await;
    crate::chat::hears(&mut jo, "Still with you").await;
    ann.closes(&chat).await;
    // And once it is closed, nothing else comes.
    assert_eq!(readiness(&ann), ReadyState::NotReady);
    let kim = place.customer("Kim Berg").await;
    assert_eq!(place.room(kim.guid())["phase"], "queued");
    ann.goes_home().await;
    place.nothing_was_wrong();
}

#[tokio::test]
pub(super) async fn logging_off() {
    let place = Place::open().await;
    let (mut ann, _jo, chat) = ann_chats(&place).await;
    let refused = ann.api.sign_out(Nothing {}).await.unwrap_err();
    assert_eq!(refused.code, ErrorCode::ContactsOpen, "not while a contact is open");
    ann.closes(&chat).await;
    ann.signs_out().await;
    assert_eq!(ann.screen.drawn.session.phase, SessionPhase::SignedOut);
    assert!(ann.screen.drawn.session.agent.is_none());
    let ann_there = known(&place, "20001");
    assert_eq!(
        (&ann_there["cctLoggedIn"], &ann_there["ewcLoggedIn"]),
        (&false.into(), &false.into())
    );
    ann.goes_home().await;
    place.nothing_was_wrong();
}
