//! CCT's objects as XML: agents, terminals, addresses, contacts (`cct.md` 2).
//!
//! Names of terminals and addresses are invented: nothing is known of real ones but that the third
//! `_`-separated part of a chat address is the agent's login id.

use super::legs::{Known, Phase};
use super::quirks::{CctQuirks, ContactTypeText, ExternalContactId};
use crate::center::CctAgent;
use crate::center::{AgentId, ContactKind, Leg, Millis};
use crate::soap::names::TYPES;
use crate::soap::writer::Xml;
use crate::soap::xsd::QName;

/// The provider of everything that the multimedia server brings.
pub(crate) const CCMM: &str = "CCMM";
const VOICE: &str = "Passive";

/// A terminal or an address of an agent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Station {
    pub(crate) agent: AgentId,
    pub(crate) name: String,
    provider: &'static str,
}

impl Station {
    /// Whether contacts of the multimedia server come here.
    pub(crate) fn takes_chats(&self) -> bool {
        self.provider == CCMM
    }

    pub(crate) fn chat_terminal(agent: &str) -> Self {
        Self::new(agent, format!("CCMM_Terminal_{agent}"), CCMM)
    }

    pub(crate) fn chat_address(agent: &str) -> Self {
        Self::new(agent, format!("CCMM_Agent_{agent}"), CCMM)
    }

    /// The terminal at which a leg is: calls ring at the voice terminal where there is one.
    pub(crate) fn terminal_of(leg: &Leg, quirks: &CctQuirks) -> Self {
        if leg.kind == ContactKind::Voice && quirks.voice_terminal {
            return Self::voice_terminal(&leg.agent);
        }
        Self::chat_terminal(&leg.agent)
    }

    /// The address at which a leg is.
    pub(crate) fn address_of(leg: &Leg, quirks: &CctQuirks) -> Self {
        if leg.kind == ContactKind::Voice && quirks.voice_terminal {
            return Self::voice_address(&leg.agent);
        }
        Self::chat_address(&leg.agent)
    }

    /// Whether this leg is at this terminal or address.
    pub(crate) fn has(&self, leg: &Leg, quirks: &CctQuirks) -> bool {
        self.agent == leg.agent && self.provider == Self::terminal_of(leg, quirks).provider
    }

    fn voice_terminal(agent: &str) -> Self {
        Self::new(agent, format!("Line 1.0.{agent}"), VOICE)
    }

    fn voice_address(agent: &str) -> Self {
        Self::new(agent, agent.to_owned(), VOICE)
    }

    fn new(agent: &str, name: String, provider: &'static str) -> Self {
        Self { agent: agent.to_owned(), name, provider }
    }

    /// The terminals that an agent has at present.
    pub(crate) fn terminals(agent: &CctAgent, quirks: &CctQuirks) -> Vec<Self> {
        let voice = || Self::voice_terminal(&agent.agent);
        Self::visible(agent, quirks, Self::chat_terminal(&agent.agent), voice)
    }

    /// The addresses that an agent has at present.
    pub(crate) fn addresses(agent: &CctAgent, quirks: &CctQuirks) -> Vec<Self> {
        let voice = || Self::voice_address(&agent.agent);
        Self::visible(agent, quirks, Self::chat_address(&agent.agent), voice)
    }

    fn visible(
        agent: &CctAgent,
        quirks: &CctQuirks,
        chat: Self,
        voice: impl FnOnce() -> Self,
    ) -> Vec<Self> {
        if quirks.terminals_after_login && !agent.logged_in {
            return Vec::new();
        }
        let voice = quirks.voice_terminal.then(voice);
        voice.into_iter().chain([chat]).collect()
    }

    pub(crate) fn terminal(&self, name: QName) -> Xml {
        self.object(name, "terminal")
    }

    pub(crate) fn address(&self, name: QName) -> Xml {
        self.object(name, "address")
    }

    fn object(&self, name: QName, kind: &str) -> Xml {
        Xml::named(name)
            .with(text(&format!("{kind}Name"), &self.name))
            .with(text(&format!("{kind}Type"), "AGENT"))
            .with(provider(self.provider))
            .with(text("status", ""))
    }
}

/// Where the customer of a chat is: outside.
pub(crate) fn outside_address(name: QName, from: &str) -> Xml {
    Xml::named(name)
        .with(text("addressName", from))
        .with(text("addressType", "OUT_OF_PROVIDER"))
        .with(provider(CCMM))
        .with(text("status", ""))
}

