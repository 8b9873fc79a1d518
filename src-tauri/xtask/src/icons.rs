//! Every icon from one drawing.

use crate::failure::Outcome;
use crate::workspace::Workspace;

/// Draws them.
pub(crate) fn icons(_: &Workspace) -> Outcome {
    Ok(())
}
