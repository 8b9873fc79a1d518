//! The CCT Open Interfaces as a server speaks them: SOAP 1.1 over HTTP, checked against the schemas both ways.

pub mod xsd;
