//! What CCT says can be done now: lists of flags in the order of the schema (`cct.md` 2).

use super::legs::{Known, Phase};
use super::objects::text;
use super::quirks::{Capability, CctQuirks};
use crate::center::CctAgent;
use crate::soap::writer::Xml;
use crate::soap::xsd::QName;

const CONNECTION: [&str; 6] =
    ["canAccept", "canAlert", "canDisconnect", "canPark", "canRedirect", "canReject"];

/// Whether this can be done with a leg: in its state, by its contact, by the switch.
pub(crate) fn allows(known: &Known, capability: Capability, quirks: &CctQuirks) -> bool {
    let ringing = known.phase == Phase::Ringing;
    let established = matches!(known.phase, Phase::Active | Phase::Held);
    let can = &known.leg.can;
    let by_leg = match capability {
        Capability::CanAnswer => ringing && can.answer,
        Capability::CanReject => ringing && can.reject,
        Capability::CanDisconnect => established && can.disconnect,
        Capability::CanSetActivityCode => established,
    };
    by_leg && !quirks.withheld.contains(&capability)
}

/// A list of flags in the order of the schema; those named are true.
fn flags(name: QName, all: &[&str], set: &[(&str, bool)]) -> Xml {
    Xml::named(name).with_all(all.iter().map(|flag| {
        let value = set.iter().any(|(named, value)| named == flag && *value);
        text(flag, if value { "true" } else { "false" })
    }))
}

/// Nothing is possible with the connection of somebody else.
pub(crate) fn no_connection_capabilities(name: QName) -> Xml {
    flags(name, &CONNECTION, &[])
}

pub(crate) fn connection_capabilities(name: QName, known: &Known, quirks: &CctQuirks) -> Xml {
    let can = |capability| allows(known, capability, quirks);
    let set = [
        ("canAccept", can(Capability::CanAnswer)),
        ("canReject", can(Capability::CanReject)),
        ("canDisconnect", can(Capability::CanDisconnect)),
    ];
    flags(name, &CONNECTION, &set)
}

pub(crate) fn terminal_connection_capabilities(
    name: QName,
    known: &Known,
    quirks: &CctQuirks,
) -> Xml {
    let all = [
        "canAnswer",
        "canBlindTransfer",
        "canCompleteConference",
        "canCompleteTransfer",
        "canConsult",
        "canGenerateDTMF",
        "canHold",
        "canAutoHold",
        "canInitiateConference",
        "canInitiateTransfer",
        "canUnhold",
    ];
    flags(name, &all, &of_terminal(known, quirks))
}

/// The same for the twin in AgentTerminalConnectionService, whose list differs.
pub(crate) fn agent_terminal_connection_capabilities(
    name: QName,
    known: &Known,
    quirks: &CctQuirks,
) -> Xml {
    let all = [
        "canAnswer",
        "canBlindTransfer",
        "canCompleteConference",
        "canCompleteTransfer",
        "canEmergency",
        "canGenerateDTMF",
        "canHold",
        "canInitiateConference",
        "canInitiateTransfer",
        "canUnhold",
        "canConsult",
    ];
    flags(name, &all, &of_terminal(known, quirks))
}

fn of_terminal(known: &Known, quirks: &CctQuirks) -> [(&'static str, bool); 3] {
    [
        ("canAnswer", allows(known, Capability::CanAnswer, quirks)),
        ("canHold", known.phase == Phase::Active),
        ("canUnhold", known.phase == Phase::Held),
    ]
}

pub(crate) fn contact_capabilities(name: QName, known: &Known, quirks: &CctQuirks) -> Xml {
    let all = [
        "canAddParty",
        "canBargeIn",
        "canDrop",
        "canGetAttachedData",
        "canGetCallingTerminal",
        "canGetIntrinsics",
        "canGetInstantMessages",
        "canGetLastRedirectedAddress",
        "canGetOriginalDestination",
        "canGetUUI",
        "canObserve",
        "canSetAttachedData",
        "canSetIntrinsics",
        "canSetUUI",
        "canWhisper",
    ];
    let drop = allows(known, Capability::CanDisconnect, quirks);
    flags(name, &all, &[("canDrop", drop), ("canGetIntrinsics", true)])
}

pub(crate) fn agent_capabilities(name: QName, agent: &CctAgent) -> Xml {
    let all = [
        "canGetNotReadyReason",
        "canGetReadyStatus",
        "canGetSupervisor",
        "canLogin",
        "canLogout",
        "canRetrieve",
        "canSetNotReadyReason",
        "canSetReadyStatus",
        "canSetStaticVoiceTerminal",
    ];
    let inside = agent.logged_in;
    let set = [
        ("canGetNotReadyReason", inside),
        ("canGetReadyStatus", inside),
        ("canLogin", !inside),
        ("canLogout", inside),
        ("canSetNotReadyReason", inside && !agent.ready),
        ("canSetReadyStatus", inside),
    ];
    flags(name, &all, &set)
}

pub(crate) fn agent_terminal_capabilities(
    name: QName,
    agent: &CctAgent,
    quirks: &CctQuirks,
) -> Xml {
    let all = [
        "canCallSupervisor",
        "canForcedAnswer",
        "canGetActivityCode",
        "canGetNotReadyReason",
        "canGetReadyStatus",
        "canLogin",
        "canLogout",
        "canSetActivityCode",
        "canSetNotReadyReason",
        "canSetReadyStatus",
        "canConference",
        "canConsult",
        "canDoNotDisturb",
        "canForward",
        "canOriginate",
        "canPickup",
        "canPickupFromGroup",
        "canTransfer",
    ];
    let inside = agent.logged_in;
    let codes = inside && !quirks.withheld.contains(&Capability::CanSetActivityCode);
    let set = [
        ("canGetActivityCode", codes),
        ("canGetNotReadyReason", inside),
        ("canGetReadyStatus", inside),
        ("canLogin", !inside),
        ("canLogout", inside),
        ("canSetActivityCode", codes),
        ("canSetNotReadyReason", inside && !agent.ready),
        ("canSetReadyStatus", inside),
    ];
    flags(name, &all, &set)
}

pub(crate) fn terminal_capabilities(name: QName) -> Xml {
    let all = [
        "canConference",
        "canConsult",
        "canDoNotDisturb",
        "canForward",
        "canOriginate",
        "canPickup",
        "canPickupFromGroup",
        "canTransfer",
    ];
    flags(name, &all, &[])
}
