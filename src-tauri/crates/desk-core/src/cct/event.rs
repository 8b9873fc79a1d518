//! What the CCT session tells the desk.

use cct_wire::{ContactId, Intrinsic};
use ewc_wire::{AgentId, Guid};
use log_safe::Private;

use crate::failure::Failure;
use crate::time::Millis;

/// Something the desk must know.
#[derive(Debug, Clone, PartialEq)]
pub enum CctEvent {
    /// A sign-in has reached this step.
    Step(SignInStep),
    /// The agent is logged in; a snapshot follows as the other events.
    SignedIn(AgentInfo),
    /// The sign-in failed; the session is over.
    SignInFailed(Failure),
    /// The session has logged off (also after a failed log-off).
    SignedOut,
    /// The server refused to log the agent out, probably because a contact is open; the session
    /// goes on.
    SignOutRefused(Failure),
    /// The link is up (first time or again) at this server (host and port).
    Up {
        /// Host and port.
        server: String,
    },
    /// The link is down; the session tries again.
    Down {
        /// Why.
        why: Failure,
        /// The number of the next attempt, from 1.
        attempt: u32,
        /// When it starts.
        retry_at: Millis,
    },
    /// An operation that offers or the ready state depend on keeps failing while others work.
    KeepsFailing(Failure),
    /// Where contact events come from now.
    Source(EventSource),
    /// The ready state at the server.
    Ready {
        /// Ready, or Not Ready.
        ready: bool,
        /// The Not Ready reason code, where the server has one.
        reason_code: Option<String>,
    },
    /// A change of the ready state was refused.
    ReadyRefused(Failure),
    /// A contact alerts.
    Offered(CctContact),
    /// The facts of a known contact changed (intrinsics arrived, guid became known).
    Facts(CctContact),
    /// The agent is on the contact: accepted here, or found so in a snapshot. In the second case
    /// the contact was never offered and `Facts` comes first.
    Answered(ContactId),
    /// An answer was refused; the contact still alerts.
    AnswerRefused {
        /// Which contact.
        contact: ContactId,
        /// Why.
        why: Failure,
    },
    /// A reject was refused; the contact still alerts.
    RejectRefused {
        /// Which contact.
        contact: ContactId,
        /// Why.
        why: Failure,
    },
    /// The server has the activity code.
    ActivitySet {
        /// Which contact.
        contact: ContactId,
        /// The code.
        code: String,
    },
    /// The server does not take the activity code.
    ActivityRefused {
        /// Which contact.
        contact: ContactId,
        /// The code.
        code: String,
        /// Why.
        why: Failure,
    },
    /// The server neither drops the contact nor lets us drop it; it is still the agent's.
    ReleaseRefused {
        /// Which contact.
        contact: ContactId,
        /// Why.
        why: Failure,
    },
    /// The contact is no longer the agent's.
    Ended {
        /// Which contact.
        contact: ContactId,
        /// How it ended.
        end: ContactEnd,
    },
    /// A snapshot after (re)connect is complete: contacts not mentioned since `Up` are gone.
    /// Contacts that still exist are mentioned again, by `Offered` or by `Facts` and `Answered`.
    SnapshotDone,
}

/// The steps of the CCT part of a sign-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignInStep {
    /// Logging in to the CCT server.
    ContactControl,
    /// Finding the agent and its terminals.
    Discovery,
    /// Logging in the agent.
    AgentLogin,
}

/// The agent of the CCT user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgentInfo {
    /// The agent's log-in id.
    pub id: AgentId,
    /// The CCT user name without its domain.
    pub name: String,
    /// True when the agent may supervise.
    pub supervisor: bool,
}

/// Where contact events come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventSource {
    /// The session asks every second.
    Polling,
    /// The server pushes to our listener; polling is the safety net.
    Pushed,
}

/// A contact as CCT knows it.
#[derive(Debug, Clone, PartialEq)]
pub struct CctContact {
    /// CCT's own id.
    pub id: ContactId,
    /// The EWC `guid`, once an intrinsic or the external id gives it.
    pub guid: Option<Guid>,
    /// Contact types as the server spells them.
    pub types: Vec<String>,
    /// The intrinsics known so far.
    pub intrinsics: Vec<Intrinsic>,
    /// The caller's address, where the server has one.
    pub from: Option<Private<String>>,
    /// True when another agent asks for help (reason `CONSULT_INIT`).
    pub consult: bool,
    /// What the server says may be done with it now.
    pub can: Can,
    /// When it began to alert, by the server's clock where known.
    pub since: Millis,
}

/// What the server says may be done with a contact now. What it does not say may be tried.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Can {
    /// Answer it (`canAnswer`).
    pub answer: Option<bool>,
    /// Reject it (`canReject`).
    pub reject: Option<bool>,
    /// Release it (`canDisconnect`).
    pub release: Option<bool>,
}

impl Can {
    /// Takes over what was said.
    pub(super) const fn learn(&mut self, said: Self) {
        if said.answer.is_some() {
            self.answer = said.answer;
        }
        if said.reject.is_some() {
            self.reject = said.reject;
        }
        if said.release.is_some() {
            self.release = said.release;
        }
    }
}

impl CctContact {
    /// Stands in for what CCT knows of a chat that the agent has no leg of. The id is none of
    /// CCT's; nothing is ever asked by it.
    pub fn without_leg(guid: Guid, since: Millis) -> Self {
        Self {
            id: ContactId(format!("no leg of {guid}")),
            guid: Some(guid),
            types: vec!["Web_Communications".to_owned()],
            intrinsics: Vec::new(),
            from: None,
            consult: false,
            can: Can::default(),
            since,
        }
    }
}

/// How a contact ended for this agent, as far as CCT says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContactEnd {
    /// It was rejected by this agent, or returned with one that was.
    Returned,
    /// It ended or was taken away while alerting.
    GoneWhileAlerting,
    /// It ended after it had been active.
    Released,
}
