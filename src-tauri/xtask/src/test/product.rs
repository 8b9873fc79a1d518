//! The product journeys: the built window on an invisible display with its own session bus.

use super::steps::counted;
use super::tally::{Tally, cargo_line};
use crate::cargo::{EVERYTHING, build_programs, cargo};
use crate::failure::{Failure, Outcome};
use crate::run::Run;
use crate::workspace::Workspace;

/// Where the journeys are written.
pub(super) const SOURCE: &str = "tests/tests/product.rs";
/// The longest the journeys may take once built, in seconds.
const LIMIT: u64 = 900;

/// Builds the window and runs the journeys through WebDriver.
pub(super) fn journeys(workspace: &Workspace, tally: &mut Tally) -> Outcome {
    if !cfg!(target_os = "linux") {
        return Err(Failure::missing("WebKitWebDriver", "the product journeys run on Linux only"));
    }
    if !workspace.path(SOURCE).is_file() {
        return Err(Failure::missing(SOURCE, "the product journeys are written there"));
    }
    build_programs(workspace, &["frontdesk", "desk"]).check()?;
    let test = format!("test {EVERYTHING} --test product");
    cargo(workspace, &format!("{test} --no-run")).check()?;
    let journeys = under_display(cargo(workspace, &test))
        .env("FRONTDESK_BIN", workspace.program("frontdesk"))
        .env("DESK_BIN", workspace.program("desk"));
    counted(journeys.within(LIMIT), tally, cargo_line)
}

/// The same on its own X display and session bus, both gone afterwards.
pub(crate) fn under_display(run: Run) -> Run {
    let screen = "-screen 0 1440x900x24";
    run.behind(&["xvfb-run", "-a", "-s", screen, "dbus-run-session", "--"])
}
