//! Who may see a line: open when reading, two choices when writing.

use serde::Serialize;
use serde_json::Value;

use crate::from_json::FromJson;
use crate::misfit::Misfit;
use crate::open_enum::open_enum;

open_enum! {
    /// `messageType` of a line that arrives.
    InboundMessageType {
        /// Everybody in the room sees it.
        Normal = "normal",
        /// Agents only; never the customer.
        Whisper = "whisper",
        /// Sent by the server while the agent is busy elsewhere.
        ComfortMessage = "comfortMessage",
        /// Sent by the server once, when the agent enters.
        WelcomeMessage = "welcomeMessage",
    }
}

/// Who shall see a line or a typing sign that we send.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Audience {
    /// Everybody in the room, the customer included.
    Normal,
    /// Agents only.
    Whisper,
}

impl Audience {
    /// The word on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::Whisper => "whisper",
        }
    }
}

impl From<Audience> for InboundMessageType {
    fn from(audience: Audience) -> Self {
        match audience {
            Audience::Normal => Self::Normal,
            Audience::Whisper => Self::Whisper,
        }
    }
}

impl FromJson for Audience {
    fn from_json(value: &Value) -> Result<Self, Misfit> {
        match value.as_str() {
            Some("normal") => Ok(Self::Normal),
            Some("whisper") => Ok(Self::Whisper),
            _ => Err(Misfit::wrong_type()),
        }
    }
}
