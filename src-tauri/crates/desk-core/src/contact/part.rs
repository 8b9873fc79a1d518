//! The part the signed-in agent plays in a room, and with it what may be said to whom.

/// The part the signed-in agent plays in a room (guide, chapter 7).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Part {
    /// Nobody has said so yet.
    #[default]
    Unknown,
    /// Owns the room: writes to the customer, invites, transfers, closes.
    Owner,
    /// Was asked for help: sees the customer, whispers.
    Consulted,
    /// Takes part in a conference without owning it: writes to the customer.
    Member,
    /// A supervisor has taken the room over: whispers only.
    Bystander,
    /// A supervisor who watches.
    Observer,
}
