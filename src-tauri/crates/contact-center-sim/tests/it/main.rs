//! The contact centre seen from outside, and its rules in virtual time.

mod agent_client;
mod soap;
mod thin_slice;
