//! One line of the trace, made from what passed between desk and drivers.

use desk_core::Millis;
use desk_core::cct::{CctInput, CctOutput};
use desk_core::ewc::{EwcInput, EwcOutput};

/// One line of the trace. It holds no text, no secret and no id in clear.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// When.
    pub at: Millis,
}

impl Entry {
    pub(crate) fn of_ewc_input(at: Millis, _input: &EwcInput) -> Option<Self> {
        Some(Self { at })
    }

    pub(crate) fn of_ewc_output(at: Millis, _output: &EwcOutput) -> Option<Self> {
        Some(Self { at })
    }

    pub(crate) fn of_cct_input(at: Millis, _input: &CctInput) -> Option<Self> {
        Some(Self { at })
    }

    pub(crate) fn of_cct_output(at: Millis, _output: &CctOutput) -> Option<Self> {
        Some(Self { at })
    }
}
