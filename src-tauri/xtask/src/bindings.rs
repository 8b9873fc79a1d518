//! The TypeScript types of `ui-api`: written by its own test, checked by the same test.

use crate::cargo::{EVERYTHING, cargo};
use crate::failure::Outcome;
use crate::run::Run;
use crate::workspace::Workspace;

/// The variable that makes the test write instead of compare.
const UPDATE: &str = "UPDATE_BINDINGS";

/// Writes the types into the UI.
pub(crate) fn write(workspace: &Workspace) -> Outcome {
    test(workspace).env(UPDATE, "1").check()
}

/// The test that compares.
pub(crate) fn test(workspace: &Workspace) -> Run {
    cargo(workspace, &format!("test {EVERYTHING} --test bindings")).without_env(UPDATE)
}
