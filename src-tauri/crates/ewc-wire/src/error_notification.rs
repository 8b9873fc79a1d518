//! The server could not do what was asked (chapters 10 and 11, "Error Notification").

use log_safe::Private;
use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::from_json::{Fields, FromJson};
use crate::ids::Guid;
use crate::method::Method;
use crate::misfit::Misfit;

/// An error from the server.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ErrorNotification {
    /// The method of the request that failed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub method: Option<Method>,
    /// What went wrong.
    #[serde(skip_serializing_if = "ErrorCode::is_unstated")]
    pub code: ErrorCode,
    /// The server's words; empty if there are none. They may quote what a person wrote.
    #[serde(rename = "errorMessage")]
    pub message: Private<String>,
    /// The room. No example has it; it is read if it is there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guid: Option<Guid>,
}

/// `code` of an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ErrorCode {
    /// 1: invalid message.
    InvalidMessage,
    /// 2: the session key is invalid or has expired.
    SessionKeyInvalid,
    /// 500: internal error of the server.
    Internal,
    /// A code outside the documents.
    Other(i64),
    /// No code, or none that is a number.
    Unstated,
}

impl ErrorCode {
    /// The number on the wire, if there is one.
    pub const fn number(self) -> Option<i64> {
        match self {
            Self::InvalidMessage => Some(1),
            Self::SessionKeyInvalid => Some(2),
            Self::Internal => Some(500),
            Self::Other(number) => Some(number),
            Self::Unstated => None,
        }
    }

    const fn is_unstated(&self) -> bool {
        matches!(self, Self::Unstated)
    }
}

impl From<i64> for ErrorCode {
    fn from(number: i64) -> Self {
        match number {
            1 => Self::InvalidMessage,
            2 => Self::SessionKeyInvalid,
            500 => Self::Internal,
            _ => Self::Other(number),
        }
    }
}

impl FromJson for ErrorCode {
    fn from_json(value: &Value) -> Result<Self, Misfit> {
        i64::from_json(value).map(Self::from)
    }
}

impl Serialize for ErrorCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.number().serialize(serializer)
    }
}

impl ErrorNotification {
    pub(crate) fn read(method: Option<Method>, body: Fields<'_>) -> Self {
        Self {
            method,
            code: body.want("code").unwrap_or(ErrorCode::Unstated),
            message: body.want("errorMessage").unwrap_or_default(),
            guid: body.want("guid"),
        }
    }
}
