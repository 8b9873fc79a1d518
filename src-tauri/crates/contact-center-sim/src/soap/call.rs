//! One request on its way through an operation: its fields, its session, and what it may touch.

use super::catalogue::Operation;
use super::fault::Refusal;
use super::server::Inner;
use super::writer::Xml;
use super::xsd::QName;
use crate::cct::CctQuirks;
use crate::cct::events::{self, Notice};
use crate::cct::legs::{Known, LegBook, Phase};
use crate::cct::notify::Outbox;
use crate::cct::objects::Station;
use crate::cct::sessions::{Session, Sessions};
use crate::cct::subscriptions::Subscriptions;
use crate::center::{AgentId, Center, Millis};
use crate::center::{CctAgent, CctEvent, CctPort};
use crate::serve::CenterHandle;
use roxmltree::Node;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What the server remembers between requests.
#[derive(Default)]
pub(crate) struct State {
    pub(crate) quirks: CctQuirks,
    pub(crate) sessions: Sessions,
    pub(crate) subscriptions: Subscriptions,
    pub(crate) outboxes: BTreeMap<String, Outbox>,
    pub(crate) legs: LegBook,
    /// Terminal connections whose intrinsics will be told when the switch no longer holds them back.
    waiting: Vec<(Millis, String)>,
}

impl State {
    /// Takes in what happened in the centre, and answers what is told of it.
    pub(crate) fn take_in(
        &mut self,
        center: &CenterHandle,
        event: &CctEvent,
        now: Millis,
    ) -> Vec<Notice> {
        let agent = |id: &str| center.with(|center| center.agent_state(id));
        match event {
            CctEvent::Offered { leg } => {
                let known = self.legs.observe(leg, now);
                let mut fresh = known.clone();
                fresh.before = Phase::Idle;
                fresh.phase = Phase::Ringing;
                let why = crate::cct::objects::offer_reason(leg);
                let mut notices = events::leg_changed(&fresh, why, &self.quirks, now);
                if self.quirks.intrinsics_event && self.quirks.intrinsics_after == 0 {
                    notices.push(events::intrinsics(&known, &self.quirks, now));
                } else if self.quirks.intrinsics_event {
                    let due = known.born + self.quirks.intrinsics_after;
                    self.waiting.push((due, leg.terminal_connection_id.clone()));
                }
                notices
            }
            CctEvent::Answered { leg } => {
                let mut known = self.legs.observe(leg, now);
                (known.before, known.phase) = (Phase::Ringing, Phase::Active);
                events::leg_changed(&known, "DEFAULT", &self.quirks, now)
            }
            CctEvent::Dropped { leg, before, why } => {
                let mut known = self.legs.observe(leg, now);
                if known.before != Phase::Held {
                    known.before = match before {
                        crate::center::LegState::Ringing => Phase::Ringing,
                        _ => Phase::Active,
                    };
                }
                known.phase = Phase::Dropped;
                let why = events::drop_reason(*why, &self.quirks);
                events::leg_changed(&known, why, &self.quirks, now)
            }
            CctEvent::Intrinsics { leg } => {
                let known = self.legs.observe(leg, now);
                vec![events::intrinsics(&known, &self.quirks, now)]
            }
            CctEvent::Activity { leg, code } if self.quirks.activity_event => {
                vec![events::activity(&leg.agent, code, now)]
            }
            CctEvent::Activity { .. } => Vec::new(),
            CctEvent::Ready { agent: id, ready, reason_code } => agent(id)
                .map(|agent| CctAgent { ready: *ready, reason_code: reason_code.clone(), ..agent })
                .map(|agent| events::ready(&agent, &self.quirks, now))
                .unwrap_or_default(),
            CctEvent::Login { agent: id, logged_in } => agent(id)
                .map(|agent| CctAgent { logged_in: *logged_in, ..agent })
                .map(|agent| events::login(&agent, &self.quirks, now))
                .unwrap_or_default(),
        }
    }

