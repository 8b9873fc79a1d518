//! The desk as a pure state machine: sessions, contacts, timelines, outbox, wrap-up.
//!
//! It knows no socket, no runtime and no clock: inputs and the time are arguments, effects and
//! state come out.

pub mod cct;
pub mod failure;
pub mod settings;
pub mod time;

pub use failure::{Failure, FailureKind, LinkFailure, WhyNot};
pub use time::Millis;
