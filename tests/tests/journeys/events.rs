//! The three ways in which contact control tells what happens.

use contact_center_sim::soap::Strictness;
use journeys::{Person, Place};
use ui_api::views::session::EventSource;

use crate::chat::{hears, the_day_ends};

async fn a_chat_with(cct: &str, source: EventSource, subscribed_by: Option<&str>) {
    // A filtered subscription leaves a field out first that the schema wants and no document
    // explains.
    let strictness = match subscribed_by {
        Some("NotificationProducer.Subscribe") => Strictness::Lenient,
        _ => Strictness::Strict,
    };
    let place = Place::with(|options| options.cct_quirks.strictness = strictness).await;
    let mut settings = place.settings();
    settings.cct = cct.to_owned();
    let mut ann = Person::at(&settings, "ann").await;
    ann.signs_in().await;
    ann.sees("the source of events", |screen| {
        screen.drawn.session.contact_control.event_source == Some(source)
    })
    .await;
    ann.goes_ready().await;
    let mut jo = place.customer("Jo Marsh").await;
    let chat = ann.takes("Jo Marsh").await;
    jo.say("Hello").await.expect("said");
    ann.reads(&chat, "customer: Hello").await;
    ann.says(&chat, "Hello Jo").await;
    hears(&mut jo, "Hello Jo").await;
    let asked = |method: &str| {
        place.simulator.log().iter().any(|line| line.method.as_deref() == Some(method))
    };
    for method in ["UserService.Subscribe", "NotificationProducer.Subscribe"] {
        assert_eq!(asked(method), subscribed_by == Some(method), "{method}");
    }
    the_day_ends(ann, &chat, &place).await;
}

#[tokio::test]
async fn polling_opens_no_port_and_subscribes_to_nothing() {
    a_chat_with("events = \"poll\"\npoll_milliseconds = 250", EventSource::Polling, None).await;
}

#[tokio::test]
async fn a_simple_subscription_pushes() {
    // So seldom polled that only a notification can have brought the offer in time.
    let cct = "events = \"simple\"\nlisten = \"127.0.0.1:0\"\nsafety_poll_seconds = 600";
    a_chat_with(cct, EventSource::Pushed, Some("UserService.Subscribe")).await;
}

#[tokio::test]
async fn a_filtered_subscription_pushes() {
    let cct = "events = \"filtered\"\nlisten = \"127.0.0.1:0\"\nsafety_poll_seconds = 600";
    a_chat_with(cct, EventSource::Pushed, Some("NotificationProducer.Subscribe")).await;
}

#[tokio::test]
async fn auto_subscribes_where_a_port_may_be_opened() {
    let cct = "events = \"auto\"\nlisten = \"127.0.0.1:0\"\nsafety_poll_seconds = 600";
    a_chat_with(cct, EventSource::Pushed, Some("UserService.Subscribe")).await;
}