    /// Notices of intrinsics that were held back until now.
    pub(crate) fn late_intrinsics(&mut self, now: Millis) -> Vec<Notice> {
        let (due, later): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.waiting).into_iter().partition(|(at, _)| *at <= now);
        self.waiting = later;
        due.iter()
            .filter_map(|(_, id)| self.legs.by_terminal_connection(id))
            .filter(|known| known.phase != Phase::Dropped)
            .map(|known| events::intrinsics(known, &self.quirks, now))
            .collect()
    }

    pub(crate) fn drop_subscription(&mut self, id: &str) {
        self.subscriptions.remove(id);
        self.outboxes.remove(id);
    }

    /// Ends a session with its subscriptions.
    pub(crate) fn end_session(&mut self, token: &str) {
        self.sessions.close(token);
        for id in self.subscriptions.of_session(token) {
            self.drop_subscription(&id);
        }
    }
}

/// A request that was understood.
pub(crate) struct Call<'c> {
    pub(crate) server: &'c Arc<Inner>,
    pub(crate) state: &'c mut State,
    pub(crate) operation: &'c Operation,
    pub(crate) body: Node<'c, 'c>,
    pub(crate) session: Option<Session>,
    /// Scheme, host and port at which the client reached this server.
    pub(crate) base: &'c str,
    pub(crate) now: Millis,
}

/// The children of the answer, or why there is none.
pub(crate) type Answer = Result<Vec<Xml>, Refusal>;

