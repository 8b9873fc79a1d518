//! Why a sign-in failed and what to do about it, in words for an administrator.

use desk_core::session_state::Step;
use desk_core::{Failure, FailureKind};

use crate::link_words;

/// What was seen and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Words {
    /// What was seen; nothing of a person in it.
    pub(crate) seen: String,
    /// What to do.
    pub(crate) advice: String,
}

/// The name of a step.
pub(crate) const fn name_of(step: Step) -> &'static str {
    match step {
        Step::ContactControl => "CCT log-in",
        Step::Discovery => "agent and terminals",
        Step::AgentLogin => "agent log-in at CCT",
        Step::ChatServer => "agent log-in at the chat server",
    }
}

/// Words for a sign-in that failed at a step.
pub(crate) fn of(step: Step, failure: &Failure) -> Words {
    let setting = match step {
        Step::ChatServer => "servers.ewc_url",
        Step::ContactControl | Step::Discovery | Step::AgentLogin => "servers.cct_base_urls",
    };
    let (seen, advice) = match &failure.kind {
        FailureKind::Link(why) => {
            return Words { seen: why.to_string(), advice: link_words::advice(why, setting) };
        }
        FailureKind::WrongCredentials => (
            "the server refuses user, domain or password",
            "check all three; accounts that are local to the server have the domain localhost; the \
             account must be a CCT user",
        ),
        FailureKind::NoAgent => (
            "this CCT user has no agent",
            "map an agent to the user in the contact centre's administration",
        ),
        FailureKind::SeveralAgents => (
            "this CCT user has several agents, and none has its name",
            "set sign_in.agent_id to the one that is meant",
        ),
        FailureKind::AgentLoginRefused => (
            "the contact server refuses to log the agent in",
            "check that the agent is a multimedia agent and not logged in elsewhere",
        ),
        FailureKind::ChatLoginRefused => (
            "the chat server refuses the agent id or its CCMM password",
            "the password is the agent id unless administration changed it; where it is changed, \
             sign in with the CCMM password",
        ),
        FailureKind::NoAnswer => (
            "the server took the request and gave no answer in time",
            "look at the server's own log; restart its web communications component",
        ),
        FailureKind::ServerFault | FailureKind::ServerError(_) => (
            "the server answers with an error of its own",
            "look at the server's own log at this time",
        ),
        FailureKind::SessionEnded => {
            ("the session ended", "try again; if it happens again, look at the server's own log")
        }
        // What follows can only be said to a person at work, never to a sign-in.
        FailureKind::NotSignedIn
        | FailureKind::AlreadySignedIn
        | FailureKind::NoSuchContact
        | FailureKind::NoSuchItem
        | FailureKind::NoChatId
        | FailureKind::NotPossible(_)
        | FailureKind::ContactsOpen
        | FailureKind::TextEmpty
        | FailureKind::TextTooLong(_)
        | FailureKind::LinkNotAllowed
        | FailureKind::PageNotListed
        | FailureKind::OperationRefused
        | FailureKind::ConsultDeclined
        | FailureKind::ConsultTimedOut
        | FailureKind::PartnerLeft
        | FailureKind::NoSuchDestination
        | FailureKind::PopNotAllowed(_)
        | FailureKind::PopFailed => ("the desk refuses it", "end other desks and try again"),
    };
    Words { seen: seen.to_owned(), advice: advice.to_owned() }
}
