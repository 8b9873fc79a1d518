//! Whatever the documents leave open, the main job is done: every alternative of every switch.

#[path = "quirks/verbs.rs"]
mod verbs;

use std::collections::BTreeSet;
use std::sync::Arc;

use contact_center_sim::Options;
use contact_center_sim::cct::{AgentPassword, CctQuirks};
use contact_center_sim::center::Quirks;
use contact_center_sim::soap::Strictness;
use journeys::{Person, Place, Screen};
use log_safe::Secret;
use serde_json::{Value, json};
use ui_api::ErrorCode;
use ui_api::views::session::SessionPhase;
use ui_api::views::timeline::{SendState, TimelineContent};

use crate::at_once;
use crate::chat::{gets, hears};

/// Every alternative of the web chat side.
fn ewc_alternatives() -> Vec<Value> {
    vec![
        json!({ "acknowledge": false }),
        json!({ "acknowledge_pages": true }),
        json!({ "acknowledge_typing": true }),
        json!({ "acknowledge_verbs": true }),
        json!({ "echo_own_messages": true }),
        json!({ "echo_own_pages": true }),
        json!({ "timestamps": "seconds" }),
        json!({ "timestamps": "milliseconds" }),
        json!({ "ids_as_strings": true }),
        json!({ "agent_ids_as_numbers": true }),
        json!({ "key_spelling": "space" }),
        json!({ "entities": "once" }),
        json!({ "entities": "twice" }),
        json!({ "destinations_key": "destinations" }),
        json!({ "destinations_key": "other" }),
        json!({ "observer_may_whisper": false }),
        json!({ "observer_leaves": "agent_quit_chat" }),
        json!({ "refusals": "error" }),
        json!({ "passive_shown_to_customer": true }),
        json!({ "agent_data_push_ms": 500 }),
        json!({ "agent_data_repeats_agents": true }),
        json!({ "customer_disconnect": "without_reasons" }),
        json!({ "save_timestamp_on_messages": false }),
        json!({ "consult_init_reason": false }),
        json!({ "transfer_exit_notice": false }),
        json!({ "conference_active_notice": false }),
        json!({ "consult_end_notice": false }),
        json!({ "exit_notices": "everyone" }),
        json!({ "exit_notices": "thrown_out_only" }),
        json!({ "customer_role_key": "participant_role" }),
        json!({ "chat_answer": "new_chat_acknowledgement" }),
        json!({ "participants_on_reconnect": false }),
        json!({ "leg_ends_with_close": false }),
        json!({ "deliver_before_rejoin": false }),
        json!({ "barge_needs_own_id": true }),
        json!({ "barge_gives_leg": false }),
        json!({ "closed_reason_required": false }),
        json!({ "messages_after_quit": false }),
        json!({ "agent_data_status": "agent_status" }),
        json!({ "agent_data_status": "absent" }),
        json!({ "consult_not_ready": true }),
        json!({ "reject_returns": "every_contact" }),
    ]
}

/// Every alternative of the CCT side; the faults have journeys of their own.
fn cct_alternatives() -> Vec<Value> {
    vec![
        json!({ "strictness": "lenient" }),
        json!({ "session_timeout": 20_000 }),
        json!({ "imminent": 1_000 }),
        json!({ "subscription_min": 1_000 }),
        json!({ "subscription_max": 30_000 }),
        json!({ "simple_life": 30_000 }),
        json!({ "batching": "single" }),
        json!({ "order": "terminal_connection_first" }),
        json!({ "families": "connection_only" }),
        json!({ "families": "terminal_connection_only" }),
        json!({ "duplicates": true }),
        json!({ "notify_delay": 300 }),
        json!({ "intrinsics_after": 400 }),
        json!({ "intrinsics_event": false }),
        json!({ "customer_leg": true }),
        json!({ "unknown_elements": true }),
        json!({ "unknown_values": true }),
        json!({ "nil_items": true }),
        json!({ "address_status": "absent" }),
        json!({ "prefixes": "numbered" }),
        json!({ "prefixes": "defaulted" }),
        json!({ "contact_type": "space" }),
        json!({ "contact_type": "upper_case" }),
        json!({ "contact_type": "absent" }),
        json!({ "external_contact_id": "other_number" }),
        json!({ "external_contact_id": "not_a_number" }),
        json!({ "terminals_after_login": true }),
        json!({ "voice_terminal": true }),
        json!({ "agent_login": "agent_only" }),
        json!({ "agent_login": "terminal_only" }),
        json!({ "agent_password": "agent_id" }),
        json!({ "agent_password": "empty" }),
        json!({ "one_is_ready": false }),
        json!({ "api": "full_only" }),
        json!({ "hold": "refused" }),
        json!({ "login_events": "information" }),
        json!({ "ready_events": "agent_only" }),
        json!({ "ready_events": "terminal_only" }),
        json!({ "telling_reasons": false }),
        json!({ "system_events_on_simple": false }),
        json!({ "replay_on_subscribe": true }),
        json!({ "empty_listener_is_all": false }),
        json!({ "refuse_dialects": true }),
        json!({ "bounds_on_subscribe": true }),
        json!({ "producer_token": "resource_unknown" }),
        json!({ "retries": 2, "retry_pause": 100 }),
        json!({ "foreign_consumers": true }),
        json!({ "notify_headers": true }),
        json!({ "fault_detail": "bare" }),
        json!({ "fault_detail": "absent" }),
        json!({ "void_answer": "no_bytes" }),
        json!({ "void_answer": "response_element" }),
        json!({ "slow": 300 }),
        json!({ "ha": "lose" }),
        json!({ "withheld": ["can_set_activity_code", "can_disconnect"] }),
        json!({ "activity_event": false }),
    ]
}

