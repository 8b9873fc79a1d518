//! "Close Conversation Request" (no fields), "Close Conversation Notification".

use serde::Serialize;

use crate::from_json::Fields;
use crate::misfit::Misfit;

/// Whether the chat is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct CloseConversationNotification {
    /// True if it is; the socket closes then.
    pub result: bool,
}

impl CloseConversationNotification {
    pub(crate) fn read(body: Fields<'_>) -> Result<Self, Misfit> {
        Ok(Self { result: body.need("result")? })
    }
}
