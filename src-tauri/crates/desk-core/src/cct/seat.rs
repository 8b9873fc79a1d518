//! Where the agent sits: the agent, its terminals and addresses, and what was found about them.

use cct_wire::{Address, Agent, Terminal, TerminalConnectionApi};

use super::event::AgentInfo;

/// The agent's place, as discovered.
#[derive(Debug, Clone)]
pub(super) struct Seat {
    pub(super) agent: Agent,
    pub(super) info: AgentInfo,
    /// Terminals that can take chats.
    pub(super) terminals: Vec<Terminal>,
    /// Its other terminals: what rings there is shown, too.
    pub(super) others: Vec<Terminal>,
    pub(super) addresses: Vec<Address>,
    /// Whether the agent is logged in, as last heard.
    pub(super) logged_in: bool,
    /// True when the log-in went through the terminals.
    pub(super) at_terminals: bool,
    /// Which of the twin services knows our terminal connections (section 7.4).
    pub(super) api: TerminalConnectionApi,
}

impl Seat {
    /// Whether a terminal is one of ours. Without a list every terminal counts: the server sends
    /// only what belongs to the CCT user.
    pub(super) fn has_terminal(&self, terminal: Option<&Terminal>) -> bool {
        self.terminals.is_empty()
            || terminal.is_none_or(|seen| self.all_terminals().any(|own| own.name == seen.name))
    }

    /// All terminals, those for chats first.
    pub(super) fn all_terminals(&self) -> impl Iterator<Item = &Terminal> {
        self.terminals.iter().chain(&self.others)
    }

    /// Whether an address is ours and not the customer's or another agent's. Where the list does
    /// not help, the address must carry our log-in id.
    pub(super) fn has_address(&self, address: Option<&Address>) -> bool {
        let Some(address) = address else { return false };
        self.addresses.iter().any(|own| own.name == address.name)
            || address.agent_login_id_guess() == Some(self.agent.login_id.as_str())
    }

    /// The other of the twin services.
    pub(super) const fn other_api(&self) -> TerminalConnectionApi {
        match self.api {
            TerminalConnectionApi::Terminal => TerminalConnectionApi::AgentTerminal,
            TerminalConnectionApi::AgentTerminal => TerminalConnectionApi::Terminal,
        }
    }
}
