//! The switches of sessions, subscriptions and of the server as a whole.

use super::bench::{Bench, Consumer, agent, sso};
use axum::http::StatusCode;
use contact_center_sim::cct::{HaMode, ProducerToken};
use contact_center_sim::soap::Strictness;

fn filtered(consumer: &Consumer, topic: &str, rest: &str) -> String {
    format!(
        r#"<m:ConsumerReference xmlns:a="http://schemas.xmlsoap.org/ws/2003/03/addressing"><a:Address>{}</a:Address><a:SubscriptionId/></m:ConsumerReference>
        <m:TopicExpression xmlns:b="http://www.nortel.com/soa/oi/cct/BaseNotification" {topic}><b:NotificationTopic><b:AgentPropertyListener/></b:NotificationTopic></m:TopicExpression>{rest}"#,
        consumer.endpoint
    )
}

async fn set_ready(bench: &Bench, token: &str, ready: bool) {
    let inside = format!("{}{}<m:ready>{ready}</m:ready>", sso(token), agent());
    bench.ask("AgentService", "SetReadyRequest", &inside).await.ok();
}

#[tokio::test]
async fn a_dead_consumer_is_tried_until_it_lives_and_then_told() {
    let bench = Bench::strict().await;
    let mut consumer = Consumer::start().await;
    let token = bench.ready().await;
    consumer.subscribe(&bench, &token).await;
    consumer.answer(StatusCode::SERVICE_UNAVAILABLE);
    for ready in [false, true] {
        set_ready(&bench, &token, ready).await;
        consumer.next().await;
    }
    consumer.answer(StatusCode::ACCEPTED);
    set_ready(&bench, &token, false).await;
    consumer.next().await;
    let told = consumer.next().await;
    assert_eq!(told.events(), ["SYSTEM CONNECTION_FAILURE"]);
    assert_eq!(
        (told.texts("totalFailures"), told.texts("consecutiveFailures")),
        (vec!["2".into()], vec!["2".into()])
    );
    bench.no_defects();
}

#[tokio::test]
async fn a_retry_delivers_what_was_not_taken() {
    let bench = Bench::strict().await;
    bench.change(|quirks| quirks.retries = 1000);
    let mut consumer = Consumer::start().await;
    let token = bench.ready().await;
    consumer.subscribe(&bench, &token).await;
    consumer.answer(StatusCode::NOT_FOUND);
    set_ready(&bench, &token, false).await;
    let first = consumer.next().await;
    consumer.answer(StatusCode::ACCEPTED);
    set_ready(&bench, &token, true).await;
    let mut told = consumer.next().await;
    while told.texts("status").last().map(String::as_str) != Some("true") {
        assert_eq!(told.texts("Timestamp"), first.texts("Timestamp"));
        told = consumer.next().await;
    }
    bench.no_defects();
}

#[tokio::test]
async fn consumers_elsewhere_need_the_switch() {
    let bench = Bench::strict().await;
    let token = bench.log_in().await;
    let subscribe = |endpoint: &str| {
        format!("<m:ConsumerEndpoint>{endpoint}</m:ConsumerEndpoint>{}", sso(&token))
    };
    for endpoint in [
        "http://192.0.2.7:9091/x",
        "https://127.0.0.1/x",
        "not a url",
        "http://localhost.example/x",
    ] {
        let said = bench.ask("UserService", "Subscribe", &subscribe(endpoint)).await;
        assert_eq!(
            (said.status, said.element().as_str()),
            (500, "SubscribeFailedFault"),
            "{endpoint}"
        );
    }
    bench.change(|quirks| quirks.foreign_consumers = true);
    bench.ask("UserService", "Subscribe", &subscribe("http://192.0.2.7:9091/x")).await.ok();
    let unknown =
        format!("<m:SubscriptionRef>http://127.0.0.1/x:1</m:SubscriptionRef>{}", sso(&token));
    let said = bench.ask("UserService", "Unsubscribe", &unknown).await;
    assert_eq!(said.element(), "UnsubscribeFailedFault");
    bench.no_defects();
}

#[tokio::test]
async fn simple_subscriptions_may_end_and_may_hear_nothing_of_it() {
    let bench = Bench::strict().await;
    bench.change(|quirks| quirks.simple_life = Some(600_000));
    let (mut told, mut deaf) = (Consumer::start().await, Consumer::start().await);
    let token = bench.ready().await;
    told.subscribe(&bench, &token).await;
    bench.sim.cct().pass(590_000);
    assert_eq!(told.next().await.events(), ["SYSTEM SUBSCRIPTION_TERMINATION_IMMINENT"]);
    bench.sim.cct().pass(10_000);
    assert_eq!(told.next().await.events(), ["SYSTEM SUBSCRIPTION_TERMINATION"]);
    bench.change(|quirks| {
        quirks.system_events_on_simple = false;
        quirks.simple_life = None;
    });
    deaf.subscribe(&bench, &token).await;
    bench.change(|quirks| quirks.session_timeout = 120_000);
    bench.sim.cct().pass(100_000);
    set_ready(&bench, &token, false).await;
    assert_eq!(deaf.next().await.events()[0], "AGENT_PROPERTY READY_STATUS");
    bench.no_defects();
}

