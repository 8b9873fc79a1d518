//! The desk as a pure state machine: sessions, contacts, timelines, outbox, wrap-up.
//!
//! It knows no socket, no runtime and no clock: inputs and the time are arguments, effects and
//! state come out.

pub mod backoff;
pub mod board;
pub mod cct;
pub mod contact;
pub mod desk;
pub mod effect;
pub mod ewc;
pub mod failure;
pub mod notice;
pub mod outbox;
pub mod revision;
pub mod session_state;
pub mod settings;
pub mod text;
pub mod time;
pub mod timeline;

pub use desk::{Desk, DeskConfig};
pub use effect::{Cue, Effect, PopOrder};
pub use failure::{Failure, FailureKind, LinkFailure, WhyNot};
pub use time::Millis;
