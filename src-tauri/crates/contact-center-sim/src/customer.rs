//! Customers for tests and demos: a client of the real customer socket, and scripts for it.

mod client;
mod script;

pub use client::{CustomerClient, CustomerError};
pub use script::{Chat, Step, run};
