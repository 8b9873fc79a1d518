//! Whether the customer is there.

/// Whether the customer is there, as far as the server has said.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum CustomerPresence {
    /// Not in the room yet.
    #[default]
    Unknown,
    /// Connected.
    Connected,
    /// Lost their connection; may come back.
    Disconnected,
    /// Has left the chat.
    Left,
}
