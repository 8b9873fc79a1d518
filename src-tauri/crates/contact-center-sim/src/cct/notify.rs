//! Telling consumers: one queue per subscription, in order, by HTTP POST (`cct.md` 6.1, 6.2).

use super::events::{self, Notice, SystemEvent};
use super::quirks::{Batching, CctQuirks};
use super::subscriptions::Subscription;
use crate::center::Millis;
use crate::soap::names::{BASE, CONSUMER, NOTIFY_ACTION, SOAP};
use crate::soap::render::addressing_headers;
use crate::soap::server::{Heading, Inner};
use crate::soap::writer::Xml;
use std::sync::Weak;
use std::time::Duration;
use tokio::sync::mpsc;

/// How long a consumer may take to answer.
const PATIENCE: Duration = Duration::from_secs(5);

/// The HTTP client for notifications: no proxy, no redirects.
pub(crate) fn client() -> reqwest::Client {
    reqwest::Client::builder()
        .no_proxy()
        .redirect(reqwest::redirect::Policy::none())
        .timeout(PATIENCE)
        .build()
        .unwrap_or_default()
}

/// Whether notices may go to `endpoint`: plain HTTP, and this machine unless others are allowed.
pub(crate) fn allowed(endpoint: &str, foreign: bool) -> bool {
    let Ok(url) = reqwest::Url::parse(endpoint) else { return false };
    let Some(host) = url.host_str().filter(|_| url.scheme() == "http") else { return false };
    let address = host.trim_matches(['[', ']']).parse::<std::net::IpAddr>();
    foreign || host == "localhost" || address.is_ok_and(|address| address.is_loopback())
}

/// The queue to one consumer. Dropping it ends the subscription after what was queued.
pub(crate) struct Outbox {
    queue: mpsc::UnboundedSender<Vec<Notice>>,
}

impl Outbox {
    pub(crate) fn open(server: Weak<Inner>, subscription: &Subscription) -> Self {
        let (queue, posts) = mpsc::unbounded_channel();
        let target = Target {
            endpoint: subscription.endpoint.clone(),
            id: subscription.id.clone(),
            token: subscription.token.clone(),
        };
        tokio::spawn(deliver(server, target, posts));
        Self { queue }
    }

    /// Queues what belongs together.
    pub(crate) fn post(&self, notices: Vec<Notice>, quirks: &CctQuirks) {
        let copies = if quirks.duplicates { 2 } else { 1 };
        let notices: Vec<Notice> =
            notices.into_iter().flat_map(|notice| vec![notice; copies]).collect();
        let posts = match quirks.batching {
            Batching::PerChange => vec![notices],
            Batching::Single => notices.into_iter().map(|notice| vec![notice]).collect(),
        };
        for post in posts.into_iter().filter(|post| !post.is_empty()) {
            // The other end lives until this queue is dropped.
            let _ = self.queue.send(post);
        }
    }
}

struct Target {
    endpoint: String,
    id: String,
    token: String,
}

/// What went wrong with a consumer so far.
#[derive(Default)]
struct Trouble {
    total: u32,
    consecutive: u32,
    since: Millis,
}

async fn deliver(
    server: Weak<Inner>,
    target: Target,
    mut posts: mpsc::UnboundedReceiver<Vec<Notice>>,
) {
    let mut trouble = Trouble::default();
    while let Some(notices) = posts.recv().await {
        // A dead consumer is tried for every post: a server that does not know that its client died
        // goes on like this until the session ends.
        let Some(delivered) = post(&server, &target, &notices).await else { return };
        let Some(now) = server.upgrade().map(|server| server.now()) else { return };
        if !delivered {
            trouble.since = if trouble.consecutive == 0 { now } else { trouble.since };
            trouble.total += 1;
            trouble.consecutive += 1;
        } else if trouble.consecutive > 0 {
            let failure = SystemEvent::ConnectionFailure {
                down: now - trouble.since,
                total: trouble.total,
                consecutive: trouble.consecutive,
            };
            trouble.consecutive = 0;
            let notice = events::system(failure, now);
            if wanted(&server, &target, &notice)
                && post(&server, &target, &[notice]).await.is_none()
            {
                return;
            }
        }
    }
}

fn wanted(server: &Weak<Inner>, target: &Target, notice: &Notice) -> bool {
    server.upgrade().is_some_and(|server| {
        let state = server.state();
        let subscription = state.subscriptions.get(&target.id);
        subscription.is_some_and(|subscription| subscription.wants(notice, &state.quirks))
    })
}

/// Posts `notices`, again if the switches say so. `None`: the server is gone.
async fn post(server: &Weak<Inner>, target: &Target, notices: &[Notice]) -> Option<bool> {
    let quirks = server.upgrade()?.state().quirks.clone();
    pause(quirks.notify_delay).await;
    for attempt in 0..=quirks.retries {
        if attempt > 0 {
            pause(quirks.retry_pause).await;
        }
        let server = server.upgrade()?;
        let what = &target.endpoint;
        let envelope = envelope(target, notices, &quirks);
        let text = server.renderer(&quirks).text("Notify", envelope);
        server.tell(Heading::Notify, what, 0, &text);
        let sent = server
            .client
            .post(what)
            .header("Content-Type", "text/xml; charset=UTF-8")
            .header("SOAPAction", NOTIFY_ACTION)
            .body(text)
            .send()
            .await;
        // 202 is what a one-way operation answers; any other success is taken, too, but stands in the log.
        let status = sent.as_ref().map_or(0, |answer| answer.status().as_u16());
        let why = sent.as_ref().err().map(ToString::to_string).unwrap_or_default();
        server.tell(Heading::NotifyReply, what, status, &why);
        if (200..300).contains(&status) {
            return Some(true);
        }
    }
    Some(false)
}

async fn pause(millis: Millis) {
    if millis > 0 {
        tokio::time::sleep(Duration::from_millis(millis.unsigned_abs())).await;
    }
}

fn envelope(target: &Target, notices: &[Notice], quirks: &CctQuirks) -> Xml {
    let messages = notices.iter().map(|notice| {
        Xml::new(CONSUMER, "NotificationMessage")
            .with(Xml::new(BASE, "Topic").with(Xml::new(BASE, "NotificationTopic")))
            .with(
                Xml::new(BASE, "Message")
                    .with(Xml::leaf(BASE, "EventType", notice.family.event_type()))
                    .with(notice.event.clone()),
            )
            .with(Xml::leaf(BASE, "SessionId", &target.token))
            .with(Xml::leaf(BASE, "SubscriptionId", &target.id))
            .with(Xml::leaf(BASE, "Timestamp", date_time(notice.at)))
    });
    let id = uuid::Uuid::new_v4().to_string();
    let header = quirks.notify_headers.then(|| addressing_headers(&target.endpoint, &id));
    Xml::new(SOAP, "Envelope")
        .with_all(header)
        .with(Xml::new(SOAP, "Body").with(Xml::new(CONSUMER, "Notify").with_all(messages)))
}

/// `xs:dateTime` in UTC with milliseconds.
pub(crate) fn date_time(at: Millis) -> String {
    chrono::DateTime::from_timestamp_millis(at)
        .map(|time| time.format("%Y-%m-%dT%H:%M:%S%.3fZ").to_string())
        .unwrap_or_default()
}
