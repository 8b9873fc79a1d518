//! SessionService, the "Lite" API: everything by terminal and contact (`cct.md` 3.1, 4, 5.2).

use super::acts::{self, DONE, Way};
use super::sign_in;
use crate::cct::legs::Known;
use crate::cct::objects::{self, Station};
use crate::soap::call::{Answer, Call};
use crate::soap::fault::Refusal;

pub(super) fn perform(call: &mut Call<'_>) -> Answer {
    match call.operation.name.as_str() {
        "GetAgentTerminals" => {
            let agent = call.agent("agent")?;
            let stations = Station::terminals(&agent, call.quirks());
            Ok(stations.iter().map(|station| station.terminal(call.name("terminals"))).collect())
        }
        "GetAgentAddresses" => {
            let agent = call.agent("agent")?;
            addresses(call, &agent)
        }
        "GetTerminalAddresses" => {
            let (_, agent) = call.terminal("terminal")?;
            addresses(call, &agent)
        }
        "AnswerContact" => on_leg(call, |call, known| acts::answer(call, &known)),
        "DropContact" => on_leg(call, |call, known| acts::disconnect(call, &known)),
        "HoldContact" => on_leg(call, |call, known| acts::hold(call, &known, true)),
        "UnHoldContact" => on_leg(call, |call, known| acts::hold(call, &known, false)),
        "GetContact" => {
            let known = call.leg_of_contact(None)?;
            Ok(vec![objects::contact(call.name("contact"), &known.leg, call.quirks())])
        }
        "GetIntrinsics" => {
            let known = call.leg_of_contact(None)?;
            Ok(objects::intrinsics(&call.name("intrinsic"), &known, call.quirks(), call.now))
        }
        "LoginAgent" => log_in(call, "terminal", "agentPassword"),
        "LoginAgentToState" => log_in(call, "terminal", "agentPassword"),
        "LoginAgentToTerminal" => log_in(call, "agentTerminal", "password"),
        "LogoutAgent" => log_out(call, "terminal"),
        "LogoutAgentFromTerminal" => log_out(call, "agentTerminal"),
        "SetToReadyState" => ready(call, true),
        "SetToNotReadyState" => ready(call, false),
        "SetToNotReadyStateWithReasonCode" => {
            let (_, agent) = call.terminal("terminal")?;
            acts::set_ready(call, &agent, false)?;
            acts::set_reason(call, &agent, &call.need(&["reasonCode"])?)?;
            Ok(DONE)
        }
        "GetReadyState" => {
            let (_, agent) = call.terminal("terminal")?;
            call.yes_no("ready", agent.ready)
        }
        "SetActivityCode" => {
            let (_, agent) = call.terminal("terminal")?;
            acts::set_activity(call, &agent.agent, None)?;
            Ok(DONE)
        }
        _ => sign_in::perform(call),
    }
}

fn addresses(call: &Call<'_>, agent: &crate::center::CctAgent) -> Answer {
    let stations = Station::addresses(agent, call.quirks());
    Ok(stations.iter().map(|station| station.address(call.name("addresses"))).collect())
}

fn on_leg(
    call: &mut Call<'_>,
    act: impl FnOnce(&mut Call<'_>, Known) -> Result<(), Refusal>,
) -> Answer {
    let (_, agent) = call.terminal("terminal")?;
    let known = call.leg_of_contact(Some(&agent.agent))?;
    act(call, known)?;
    Ok(DONE)
}

fn log_in(call: &Call<'_>, terminal: &str, password: &str) -> Answer {
    let (station, agent) = call.terminal(terminal)?;
    if call.need(&["agentId"])? != agent.agent || !station.takes_chats() {
        return Err(Refusal::own("this agent cannot log in to this terminal"));
    }
    // What the numbers mean is documented nowhere; the switch gives both readings.
    let ready_number = if call.quirks().one_is_ready { "1" } else { "0" };
    let ready = call.field(&["initialState"]).is_some_and(|state| state == ready_number);
    acts::log_in(call, &agent, &call.field(&[password]).unwrap_or_default(), ready, Way::Terminal)?;
    Ok(DONE)
}

fn log_out(call: &Call<'_>, terminal: &str) -> Answer {
    let (_, agent) = call.terminal(terminal)?;
    acts::log_out(call, &agent)?;
    Ok(DONE)
}

fn ready(call: &Call<'_>, ready: bool) -> Answer {
    let (_, agent) = call.terminal("terminal")?;
    acts::set_ready(call, &agent, ready)?;
    Ok(DONE)
}
