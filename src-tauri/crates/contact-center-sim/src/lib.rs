//! A contact centre in a box.
//!
//! The rules ([`Center`]) are a pure machine; servers for the agent socket, the customer socket
//! and REST, CCT SOAP and a customer web page stand around it. It shares no code with the desk.

pub mod cct;
pub mod center;
pub mod colleague;
pub mod customer;
pub mod demo;
pub mod log;
pub mod scenario;
pub mod schema;
pub mod sequence;
pub mod serve;
mod simulator;
pub mod soap;

pub use center::Center;
pub use customer::CustomerClient;
pub use scenario::Scenario;
pub use simulator::{Options, Simulator};
