//! A session, a server and the time between them, all in one hand: no socket, no clock.

pub(crate) mod notify;
pub(crate) mod server;

use std::collections::{BTreeMap, BTreeSet};

use cct_wire::ContactId;
use desk_core::cct::{
    CallId, CctConfig, CctContact, CctEvent, CctInput, CctOutput, ContactEnd, HttpReply, Session,
    SignIn,
};
use desk_core::{LinkFailure, Millis};
use log_safe::Secret;

pub(crate) use server::Server;

/// How long the server takes to answer.
const LATENCY: i64 = 20;

pub(crate) const MAIN: &str = "http://cct.example.test:9084/SOAOICCT/services/";
pub(crate) const ALTERNATE: &str = "http://standby.example.test:9084/SOAOICCT/services/";
pub(crate) const LISTENER: &str = "http://192.0.2.7:9091/quiet-otter/";

/// Everything around one session.
pub(crate) struct World {
    pub(crate) session: Session,
    pub(crate) server: Server,
    pub(crate) now: Millis,
    pub(crate) events: Vec<CctEvent>,
    /// `Service/Element` of every call made.
    pub(crate) log: Vec<String>,
    /// Hosts that do not answer, and how.
    pub(crate) dead: BTreeMap<&'static str, LinkFailure>,
    /// Calls that are swallowed without any word.
    pub(crate) swallowed: BTreeSet<&'static str>,
    /// False: the listener cannot be opened.
    pub(crate) listener_opens: bool,
    pub(crate) listening: bool,
    pub(crate) most_at_once: usize,
    under_way: Vec<(Millis, CallId, Result<HttpReply, LinkFailure>)>,
    silent: usize,
}

impl World {
    pub(crate) fn new() -> Self {
        Self::with(CctConfig::new(vec![MAIN.to_owned()]))
    }

    pub(crate) fn with(config: CctConfig) -> Self {
        Self {
            session: Session::new(config),
            server: Server::new(),
            now: Millis(1_700_000_000_000),
            events: Vec::new(),
            log: Vec::new(),
            dead: BTreeMap::new(),
            swallowed: BTreeSet::new(),
            listener_opens: true,
            listening: false,
            most_at_once: 0,
            under_way: Vec::new(),
            silent: 0,
        }
    }

    /// A session whose notifications are pushed.
    pub(crate) fn pushed() -> Self {
        Self::with(CctConfig { listen: true, ..CctConfig::new(vec![MAIN.to_owned()]) })
    }

    pub(crate) fn sign_in(&mut self) {
        self.sign_in_with("open sesame", None);
    }

    pub(crate) fn sign_in_with(&mut self, password: &str, agent_id: Option<&str>) {
        let sign_in = SignIn {
            user: "mira".to_owned(),
            domain: "KONTOR".to_owned(),
            password: Secret::new(password),
            agent_id: agent_id.map(Into::into),
        };
        self.session.sign_in(self.now, sign_in);
        self.run(2_000);
    }

    /// A signed-in session with a quiet log.
    pub(crate) fn signed_in(mut self) -> Self {
        self.sign_in();
        assert!(self.has(|event| matches!(event, CctEvent::SnapshotDone)), "{:?}", self.events);
        self.events.clear();
        self.log.clear();
        self
    }

    /// Lets so many milliseconds pass.
    pub(crate) fn run(&mut self, millis: i64) {
        let until = self.now + millis;
        for _ in 0..100_000 {
            self.drain();
            let next =
                self.under_way.iter().map(|(at, ..)| *at).chain(self.session.next_deadline());
            let Some(next) = next.min().filter(|next| *next <= until) else {
                self.now = until;
                return;
            };
            self.now = self.now.max(next);
            match self.under_way.iter().position(|(at, ..)| *at <= self.now) {
                Some(at) => {
                    let (_, call, outcome) = self.under_way.remove(at);
                    self.input(CctInput::Replied { call, outcome });
                }
                None => self.input(CctInput::Tick),
            }
        }
        panic!("the session does not come to rest");
    }

