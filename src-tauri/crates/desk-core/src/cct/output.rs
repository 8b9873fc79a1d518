//! What the CCT session wants done.

use super::event::CctEvent;
use super::input::CallId;

/// Something to do outside, or to tell the desk.
#[derive(Clone)]
pub enum CctOutput {
    /// Post this body; answer with `CctInput::Replied`.
    Call {
        /// The number to answer with.
        call: CallId,
        /// The whole URL of the service.
        url: String,
        /// The `SOAPAction` header's value, quotes included.
        soap_action: String,
        /// The envelope; holds secrets and customer data.
        body: String,
        /// Give up after this many milliseconds.
        timeout_ms: i64,
        /// True to resolve the name and connect anew (after a server change or a loss).
        fresh: bool,
    },
    /// Open the notification listener.
    Listen,
    /// Close the notification listener.
    StopListening,
    /// Tell the desk.
    Event(CctEvent),
}

impl std::fmt::Debug for CctOutput {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Call { call, soap_action, .. } => write!(f, "Call({}, {soap_action})", call.0),
            Self::Listen => f.write_str("Listen"),
            Self::StopListening => f.write_str("StopListening"),
            Self::Event(event) => write!(f, "Event({event:?})"),
        }
    }
}
