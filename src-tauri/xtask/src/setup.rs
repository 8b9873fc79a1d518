//! What a fresh machine needs before anything can be built; a second run finds it all done.

mod npm;
mod packages;
mod toolchain;

use crate::failure::Outcome;
use crate::say;
use crate::workspace::Workspace;

/// What the machine is set up for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum For {
    /// Building and seeing the desktop.
    Demo,
    /// The same, and every check and test.
    Test,
}

/// The set-up under its own heading.
pub(crate) fn setup(workspace: &Workspace, purpose: For) -> Outcome {
    say::heading("set-up: tools, system packages, npm packages");
    run(workspace, purpose)
}

/// Checks the tools, then installs system and npm packages that are missing.
pub(crate) fn run(workspace: &Workspace, purpose: For) -> Outcome {
    toolchain::check()?;
    packages::install(purpose)?;
    npm::install(workspace, purpose)
}
