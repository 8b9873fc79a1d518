//! The CCT Open Interfaces as a server speaks them: SOAP 1.1 over HTTP, checked against the schemas both ways.

mod call;
mod catalogue;
mod dispatch;
mod envelope;
mod fault;
pub(crate) mod names;
mod operations;
pub(crate) mod render;
mod router;
pub(crate) mod server;
pub(crate) mod writer;
pub mod xsd;

pub use fault::FaultDetail;
pub use router::router;
pub use server::{CctServer, Crossing, Heading};
pub use writer::Prefixes;
pub use xsd::Strictness;
