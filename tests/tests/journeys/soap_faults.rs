//! A fault on every operation that the desk uses: told in a message, and over when it is over.

use std::collections::BTreeSet;

use contact_center_sim::schema::{Door, Way};
use contact_center_sim::soap::Strictness;
use journeys::{Person, Place, Screen};
use serde_json::{Value, json};
use ui_api::commands::args::{ContactArg, SetReady};
use ui_api::commands::{Handlers, Nothing};
use ui_api::views::contact::ContactPhase;
use ui_api::views::notice::Notice;
use ui_api::views::possible::Possible;
use ui_api::views::session::{LinkState, ReadyState, SessionPhase};

use crate::at_once;
use crate::chat::hears;

/// The operations of a day without faults, as `Service.Operation`.
async fn operations(cct: &str) -> BTreeSet<String> {
    let place = place_for(cct, json!([])).await;
    let mut ann = at(&place, cct).await;
    ann.signs_in().await;
    ann.goes_ready().await;
    let _jo = place.customer("Jo Marsh").await;
    let offer = ann.is_offered("Jo Marsh").await;
    ann.declines(&offer).await;
    ann.sees_gone(&offer).await;
    ann.goes_ready().await;
    let chat = ann.takes("Jo Marsh").await;
    ann.closes(&chat).await;
    ann.signs_out().await;
    ann.goes_home().await;
    let log = place.simulator.log();
    let asked = log.iter().filter(|line| (line.door, line.way) == (Some(Door::Cct), Some(Way::In)));
    // Answers of our own listener have no dot.
    asked.filter_map(|line| line.method.clone()).filter(|name| name.contains('.')).collect()
}

/// A place with these faults.
async fn place_for(cct: &str, faults: Value) -> Place {
    Place::with(|options| {
        options.cct_quirks.faults = serde_json::from_value(faults).expect("faults");
        if cct == FILTERED {
            // It leaves a field out first that the schema wants and no document explains.
            options.cct_quirks.strictness = Strictness::Lenient;
        }
    })
    .await
}

async fn at(place: &Place, cct: &str) -> Person {
    let mut settings = place.settings();
    settings.cct = cct.to_owned();
    Person::at(&settings, "ann").await
}

/// Everything that says on the screen that something has failed.
fn told(screen: &Screen) -> bool {
    let session = &screen.drawn.session;
    session.failure.is_some()
        || session.readiness.failure.is_some()
        || session.contact_control.trouble.is_some()
        || screen.drawn.contacts.iter().any(|contact| contact.failure.is_some())
        || screen.drawn.notices.iter().any(|notice| matches!(notice.what, Notice::Failed { .. }))
}

const fn ready() -> SetReady {
    SetReady { ready: true, reason_code: None }
}

/// Waits until she is signed in with contact control, signing in where she is not.
async fn is_at_work(ann: &mut Person) {
    ann.sees("an end of what was under way", |screen| {
        !matches!(screen.drawn.session.phase, SessionPhase::SigningOut | SessionPhase::SigningIn)
    })
    .await;
    if ann.screen.drawn.session.phase == SessionPhase::SignedOut {
        ann.signs_in().await;
    }
    ann.sees("contact control", |screen| {
        screen.drawn.session.contact_control.state == LinkState::Up
    })
    .await;
}

/// As far through the day as the fault lets her; ends when it is told or the day is over.
async fn gets_as_far_as_possible(ann: &mut Person, place: &Place) {
    ann.tries_to_sign_in("demo").await;
    ann.sees("the desk, or why not", |screen| {
        screen.drawn.session.phase == SessionPhase::SignedIn || told(screen)
    })
    .await;
    if told(&ann.screen) {
        return;
    }
    // The session may have ended since she looked: then the refusal says so.
    if ann.api.set_ready(ready()).await.is_err() {
        return;
    }
    ann.looks().await;
    ann.sees("Ready, or why not", |screen| {
        screen.drawn.session.readiness.actual == ReadyState::Ready || told(screen)
    })
    .await;
    if told(&ann.screen) {
        return;
    }
    let jo = place.customer("Jo Marsh").await;
    let offered = |screen: &Screen| {
        let key = screen.drawn.contacts.first().map(|contact| contact.key.clone());
        if told(screen) { Some(None) } else { key.map(Some) }
    };
    let Some(chat) = ann.finds("the offer, or why not", offered).await else { return };
    ann.api.accept(ContactArg { contact: chat.clone() }).await.expect("an offer can be accepted");
    ann.sees("the chat, or why not", |screen| {
        screen.phase(&chat) == Some(ContactPhase::Active) || told(screen)
    })
    .await;
    if told(&ann.screen) {
        return;
    }
    ann.closes(&chat).await;
    drop(jo);
    ann.api.sign_out(Nothing {}).await.expect("signing out is possible");
    ann.sees("the sign-in page, or why not", |screen| {
        screen.drawn.session.phase == SessionPhase::SignedOut || told(screen)
    })
    .await;
}

