//! From what happened to what is told: notices, before anybody is chosen to get them (`cct.md` 6.2, 6.3).

use super::capabilities;
use super::legs::{Known, Phase};
use super::objects::{self, Station};
use super::quirks::{CctQuirks, EventOrder, Families, LoginEvents, ReadyEvents};
use super::topics::Family;
use crate::center::{AgentId, Millis};
use crate::center::{CctAgent, DropReason};
use crate::soap::names::{BASE, NOTIFICATION, TYPES};
use crate::soap::writer::Xml;
use crate::soap::xsd::QName;

/// One message of a Notify, without what differs per subscription.
#[derive(Debug, Clone)]
pub(crate) struct Notice {
    pub(crate) family: Family,
    /// Whom it concerns; `None`: the subscription itself.
    pub(crate) agent: Option<AgentId>,
    /// The address, terminal or agent that a listener may name.
    pub(crate) entity: String,
    /// The state or property that a listener may name; of a system event its name.
    pub(crate) value: &'static str,
    pub(crate) at: Millis,
    /// The event element.
    pub(crate) event: Xml,
}

fn b(local: &str) -> QName {
    QName::new(BASE, local)
}

fn leaf(local: &str, text: &str) -> Xml {
    Xml::leaf(BASE, local, text)
}

/// The notices of a leg that has just changed, in the order that the switches say.
pub(crate) fn leg_changed(
    known: &Known,
    why: &'static str,
    quirks: &CctQuirks,
    now: Millis,
) -> Vec<Notice> {
    let connection = (quirks.families != Families::TerminalConnectionOnly
        && known.before.connection() != known.phase.connection())
    .then(|| connection_state(known, why, quirks, now));
    let terminal = (quirks.families != Families::ConnectionOnly)
        .then(|| terminal_connection_state(known, why, quirks, now));
    let mut notices: Vec<Notice> = match quirks.order {
        EventOrder::ConnectionFirst => connection.into_iter().chain(terminal).collect(),
        EventOrder::TerminalConnectionFirst => terminal.into_iter().chain(connection).collect(),
    };
    if quirks.customer_leg && matches!(known.phase, Phase::Active | Phase::Dropped) {
        notices.push(customer_leg(known, quirks, now));
    }
    notices
}

/// Why a leg ended, in the words of `Reason`; a guess but for REJECT and TRANSFER_COMPLETE.
pub(crate) fn drop_reason(why: DropReason, quirks: &CctQuirks) -> &'static str {
    if !quirks.telling_reasons {
        return "DEFAULT";
    }
    match why {
        DropReason::Rejected => "REJECT",
        DropReason::RejectedWithAnother => "NOT_READY",
        DropReason::Transferred => "TRANSFER_COMPLETE",
        DropReason::Abandoned | DropReason::Disconnected | DropReason::Closed => "DEFAULT",
    }
}

fn connection_state(known: &Known, why: &str, quirks: &CctQuirks, now: Millis) -> Notice {
    let address = Station::address_of(&known.leg, quirks);
    let event = Xml::new(BASE, "ConnectionStateEvent")
        .with(address.address(b("Address")))
        .with(objects::connection(b("Connection"), &known.leg))
        .with(objects::contact(b("Contact"), &known.leg, quirks))
        .with(capabilities::connection_capabilities(b("ConnectionCapabilities"), known, quirks))
        .with(leaf("IsRemote", "false"))
        .with(leaf("NewState", known.phase.connection()))
        .with(leaf("PreviousState", known.before.connection()))
        .with(leaf("Reason", why))
        .with(address.address(b("SendingAddress")));
    Notice {
        family: Family::ConnectionState,
        agent: Some(known.leg.agent.clone()),
        entity: address.name,
        value: known.phase.connection(),
        at: now,
        event,
    }
}

fn terminal_connection_state(known: &Known, why: &str, quirks: &CctQuirks, now: Millis) -> Notice {
    let terminal = Station::terminal_of(&known.leg, quirks);
    let holder = b("TerminalConnectionCapabilities");
    let event = Xml::new(BASE, "TerminalConnectionStateEvent")
        .with(terminal.terminal(b("Terminal")))
        .with(objects::terminal_connection(b("TerminalConnection"), &known.leg))
        .with(objects::connection(b("Connection"), &known.leg))
        .with(capabilities::terminal_connection_capabilities(holder, known, quirks))
        .with(objects::contact(b("Contact"), &known.leg, quirks))
        .with(leaf("NewState", known.phase.terminal()))
        .with(leaf("PreviousState", known.before.terminal()))
        .with(leaf("Reason", why))
        .with(terminal.terminal(b("SendingTerminal")));
    Notice {
        family: Family::TerminalConnectionState,
        agent: Some(known.leg.agent.clone()),
        entity: terminal.name,
        value: known.phase.terminal(),
        at: now,
        event,
    }
}