/// Only half of the interface: nothing there logs an agent in by a documented value.
fn lite_only() -> Value {
    json!({ "api": "lite_only" })
}

/// These servers break their own schema, so they cannot insist on it when their objects come back.
const LENIENT: [&str; 2] = ["unknown_values", "address_status"];

/// Faults, not alternatives.
const FAULTS: [&str; 2] = ["faults", "unavailable"];

fn names(alternatives: &[Value]) -> BTreeSet<String> {
    alternatives
        .iter()
        .flat_map(|one| one.as_object().expect("an object").keys().cloned())
        .collect()
}

#[test]
fn no_switch_is_left_out() {
    let of = |all: &Value| -> BTreeSet<String> {
        all.as_object().unwrap().keys().filter(|k| !FAULTS.contains(&k.as_str())).cloned().collect()
    };
    let ewc = serde_json::to_value(Quirks::default()).unwrap();
    assert_eq!(names(&ewc_alternatives()), of(&ewc));
    let cct = serde_json::to_value(CctQuirks::default()).unwrap();
    let mut covered = names(&cct_alternatives());
    covered.extend(names(&[lite_only()]));
    assert_eq!(covered, of(&cct));
}

/// A place with one alternative; what the switch does not name is as in every other journey.
async fn place_with(ewc: &Value, cct: &Value, change: impl FnOnce(&mut Options)) -> Place {
    let quirks = serde_json::from_value(ewc.clone()).expect("a switch of the web chat side");
    let mut cct_quirks: CctQuirks = serde_json::from_value(cct.clone()).expect("a CCT switch");
    let lenient = LENIENT.iter().any(|name| cct.get(*name).is_some());
    if cct.get("strictness").is_none() && !lenient {
        cct_quirks.strictness = Strictness::Strict;
    }
    Place::with(|options| {
        options.quirks = quirks;
        options.cct_quirks = cct_quirks;
        change(options);
    })
    .await
}

/// True when my line is out, whatever this server says about it.
fn is_out(screen: &Screen, chat: &str, wanted: &str) -> bool {
    screen.rows(chat).iter().any(|row| match &row.content {
        TimelineContent::Line { text, send: Some(send), .. } if text == wanted => {
            matches!(send, SendState::Sending | SendState::Sent | SendState::Delivered)
        }
        _ => false,
    })
}

/// The main job, with whatever is open left open.
async fn the_main_job(place: &Place, cct: &str) {
    let mut settings = place.settings();
    settings.cct = cct.to_owned();
    let wants_id = place.simulator.cct().quirks().agent_password == AgentPassword::AgentId;
    let mut ann = Person::with(&settings, "ann", |config| {
        if wants_id {
            config.desk.cct.agent_password = Secret::new("20001");
        }
    })
    .await;
    ann.signs_in().await;
    ann.goes_ready().await;
    ann.goes_not_ready("1").await;
    ann.goes_ready().await;
    let mut jo = place.customer("Jo Marsh").await;
    let chat = ann.takes("Jo Marsh").await;
    jo.say("2 seats").await.expect("said");
    ann.reads(&chat, "customer: 2 seats").await;
    ann.says(&chat, "On Fridays.").await;
    hears(&mut jo, "On Fridays.").await;
    ann.sees("the line out", |screen| is_out(screen, &chat, "On Fridays.")).await;
    jo.push_page("https://maps.example/station").await.expect("pushed");
    ann.reads(&chat, "customer pushes https://maps.example/station").await;
    ann.pushes(&chat, "https://demo.example/offers").await.expect("pushed");
    gets(&mut jo, "newPushPageMessage").await;
    ann.closes(&chat).await;
    // The same customer comes again, and goes first this time.
    let mut jo = place.customer("Jo Marsh").await;
    let chat = ann.takes("Jo Marsh").await;
    jo.leave().await.expect("left");
    ann.sees_closing_form(&chat).await;
    ann.finishes(&chat, "1", "", false).await;
    let rows = ann.screen.rows(&chat).len();
    assert_eq!(rows, 0, "a contact that is gone leaves no row behind");
    ann.signs_out().await;
    ann.goes_home().await;
}

