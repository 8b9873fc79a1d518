//! ContactService (`cct.md` 5.2 to 5.4).

use super::acts::{self, DONE};
use crate::cct::{capabilities, events, objects};
use crate::center::CctPort;
use crate::soap::call::{Answer, Call};
use crate::soap::fault::Refusal;

pub(super) fn perform(call: &mut Call<'_>) -> Answer {
    let known = call.leg_of_contact(None)?;
    match call.operation.name.as_str() {
        "GetIntrinsics" => {
            Ok(objects::intrinsics(&call.name("intrinsic"), &known, call.quirks(), call.now))
        }
        "GetContactTypes" => {
            let types = objects::contact_type(&known.leg, call.quirks());
            Ok(types.map(|words| call.leaf("contactTypes", &words)).into_iter().collect())
        }
        "GetCallingAddress" => {
            Ok(vec![objects::outside_address(call.name("address"), &events::from_address(&known))])
        }
        "GetCapabilities" => {
            let name = call.name("contactCapabilities");
            Ok(vec![capabilities::contact_capabilities(name, &known, call.quirks())])
        }
        "GetConnections" => {
            // All parties' legs, also those of agents whom this user does not see.
            let guid = known.leg.guid;
            let legs: Vec<_> = call.center(|center| {
                let agents = center.cct_agents();
                agents.iter().flat_map(|agent| center.agent_contacts(&agent.agent)).collect()
            });
            let own = legs.iter().filter(|leg| leg.guid == guid);
            Ok(own.map(|leg| objects::connection(call.name("connection"), leg)).collect())
        }
        "Drop" => {
            acts::disconnect(call, &known)?;
            Ok(DONE)
        }
        _ => Err(Refusal::not_available()),
    }
}
