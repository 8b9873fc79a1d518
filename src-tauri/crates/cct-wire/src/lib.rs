//! The CCT Open Interfaces SOAP messages, as the client needs them: requests out, replies, faults
//! and pushed notifications in.
//!
//! Reading is open (any prefix, unknown elements skipped, unknown words kept), writing is closed
//! (exact namespaces and order). No socket and no clock: time is an argument. Every assumption
//! that no real server has confirmed is listed in `QUIRKS.md` beside this crate.

mod address;
mod agent;
mod attached_data;
mod call;
mod call_error;
mod capabilities;
mod connection_state;
mod contact;
mod credentials;
mod date_time;
mod envelope;
mod fault;
mod ids;
mod intrinsic;
mod irregular_names;
mod namespace;
pub mod notify;
mod open_enum;
mod provider;
mod ready_status;
mod reason;
mod reply;
mod service;
mod sso_token;
mod state_info;
mod subscription;
mod terminal;
mod terminal_connection_state;
mod xml_reader;
mod xml_writer;

pub use address::{Address, AddressType};
pub use agent::{Agent, AgentType};
pub use attached_data::AttachedData;
pub use call::{Call, SoapRequest, TerminalConnectionApi};
pub use call_error::CallError;
pub use capabilities::{
    AddressCapabilities, AgentCapabilities, ConnectionCapabilities, ContactCapabilities,
    TerminalCapabilities, TerminalConnectionCapabilities,
};
pub use connection_state::ConnectionState;
pub use contact::{Contact, ContactTypes};
pub use credentials::Credentials;
pub use date_time::{DateTime, EpochMillis};
pub use fault::{Fault, FaultKind};
pub use ids::{ConnectionId, ContactId, SubscriptionId, TerminalConnectionId};
pub use intrinsic::Intrinsic;
pub use provider::{Provider, ProviderStatus};
pub use ready_status::{InitialState, LoginStatus, ReadyStatus};
pub use reason::Reason;
pub use reply::Reply;
pub use service::Service;
pub use sso_token::SsoToken;
pub use state_info::{State, StateInfo};
pub use subscription::{
    ConsumerSubscriptionId, FilteredSubscription, Listener, SubscriptionRef, SubscriptionReference,
};
pub use terminal::{Terminal, TerminalType};
pub use terminal_connection_state::TerminalConnectionState;
pub use xml_reader::Position;