/// Takes a contact to its end from wherever it is.
async fn serves(ann: &mut Person, key: &str) {
    let contact = ann.screen.contact_with(key).expect("it is on the screen");
    if contact.actions.accept == Possible::Yes {
        ann.api.accept(ContactArg { contact: key.to_owned() }).await.expect("it can be accepted");
    }
    ann.sees("the contact open or gone", |screen| {
        screen
            .phase(key)
            .is_none_or(|phase| matches!(phase, ContactPhase::Active | ContactPhase::WrapUp))
    })
    .await;
    match ann.screen.phase(key) {
        Some(ContactPhase::Active) => ann.closes(key).await,
        Some(_) => ann.finishes(key, "1", "", false).await,
        None => {}
    }
}

/// The fault is over: the desk works as if it had never been.
async fn works_afterwards(ann: &mut Person, place: &Place) {
    is_at_work(ann).await;
    // An answer from before may still end the session: the refusal says so, and it comes back.
    while ann.api.set_ready(ready()).await.is_err() {
        ann.looks().await;
        is_at_work(ann).await;
    }
    ann.sees("Ready", |screen| screen.drawn.session.readiness.actual == ReadyState::Ready).await;
    // Whoever came while it lasted is served first.
    while place.has_open_rooms() {
        let first = |screen: &Screen| screen.drawn.contacts.first().map(|one| one.key.clone());
        let key = ann.finds("the customer who waits", first).await;
        serves(ann, &key).await;
        ann.sees("Ready", |screen| screen.drawn.session.readiness.actual == ReadyState::Ready)
            .await;
    }
    let mut kim = place.customer("Kim Berg").await;
    let chat = ann.takes("Kim Berg").await;
    ann.says(&chat, "Hello Kim").await;
    hears(&mut kim, "Hello Kim").await;
    ann.closes(&chat).await;
    ann.signs_out().await;
}

async fn a_day_with(operation: &str, kind: &str, cct: &str) {
    let place = place_for(cct, json!([{ "operation": operation, "kind": kind }])).await;
    let mut ann = at(&place, cct).await;
    gets_as_far_as_possible(&mut ann, &place).await;
    let changed = place.simulator.control().change_cct_quirks(&json!({ "faults": [] }));
    changed.expect("faults can be lifted");
    works_afterwards(&mut ann, &place).await;
    ann.goes_home().await;
    assert_eq!(place.simulator.defects().len(), 0);
}

async fn every_operation_with(kind: &'static str, cct: &'static str) {
    let operations = operations(cct).await;
    assert!(operations.len() >= 12, "{operations:?}");
    at_once::all_pass(operations.into_iter().map(move |operation| async move {
        let name = operation.clone();
        let day = tokio::spawn(async move { a_day_with(&name, kind, cct).await }).await;
        day.err().map(|panic| format!("{operation} ({kind}): {}", at_once::words(panic)))
    }))
    .await;
}

const POLLED: &str = "events = \"poll\"\npoll_milliseconds = 250";
const PUSHED: &str = "events = \"simple\"\nlisten = \"127.0.0.1:0\"\nsafety_poll_seconds = 5";
const FILTERED: &str = "events = \"filtered\"\nlisten = \"127.0.0.1:0\"\nsafety_poll_seconds = 5";

#[tokio::test(flavor = "multi_thread")]
async fn the_operations_own_faults() {
    every_operation_with("own", POLLED).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn sessions_that_are_gone() {
    every_operation_with("no_session", POLLED).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_that_are_no_soap() {
    every_operation_with("not_xml", POLLED).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn servers_that_are_unavailable() {
    every_operation_with("unavailable", POLLED).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn faults_while_subscribing_simply() {
    every_operation_with("own", PUSHED).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn faults_while_subscribing_with_filters() {
    every_operation_with("own", FILTERED).await;
}
