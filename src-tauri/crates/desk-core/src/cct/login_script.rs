//! The order of a log-in: one call at a time, each fault with its fallback (sections 3.1, 4.1, 4.2).

use cct_wire::{
    Address, Agent, AgentType, Call, Credentials, FaultKind, InitialState, Reply, Terminal,
    TerminalType,
};
use ewc_wire::AgentId;
use log_safe::Private;

use super::discovery::{choose_agent, shown_name, sorted_terminals};
use super::event::{AgentInfo, CctEvent, SignInStep};
use super::input::SignIn;
use super::link::Link;
use super::seat::Seat;
use super::trouble::{Outcome, Trouble};
use crate::failure::{Failure, FailureKind, LinkFailure};

/// The calls of a log-in, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    LogIn,
    Agents,
    TerminalsBefore,
    AddressesBefore,
    IsLoggedIn,
    AgentLogin,
    TerminalLogin(usize),
    Confirm,
    IsSupervisor,
    TerminalsAfter,
    AddressesAfter,
}

/// A log-in under way.
#[derive(Debug)]
pub(super) struct Script {
    step: Step,
    /// False after a lost session: the agent is not logged in by force.
    log_in_agent: bool,
    agent: Option<Agent>,
    terminals: Vec<Terminal>,
    addresses: Vec<Address>,
    logged_in: bool,
    /// True once an agent log-in was sent.
    asked_login: bool,
    at_terminals: bool,
    supervisor: bool,
    refusal: Option<Failure>,
}

/// Where a log-in stands.
#[derive(Debug)]
pub(super) enum Progress {
    /// [`Script::call`] is the next call.
    Going,
    /// Done.
    Done(Box<Seat>),
    /// The server refused; trying again does not help.
    Failed(Failure),
    /// The token was lost underway.
    SessionLost,
    /// The server cannot be reached.
    Unreachable(LinkFailure),
}

impl Script {
    pub(super) const fn new(log_in_agent: bool) -> Self {
        Self {
            step: Step::LogIn,
            log_in_agent,
            agent: None,
            terminals: Vec::new(),
            addresses: Vec::new(),
            logged_in: false,
            asked_login: false,
            at_terminals: false,
            supervisor: false,
            refusal: None,
        }
    }

    /// The agent, once this log-in may have logged it in.
    pub(super) fn agent_to_log_out(&self) -> Option<Agent> {
        self.agent.clone().filter(|_| self.asked_login)
    }

    /// The call of the current step.
    pub(super) fn call(&self, sign_in: &SignIn, link: &Link) -> Call {
        let log_in = || Call::LogIn {
            credentials: Credentials {
                user_name: Private::new(sign_in.user.clone()),
                password: sign_in.password.clone(),
                domain: Private::new(sign_in.domain.clone()),
            },
        };
        let password = link.config.agent_password.clone();
        let initial_state = InitialState::NotReady;
        let Some(agent) = self.agent.clone() else {
            return if self.step == Step::LogIn { log_in() } else { Call::GetAgents };
        };
        match self.step {
            Step::LogIn => log_in(),
            Step::Agents => Call::GetAgents,
            Step::TerminalsBefore | Step::TerminalsAfter => Call::GetAgentTerminals(agent),
            Step::AddressesBefore | Step::AddressesAfter => Call::GetAgentAddresses(agent),
            Step::IsLoggedIn | Step::Confirm => Call::IsLoggedIn(agent),
            Step::AgentLogin => Call::AgentLogin { agent, password, initial_state },
            Step::TerminalLogin(at) => match self.agent_terminals().nth(at).cloned() {
                Some(terminal) => Call::AgentTerminalLogin {
                    terminal,
                    agent_id: agent.login_id,
                    password,
                    initial_state,
                },
                None => Call::IsLoggedIn(agent),
            },
            Step::IsSupervisor => Call::IsSupervisor(agent),
        }
    }

