//! Which agent is ours, and which of its terminals take chats (section 4.1).

use cct_wire::{Agent, Provider, Terminal};
use ewc_wire::AgentId;
use log_safe::Private;

use crate::failure::{Failure, FailureKind};

/// Chooses the agent: the only one; of several the one asked for, else the one whose user name is
/// that of the log-in.
///
/// # Errors
/// `NoAgent`, or `SeveralAgents` with their ids.
pub(super) fn choose_agent(
    agents: Vec<Agent>,
    user: &str,
    wanted: Option<&AgentId>,
) -> Result<Agent, Failure> {
    let fits = |agent: &Agent| match wanted {
        Some(wanted) => agent.login_id == wanted.as_str(),
        None => agent
            .user_name
            .as_ref()
            .is_some_and(|name| bare_user(name.as_str()).eq_ignore_ascii_case(bare_user(user))),
    };
    let ids: Vec<&str> = agents.iter().map(|agent| agent.login_id.as_str()).collect();
    let several = Failure::with_detail(FailureKind::SeveralAgents, ids.join(", "));
    let mut fitting = agents.iter().filter(|agent| fits(agent));
    match (agents.len(), fitting.next(), fitting.next()) {
        (0, ..) => Err(Failure::of(FailureKind::NoAgent)),
        (_, Some(agent), None) => Ok(agent.clone()),
        (1, ..) => agents.into_iter().next().ok_or(several),
        _ => Err(several),
    }
}

/// An account name without `DOMAIN\` and `@domain`.
pub(super) fn bare_user(name: &str) -> &str {
    let after_domain = name.rsplit('\\').next().unwrap_or(name);
    after_domain.split('@').next().unwrap_or(after_domain)
}

/// The user name to show: the log-in's, without its domain.
pub(super) fn shown_name(user: &str, agent: &Agent) -> String {
    let known = agent.user_name.as_ref().map(Private::as_str).map(bare_user);
    known.filter(|name| !name.is_empty()).unwrap_or_else(|| bare_user(user)).to_owned()
}

/// The terminals that can take chats: those of the multimedia provider; all, where none says so.
/// Then the others, such as those for calls.
pub(super) fn sorted_terminals(terminals: Vec<Terminal>) -> (Vec<Terminal>, Vec<Terminal>) {
    let is_multimedia =
        |terminal: &Terminal| terminal.provider.as_ref().is_some_and(Provider::is_multimedia);
    if terminals.iter().any(is_multimedia) {
        return terminals.into_iter().partition(is_multimedia);
    }
    (terminals, Vec::new())
}
