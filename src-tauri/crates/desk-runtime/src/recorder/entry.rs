//! One line of the trace.

use serde::Serialize;
use serde_json::Value;

/// One line of the trace. Nothing in it comes from a person.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Entry {
    /// When, in milliseconds since 1970.
    pub at: i64,
    /// To or from the server.
    pub direction: Direction,
    /// Which server.
    pub link: Link,
    /// What happened: `frame`, `call`, `reply`, `notified`, `open`, `opened`, `failed`, …
    pub event: &'static str,
    /// The number of the connection or call.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<u64>,
    /// HTTP status, SOAP action or the code of a failure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// Length of the frame or body in bytes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bytes: Option<usize>,
    /// The body's shape: an object for JSON, an outline for XML, `unreadable` for anything else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shape: Option<Value>,
}

/// To or from the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// From the server.
    In,
    /// To the server.
    Out,
}

/// Which server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Link {
    /// The chat server (EWC).
    Ewc,
    /// The contact server (CCT).
    Cct,
}