/// The other party's connection, as seen beside the agent's on a real server.
fn customer_leg(known: &Known, quirks: &CctQuirks, now: Millis) -> Notice {
    let entity = from_address(known);
    let (new, previous) = match known.phase {
        Phase::Active => ("ESTABLISHED", "IDLE"),
        _ => ("DISCONNECTED", "ESTABLISHED"),
    };
    let id = format!("{}-customer", known.leg.contact_id);
    let event = Xml::new(BASE, "ConnectionStateEvent")
        .with(objects::outside_address(b("Address"), &entity))
        .with(Xml::new(BASE, "Connection").with(objects::text("connectionId", &id)))
        .with(objects::contact(b("Contact"), &known.leg, quirks))
        .with(capabilities::no_connection_capabilities(b("ConnectionCapabilities")))
        .with(leaf("IsRemote", "true"))
        .with(leaf("NewState", new))
        .with(leaf("PreviousState", previous))
        .with(leaf("Reason", "DEFAULT"))
        .with(Station::address_of(&known.leg, quirks).address(b("SendingAddress")));
    Notice {
        family: Family::ConnectionState,
        agent: Some(known.leg.agent.clone()),
        entity,
        value: new,
        at: now,
        event,
    }
}

/// Where the customer writes from, for the addresses that CCT shows.
pub(crate) fn from_address(known: &Known) -> String {
    let from = known.leg.intrinsics.iter().find(|(key, _)| key == "FROMADDRESS");
    from.map(|(_, value)| value.clone()).unwrap_or_default()
}

/// The intrinsics of a leg as a property event.
pub(crate) fn intrinsics(known: &Known, quirks: &CctQuirks, now: Millis) -> Notice {
    let address = Station::address_of(&known.leg, quirks);
    let items = objects::intrinsics(&QName::new(TYPES, "item"), known, quirks, now);
    let event = Xml::new(BASE, "ContactPropertyEvent")
        .with(leaf("ContactProperty", "INTRINSICS"))
        .with(address.address(b("Address")))
        .with(objects::contact(b("Contact"), &known.leg, quirks))
        .with(capabilities::contact_capabilities(b("ContactCapabilities"), known, quirks))
        .with(Xml::new(BASE, "ContactPropertyIntrinsicArray").with_all(items));
    Notice {
        family: Family::ContactProperty,
        agent: Some(known.leg.agent.clone()),
        entity: address.name,
        value: "INTRINSICS",
        at: now,
        event,
    }
}

fn agent_property(agent: &CctAgent, value: &'static str, detail: Xml, now: Millis) -> Notice {
    let event = Xml::new(BASE, "AgentPropertyEvent")
        .with(leaf("AgentProperty", value))
        .with(objects::agent(b("Agent"), agent))
        .with(capabilities::agent_capabilities(b("AgentCapabilities"), agent))
        .with(detail);
    Notice {
        family: Family::AgentProperty,
        agent: Some(agent.agent.clone()),
        entity: agent.agent.clone(),
        value,
        at: now,
        event,
    }
}

fn terminal_property(agent: &str, value: &'static str, detail: Xml, now: Millis) -> Notice {
    let terminal = Station::chat_terminal(agent);
    let event = Xml::new(BASE, "TerminalPropertyEvent")
        .with(leaf("TerminalProperty", value))
        .with(terminal.terminal(b("Terminal")))
        .with(capabilities::terminal_capabilities(b("TerminalCapabilities")))
        .with(detail);
    Notice {
        family: Family::TerminalProperty,
        agent: Some(agent.to_owned()),
        entity: terminal.name,
        value,
        at: now,
        event,
    }
}

/// The ready state changed.
pub(crate) fn ready(agent: &CctAgent, quirks: &CctQuirks, now: Millis) -> Vec<Notice> {
    let status = |holder: &str| {
        Xml::new(BASE, holder)
            .with(objects::text("status", if agent.ready { "true" } else { "false" }))
            .with(objects::text("reasonCode", agent.reason_code.as_deref().unwrap_or("")))
    };
    let of_agent = (quirks.ready_events != ReadyEvents::TerminalOnly)
        .then(|| agent_property(agent, "READY_STATUS", status("AgentPropertyReadyStatus"), now));
    let holder = "AgentTerminalPropertyReadyStatus";
    let of_terminal = (quirks.ready_events != ReadyEvents::AgentOnly)
        .then(|| terminal_property(&agent.agent, "READY_STATUS", status(holder), now));
    of_agent.into_iter().chain(of_terminal).collect()
}

