//! The session.

use desk_core::cct::EventSource as CoreSource;
use desk_core::session_state::{
    Link, LinkState as CoreLinkState, Ready, ReadyCause as CoreCause, SessionPhase as CorePhase,
    SessionState, Step,
};

use super::error::api_error;
use crate::views::session::{
    AgentView, EventSource, LinkState, LinkView, ReadinessView, ReadyCause, ReadyState,
    SessionPhase, SessionView, SignInStep,
};

/// The session as a screen sees it.
pub(crate) fn session_view(session: &SessionState) -> SessionView {
    let (phase, step) = match session.phase {
        CorePhase::SignedOut => (SessionPhase::SignedOut, None),
        CorePhase::SigningIn(step) => (SessionPhase::SigningIn, Some(step_view(step))),
        CorePhase::SignedIn => (SessionPhase::SignedIn, None),
        CorePhase::SigningOut => (SessionPhase::SigningOut, None),
    };
    let readiness = &session.readiness;
    SessionView {
        phase,
        step,
        failure: session.failure.as_ref().map(api_error),
        agent: session.agent.as_ref().map(|agent| AgentView {
            id: agent.id.to_string(),
            name: agent.name.clone(),
            supervisor: agent.supervisor,
        }),
        readiness: ReadinessView {
            target: ready_view(readiness.target),
            actual: ready_view(readiness.actual),
            reason_code: readiness.reason_code.clone(),
            since: readiness.since.0,
            cause: match readiness.cause {
                CoreCause::SignedIn => ReadyCause::SignedIn,
                CoreCause::Asked => ReadyCause::Asked,
                CoreCause::DeclinedOffer => ReadyCause::DeclinedOffer,
                CoreCause::SwitchOver => ReadyCause::SwitchOver,
                CoreCause::Server => ReadyCause::Server,
            },
            failure: readiness.failure.as_ref().map(api_error),
        },
        contact_control: link_view(&session.contact_control),
        chat_server: link_view(&session.chat_server),
    }
}

const fn step_view(step: Step) -> SignInStep {
    match step {
        Step::ContactControl => SignInStep::ContactControl,
        Step::Discovery => SignInStep::Discovery,
        Step::AgentLogin => SignInStep::AgentLogin,
        Step::ChatServer => SignInStep::ChatServer,
    }
}

const fn ready_view(ready: Ready) -> ReadyState {
    match ready {
        Ready::Ready => ReadyState::Ready,
        Ready::NotReady => ReadyState::NotReady,
        Ready::Unknown => ReadyState::Unknown,
    }
}

fn link_view(link: &Link) -> LinkView {
    LinkView {
        state: match link.state {
            CoreLinkState::Down => LinkState::Down,
            CoreLinkState::Connecting => LinkState::Connecting,
            CoreLinkState::Up => LinkState::Up,
            CoreLinkState::Reconnecting => LinkState::Reconnecting,
        },
        server: link.server.clone(),
        since: link.since.0,
        attempt: link.attempt,
        retry_at: link.retry_at.map(|at| at.0),
        trouble: link.trouble.as_ref().map(api_error),
        event_source: link.source.map(|source| match source {
            CoreSource::Polling => EventSource::Polling,
            CoreSource::Pushed => EventSource::Pushed,
        }),
    }
}
