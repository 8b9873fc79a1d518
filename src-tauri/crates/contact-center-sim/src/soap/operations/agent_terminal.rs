//! AgentTerminalService (`cct.md` 4, 5.2).

use super::acts::{self, DONE, Way};
use crate::cct::capabilities;
use crate::cct::objects::{self, Station};
use crate::soap::call::{Answer, Call};
use crate::soap::fault::Refusal;

pub(super) fn perform(call: &mut Call<'_>) -> Answer {
    let name = call.operation.name.as_str();
    let field = match name {
        "Login" | "Logout" | "SetActivityCode" => "agentTerminal",
        _ => "terminal",
    };
    let (station, agent) = call.terminal(field)?;
    match name {
        "Login" => {
            let id = call.need(&["agentId"])?;
            if id != agent.agent || !station.takes_chats() {
                return Err(Refusal::own("this agent cannot log in to this terminal"));
            }
            let ready = call.field(&["initialState"]).is_some_and(|state| state == "READY");
            let password = call.field(&["password"]).unwrap_or_default();
            acts::log_in(call, &agent, &password, ready, Way::Terminal)?;
            Ok(DONE)
        }
        "Logout" => {
            acts::log_out(call, &agent)?;
            Ok(DONE)
        }
        "SetIsReady" => {
            acts::set_ready(call, &agent, call.flag(&["value"])?)?;
            Ok(DONE)
        }
        "SetNotReadyReasonCode" => {
            acts::set_reason(call, &agent, &call.need(&["value"])?)?;
            Ok(DONE)
        }
        "IsReady" => call.yes_no("isReady", agent.ready),
        "GetNotReadyReasonCode" => {
            Ok(vec![call.leaf("notReadyReasonCode", agent.reason_code.as_deref().unwrap_or(""))])
        }
        "GetTerminalConnections" => {
            let legs = call.legs_at(&station);
            let name = call.name("terminalConnection");
            Ok(legs
                .iter()
                .map(|known| objects::terminal_connection(name.clone(), &known.leg))
                .collect())
        }
        "GetRelatedAddresses" => {
            let stations = Station::addresses(&agent, call.quirks());
            Ok(stations.iter().map(|station| station.address(call.name("address"))).collect())
        }
        "GetLoginId" => {
            let id = if agent.logged_in { agent.agent.as_str() } else { "" };
            Ok(vec![call.leaf("loginId", id)])
        }
        "GetCapabilities" => {
            let holder = call.name("terminalCapabilities");
            Ok(vec![capabilities::agent_terminal_capabilities(holder, &agent, call.quirks())])
        }
        "SetActivityCode" => {
            acts::set_activity(call, &agent.agent, None)?;
            Ok(DONE)
        }
        "GetActivityCode" => {
            let last = call.legs(&agent.agent).pop().map(|known| known.leg.guid);
            let code = last.and_then(|guid| acts::activity(call, &agent.agent, guid));
            Ok(vec![call.leaf("activityCode", &code.unwrap_or_default())])
        }
        _ => Err(Refusal::not_available()),
    }
}