/// An agent gave a contact an activity code.
pub(crate) fn activity(agent: &str, code: &str, now: Millis) -> Notice {
    let detail = Xml::new(BASE, "AgentTerminalPropertyActivityCode")
        .with(objects::text("activityCode", code));
    terminal_property(agent, "ACTIVITY_CODE", detail, now)
}

/// The agent logged in or out.
pub(crate) fn login(agent: &CctAgent, quirks: &CctQuirks, now: Millis) -> Vec<Notice> {
    let inside = agent.logged_in;
    let of_agent = match quirks.login_events {
        LoginEvents::Status => {
            let word = if inside { "LOGGED_IN" } else { "LOGGED_OUT" };
            let detail =
                Xml::new(BASE, "AgentPropertyLoginStatus").with(objects::text("status", word));
            agent_property(agent, "LOGIN_STATUS", detail, now)
        }
        LoginEvents::Information => agent_property(agent, "INFORMATION", information(agent), now),
    };
    let (property, holder) = if inside {
        ("AGENT_LOGIN_SESSION", "AgentTerminalPropertyAgentLoginSession")
    } else {
        ("AGENT_LOGIN_SESSION_ENDED", "AgentTerminalPropertyAgentLoginSessionEnded")
    };
    let ended = objects::text("loginEnded", if inside { "false" } else { "true" });
    let of_terminal =
        terminal_property(&agent.agent, property, Xml::new(BASE, holder).with(ended), now);
    vec![of_agent, of_terminal]
}

fn information(agent: &CctAgent) -> Xml {
    let texts = ["templateId", "positionId", "tnName", "changeId", "sortKey", "displayTemplate"];
    let flags = ["hasSkillset", "hasPrimaries", "hasSecondaries", "referedByTf", "referedByTfv"];
    let rest = ["viewScope", "personalDn", "secondaryDn", "state", "primeId"];
    let terminal = Station::chat_terminal(&agent.agent).name;
    let value = |name: &str| {
        if name == "tnName" && agent.logged_in { terminal.clone() } else { String::new() }
    };
    Xml::new(BASE, "AgentPropertyInformation")
        .with_all(texts.map(|name| objects::text(name, &value(name))))
        .with_all(flags.map(|name| objects::text(name, "false")))
        .with_all(rest.map(|name| objects::text(name, "")))
}

/// What the system says about a session or a subscription.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SystemEvent {
    ConnectionFailure { down: Millis, total: u32, consecutive: u32 },
    SessionTermination,
    SessionTerminationImminent { remaining: Millis },
    SubscriptionTermination,
    SubscriptionTerminationImminent { remaining: Millis },
}

/// A SYSTEM event.
pub(crate) fn system(event: SystemEvent, now: Millis) -> Notice {
    let remaining =
        |millis: Millis| vec![objects::text("remainingTimeInMillis", &millis.to_string())];
    let ended = |reason: &str| vec![objects::text("reason", reason), objects::text("info", "")];
    let (value, holder, fields) = match event {
        SystemEvent::ConnectionFailure { down, total, consecutive } => (
            "CONNECTION_FAILURE",
            "SystemEventConnectionFailure",
            vec![
                objects::text("downTimeInMillis", &down.to_string()),
                objects::text("totalFailures", &total.to_string()),
                objects::text("consecutiveFailures", &consecutive.to_string()),
            ],
        ),
        SystemEvent::SessionTermination => {
            ("SESSION_TERMINATION", "SystemEventSessionTermination", ended("SESSION_TERMINATION"))
        }
        SystemEvent::SessionTerminationImminent { remaining: millis } => (
            "SESSION_TERMINATION_IMMINENT",
            "SystemEventSessionTerminationImminent",
            remaining(millis),
        ),
        SystemEvent::SubscriptionTermination => (
            "SUBSCRIPTION_TERMINATION",
            "SystemEventSubscriptionTermination",
            ended("SUBSCRIPTION_TERMINATION"),
        ),
        SystemEvent::SubscriptionTerminationImminent { remaining: millis } => (
            "SUBSCRIPTION_TERMINATION_IMMINENT",
            "SystemEventSubscriptionTerminationImminent",
            remaining(millis),
        ),
    };
    let event = Xml::new(BASE, "SystemEvent")
        .with(Xml::leaf(NOTIFICATION, "SystemEvent", value))
        .with(Xml::new(NOTIFICATION, holder).with_all(fields));
    Notice { family: Family::System, agent: None, entity: String::new(), value, at: now, event }
}