pub(crate) fn text(local: &str, value: &str) -> Xml {
    Xml::leaf(TYPES, local, value)
}

fn provider(name: &str) -> Xml {
    Xml::new(TYPES, "provider").with(text("providerName", name))
}

pub(crate) fn agent(name: QName, agent: &CctAgent) -> Xml {
    Xml::named(name)
        .with(text("agentLoginId", &agent.agent))
        .with(text("userName", &agent.user_name))
        .with(text("agentType", if agent.supervisor { "AgentSupervisor" } else { "Agent" }))
}

/// The text that names a web chat in contact types; `None` where it is not named.
pub(crate) fn chat_type(quirks: &CctQuirks) -> Option<&'static str> {
    match quirks.contact_type {
        ContactTypeText::Underscore => Some("Web_Communications"),
        ContactTypeText::Space => Some("Web Communications"),
        ContactTypeText::UpperCase => Some("WEBCOMMUNICATIONS"),
        ContactTypeText::Absent => None,
    }
}

/// The text of a contact in contact types; `None` where it is not named.
pub(crate) fn contact_type(leg: &Leg, quirks: &CctQuirks) -> Option<String> {
    match (&leg.contact_type, leg.kind) {
        (Some(words), _) => Some(words.clone()),
        (None, ContactKind::WebChat) => chat_type(quirks).map(str::to_owned),
        (None, kind) => Some(kind.type_text().to_owned()),
    }
}

/// The provider whose contact it is.
fn provider_of(leg: &Leg) -> Xml {
    provider(if leg.kind == ContactKind::Voice { VOICE } else { CCMM })
}

pub(crate) fn external_contact_id(leg: &Leg, quirks: &CctQuirks) -> String {
    if leg.kind == ContactKind::Voice {
        return leg.guid.to_string();
    }
    match quirks.external_contact_id {
        ExternalContactId::Equal => leg.guid.to_string(),
        ExternalContactId::OtherNumber => (leg.guid + 900_000).to_string(),
        ExternalContactId::NotANumber => format!("wc-{}", leg.guid),
    }
}

pub(crate) fn contact(name: QName, leg: &Leg, quirks: &CctQuirks) -> Xml {
    let types =
        contact_type(leg, quirks).map(|words| Xml::new(TYPES, "item").with(text("type", &words)));
    Xml::named(name)
        .with(text("contactId", &leg.contact_id))
        .with(text("externalContactId", &external_contact_id(leg, quirks)))
        .with(provider_of(leg))
        .with(Xml::new(TYPES, "contactTypes").with_all(types))
}

pub(crate) fn connection(name: QName, leg: &Leg) -> Xml {
    Xml::named(name).with(text("connectionId", &leg.connection_id))
}

pub(crate) fn terminal_connection(name: QName, leg: &Leg) -> Xml {
    Xml::named(name).with(text("terminalConnectionId", &leg.terminal_connection_id))
}

/// The intrinsics of a leg, none while the switch holds them back.
pub(crate) fn intrinsics(name: &QName, known: &Known, quirks: &CctQuirks, now: Millis) -> Vec<Xml> {
    if now < known.born + quirks.intrinsics_after {
        return Vec::new();
    }
    known
        .leg
        .intrinsics
        .iter()
        .map(|(key, value)| {
            Xml::named(name.clone())
                .with(text("key", key))
                .with(text("value", value))
                .with(text("immutable", "true"))
        })
        .collect()
}

/// `terminalConnectionStateInfo` or `connectionStateInfo`: state now and before.
pub(crate) fn state_info(name: QName, known: &Known, words: fn(Phase) -> &'static str) -> Xml {
    let holder = |local: &str, phase: Phase, since: Millis| {
        Xml::new(TYPES, local)
            .with(text("state", words(phase)))
            .with(text("entranceTime", &since.to_string()))
            .with(text("reasonCode", offer_reason(&known.leg)))
    };
    Xml::named(name)
        .with(holder("currentState", known.phase, known.since))
        .with(holder("lastState", known.before, known.before_since))
        .with(text("type", ""))
        .with(text("parentId", &known.leg.contact_id))
}

/// The `Reason` of an offer.
pub(crate) fn offer_reason(leg: &Leg) -> &'static str {
    match leg.reason {
        crate::center::OfferReason::Default => "DEFAULT",
        crate::center::OfferReason::ConsultInit => "CONSULT_INIT",
    }
}