/// What is done under an alternative.
#[derive(Clone, Copy)]
enum Job {
    /// One agent, from sign-in to sign-out.
    Main,
    /// Three people, every verb between them.
    Verbs,
}

impl Job {
    async fn place(self, ewc: &Value, cct: &Value) -> Place {
        match self {
            Self::Main => place_with(ewc, cct, |_| ()).await,
            Self::Verbs => place_with(ewc, cct, verbs::set_up).await,
        }
    }

    async fn run(self, place: &Place, cct: &str) {
        match self {
            Self::Main => the_main_job(place, cct).await,
            Self::Verbs => verbs::every_verb(place, cct).await,
        }
    }
}

/// Does a job under every alternative and tells all that failed.
async fn all_pass(job: Job, alternatives: Vec<(Value, Value)>, cct: &'static str) {
    at_once::all_pass(alternatives.into_iter().map(|(ewc, of_cct)| async move {
        let place = Arc::new(job.place(&ewc, &of_cct).await);
        let here = Arc::clone(&place);
        let ended = tokio::spawn(async move { job.run(&here, cct).await }).await;
        let alternative = format!("{ewc} {of_cct}");
        let defects = place.simulator.defects();
        match ended.map_err(at_once::words) {
            Ok(()) if defects.is_empty() => None,
            Ok(()) => Some(format!("{alternative}: {defects:?}")),
            Err(words) => Some(format!("{alternative}: {words}{}", place.last_lines(40))),
        }
    }))
    .await;
}

const POLLED: &str = "events = \"poll\"\npoll_milliseconds = 250";
const PUSHED: &str = "events = \"simple\"\nlisten = \"127.0.0.1:0\"\nsafety_poll_seconds = 5";
const FILTERED: &str = "events = \"filtered\"\nlisten = \"127.0.0.1:0\"\nsafety_poll_seconds = 5";

fn of_ewc() -> Vec<(Value, Value)> {
    ewc_alternatives().into_iter().map(|one| (one, json!({}))).collect()
}

fn of_cct() -> Vec<(Value, Value)> {
    cct_alternatives().into_iter().map(|one| (json!({}), one)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_alternative_of_the_web_chat_side() {
    all_pass(Job::Main, of_ewc(), POLLED).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_alternative_of_the_cct_side_while_polling() {
    all_pass(Job::Main, of_cct(), POLLED).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_alternative_of_the_cct_side_with_a_simple_subscription() {
    all_pass(Job::Main, of_cct(), PUSHED).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_alternative_of_the_cct_side_with_a_filtered_subscription() {
    all_pass(Job::Main, of_cct(), FILTERED).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_verb_under_every_alternative_that_touches_it_while_polling() {
    all_pass(Job::Verbs, verbs::alternatives(), POLLED).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_verb_under_every_alternative_that_touches_it_with_a_simple_subscription() {
    all_pass(Job::Verbs, verbs::alternatives(), PUSHED).await;
}

#[tokio::test]
async fn a_server_with_the_lite_interface_only_is_refused_in_words() {
    let place = place_with(&json!({}), &lite_only(), |_| ()).await;
    let mut ann = Person::ann(&place).await;
    ann.tries_to_sign_in("demo").await;
    let failure = ann
        .finds("the failure", |screen| {
            let session = &screen.drawn.session;
            session.failure.clone().filter(|_| session.phase == SessionPhase::SignedOut)
        })
        .await;
    assert_eq!(failure.code, ErrorCode::AgentLoginRefused);
    assert!(failure.detail.is_some(), "the server's own words stand beside it");
    ann.goes_home().await;
    assert!(place.simulator.defects().is_empty());
}