    /// Time passes until this has happened.
    pub(crate) fn run_until(&mut self, within: i64, happened: impl Fn(&Self) -> bool) {
        let until = self.now + within;
        while self.now < until {
            self.run(10);
            if happened(self) {
                return;
            }
        }
        panic!("it did not happen: {:?}", self.events);
    }

    pub(crate) fn input(&mut self, input: CctInput) {
        self.session.handle(self.now, input);
        self.drain();
        assert!(
            self.session.is_ended() || self.session.next_deadline().is_some(),
            "nothing would ever wake the session up"
        );
    }

    pub(crate) fn push(&mut self, body: String) {
        self.input(CctInput::Notified { body });
    }

    pub(crate) fn has(&self, wanted: impl Fn(&CctEvent) -> bool) -> bool {
        self.events.iter().any(wanted)
    }

    pub(crate) fn called(&self, operation: &str) -> usize {
        self.log.iter().filter(|called| called.as_str() == operation).count()
    }

    /// The contacts' events in short: `offered a`, `answered a`, `returned a`.
    pub(crate) fn story(&self) -> Vec<String> {
        self.events.iter().filter_map(told).collect()
    }

    /// The last facts told about a contact.
    pub(crate) fn facts(&self, id: &str) -> CctContact {
        let facts = self.events.iter().rev().find_map(|event| match event {
            CctEvent::Offered(contact) | CctEvent::Facts(contact) => {
                (contact.id.as_str() == id).then(|| contact.clone())
            }
            _ => None,
        });
        facts.unwrap()
    }

    fn drain(&mut self) {
        while let Some(output) = self.session.poll() {
            match output {
                CctOutput::Event(event) => self.events.push(event),
                CctOutput::Listen => {
                    self.listening = self.listener_opens;
                    let input = if self.listener_opens {
                        CctInput::Listening { url: LISTENER.to_owned() }
                    } else {
                        CctInput::ListenFailed { why: LinkFailure::Refused }
                    };
                    self.session.handle(self.now, input);
                }
                CctOutput::StopListening => self.listening = false,
                CctOutput::Call { call, url, body, .. } => self.call(call, &url, &body),
            }
        }
        self.most_at_once = self.most_at_once.max(self.under_way.len() + self.silent);
    }

    fn call(&mut self, call: CallId, url: &str, body: &str) {
        let operation = Server::operation(url, body);
        let swallowed = self.swallowed.contains(operation.as_str());
        self.log.push(operation);
        let dead = self.dead.iter().find(|(host, _)| url.contains(*host)).map(|(_, why)| why);
        let outcome = match dead {
            _ if swallowed => {
                self.silent += 1;
                return;
            }
            Some(why) => Err(why.clone()),
            None => Ok(self.server.answer(self.now.0, url, body)),
        };
        self.under_way.push((self.now + LATENCY, call, outcome));
    }
}

pub(crate) fn contact(id: &str) -> ContactId {
    ContactId::from(id)
}

fn told(event: &CctEvent) -> Option<String> {
    Some(match event {
        CctEvent::Offered(contact) => format!("offered {}", contact.id),
        CctEvent::Answered(id) => format!("answered {id}"),
        CctEvent::AnswerRefused { contact, .. } => format!("answer refused {contact}"),
        CctEvent::RejectRefused { contact, .. } => format!("reject refused {contact}"),
        CctEvent::ReleaseRefused { contact, .. } => format!("release refused {contact}"),
        CctEvent::Ended { contact, end } => match end {
            ContactEnd::Returned => format!("returned {contact}"),
            ContactEnd::GoneWhileAlerting => format!("gone {contact}"),
            ContactEnd::Released => format!("released {contact}"),
        },
        _ => return None,
    })
}
