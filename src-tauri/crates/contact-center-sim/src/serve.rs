//! The servers around the rules.

pub(crate) mod app;
pub(crate) mod clock;
pub mod control;
pub(crate) mod core;
mod error;
mod faults;
mod filter;
mod handle;
pub(crate) mod listen;
mod page;
mod rest;
mod socket;
pub(crate) mod ticker;

pub use error::StartError;
pub use faults::Fault;
pub use handle::{CenterHandle, StampedCctEvent, WaitExpired};
pub use listen::TlsFiles;
