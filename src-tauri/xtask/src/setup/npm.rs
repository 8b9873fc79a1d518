//! npm packages: installed from the lock file, again only when the lock file changed.

use super::For;
use crate::failure::{Failure, Outcome};
use crate::say;
use crate::ui::{NPM_FOLDERS, npm};
use crate::workspace::Workspace;
use std::path::Path;

/// Installs the packages of every npm folder the purpose uses.
pub(super) fn install(workspace: &Workspace, purpose: For) -> Outcome {
    for folder in NPM_FOLDERS {
        if purpose == For::Demo && folder != "ui" {
            continue;
        }
        install_folder(workspace, folder)?;
    }
    Ok(())
}

fn install_folder(workspace: &Workspace, folder: &str) -> Outcome {
    let dir = workspace.path(folder);
    if !dir.join("package.json").is_file() {
        say::line(&format!("{folder}: no package.json, nothing to install"));
        return Ok(());
    }
    let lock = dir.join("package-lock.json");
    let lock_text = std::fs::read_to_string(&lock).map_err(|_| {
        Failure::missing(
            format!("{folder}/package-lock.json"),
            format!("run `npm install` in {folder}/ and commit the lock file"),
        )
    })?;
    let stamp = workspace.target.join("setup").join(format!("{}.lock", folder.replace('/', "-")));
    if is_current(&stamp, &lock_text) && dir.join("node_modules").is_dir() {
        say::line(&format!("{folder}: npm packages are current"));
        return Ok(());
    }
    say::line(&format!("{folder}: npm ci"));
    npm(workspace, folder).args(["ci"]).check()?;
    write(&stamp, &lock_text)
}

/// The stamp is a copy of the lock file the packages came from.
fn is_current(stamp: &Path, lock_text: &str) -> bool {
    std::fs::read_to_string(stamp).is_ok_and(|stamped| stamped == lock_text)
}

fn write(path: &Path, text: &str) -> Outcome {
    if let Some(dir) = path.parent() {
        std::fs::create_dir_all(dir).map_err(Failure::file(dir))?;
    }
    std::fs::write(path, text).map_err(Failure::file(path))
}
