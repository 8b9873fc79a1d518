//! ConnectionService (`cct.md` 5.2): the only place to reject.

use super::acts::{self, DONE};
use crate::cct::capabilities;
use crate::cct::legs::Phase;
use crate::cct::objects::{self, Station};
use crate::soap::call::{Answer, Call};
use crate::soap::fault::Refusal;

pub(super) fn perform(call: &mut Call<'_>) -> Answer {
    let known = call.leg_of_connection()?;
    if call.operation.name == "GetState" {
        let name = call.name("connectionStateInfo");
        return Ok(vec![objects::state_info(name, &known, Phase::connection)]);
    }
    let known = acts::open(known)?;
    match call.operation.name.as_str() {
        "Reject" => {
            acts::reject(call, &known)?;
            Ok(DONE)
        }
        "Disconnect" => {
            acts::disconnect(call, &known)?;
            Ok(DONE)
        }
        // Accept and Alert move an OFFERED connection; an agent's is past that.
        "Accept" | "Alert" => Err(Refusal::own("the connection is not OFFERED")),
        "GetAddress" => {
            let station = Station::address_of(&known.leg, call.quirks());
            Ok(vec![station.address(call.name("address"))])
        }
        "GetContact" => Ok(vec![objects::contact(call.name("contact"), &known.leg, call.quirks())]),
        "GetTerminalConnections" => {
            Ok(vec![objects::terminal_connection(call.name("terminalConnections"), &known.leg)])
        }
        "GetConnectionCapabilities" => {
            let name = call.name("connectionCapabilities");
            Ok(vec![capabilities::connection_capabilities(name, &known, call.quirks())])
        }
        _ => Err(Refusal::not_available()),
    }
}
