//! Envelopes, and how the switches dress frames for agents.

use crate::center::{Center, DropReason, Guid};

impl Center {
    pub(crate) fn leave_after_disconnect(&mut self, _agent: &str, _guid: Guid) {
        let _ = DropReason::Closed;
    }

    pub(crate) fn consult_refused(&mut self, _agent: &str, _guid: Guid, _scenario: &'static str) {}
}
