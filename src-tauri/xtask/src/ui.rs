//! The npm side: the UI's scripts and the browser journeys' scripts.

use crate::failure::{Failure, Outcome};
use crate::run::Run;
use crate::workspace::Workspace;

/// Folders with a `package.json` that set-up serves.
pub(crate) const NPM_FOLDERS: [&str; 2] = ["ui", "tests/browser"];

/// `npm` in a folder of the tree.
pub(crate) fn npm(workspace: &Workspace, folder: &str) -> Run {
    let program = if cfg!(windows) { "npm.cmd" } else { "npm" };
    Run::new(program)
        .dir(workspace.path(folder))
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
        .env("npm_config_update_notifier", "false")
        .env("npm_config_fund", "false")
        .env("npm_config_audit", "false")
}

/// One script of the folder's `package.json`; a missing folder is named.
pub(crate) fn script(workspace: &Workspace, folder: &str, name: &str) -> Outcome<Run> {
    if !workspace.path(folder).join("package.json").is_file() {
        return Err(Failure::missing(
            format!("{folder}/package.json"),
            format!("this step runs `npm run {name}` in {folder}/"),
        ));
    }
    Ok(npm(workspace, folder).args(["run", "--silent", name]))
}

/// Builds `ui/dist`, which the window embeds.
pub(crate) fn build(workspace: &Workspace) -> Outcome {
    script(workspace, "ui", "build")?.check()
}
