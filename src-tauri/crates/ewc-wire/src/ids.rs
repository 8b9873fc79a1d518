//! Identifiers of contacts, agents, queues and closed reasons.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use crate::from_json::FromJson;
use crate::misfit::Misfit;

/// The contact, and so the room: `guid` of both chapters.
///
/// An integer in every example of the guide; a string of digits is read too. It equals the
/// contact id that the telephony side offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Guid(pub u64);

/// A text that is not a contact id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a contact id is a whole number from 0 to 18446744073709551615")]
pub struct NotAGuid;

impl fmt::Display for Guid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Guid {
    type Err = NotAGuid;

    fn from_str(text: &str) -> Result<Self, NotAGuid> {
        text.trim().parse().map(Self).map_err(|_| NotAGuid)
    }
}

impl FromJson for Guid {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "range checked")]
    fn from_json(value: &Value) -> Result<Self, Misfit> {
        // Whole numbers above this are not exact as a floating-point number.
        const EXACT: f64 = 9_007_199_254_740_992.0;
        match value {
            Value::Number(number) => number.as_u64().or_else(|| {
                let float = number.as_f64()?;
                ((0.0..EXACT).contains(&float) && float.fract() == 0.0).then_some(float as u64)
            }),
            Value::String(text) => text.trim().parse().ok(),
            _ => None,
        }
        .map(Self)
        .ok_or(Misfit::wrong_type())
    }
}

impl<'de> Deserialize<'de> for Guid {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        Self::from_json(&value).map_err(|_| serde::de::Error::custom(NotAGuid))
    }
}

/// Declares an identifier that is a text and never parsed as a number.
macro_rules! text_id {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// The identifier as it stands on the wire.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl FromJson for $name {
            fn from_json(value: &Value) -> Result<Self, Misfit> {
                match value {
                    Value::String(text) => Ok(Self(text.clone())),
                    Value::Number(number) => Ok(Self(number.to_string())),
                    _ => Err(Misfit::wrong_type()),
                }
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let value = Value::deserialize(deserializer)?;
                Self::from_json(&value).map_err(serde::de::Error::custom)
            }
        }
    };
}

text_id! {
    /// An agent's login id. It can start with zeros (`00123`), so it is never a number here;
    /// a number on the wire is read as its digits.
    AgentId
}

text_id! {
    /// A queue (skillset) a chat can be transferred to. A number in the list of destinations,
    /// a text in the transfer request.
    QueueId
}

/// The code of a closed reason, as the contact centre configured it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ClosedReasonCode(pub i64);

impl fmt::Display for ClosedReasonCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromJson for ClosedReasonCode {
    fn from_json(value: &Value) -> Result<Self, Misfit> {
        i64::from_json(value).map(Self)
    }
}
