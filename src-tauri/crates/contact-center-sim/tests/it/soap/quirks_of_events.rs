//! The switches that change what is notified, and how.

use super::bench::{Bench, Consumer, agent, sso};
use contact_center_sim::cct::{
    Batching, CctQuirks, EventOrder, Families, LoginEvents, ReadyEvents,
};
use contact_center_sim::customer::Step;
use contact_center_sim::soap::Strictness;

/// A ready agent with a simple subscription.
async fn listening(change: impl FnOnce(&mut CctQuirks)) -> (Bench, Consumer, String) {
    let mut quirks = CctQuirks { strictness: Strictness::Strict, ..CctQuirks::default() };
    change(&mut quirks);
    let bench = Bench::start(quirks).await;
    let token = bench.ready().await;
    let consumer = Consumer::start().await;
    consumer.subscribe(&bench, &token).await;
    (bench, consumer, token)
}

const CONNECTION: &str = "CONNECTION_STATE ALERTING";
const TERMINAL: &str = "TERMINAL_CONNECTION_STATE RINGING";
const INTRINSICS: &str = "CONTACT_PROPERTY INTRINSICS";

#[tokio::test]
async fn the_offer_comes_in_many_shapes() {
    type Change = fn(&mut CctQuirks);
    let table: [(Change, &[&[&str]]); 7] = [
        (|_| {}, &[&[CONNECTION, TERMINAL, INTRINSICS]]),
        (|q| q.batching = Batching::Single, &[&[CONNECTION], &[TERMINAL], &[INTRINSICS]]),
        (|q| q.order = EventOrder::TerminalConnectionFirst, &[&[TERMINAL, CONNECTION, INTRINSICS]]),
        (|q| q.families = Families::ConnectionOnly, &[&[CONNECTION, INTRINSICS]]),
        (|q| q.families = Families::TerminalConnectionOnly, &[&[TERMINAL, INTRINSICS]]),
        (|q| q.intrinsics_event = false, &[&[CONNECTION, TERMINAL]]),
        (
            |q| q.duplicates = true,
            &[&[CONNECTION, CONNECTION, TERMINAL, TERMINAL, INTRINSICS, INTRINSICS]],
        ),
    ];
    for (change, posts) in table {
        let (bench, mut consumer, _) = listening(change).await;
        bench.chat().await;
        for expected in posts {
            assert_eq!(consumer.next().await.events(), *expected);
        }
        bench.no_defects();
    }
}

#[tokio::test]
async fn intrinsics_can_come_late() {
    let (bench, mut consumer, token) =
        listening(|quirks| quirks.intrinsics_after = 3_600_000).await;
    let alert = bench.chat().await;
    assert_eq!(consumer.next().await.events(), [CONNECTION, TERMINAL]);
    let with_contact = format!("{}{}", sso(&token), alert.contact());
    let said = bench.ask("ContactService", "GetIntrinsicsRequest", &with_contact).await.ok();
    assert_eq!(said.texts("key"), Vec::<String>::new());
    bench.sim.cct().pass(3_600_000);
    let told = consumer.next().await;
    assert_eq!(told.events(), [INTRINSICS]);
    assert!(told.texts("value").contains(&alert.guid));
    let said = bench.ask("ContactService", "GetIntrinsicsRequest", &with_contact).await.ok();
    assert!(said.texts("value").contains(&alert.guid));
    bench.no_defects();
}

#[tokio::test]
async fn the_customers_leg_can_be_told_too() {
    let (bench, mut consumer, token) = listening(|quirks| quirks.customer_leg = true).await;
    let alert = bench.chat().await;
    let with_tc = format!("{}{}", sso(&token), alert.terminal_connection());
    bench.ask("TerminalConnectionService", "AnswerRequest", &with_tc).await.ok();
    let told = consumer.next_about("ESTABLISHED").await;
    assert_eq!(told.texts("IsRemote"), ["false", "true"]);
    assert!(told.texts("addressType").contains(&"OUT_OF_PROVIDER".to_owned()));
    bench.no_defects();
}

#[tokio::test]
async fn notifications_can_hold_what_no_schema_knows() {
    let (bench, mut consumer, _) = listening(|quirks| {
        quirks.unknown_elements = true;
        quirks.unknown_values = true;
        quirks.notify_headers = true;
        quirks.notify_delay = 1;
    })
    .await;
    bench.chat().await;
    let told = consumer.next().await;
    assert_eq!(told.texts("Reason"), ["ROUTED_BY_RULE"; 2]);
    assert!(told.texts("hint").len() > 3);
    assert_eq!(told.texts("MessageID").len(), 1);
    bench.no_defects();
}

#[tokio::test]
async fn login_and_ready_are_told_in_variants() {
    let (bench, mut consumer, token) = listening(|quirks| {
        quirks.login_events = LoginEvents::Information;
        quirks.ready_events = ReadyEvents::AgentOnly;
    })
    .await;
    let with_agent = format!("{}{}", sso(&token), agent());
    let ready = |value: bool| format!("{with_agent}<m:ready>{value}</m:ready>");
    bench.ask("AgentService", "SetReadyRequest", &ready(false)).await.ok();
    assert_eq!(consumer.next().await.events(), ["AGENT_PROPERTY READY_STATUS"]);
    bench.change(|quirks| quirks.ready_events = ReadyEvents::TerminalOnly);
    bench.ask("AgentService", "SetReadyRequest", &ready(true)).await.ok();
    assert_eq!(consumer.next().await.events(), ["TERMINAL_PROPERTY READY_STATUS"]);
    bench.ask("AgentService", "LogoutRequest", &with_agent).await.ok();
    let told = consumer.next().await;
    assert_eq!(
        told.events(),
        ["AGENT_PROPERTY INFORMATION", "TERMINAL_PROPERTY AGENT_LOGIN_SESSION_ENDED"]
    );
    assert_eq!(told.texts("tnName"), [""]);
    bench.no_defects();
}

#[tokio::test]
async fn a_customer_who_leaves_ends_the_offer() {
    let (bench, mut consumer, _) = listening(|quirks| quirks.telling_reasons = false).await;
    bench.chat_with(vec![Step::Leave]).await;
    let told = consumer.next_about("DISCONNECTED").await;
    assert_eq!(
        told.events(),
        ["CONNECTION_STATE DISCONNECTED", "TERMINAL_CONNECTION_STATE DROPPED"]
    );
    assert_eq!(told.texts("PreviousState"), ["ALERTING", "RINGING"]);
    assert_eq!(told.texts("Reason"), ["DEFAULT"; 2]);
    bench.no_defects();
}

#[tokio::test]
async fn a_new_subscription_can_be_told_how_things_are() {
    let (bench, _first, token) = listening(|quirks| quirks.replay_on_subscribe = true).await;
    bench.chat().await;
    let mut consumer = Consumer::start().await;
    consumer.subscribe(&bench, &token).await;
    let told = consumer.next().await.events();
    assert!(told.contains(&"AGENT_PROPERTY LOGIN_STATUS".to_owned()), "{told:?}");
    assert!(told.contains(&TERMINAL.to_owned()), "{told:?}");
    bench.no_defects();
}
