//! The packages this system can build, by the Tauri bundler.

use crate::failure::Outcome;
use crate::run::Run;
use crate::workspace::Workspace;
use crate::{say, setup, ui};
use std::path::{Path, PathBuf};

/// The bundler. It is no dependency of the UI: its lock file would have to name the binaries of
/// every system, which not every registry mirror holds, and only this chore uses it.
const BUNDLER: &str = "@tauri-apps/cli@2.12.5";

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
    let tauri = bundler(workspace)?;
    say::heading(&format!("packages: {KINDS}"));
    Run::new(tauri).args(["build", "--bundles", KINDS]).dir(workspace.path("src-tauri")).check()?;
    say::line(&format!("in {}", workspace.target.join("release/bundle").display()));
    Ok(())
}

/// The bundler's program, installed below the target folder at the first use.
fn bundler(workspace: &Workspace) -> Outcome<PathBuf> {
    let folder = workspace.target.join("bundler").join(BUNDLER.replace(['/', '@'], "-"));
    let name = if cfg!(windows) { "tauri.cmd" } else { "tauri" };
    let program = folder.join("node_modules/.bin").join(name);
    if !program.exists() {
        say::heading(&format!("{BUNDLER}: installing it once"));
        install(workspace, &folder)?;
    }
    Ok(program)
}

fn install(workspace: &Workspace, folder: &Path) -> Outcome {
    ui::npm(workspace, "ui")
        .args(["install", "--no-save", "--prefix"])
        .args([folder])
        .args([BUNDLER])
        .check()
}
