//! A contact centre of one test's own: loopback, free ports, strict about every SOAP request.

mod chart;

use std::time::Duration;

use contact_center_sim::customer::Chat;
use contact_center_sim::log::{Line, LineKind};
use contact_center_sim::schema::{Door, Way};
use contact_center_sim::serve::Fault;
use contact_center_sim::soap::Strictness;
use contact_center_sim::{CustomerClient, Options, Simulator};

use crate::settings::DeskSettings;

pub use chart::Chart;

/// How long anything that is awaited may take. Far beyond what it takes: it only ends a test that
/// would hang.
pub const LIMIT: Duration = Duration::from_secs(30);

/// A running contact centre.
pub struct Place {
    /// The simulator.
    pub simulator: Simulator,
    root: Option<String>,
}

impl Place {
    /// The demo company.
    pub async fn open() -> Self {
        Self::with(|_| ()).await
    }

    /// The demo company with other switches.
    pub async fn with(change: impl FnOnce(&mut Options)) -> Self {
        let mut options = Options::default();
        options.cct_quirks.strictness = Strictness::Strict;
        change(&mut options);
        let root = options.tls.as_ref().map(|tls| tls.certificate.clone());
        let simulator = Simulator::start(options).await.expect("the simulator starts");
        Self { simulator, root }
    }

    /// Settings that lead here.
    pub fn settings(&self) -> DeskSettings {
        DeskSettings::new(&self.simulator.cct_url, &self.simulator.ewc_url)
    }

    /// A customer of that name asks for a chat about travel; see [`email_of`] for the address.
    pub async fn customer(&self, name: &str) -> CustomerClient {
        let chat = Chat { name: name.to_owned(), email: email_of(name), ..Chat::default() };
        self.asking(&chat).await
    }

    /// A customer asks for a chat.
    pub async fn asking(&self, chat: &Chat) -> CustomerClient {
        CustomerClient::start(&self.simulator.customer_url, self.root.as_deref(), chat)
            .await
            .expect("the chat is taken")
    }

    /// The chart of a contact from here on.
    pub fn chart(&self, guid: u64) -> Chart {
        Chart::new(&self.simulator, guid)
    }

    /// Causes a fault.
    pub fn cause(&self, fault: &Fault) {
        self.simulator.control().cause(fault);
    }

    /// Waits until the centre has seen a frame of this method from an agent, so many times.
    pub async fn hears(&self, method: &str, times: usize) {
        let heard = self.simulator.wait_for(LIMIT, |_, log| {
            (count(log.lines(), Door::Agent, method) >= times).then_some(())
        });
        heard.await.unwrap_or_else(|_| panic!("no {method} came from the agent in time"));
    }

    /// How many frames of this method agents have sent.
    pub fn heard(&self, method: &str) -> usize {
        count(self.simulator.log().iter(), Door::Agent, method)
    }

    /// The contact's part of the centre's state.
    pub fn room(&self, guid: u64) -> serde_json::Value {
        let state = self.simulator.control().state();
        let mut rooms = state["rooms"].as_array().into_iter().flatten();
        rooms.find(|room| room["guid"] == guid).cloned().unwrap_or_default()
    }

    /// Whether a chat waits or is going on.
    pub fn has_open_rooms(&self) -> bool {
        let state = self.simulator.control().state();
        let mut rooms = state["rooms"].as_array().into_iter().flatten();
        rooms.any(|room| room["phase"] != "ended")
    }

    /// At a journey's end: the simulator broke no schema, and no client sent it anything bad.
    ///
    /// # Panics
    /// When one of them did.
    pub fn nothing_was_wrong(&self) {
        let wrong: Vec<String> = self.wrong().iter().map(describe).collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    /// The end of the log, a line each: for the message of a journey that has lost its way.
    pub fn last_lines(&self, count: usize) -> String {
        let log = self.simulator.log();
        let end = log.iter().skip(log.len().saturating_sub(count));
        end.map(|line| format!("{} {}\n", line.at, describe(line))).collect()
    }

    /// The lines of the log that tell of something wrong: broken schemas either way, refused
    /// requests, scripted customers that got stuck.
    pub fn wrong(&self) -> Vec<Line> {
        let is_wrong = |line: &Line| match line.kind {
            LineKind::Defect | LineKind::BadFrame | LineKind::Note => true,
            LineKind::Frame => {
                let refused = line.text.contains(r#""type":"error""#);
                line.way == Some(Way::Out) && (line.problem.is_some() || refused)
            }
            LineKind::Opened | LineKind::Raw | LineKind::Closed => false,
        };
        self.simulator.log().into_iter().filter(is_wrong).collect()
    }
}

/// The e-mail address of a customer: `jo@example.org` for Jo Marsh.
pub fn email_of(name: &str) -> String {
    format!("{}@example.org", name.split(' ').next().unwrap_or(name).to_lowercase())
}

fn count<'a>(lines: impl Iterator<Item = &'a Line>, door: Door, method: &str) -> usize {
    lines
        .filter(|line| line.door == Some(door) && line.way == Some(Way::In))
        .filter(|line| line.method.as_deref() == Some(method))
        .count()
}

fn describe(line: &Line) -> String {
    let Line { number, kind, way, method, text, problem, .. } = line;
    let method = method.as_deref().unwrap_or_default();
    // Namespaces come first and say nothing.
    let body = text.find("Body>").and_then(|at| text.get(at + 5..)).unwrap_or(text);
    format!("{number} {kind:?} {way:?} {method} {problem:?} {body}")
}
