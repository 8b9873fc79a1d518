//! The control interface: scripted customers, the log, the state, switches and faults.
//!
//! It listens on loopback only, wants a random token, and refuses requests that a web page of
//! another origin has sent.
//!
//! | under `/control` | body or query | does |
//! |---|---|---|
//! | `POST customers` | [`Customers`] | starts scripted customers |
//! | `POST scenario` | `{"name"}` or `{"scenario"}`, `faster` | plays a [`Scenario`] |
//! | `GET scenarios` | | names and explanations of the built-in ones |
//! | `POST contacts` | [`OtherContact`] | starts an e-mail, a call, a call-back; answers its `guid` |
//! | `POST contacts/end` | `{"guid"}` | ends one of these |
//! | `POST intrinsics` | `{"guid", "intrinsics"}` | changes intrinsics of any contact |
//! | `POST wall` | [`Wall`] | agents at work for supervisors' boards |
//! | `POST crowd` | `{"chatsEach"}` | chats without customers for all agents |
//! | `GET log` | [`LogFilter`] | what crossed the sockets |
//! | `GET sequence` | [`SequenceFilter`] | the same as a chart, with a `line` per row |
//! | `GET state` | | the whole centre |
//! | `POST quirks`, `POST cct-quirks` | switches by name | changes them; absent ones stay |
//! | `POST faults` | [`Fault`] | causes a fault |
//! | `POST stop` | | asks for the end |

mod http;
mod token;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use serde::Deserialize;
use serde_json::{Value, json};
use tokio::sync::{Mutex, Notify};
use tokio::task::JoinSet;

use crate::cct::CctQuirks;
use crate::center::{Center, ContactRefusal, Guid, OtherContact, Quirks, Wall};
use crate::customer::{Chat, Step};
use crate::log::Line;
use crate::scenario::{Arrival, Scenario, ScenarioError};
use crate::schema::Door;
use crate::sequence::{self, Cast, Row};
use crate::serve::{CenterHandle, Fault};
use crate::soap::CctServer;

pub(crate) use http::router;
pub use token::random_token;

/// Most scripted customers started at once.
const MOST_CUSTOMERS: usize = 2_000;

/// Customers to start.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Customers {
    /// How many.
    pub count: usize,
    /// What each asks for; `{n}` in texts stands for the number, from 1.
    pub chat: Chat,
    /// What each does then, in order.
    pub steps: Vec<Step>,
}

impl Default for Customers {
    fn default() -> Self {
        Self { count: 1, chat: Chat::default(), steps: Vec::new() }
    }
}

/// Which log lines to give.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LogFilter {
    /// Only lines after this number.
    pub after: u64,
    /// Only this agent's socket.
    pub agent: Option<String>,
    /// Only this contact's customer socket, or frames that name it.
    pub guid: Option<u64>,
    /// Only this door.
    pub door: Option<String>,
    /// Only frames of this method.
    pub method: Option<String>,
    /// At most so many, the latest.
    pub limit: Option<usize>,
}

/// Which rows of the sequence chart to give, and under which names.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SequenceFilter {
    /// Only rows about this contact, or about none.
    pub guid: Option<u64>,
    /// Only rows after this line of the log.
    pub after: u64,
    /// Parts, as [`Cast::read`] takes them: `20001:A,20002:B,7001:g`.
    pub cast: String,
    /// Methods left out, with commas between; absent = [`sequence::ASIDE`].
    pub skip: Option<String>,
}

/// What control can do. Cheap to clone.
#[derive(Clone)]
pub struct Control {
    inner: Arc<Inner>,
}

struct Inner {
    handle: CenterHandle,
    cct: CctServer,
    customer_url: String,
    root: Option<String>,
    token: String,
    stop: Notify,
    customers: Mutex<JoinSet<()>>,
}

impl Control {
    pub(crate) fn new(
        handle: CenterHandle,
        cct: CctServer,
        customer_url: String,
        root: Option<String>,
    ) -> Self {
        let (token, stop) = (random_token(), Notify::new());
        let customers = Mutex::new(JoinSet::new());
        let inner = Inner { handle, cct, customer_url, root, token, stop, customers };
        Self { inner: Arc::new(inner) }
    }

