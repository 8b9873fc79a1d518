//! An agent.

use log_safe::Private;

use crate::namespace::Ns;
use crate::open_enum::open_enum;
use crate::xml_reader::{Element, Problem};
use crate::xml_writer::XmlWriter;

open_enum! {
    /// `agentType` (section 2); the only mixed-case word list.
    AgentType {
        Agent = "Agent",
        AgentSupervisor = "AgentSupervisor",
        Supervisor = "Supervisor",
    }
}

/// `agent` (section 2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agent {
    /// The id the agent logs in with.
    pub login_id: String,
    /// The account, usually `DOMAIN\name`.
    pub user_name: Option<Private<String>>,
    /// What the agent is.
    pub agent_type: Option<AgentType>,
}

impl Agent {
    /// An agent of whom only the login id is known; servers accept it in requests (section 1.1).
    pub fn by_login_id(login_id: impl Into<String>) -> Self {
        Self { login_id: login_id.into(), user_name: None, agent_type: None }
    }

    pub(crate) fn write(&self, writer: &mut XmlWriter) {
        writer.element(Ns::Message, "agent", |w| {
            w.text(Ns::Types, "agentLoginId", &self.login_id);
            w.optional_text(Ns::Types, "userName", self.user_name.as_ref().map(Private::as_str));
            let agent_type = self.agent_type.as_ref().and_then(AgentType::known);
            w.optional_text(Ns::Types, "agentType", agent_type);
        });
    }

    pub(crate) fn read(element: Element<'_>) -> Result<Self, Problem> {
        Ok(Self {
            login_id: element.need_word("agentLoginId")?,
            user_name: element.child_private("userName"),
            agent_type: element.filled_word("agentType").map(|word| AgentType::from_wire(&word)),
        })
    }
}
