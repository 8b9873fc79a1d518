//! The customer of one room: who it is, and how its socket is.

use serde_json::Value;

use crate::center::{ConnId, Millis};

/// A customer in a room.
#[derive(Clone, Debug, Default)]
pub(crate) struct Customer {
    pub(crate) conn: Option<ConnId>,
    pub(crate) key: String,
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) phone: String,
    pub(crate) device: String,
    pub(crate) custom_fields: Vec<(String, String)>,
    /// The intrinsics of requestChat, given back in its answer.
    pub(crate) intrinsics: Value,
    pub(crate) wants_transcript: bool,
    /// Since when the socket is lost.
    pub(crate) lost_at: Option<Millis>,
    /// Last frame of any kind.
    pub(crate) heard_at: Millis,
    /// The customer ended the chat, or was lost for too long.
    pub(crate) gone: bool,
    /// Frames that wait for the customer to come back.
    pub(crate) backlog: Vec<Value>,
}
