//! The CCT session as a machine: sign-in, ready state, offers, answer, reject, release.
//!
//! Drain [`Session::poll`] after every call; feed replies, notifications and time back in.

mod activity;
mod answering;
mod calls;
mod capabilities;
mod complaints;
pub mod config;
mod discovery;
pub mod event;
mod heartbeat;
pub mod input;
mod intrinsics;
mod link;
mod live;
mod login_script;
mod notified;
mod offers;
pub mod output;
mod polling;
mod purpose;
mod ready_state;
mod rejecting;
mod releasing;
mod restoring;
mod round;
mod seat;
mod server_choice;
pub mod session;
mod signing_in;
mod signing_out;
mod snapshot;
mod state;
mod subscribing;
mod subscription;
mod trouble;

pub use config::{CctConfig, EventsMode};
pub use event::{AgentInfo, Can, CctContact, CctEvent, ContactEnd, EventSource, SignInStep};
pub use input::{CallId, CctInput, HttpReply, SignIn};
pub use output::CctOutput;
pub use session::Session;
