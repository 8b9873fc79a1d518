//! AddressService and TerminalService: what hangs together with an address or a terminal (`cct.md` 4.1).

use crate::cct::CctQuirks;
use crate::cct::capabilities;
use crate::cct::objects::{self, Station};
use crate::center::Leg;
use crate::soap::call::{Answer, Call};
use crate::soap::fault::Refusal;

pub(super) fn address(call: &mut Call<'_>) -> Answer {
    let wanted = call.need(&["address", "addressName"])?;
    let listed = CctQuirks { terminals_after_login: false, ..call.quirks().clone() };
    let agents = call.agents();
    let own = |agent: &&crate::center::CctAgent| {
        Station::addresses(agent, &listed).iter().any(|station| station.name == wanted)
    };
    let agent =
        agents.iter().find(own).ok_or_else(|| Refusal::own("no such address for this user"))?;
    let chats = Station::chat_address(&agent.agent).name == wanted;
    match call.operation.name.as_str() {
        "GetTerminals" => {
            let stations = Station::terminals(agent, call.quirks());
            let same = stations.iter().filter(|station| station.takes_chats() == chats);
            Ok(same.map(|station| station.terminal(call.name("terminals"))).collect())
        }
        "GetConnections" => {
            let mut legs = call.legs(&agent.agent);
            let here = |leg: &Leg| Station::address_of(leg, call.quirks()).takes_chats() == chats;
            legs.retain(|known| here(&known.leg));
            let name = call.name("connection");
            Ok(legs.iter().map(|known| objects::connection(name.clone(), &known.leg)).collect())
        }
        "GetState" => Ok(vec![call.leaf("resourseState", "IN_SERVICE")]),
        _ => Err(Refusal::not_available()),
    }
}

pub(super) fn terminal(call: &mut Call<'_>) -> Answer {
    let (station, agent) = call.terminal("terminal")?;
    match call.operation.name.as_str() {
        "GetTerminalConnections" => {
            let legs = call.legs_at(&station);
            let name = call.name("terminalConnection");
            let connections = legs.iter();
            Ok(connections.map(|k| objects::terminal_connection(name.clone(), &k.leg)).collect())
        }
        "GetRelatedAddresses" => {
            let stations = Station::addresses(&agent, call.quirks());
            let same = stations.iter().filter(|s| s.takes_chats() == station.takes_chats());
            Ok(same.map(|station| station.address(call.name("address"))).collect())
        }
        "GetCapabilities" => {
            Ok(vec![capabilities::terminal_capabilities(call.name("terminalCapabilities"))])
        }
        "GetState" => Ok(vec![call.leaf("resourseState", "IN_SERVICE")]),
        _ => Err(Refusal::not_available()),
    }
}