    /// What requests must carry.
    pub fn token(&self) -> &str {
        &self.inner.token
    }

    /// Starts scripted customers in the background; problems of a script end up in the log.
    pub async fn start_customers(&self, customers: &Customers) {
        let mut running = self.inner.customers.lock().await;
        while running.try_join_next().is_some() {}
        for number in 1..=customers.count.min(MOST_CUSTOMERS) {
            let chat = customers.chat.numbered(number);
            let steps: Vec<_> = customers.steps.iter().map(|step| step.numbered(number)).collect();
            let (handle, url) = (self.inner.handle.clone(), self.inner.customer_url.clone());
            let root = self.inner.root.clone();
            running.spawn(async move {
                if let Err(error) = crate::customer::run(&url, root.as_deref(), chat, &steps).await
                {
                    handle.note(format!("scripted customer {number}: {error}"));
                }
            });
        }
    }

    /// Gives every agent so many chats that go on without a socket; answers how many there are.
    pub fn crowd(&self, chats_each: usize) -> usize {
        self.inner.handle.with(|center| center.crowd(chats_each))
    }

    /// Starts an e-mail, a call or a call-back.
    ///
    /// # Errors
    /// [`ContactRefusal`].
    pub fn start_contact(&self, contact: &OtherContact) -> Result<Guid, ContactRefusal> {
        self.inner.handle.with(|center| center.start_contact(contact))
    }

    /// Ends one of these; false when there is no such contact, or it is a chat.
    pub fn end_contact(&self, guid: Guid) -> bool {
        self.inner.handle.with(|center| center.end_contact(guid))
    }

    /// Changes intrinsics of any contact; false when there is no such contact.
    pub fn change_intrinsics(&self, guid: Guid, changes: &BTreeMap<String, String>) -> bool {
        self.inner.handle.with(|center| center.change_intrinsics(guid, changes))
    }

    /// Puts up a wall of agents at work for the supervisors' boards.
    pub fn put_up_wall(&self, wall: Wall) {
        self.inner.handle.with(|center| center.put_up_wall(wall));
    }

    /// Plays a scenario: switches first, then colleagues, then whoever comes. An agent who is
    /// signed in already is no colleague.
    ///
    /// # Errors
    /// [`ScenarioError::NoSuchAgent`], [`ScenarioError::Unreadable`] for a switch.
    pub async fn play(&self, scenario: &Scenario) -> Result<(), ScenarioError> {
        let known = |agent: &str| {
            let all =
                |center: &Center, _: &_| center.setup().agents.iter().any(|one| one.id == agent);
            self.inner.handle.read(all)
        };
        if let Some(stranger) = scenario.colleagues.iter().find(|one| !known(&one.agent)) {
            return Err(ScenarioError::NoSuchAgent(stranger.agent.clone()));
        }
        self.change_quirks(&Value::Object(scenario.quirks.clone()))?;
        self.change_cct_quirks(&Value::Object(scenario.cct_quirks.clone()))?;
        if let Some(wall) = scenario.wall {
            self.put_up_wall(wall);
        }
        let mut running = self.inner.customers.lock().await;
        for colleague in scenario.colleagues.clone() {
            running.spawn(crate::colleague::run(self.inner.handle.clone(), colleague));
        }
        for arrival in scenario.customers.clone() {
            let control = self.clone();
            running.spawn(async move {
                tokio::time::sleep(Duration::from_millis(arrival.after_ms)).await;
                let Arrival { count, chat, steps, .. } = arrival;
                control.start_customers(&Customers { count, chat, steps }).await;
            });
        }
        for delivery in scenario.contacts.clone() {
            let handle = self.inner.handle.clone();
            running.spawn(async move {
                tokio::time::sleep(Duration::from_millis(delivery.after_ms)).await;
                let started = handle.with(|center| center.start_contact(&delivery.contact));
                if let Err(refusal) = started {
                    handle.note(format!("contact of a scenario: {refusal}"));
                }
            });
        }
        Ok(())
    }

