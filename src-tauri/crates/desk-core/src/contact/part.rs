//! The part the signed-in agent plays in a room, and with it what may be said to whom.

use ewc_wire::agent::JoinType;

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

impl Part {
    /// How a room is entered again by one who had this part. The guide names three ways to enter
    /// and says of none how to come back after a conference or a barge: by what one may do there,
    /// a guess.
    pub const fn join_type(self) -> Option<JoinType> {
        match self {
            Self::Unknown => None,
            Self::Owner | Self::Member => Some(JoinType::Active),
            Self::Consulted | Self::Bystander => Some(JoinType::Consult),
            Self::Observer => Some(JoinType::Observe),
        }
    }
}
