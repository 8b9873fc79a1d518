//! Simulated colleagues: agents and supervisors without a person, so that one human at one desktop
//! can try what takes two.
//!
//! A colleague acts through the same doors as everybody: a socket of its own with frames that are
//! checked and logged, and the CCT port. The rules do not know that nobody sits there.

mod acting;
mod drive;
mod script;

pub(crate) use drive::run;
pub use script::{Act, Asked, Colleague, JoinAs, Rule, When};
