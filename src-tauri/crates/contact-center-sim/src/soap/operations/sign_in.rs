//! Log-in, log-off and what a CCT user has: the same for SessionService and UserService (`cct.md` 3.1, 4.1).

use super::acts::DONE;
use crate::cct::objects::{self, Station};
use crate::center::CctPort;
use crate::soap::call::{Answer, Call};
use crate::soap::fault::Refusal;
use crate::soap::names::TYPES;
use crate::soap::writer::Xml;

pub(super) fn perform(call: &mut Call<'_>) -> Answer {
    match call.operation.name.as_str() {
        "LogInToCCTServer" => log_in(call),
        "LogOffFromCCTServer" | "Dispose" => {
            let token = call.token()?.to_owned();
            call.state.end_session(&token);
            Ok(DONE)
        }
        "GetAgents" => agents(call),
        "GetTerminals" => {
            let all = call.agents();
            let stations = all.iter().flat_map(|agent| Station::terminals(agent, call.quirks()));
            Ok(stations.map(|station| station.terminal(call.name("terminals"))).collect())
        }
        "GetAddresses" => {
            let all = call.agents();
            let stations = all.iter().flat_map(|agent| Station::addresses(agent, call.quirks()));
            Ok(stations.map(|station| station.address(call.name("addresses"))).collect())
        }
        "GetTerminal" => named(call, "terminalName", Station::terminals)
            .map(|station| vec![station.terminal(call.name("terminalResponse"))]),
        "GetAddress" => named(call, "addressName", Station::addresses)
            .map(|station| vec![station.address(call.name("addressResponse"))]),
        _ => Err(Refusal::not_available()),
    }
}

type Stations = fn(&crate::center::CctAgent, &crate::cct::CctQuirks) -> Vec<Station>;

fn named(call: &Call<'_>, field: &str, stations: Stations) -> Result<Station, Refusal> {
    let name = call.need(&[field])?;
    call.agents()
        .iter()
        .flat_map(|agent| stations(agent, call.quirks()))
        .find(|station| station.name == name)
        .ok_or_else(|| Refusal::own("nothing of this name for this user"))
}

pub(super) fn agents(call: &Call<'_>) -> Answer {
    let all = call.agents();
    Ok(all.iter().map(|agent| objects::agent(call.name("agents"), agent)).collect())
}

fn log_in(call: &mut Call<'_>) -> Answer {
    let part = |name: &str| call.need(&["authenticationLevel", name]);
    let (user, password, domain) = (part("username")?, part("password")?, part("domain")?);
    let agents = call.center(|center| center.cct_login(&user, &password, &domain))?;
    let token = uuid::Uuid::new_v4().to_string();
    let now = call.now;
    call.state.sessions.open(token.clone(), agents, now);
    let holder = call.name("ssoToken");
    Ok(vec![Xml::named(holder).with(Xml::leaf(TYPES, "token", token))])
}
