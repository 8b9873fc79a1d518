//! Why a call was made, which decides what its answer means.

use cct_wire::ContactId;

use super::offers::Stage;
use super::ready_state::ReadyCall;
use super::round::RoundCall;

/// Why a call was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Purpose {
    /// The current step of a log-in.
    Script,
    /// Is the token still good after a lost link?
    Probe,
    /// A subscription is made.
    Subscribe,
    /// A lease is renewed.
    Renew,
    /// The session is kept alive.
    Heartbeat,
    /// The ready state is read or changed.
    Ready(ReadyCall),
    /// What is on the terminals?
    Round(RoundCall),
    /// The terminals were empty: look again.
    Terminals,
    /// The intrinsics of a contact.
    Intrinsics(ContactId),
    /// The address a contact comes from.
    CallingAddress(ContactId),
    /// What may be done with a contact in this stage.
    Capabilities(ContactId, Stage),
    /// A contact gets an activity code.
    Activity(ContactId),
    /// A contact is answered.
    Answer(ContactId),
    /// A contact is rejected.
    Reject(ContactId),
    /// A contact is released.
    Release(ContactId),
    /// The current step of a log-off.
    Parting,
    /// Nobody waits for the answer.
    Forgotten,
}