impl Call<'_> {
    pub(crate) fn quirks(&self) -> &CctQuirks {
        &self.state.quirks
    }

    /// The node at `path` below the body element, by local names.
    pub(crate) fn node(&self, path: &[&str]) -> Option<Node<'_, '_>> {
        path.iter().try_fold(self.body, |node, name| {
            node.children().find(|child| child.is_element() && child.tag_name().name() == *name)
        })
    }

    /// The text at `path`, if the element is there.
    pub(crate) fn field(&self, path: &[&str]) -> Option<String> {
        let node = self.node(path)?;
        // Comments may stand between pieces of text.
        let text: String =
            node.children().filter(|c| c.is_text()).filter_map(|child| child.text()).collect();
        Some(text.trim().to_owned())
    }

    pub(crate) fn need(&self, path: &[&str]) -> Result<String, Refusal> {
        self.field(path).ok_or_else(|| Refusal::own(format!("{} is missing", path.join("/"))))
    }

    pub(crate) fn flag(&self, path: &[&str]) -> Result<bool, Refusal> {
        self.need(path).map(|text| matches!(text.as_str(), "true" | "1"))
    }

    /// The name of a child of the answer.
    pub(crate) fn name(&self, local: &str) -> QName {
        let namespace = self.operation.output.as_ref().map_or("", |name| &name.namespace);
        QName::new(namespace, local)
    }

    /// A child of the answer with text.
    pub(crate) fn leaf(&self, local: &str, text: &str) -> Xml {
        let name = self.name(local);
        Xml::leaf(&name.namespace, local, text)
    }

    pub(crate) fn yes_no(&self, local: &str, value: bool) -> Answer {
        Ok(vec![self.leaf(local, if value { "true" } else { "false" })])
    }

    pub(crate) fn token(&self) -> Result<&str, Refusal> {
        self.session.as_ref().map(|session| session.token.as_str()).ok_or(Refusal::NoSession)
    }

    pub(crate) fn own_agents(&self) -> &[AgentId] {
        self.session.as_ref().map_or(&[], |session| &session.agents)
    }

    /// Acts on the rules.
    pub(crate) fn center<R>(&self, act: impl FnOnce(&mut Center) -> R) -> R {
        self.server.center.with(act)
    }

    /// The agents of the session, as they are now.
    pub(crate) fn agents(&self) -> Vec<CctAgent> {
        self.own_agents()
            .iter()
            .filter_map(|id| self.center(|center| center.agent_state(id)))
            .collect()
    }

    /// The agent that `path` names, by login id or, in a partial object, by user name.
    pub(crate) fn agent(&self, path: &str) -> Result<CctAgent, Refusal> {
        let id = self.field(&[path, "agentLoginId"]);
        let user = self.field(&[path, "userName"]);
        self.agents()
            .into_iter()
            .find(|agent| match (&id, &user) {
                (Some(id), _) => agent.agent == *id,
                (None, Some(user)) => agent.user_name.eq_ignore_ascii_case(user),
                (None, None) => false,
            })
            .ok_or_else(|| Refusal::own("no such agent for this user"))
    }

    /// The open legs at a terminal or address, oldest first.
    pub(crate) fn legs_at(&mut self, station: &Station) -> Vec<Known> {
        let mut legs = self.legs(&station.agent);
        legs.retain(|known| station.has(&known.leg, self.quirks()));
        legs
    }

    /// The terminal that `path` names, with its agent. A terminal can be named although it is not listed.
    pub(crate) fn terminal(&self, path: &str) -> Result<(Station, CctAgent), Refusal> {
        let name = self.need(&[path, "terminalName"])?;
        let listed = CctQuirks { terminals_after_login: false, ..self.quirks().clone() };
        self.agents()
            .into_iter()
            .flat_map(|agent| {
                Station::terminals(&agent, &listed)
                    .into_iter()
                    .map(move |station| (station, agent.clone()))
            })
            .find(|(station, _)| station.name == name)
            .ok_or_else(|| Refusal::own("no such terminal for this user"))
    }

    /// The open legs of `agent`, oldest first.
    pub(crate) fn legs(&mut self, agent: &str) -> Vec<Known> {
        let now = self.now;
        let open = self.center(|center| center.agent_contacts(agent));
        open.iter().map(|leg| self.state.legs.observe(leg, now)).collect()
    }

    /// All open legs of the session's agents.
    pub(crate) fn all_legs(&mut self) -> Vec<Known> {
        let agents = self.own_agents().to_vec();
        agents.iter().flat_map(|agent| self.legs(agent)).collect()
    }

    /// The leg of a terminal connection, ended or not.
    pub(crate) fn leg_of_terminal_connection(&mut self) -> Result<Known, Refusal> {
        let id = self.need(&["terminalConnection", "terminalConnectionId"])?;
        self.refresh(&id);
        let known = self.state.legs.by_terminal_connection(&id);
        self.mine(known).ok_or_else(|| Refusal::own("no such terminal connection"))
    }

    /// The leg of a connection, ended or not.
    pub(crate) fn leg_of_connection(&mut self) -> Result<Known, Refusal> {
        let id = self.need(&["connection", "connectionId"])?;
        self.refresh(&id);
        let known = self.state.legs.by_connection(&id);
        self.mine(known).ok_or_else(|| Refusal::own("no such connection"))
    }

    /// The open leg of the contact; if `agent` is given, that agent's.
    pub(crate) fn leg_of_contact(&mut self, agent: Option<&str>) -> Result<Known, Refusal> {
        let id = self.field(&["contact", "contactId"]).filter(|id| !id.is_empty());
        let external = self.field(&["contact", "externalContactId"]);
        let quirks = self.quirks().clone();
        self.all_legs()
            .into_iter()
            .filter(|known| agent.is_none_or(|agent| known.leg.agent == agent))
            .find(|known| match (&id, &external) {
                (Some(id), _) => known.leg.contact_id == *id,
                (None, Some(external)) => {
                    crate::cct::objects::external_contact_id(&known.leg, &quirks) == *external
                }
                (None, None) => false,
            })
            .ok_or_else(|| Refusal::own("no such contact"))
    }

    fn mine(&self, known: Option<&Known>) -> Option<Known> {
        known.filter(|known| self.own_agents().contains(&known.leg.agent)).cloned()
    }

    /// Brings the book up to date, also for a leg whose end was not told yet.
    fn refresh(&mut self, id: &str) {
        let open = self.all_legs();
        let ids =
            |known: &Known| known.leg.terminal_connection_id == id || known.leg.connection_id == id;
        if open.iter().any(ids) {
            return;
        }
        let ended = self.state.legs.all().find(|known| ids(known)).map(|known| known.leg.clone());
        if let Some(mut leg) = ended {
            leg.state = crate::center::LegState::Dropped;
            let now = self.now;
            self.state.legs.observe(&leg, now);
        }
    }
}