    /// Takes the answer to [`Self::call`].
    pub(super) fn advance(
        &mut self,
        sign_in: &SignIn,
        link: &mut Link,
        outcome: Outcome,
    ) -> Progress {
        match &outcome {
            Err(Trouble::Link(why)) => return Progress::Unreachable(why.clone()),
            Err(trouble) if trouble.is_session_lost() && self.step != Step::LogIn => {
                return Progress::SessionLost;
            }
            _ => {}
        }
        let server = link.server();
        match self.step {
            Step::LogIn => match outcome {
                Ok(Reply::LoggedIn(token)) => {
                    link.token = Some(token);
                    link.tell(CctEvent::Step(SignInStep::Discovery));
                    self.go(Step::Agents)
                }
                // Something that speaks XML but does not know this answer is not a CCT server.
                Ok(_) | Err(Trouble::Strange(_)) => {
                    Progress::Unreachable(LinkFailure::NotTheServer)
                }
                Err(trouble) => {
                    let refused = matches!(&trouble, Trouble::Fault(fault)
                        if fault.kind == FaultKind::LogInToCctServer);
                    let kind = if refused {
                        FailureKind::WrongCredentials
                    } else {
                        FailureKind::ServerFault
                    };
                    Progress::Failed(trouble.failure(kind, &server))
                }
            },
            Step::Agents => match outcome {
                Ok(Reply::Agents(agents)) => self.choose(sign_in, agents),
                Ok(_) => Progress::Failed(Failure::of(FailureKind::NoAgent)),
                Err(trouble) => {
                    Progress::Failed(trouble.failure(FailureKind::ServerFault, &server))
                }
            },
            Step::TerminalsBefore => {
                self.take_terminals(outcome);
                self.go(Step::AddressesBefore)
            }
            Step::AddressesBefore => {
                self.take_addresses(outcome);
                self.go(Step::IsLoggedIn)
            }
            Step::IsLoggedIn => {
                self.logged_in = matches!(outcome, Ok(Reply::Flag(true)));
                if self.logged_in || !self.log_in_agent {
                    return self.go(Step::IsSupervisor);
                }
                link.tell(CctEvent::Step(SignInStep::AgentLogin));
                self.asked_login = true;
                self.go(Step::AgentLogin)
            }
            Step::AgentLogin => match outcome {
                Err(trouble) => self.refused(&trouble, &server, Step::TerminalLogin(0)),
                Ok(_) => self.logged_in(),
            },
            Step::TerminalLogin(at) => match outcome {
                Err(trouble) => self.refused(&trouble, &server, Step::TerminalLogin(at + 1)),
                Ok(_) => {
                    self.at_terminals = true;
                    self.logged_in()
                }
            },
            Step::Confirm => match outcome {
                Ok(Reply::Flag(true)) => self.logged_in(),
                _ => Progress::Failed(
                    self.refusal.take().unwrap_or(Failure::of(FailureKind::AgentLoginRefused)),
                ),
            },
            Step::IsSupervisor => {
                self.supervisor = match outcome {
                    Ok(Reply::Flag(supervisor)) => supervisor,
                    _ => self.agent.as_ref().is_some_and(is_supervisor_by_type),
                };
                self.go(Step::TerminalsAfter)
            }
            Step::TerminalsAfter => {
                self.take_terminals(outcome);
                self.go(Step::AddressesAfter)
            }
            Step::AddressesAfter => {
                self.take_addresses(outcome);
                self.seat(sign_in)
            }
        }
    }

    const fn go(&mut self, step: Step) -> Progress {
        self.step = step;
        Progress::Going
    }

    fn choose(&mut self, sign_in: &SignIn, agents: Vec<Agent>) -> Progress {
        match choose_agent(agents, &sign_in.user, sign_in.agent_id.as_ref()) {
            Ok(agent) => {
                self.agent = Some(agent);
                self.go(Step::TerminalsBefore)
            }
            Err(failure) => Progress::Failed(failure),
        }
    }

    const fn logged_in(&mut self) -> Progress {
        self.logged_in = true;
        self.go(Step::IsSupervisor)
    }

    /// An agent log-in was refused: "already" goes on, else the next terminal is tried; after the
    /// last one the server is asked whether the agent is logged in all the same.
    fn refused(&mut self, trouble: &Trouble, server: &str, next: Step) -> Progress {
        if matches!(trouble, Trouble::Fault(fault) if fault.says_already()) {
            return self.logged_in();
        }
        if self.refusal.is_none() {
            self.refusal = Some(trouble.failure(FailureKind::AgentLoginRefused, server));
        }
        let left = matches!(next, Step::TerminalLogin(at) if at < self.agent_terminals().count());
        self.go(if left { next } else { Step::Confirm })
    }

    fn agent_terminals(&self) -> impl Iterator<Item = &Terminal> {
        self.terminals
            .iter()
            .filter(|terminal| matches!(terminal.terminal_type, Some(TerminalType::Agent) | None))
    }

    /// Before the agent is logged in the list may be empty; a later answer that is empty or a
    /// fault does not undo an earlier one.
    fn take_terminals(&mut self, outcome: Outcome) {
        if let Ok(Reply::Terminals(terminals)) = outcome
            && !terminals.is_empty()
        {
            self.terminals = terminals;
        }
    }

    fn take_addresses(&mut self, outcome: Outcome) {
        if let Ok(Reply::Addresses(addresses)) = outcome
            && !addresses.is_empty()
        {
            self.addresses = addresses;
        }
    }

    fn seat(&mut self, sign_in: &SignIn) -> Progress {
        let Some(agent) = self.agent.take() else {
            return Progress::Failed(Failure::of(FailureKind::NoAgent));
        };
        let terminals = std::mem::take(&mut self.terminals);
        let (terminals, others) = sorted_terminals(terminals);
        Progress::Done(Box::new(Seat {
            info: AgentInfo {
                id: AgentId(agent.login_id.clone()),
                name: shown_name(&sign_in.user, &agent),
                supervisor: self.supervisor,
            },
            agent,
            terminals,
            others,
            addresses: std::mem::take(&mut self.addresses),
            logged_in: self.logged_in,
            at_terminals: self.at_terminals,
            api: cct_wire::TerminalConnectionApi::Terminal,
        }))
    }
}

const fn is_supervisor_by_type(agent: &Agent) -> bool {
    matches!(agent.agent_type, Some(AgentType::Supervisor | AgentType::AgentSupervisor))
}
