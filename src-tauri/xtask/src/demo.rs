//! The demo: a contact centre, two agents and a supervisor on this machine.

use crate::failure::Outcome;
use crate::workspace::Workspace;

/// Internal option: already on a display of our own.
pub(crate) const ON_DISPLAY: &str = "--on-display";

/// What the command line asked for.
#[derive(Debug)]
pub(crate) struct Wish {
    /// How many desktops.
    pub(crate) windows: usize,
    /// Stop with success once all windows are ready.
    pub(crate) check: bool,
    /// Started again on an invisible display.
    pub(crate) on_display: bool,
}

/// Runs it.
pub(crate) fn demo(_: &Workspace, _: &Wish) -> Outcome {
    Ok(())
}
