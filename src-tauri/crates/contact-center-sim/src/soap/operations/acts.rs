//! What several operations do to agents and contacts, whatever service they are reached through.

use crate::cct::legs::{Known, Phase};
use crate::cct::{AgentLogin, AgentPassword, Capability, HoldEffect};
use crate::center::{CctAgent, CctPort, CctRefusal, Guid};
use crate::soap::call::Call;
use crate::soap::fault::Refusal;

/// The done deed: void operations answer with nothing.
pub(super) const DONE: Vec<crate::soap::writer::Xml> = Vec::new();

/// Which way an agent logs in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// `AgentService.Login`.
    Agent,
    /// A login to a terminal, of either API.
    Terminal,
}

pub(super) fn log_in(
    call: &Call<'_>,
    agent: &CctAgent,
    password: &str,
    ready: bool,
    way: Way,
) -> Result<(), Refusal> {
    let quirks = call.quirks();
    match (quirks.agent_login, way) {
        (AgentLogin::AgentOnly, Way::Terminal) => {
            return Err(Refusal::own("log the agent in with AgentService"));
        }
        (AgentLogin::TerminalOnly, Way::Agent) => {
            return Err(Refusal::own("log the agent in to a terminal"));
        }
        _ => {}
    }
    let right = match quirks.agent_password {
        AgentPassword::Ignored => true,
        AgentPassword::AgentId => password == agent.agent,
        AgentPassword::Empty => password.is_empty(),
    };
    if !right {
        return Err(Refusal::own("wrong password of the agent"));
    }
    call.center(|center| {
        center.agent_login(&agent.agent)?;
        if ready { center.set_ready(&agent.agent, true) } else { Ok(()) }
    })?;
    Ok(())
}

pub(super) fn log_out(call: &Call<'_>, agent: &CctAgent) -> Result<(), Refusal> {
    Ok(call.center(|center| center.agent_logout(&agent.agent))?)
}

pub(super) fn set_ready(call: &Call<'_>, agent: &CctAgent, ready: bool) -> Result<(), Refusal> {
    Ok(call.center(|center| center.set_ready(&agent.agent, ready))?)
}

pub(super) fn set_reason(call: &Call<'_>, agent: &CctAgent, code: &str) -> Result<(), Refusal> {
    Ok(call.center(|center| center.set_reason_code(&agent.agent, code))?)
}

/// Refuses what the switch withholds, whatever the rules would say.
fn capable(call: &Call<'_>, capability: Capability) -> Result<(), Refusal> {
    if call.quirks().withheld.contains(&capability) {
        return Err(CctRefusal::Withheld.into());
    }
    Ok(())
}

/// Gives a contact the activity code of the request.
pub(super) fn set_activity(
    call: &Call<'_>,
    agent: &str,
    contact: Option<Guid>,
) -> Result<(), Refusal> {
    let code = call.need(&["activityCode"])?;
    capable(call, Capability::CanSetActivityCode)?;
    Ok(call.center(|center| center.set_activity_code(agent, contact, &code))?)
}

pub(super) fn activity(call: &Call<'_>, agent: &str, contact: Guid) -> Option<String> {
    call.center(|center| center.activity_code(agent, contact))
}

pub(super) fn answer(call: &Call<'_>, known: &Known) -> Result<(), Refusal> {
    capable(call, Capability::CanAnswer)?;
    Ok(call.center(|center| center.answer(&known.leg.agent, known.leg.guid))?)
}

pub(super) fn reject(call: &Call<'_>, known: &Known) -> Result<(), Refusal> {
    capable(call, Capability::CanReject)?;
    Ok(call.center(|center| center.reject(&known.leg.agent, known.leg.guid))?)
}

pub(super) fn disconnect(call: &Call<'_>, known: &Known) -> Result<(), Refusal> {
    capable(call, Capability::CanDisconnect)?;
    Ok(call.center(|center| center.disconnect(&known.leg.agent, known.leg.guid))?)
}

/// Hold and unhold concern the terminal connection only; the rules know nothing of them.
pub(super) fn hold(call: &mut Call<'_>, known: &Known, held: bool) -> Result<(), Refusal> {
    if call.quirks().hold == HoldEffect::Refused {
        return Err(Refusal::own("a chat cannot be held"));
    }
    let id = known.leg.terminal_connection_id.clone();
    let now = call.now;
    let changed = call.state.legs.hold(&id, held, now).ok_or_else(|| {
        Refusal::own(if held { "the contact is not active" } else { "the contact is not held" })
    })?;
    let notices = crate::cct::events::leg_changed(&changed, "DEFAULT", &call.state.quirks, now);
    call.server.publish(call.state, &notices);
    Ok(())
}

/// An ended leg can be asked for its state, but nothing else.
pub(super) fn open(known: Known) -> Result<Known, Refusal> {
    match known.phase {
        Phase::Dropped => Err(Refusal::own("the contact has ended")),
        _ => Ok(known),
    }
}
