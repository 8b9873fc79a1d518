//! The EWC session as a machine: one agent socket, log-in, keep-alive, requests and answers.
//!
//! Drain [`Session::poll`] after every call; feed frames, connection events and time back in.
//! The session survives its connections: after a loss it connects again, logs in with
//! `reconnect:true` and says so; which rooms to enter again is the desk's decision.

pub mod event;
pub mod input;
pub mod output;

mod answering;
mod in_flight;
mod keep_alive;
mod session;
mod state;

pub use event::{Answer, EwcEvent};
pub use input::{ConnectionId, EwcConfig, EwcInput, LogIn, RequestId};
pub use output::EwcOutput;
pub use session::Session;
