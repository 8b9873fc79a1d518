//! A line of chat that the server will take: neither empty nor too long.

use log_safe::Private;
use serde::Serialize;
use serde_json::Value;

use crate::from_json::FromJson;
use crate::misfit::Misfit;

/// The longest line, in UTF-16 units.
///
/// The guide says 10000 characters for the customer side; the same limit for agents is a guess,
/// and so is the unit: of code points and UTF-16 units the latter is the stricter count.
pub const MAX_MESSAGE_UNITS: usize = 10_000;

/// A line of 1 to [`MAX_MESSAGE_UNITS`] characters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct MessageText(Private<String>);

/// Why a text cannot be sent as one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MessageTextError {
    /// The text is empty.
    #[error("the message is empty; write at least one character")]
    Empty,
    /// The text is too long.
    #[error("the message has {units} characters, the server takes {MAX_MESSAGE_UNITS}; split it")]
    TooLong {
        /// Its length in UTF-16 units.
        units: usize,
    },
}

impl MessageText {
    /// Checks a text.
    pub fn new(text: impl Into<String>) -> Result<Self, MessageTextError> {
        let text = text.into();
        let units = text.encode_utf16().count();
        match units {
            0 => Err(MessageTextError::Empty),
            1..=MAX_MESSAGE_UNITS => Ok(Self(Private::new(text))),
            _ => Err(MessageTextError::TooLong { units }),
        }
    }

    /// The text, for the screen or the wire.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// Takes the text out.
    pub fn into_private(self) -> Private<String> {
        self.0
    }
}

impl FromJson for MessageText {
    fn from_json(value: &Value) -> Result<Self, Misfit> {
        Self::new(String::from_json(value)?).map_err(|_| Misfit::wrong_type())
    }
}
