//! A frame type of its own that confirms a new chat; no section of the guide describes it.

use log_safe::Private;
use serde::Serialize;
use serde_json::{Map, Value};

/// Confirms a new chat. The reference page knows the type of the frame and nothing in the
/// guide describes its body, so the body is kept as it came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct NewChatAcknowledgement {
    /// The whole body.
    pub body: Private<Map<String, Value>>,
}