    /// Log lines that fit.
    pub fn log(&self, filter: &LogFilter) -> Vec<Line> {
        let fits = |line: &&Line| {
            let door = match line.door {
                Some(Door::Agent) => Some("agent"),
                Some(Door::Customer) => Some("customer"),
                Some(Door::Cct) => Some("cct"),
                None => None,
            };
            filter.agent.as_ref().is_none_or(|agent| line.agent.as_ref() == Some(agent))
                && filter.door.as_deref().is_none_or(|wanted| door == Some(wanted))
                && filter.method.as_ref().is_none_or(|method| line.method.as_ref() == Some(method))
                && filter.guid.is_none_or(|guid| {
                    let named = [format!("\"guid\":{guid},"), format!("\"guid\":\"{guid}\"")];
                    line.guid == Some(guid) || named.iter().any(|name| line.text.contains(name))
                })
        };
        let mut lines: Vec<Line> = self
            .inner
            .handle
            .read(|_, log| log.after(filter.after).filter(fits).cloned().collect());
        if let Some(limit) = filter.limit {
            lines.drain(..lines.len().saturating_sub(limit));
        }
        lines
    }

    /// The log as a sequence chart.
    pub fn sequence(&self, filter: &SequenceFilter) -> Vec<Row> {
        let cast = Cast::read(&filter.cast);
        let skip: Vec<&str> = match &filter.skip {
            Some(names) => names.split(',').collect(),
            None => sequence::ASIDE.to_vec(),
        };
        let read = |_: &_, log: &_| sequence::rows(log, &cast, filter.guid, filter.after, &skip);
        self.inner.handle.read(read)
    }

    /// The whole centre as JSON, with the number of our own bad frames.
    pub fn state(&self) -> Value {
        let mut state = self.inner.handle.read(|center, log| {
            let mut state = center.snapshot();
            state["defects"] = json!(log.defects().len());
            state
        });
        state["cctSessions"] = json!(self.inner.cct.sessions());
        state
    }

    /// Changes the switches of the web chat side; absent ones stay.
    ///
    /// # Errors
    /// Says which switch or value is unknown.
    pub fn change_quirks(&self, changes: &Value) -> Result<Quirks, serde_json::Error> {
        self.inner.handle.with(|center| {
            let mut all = serde_json::to_value(center.quirks())?;
            overlay(&mut all, changes);
            let quirks: Quirks = serde_json::from_value(all)?;
            center.set_quirks(quirks.clone());
            Ok(quirks)
        })
    }

    /// Changes the switches of the CCT side; absent ones stay.
    ///
    /// # Errors
    /// Says which switch or value is unknown.
    pub fn change_cct_quirks(&self, changes: &Value) -> Result<CctQuirks, serde_json::Error> {
        let mut all = serde_json::to_value(self.inner.cct.quirks())?;
        overlay(&mut all, changes);
        let quirks: CctQuirks = serde_json::from_value(all)?;
        self.inner.cct.set_quirks(quirks.clone());
        Ok(quirks)
    }

    /// Causes a fault.
    pub fn cause(&self, fault: &Fault) {
        self.inner.handle.cause(fault);
        match fault {
            Fault::Restart => self.inner.cct.restart(),
            Fault::SwitchOver => self.inner.cct.switch_over(),
            _ => {}
        }
    }

    /// Asks whoever runs the simulator to end it.
    pub fn ask_stop(&self) {
        self.inner.stop.notify_one();
    }

    pub(crate) async fn stop_asked(&self) {
        self.inner.stop.notified().await;
    }

    /// Ends all scripted customers.
    pub(crate) fn end(&self) {
        if let Ok(mut running) = self.inner.customers.try_lock() {
            running.abort_all();
        }
    }
}

/// Replaces the fields that `changes` names.
fn overlay(all: &mut Value, changes: &Value) {
    if let (Some(all), Some(changes)) = (all.as_object_mut(), changes.as_object()) {
        for (name, value) in changes {
            all.insert(name.clone(), value.clone());
        }
    }
}
