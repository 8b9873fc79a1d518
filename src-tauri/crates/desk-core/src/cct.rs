//! The CCT session as a machine: sign-in, ready state, offers, answer, reject, release.
//!
//! Drain [`Session::poll`] after every call; feed replies, notifications and time back in.

pub mod event;
pub mod input;
pub mod output;

pub use event::{AgentInfo, CctContact, CctEvent, ContactEnd, EventSource, SignInStep};
pub use input::{CallId, CctInput, HttpReply, SignIn};
pub use output::CctOutput;
