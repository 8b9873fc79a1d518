//! The packages this system can build, by the Tauri bundler.

use crate::failure::{Failure, Outcome};
use crate::run::Run;
use crate::workspace::Workspace;
use crate::{say, setup, ui};

/// What the bundler makes here. AppImage is left out: its tools come from the network.
const KINDS: &str = if cfg!(windows) {
    "msi"
} else if cfg!(target_os = "macos") {
    "app,dmg"
} else {
    "deb,rpm"
};

/// Builds the UI, then the release build and its packages.
pub(crate) fn bundle(workspace: &Workspace) -> Outcome {
    setup::setup(workspace, setup::For::Demo)?;
    say::heading("ui");
    ui::build(workspace)?;
    say::heading(&format!("packages: {KINDS}"));
    let program = if cfg!(windows) { "tauri.cmd" } else { "tauri" };
    let tauri = workspace.path("ui/node_modules/.bin").join(program);
    if !tauri.exists() {
        return Err(Failure::missing(
            "ui/node_modules/.bin/tauri",
            "ui/package.json must list @tauri-apps/cli",
        ));
    }
    Run::new(tauri).args(["build", "--bundles", KINDS]).dir(workspace.path("src-tauri")).check()?;
    say::line(&format!("in {}", workspace.target.join("release/bundle").display()));
    Ok(())
}