#[tokio::test]
async fn the_producer_is_strict_about_terms_and_dialects_where_told() {
    let bench = Bench::strict().await;
    let consumer = Consumer::start().await;
    let token = bench.log_in().await;
    let subscribe = async |topic: &str, rest: &str| {
        let inside = filtered(&consumer, topic, &format!("{rest}{}", sso(&token)));
        bench.ask("NotificationProducer", "Subscribe", &inside).await
    };
    let past = "<m:InitialTerminationTime>2001-02-03T04:05:06Z</m:InitialTerminationTime>";
    assert_eq!(subscribe("Dialect='urn:x'", "").await.element(), "SubscribeResponse");
    assert_eq!(subscribe("", past).await.element(), "SubscribeCreationFailedFault");
    bench.change(|quirks| {
        quirks.refuse_dialects = true;
        quirks.bounds_on_subscribe = true;
    });
    assert_eq!(subscribe("Dialect='urn:x'", "").await.element(), "TopicPathDialectUnknownFault");
    assert_eq!(subscribe("", past).await.element(), "UnacceptableTerminationTimeFault");

    // A reference without a SubscriptionId is a partial object.
    let short = filtered(&consumer, "", &sso(&token)).replace("<a:SubscriptionId/>", "");
    let said = bench.ask("NotificationProducer", "Subscribe", &short).await;
    assert_eq!(said.texts("faultcode"), ["s:Client"]);
    bench.change(|quirks| quirks.strictness = Strictness::Lenient);
    bench.ask("NotificationProducer", "Subscribe", &short).await.ok();

    let nobody = filtered(&consumer, "", &sso("nobody's"));
    for (token, fault) in [
        (ProducerToken::NoSession, "SessionNotCreatedException"),
        (ProducerToken::ResourceUnknown, "ResourceUnknownFault"),
    ] {
        bench.change(|quirks| quirks.producer_token = token);
        let said = bench.ask("NotificationProducer", "Subscribe", &nobody).await;
        assert_eq!(said.element(), fault);
    }
    bench.no_defects();
}

#[tokio::test]
async fn an_empty_listener_may_mean_all_or_nothing() {
    let bench = Bench::strict().await;
    let mut consumer = Consumer::start().await;
    let token = bench.ready().await;
    let inside = filtered(&consumer, "", &sso(&token));
    bench.ask("NotificationProducer", "Subscribe", &inside).await.ok();
    let mut simple = Consumer::start().await;
    simple.subscribe(&bench, &token).await;
    bench.change(|quirks| quirks.empty_listener_is_all = false);
    set_ready(&bench, &token, false).await;
    // Sent to both before the next change, if at all.
    simple.next().await;
    bench.change(|quirks| quirks.empty_listener_is_all = true);
    set_ready(&bench, &token, true).await;
    let told = consumer.next().await;
    assert_eq!(told.events(), ["AGENT_PROPERTY READY_STATUS"]);
    assert_eq!(told.texts("status"), ["true"]);
    bench.no_defects();
}

#[tokio::test]
async fn a_restart_and_a_lossy_switch_over_forget_sessions() {
    let bench = Bench::strict().await;
    let token = bench.ready().await;
    let inside = format!("{}{}", sso(&token), agent());
    bench.sim.cct().switch_over();
    bench.ask("AgentService", "IsReadyRequest", &inside).await.ok();
    bench.change(|quirks| quirks.ha = HaMode::Lose);
    bench.sim.cct().switch_over();
    let said = bench.ask("AgentService", "IsReadyRequest", &inside).await;
    assert_eq!(said.element(), "SessionNotCreatedException");
    // The agent is still in, as after a crash of the client.
    let token = bench.log_in().await;
    let inside = format!("{}{}", sso(&token), agent());
    let said = bench.ask("AgentService", "IsLoggedInRequest", &inside).await.ok();
    assert_eq!(said.texts("response"), ["true"]);
    let mut consumer = Consumer::start().await;
    consumer.subscribe(&bench, &token).await;
    bench.sim.cct().end_sessions();
    assert_eq!(consumer.next().await.events(), ["SYSTEM SESSION_TERMINATION"]);
    let token = bench.log_in().await;
    bench.sim.cct().restart();
    let said = bench.ask("MetricsService", "GetLicenseConsumedCountRequest", &sso(&token)).await;
    assert_eq!(said.element(), "SessionNotCreatedException");
    bench.no_defects();
}

#[tokio::test]
async fn the_server_can_be_away_or_slow() {
    let bench = Bench::strict().await;
    bench.change(|quirks| quirks.unavailable = true);
    let said = bench.ask("AgentService", "GetVersionRequest", "").await;
    assert_eq!((said.status, said.text.as_str()), (503, ""));
    bench.change(|quirks| {
        quirks.unavailable = false;
        quirks.slow = 30;
    });
    bench.ask("AgentService", "GetVersionRequest", "").await.ok();
}
