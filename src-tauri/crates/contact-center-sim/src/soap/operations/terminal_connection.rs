//! TerminalConnectionService and its twin AgentTerminalConnectionService (`cct.md` 5.2, 7.4).

use super::acts::{self, DONE};
use crate::cct::capabilities;
use crate::cct::legs::Phase;
use crate::cct::objects::{self, Station};
use crate::soap::call::{Answer, Call};
use crate::soap::fault::Refusal;

pub(super) fn perform(call: &mut Call<'_>) -> Answer {
    if call.operation.name == "EmergencyKey" {
        return Err(Refusal::not_available());
    }
    let known = call.leg_of_terminal_connection()?;
    if call.operation.name == "GetState" {
        let name = call.name("terminalConnectionStateInfo");
        return Ok(vec![objects::state_info(name, &known, Phase::terminal)]);
    }
    let known = acts::open(known)?;
    match call.operation.name.as_str() {
        "Answer" => {
            acts::answer(call, &known)?;
            Ok(DONE)
        }
        "Hold" => {
            acts::hold(call, &known, true)?;
            Ok(DONE)
        }
        "Unhold" => {
            acts::hold(call, &known, false)?;
            Ok(DONE)
        }
        "GetContact" => Ok(vec![objects::contact(call.name("contact"), &known.leg, call.quirks())]),
        "GetConnection" => Ok(vec![objects::connection(call.name("connection"), &known.leg)]),
        "GetTerminal" => {
            let station = Station::terminal_of(&known.leg, call.quirks());
            Ok(vec![station.terminal(call.name("terminal"))])
        }
        "GetContactType" => {
            let words = objects::contact_type(&known.leg, call.quirks()).unwrap_or_default();
            Ok(vec![call.leaf("contactType", &words)])
        }
        "GetTerminalConnectionCapabilities" => Ok(vec![match call.operation.service {
            "TerminalConnectionService" => {
                let name = call.name("terminalConnectionCapabilities");
                capabilities::terminal_connection_capabilities(name, &known, call.quirks())
            }
            _ => {
                let name = call.name("agentTerminalConnectionCapabilities");
                capabilities::agent_terminal_connection_capabilities(name, &known, call.quirks())
            }
        }]),
        "SetActivityCode" => {
            acts::set_activity(call, &known.leg.agent, Some(known.leg.guid))?;
            Ok(DONE)
        }
        "GetActivityCode" => {
            let code = acts::activity(call, &known.leg.agent, known.leg.guid);
            Ok(vec![call.leaf("activityCode", &code.unwrap_or_default())])
        }
        _ => Err(Refusal::not_available()),
    }
}
