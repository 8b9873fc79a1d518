//! What an agent is in a room.

use crate::open_enum::open_enum;

open_enum! {
    /// The part an agent plays in a room: `userType` of the agent side, `role` and `type` of the
    /// customer side.
    UserType {
        /// Owns the room, talks to the customer.
        ActiveParticipant = "active_participant",
        /// Consulted: may whisper.
        PassiveParticipant = "passive_participant",
        /// A supervisor who watches; the customer does not know.
        SupervisorObserve = "supervisor_observe",
        /// A supervisor in the customer page's list of participants.
        Supervisor = "supervisor",
    }
}
