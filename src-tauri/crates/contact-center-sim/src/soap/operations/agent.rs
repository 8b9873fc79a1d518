//! AgentService (`cct.md` 4).

use super::acts::{self, DONE, Way};
use super::sign_in;
use crate::cct::{capabilities, objects};
use crate::soap::call::{Answer, Call};
use crate::soap::fault::Refusal;

pub(super) fn perform(call: &mut Call<'_>) -> Answer {
    let name = call.operation.name.as_str();
    if name == "GetAgents" {
        return sign_in::agents(call);
    }
    let agent = call.agent("agent")?;
    match name {
        "Login" => {
            let ready = call.field(&["initialState"]).is_some_and(|state| state == "READY");
            let password = call.field(&["password"]).unwrap_or_default();
            acts::log_in(call, &agent, &password, ready, Way::Agent)?;
            Ok(DONE)
        }
        "Logout" => {
            acts::log_out(call, &agent)?;
            Ok(DONE)
        }
        "IsLoggedIn" => call.yes_no("response", agent.logged_in),
        "IsReady" => call.yes_no("response", agent.ready),
        "IsSupervisor" => call.yes_no("response", agent.supervisor),
        "SetReady" => {
            acts::set_ready(call, &agent, call.flag(&["ready"])?)?;
            Ok(DONE)
        }
        "SetNotReadyReasonCode" => {
            acts::set_reason(call, &agent, &call.need(&["reasonCode"])?)?;
            Ok(DONE)
        }
        "GetNotReadyReasonCode" => {
            Ok(vec![call.leaf("response", agent.reason_code.as_deref().unwrap_or(""))])
        }
        "GetType" => {
            let kind = if agent.supervisor { "AgentSupervisor" } else { "Agent" };
            Ok(vec![call.leaf("response", kind)])
        }
        "GetCapabilities" => {
            Ok(vec![capabilities::agent_capabilities(call.name("agentCapabilities"), &agent)])
        }
        "GetContactTypes" => {
            let types = objects::chat_type(call.quirks());
            Ok(types.map(|words| call.leaf("contactTypes", words)).into_iter().collect())
        }
        "Retrieve" => {
            let wanted = call.need(&["contactExternalId"])?;
            let legs = call.legs(&agent.agent);
            let quirks = call.quirks();
            let known = legs
                .iter()
                .find(|known| objects::external_contact_id(&known.leg, quirks) == wanted)
                .ok_or_else(|| Refusal::own("no such contact"))?;
            Ok(vec![objects::contact(call.name("contact"), &known.leg, quirks)])
        }
        _ => Err(Refusal::not_available()),
    }
}
