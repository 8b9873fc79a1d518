//! Addresses, terminals, agents and providers come and go.

use log_safe::Private;

use crate::address::Address;
use crate::agent::Agent;
use crate::capabilities::{AddressCapabilities, TerminalCapabilities};
use crate::open_enum::open_enum;
use crate::provider::{Provider, ProviderStatus};
use crate::terminal::Terminal;
use crate::xml_reader::{Element, Problem};

open_enum! {
    /// `resourceState` (section 2).
    ResourceState {
        InService = "IN_SERVICE",
        OutOfService = "OUT_OF_SERVICE",
        Invalid = "INVALID",
        Unknown = "UNKNOWN",
    }
}

open_enum! {
    /// `agentState` (section 2).
    AgentState {
        Mapped = "MAPPED",
        Unmapped = "UNMAPPED",
    }
}

open_enum! {
    /// `addressProperty` (section 2).
    AddressProperty {
        Forwarding = "FORWARDING",
        DoNotDisturb = "DO_NOT_DISTURB",
        MessageWaiting = "MESSAGE_WAITING",
        AddressTerminalAssociation = "ADDRESS_TERMINAL_ASSOCIATION",
        AcquireStatus = "ACQUIRE_STATUS",
        Uri = "URI",
        Controlled = "CONTROLLED",
        Presence = "PRESENCE",
    }
}

/// `AddressPropertyEvent` (section 6.2); its values do not concern a desktop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddressPropertyEvent {
    /// Which property.
    pub property: AddressProperty,
    /// Which address.
    pub address: Address,
    /// What may be done now; `None` if not sent.
    pub capabilities: Option<AddressCapabilities>,
}

impl AddressPropertyEvent {
    pub(super) fn read(event: Element<'_>) -> Result<Self, Problem> {
        Ok(Self {
            property: AddressProperty::from_wire(&event.need_word("AddressProperty")?),
            address: Address::read(event.need("Address")?)?,
            capabilities: event.child("AddressCapabilities").map(AddressCapabilities::read),
        })
    }
}

/// `AddressStateEvent` (section 6.2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddressStateEvent {
    /// Which address.
    pub address: Address,
    /// Its state.
    pub state: ResourceState,
    /// Free text.
    pub reason: Option<Private<String>>,
    /// What may be done now; `None` if not sent.
    pub capabilities: Option<AddressCapabilities>,
}

impl AddressStateEvent {
    pub(super) fn read(event: Element<'_>) -> Result<Self, Problem> {
        Ok(Self {
            address: Address::read(event.need("Address")?)?,
            state: ResourceState::from_wire(&event.need_word("State")?),
            reason: event.filled_word("Reason").map(Private::new),
            capabilities: event.child("AddressCapabilities").map(AddressCapabilities::read),
        })
    }
}

/// `TerminalStateEvent` (section 6.2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TerminalStateEvent {
    /// Which terminal.
    pub terminal: Terminal,
    /// Its state.
    pub state: ResourceState,
    /// Free text.
    pub reason: Option<Private<String>>,
    /// What may be done now; `None` if not sent.
    pub capabilities: Option<TerminalCapabilities>,
}

impl TerminalStateEvent {
    pub(super) fn read(event: Element<'_>) -> Result<Self, Problem> {
        Ok(Self {
            terminal: Terminal::read(event.need("Terminal")?)?,
            state: ResourceState::from_wire(&event.need_word("State")?),
            reason: event.filled_word("Reason").map(Private::new),
            capabilities: event.child("TerminalCapabilities").map(TerminalCapabilities::read),
        })
    }
}

/// `AgentStateEvent` (section 6.2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgentStateEvent {
    /// Who.
    pub agent: Agent,
    /// Mapped to the CCT user or not.
    pub state: AgentState,
}

impl AgentStateEvent {
    pub(super) fn read(event: Element<'_>) -> Result<Self, Problem> {
        Ok(Self {
            agent: Agent::read(event.need("Agent")?)?,
            state: AgentState::from_wire(&event.need_word("State")?),
        })
    }
}

/// `ServiceProviderStatusEvent` (section 6.2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceProviderStatusEvent {
    /// Which provider.
    pub provider: Provider,
    /// What it did.
    pub status: ProviderStatus,
}

impl ServiceProviderStatusEvent {
    pub(super) fn read(event: Element<'_>) -> Result<Self, Problem> {
        let provider = event.need("Provider")?;
        Ok(Self {
            provider: Provider(provider.need_word("providerName")?),
            status: ProviderStatus::from_wire(&event.need_word("Status")?),
        })
    }
}
