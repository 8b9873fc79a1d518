//! What the CCT server remembers and decides: sessions, subscriptions, legs, notices, switches.
//!
//! The rules of the contact centre are elsewhere ([`crate::center`]); here is what the SOAP interface adds
//! to them. Nothing in here reads a clock or opens a socket but `notify`.

pub(crate) mod capabilities;
pub(crate) mod events;
pub(crate) mod legs;
pub(crate) mod notify;
pub(crate) mod objects;
mod quirks;
pub(crate) mod sessions;
pub(crate) mod subscriptions;
pub(crate) mod topics;

pub use quirks::{
    AddressStatus, AgentLogin, AgentPassword, Api, Batching, Capability, CctQuirks,
    ContactTypeText, EventOrder, ExternalContactId, Families, FaultKind, FaultRule, HaMode,
    HoldEffect, LoginEvents, ProducerToken, ReadyEvents, VoidAnswer,
};
