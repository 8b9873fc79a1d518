//! The servers around the rules.

pub(crate) mod clock;
mod handle;

pub use handle::{CenterHandle, StampedCctEvent};
