//! One agent: what administration says, the CCT side, and the agent socket.

use crate::center::cct_port::{CctAgent, Leg, LegState};
use crate::center::{AgentId, ConnId, Guid, Millis};

/// What administration says about an agent.
#[derive(Clone, Debug)]
pub struct AgentSetup {
    /// Login id; may start with zeros.
    pub id: AgentId,
    /// Display name.
    pub name: String,
    /// CCMM password of the agent socket.
    pub password: String,
    /// CCT user name, without domain.
    pub cct_user: String,
    /// CCT password.
    pub cct_password: String,
    /// CCT domain.
    pub cct_domain: String,
    /// Names of the agent's skillsets.
    pub skillsets: Vec<String>,
    /// May observe and barge.
    pub supervisor: bool,
    /// How many contacts at once.
    pub multiplicity: usize,
}

/// An agent in the running centre.
#[derive(Clone, Debug)]
pub(crate) struct Agent {
    pub(crate) setup: AgentSetup,
    pub(crate) cct_logged_in: bool,
    pub(crate) ready: bool,
    pub(crate) reason_code: Option<String>,
    pub(crate) idle_since: Millis,
    pub(crate) legs: Vec<Leg>,
    /// The agent socket that logged in as this agent, while it lives.
    pub(crate) conn: Option<ConnId>,
    /// True from agentLogin to agentLogout, also while the socket is lost.
    pub(crate) ewc_logged_in: bool,
}

impl Agent {
    pub(crate) fn new(setup: AgentSetup) -> Self {
        Self {
            setup,
            cct_logged_in: false,
            ready: false,
            reason_code: None,
            idle_since: 0,
            legs: Vec::new(),
            conn: None,
            ewc_logged_in: false,
        }
    }

    pub(crate) fn leg(&self, guid: Guid) -> Option<&Leg> {
        self.legs.iter().find(|leg| leg.guid == guid)
    }

    pub(crate) fn has_active_leg(&self, guid: Guid) -> bool {
        self.leg(guid).is_some_and(|leg| leg.state == LegState::Active)
    }

    /// Logged in, ready, and below the multiplicity limit.
    pub(crate) fn can_take(&self) -> bool {
        self.cct_logged_in && self.ready && self.legs.len() < self.setup.multiplicity
    }

    pub(crate) fn has_skillset(&self, name: &str) -> bool {
        self.setup.skillsets.iter().any(|skillset| skillset == name)
    }

    pub(crate) fn cct_view(&self) -> CctAgent {
        CctAgent {
            agent: self.setup.id.clone(),
            name: self.setup.name.clone(),
            user_name: format!("{}\\{}", self.setup.cct_domain, self.setup.cct_user),
            supervisor: self.setup.supervisor,
            logged_in: self.cct_logged_in,
            ready: self.ready,
            reason_code: self.reason_code.clone(),
            multiplicity: self.setup.multiplicity,
        }
    }
}
