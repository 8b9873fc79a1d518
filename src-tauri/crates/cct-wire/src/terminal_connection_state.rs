//! The state of one terminal's part in a contact: the agent's view (section 5.5).

use crate::open_enum::open_enum;

open_enum! {
    /// `terminalConnectionState` (section 2).
    TerminalConnectionState {
        Idle = "IDLE",
        Ringing = "RINGING",
        Active = "ACTIVE",
        Held = "HELD",
        AutoHeld = "AUTOHELD",
        InUse = "INUSE",
        Bridged = "BRIDGED",
        Dropped = "DROPPED",
        Unknown = "UNKNOWN",
    }
}
