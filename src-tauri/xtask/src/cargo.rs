//! Cargo as the chores use it: one selection of features, so that nothing is built twice.
//!
//! Cargo unites features over the packages it was asked for. Asking for the whole workspace
//! every time, and narrowing by target, keeps every step on the same build of every dependency.

use crate::failure::{Failure, Outcome};
use crate::run::Run;
use crate::say;
use crate::workspace::Workspace;
use serde_json::Value;

/// `cargo` with these words, in the root of the tree.
pub(crate) fn cargo(workspace: &Workspace, words: &str) -> Run {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut run = Run::new(program).args(words.split(' ')).dir(&workspace.root);
    // `cargo run` describes this package to us; to the next cargo that would be noise.
    for (name, _) in std::env::vars_os() {
        let name_text = name.to_string_lossy();
        if name_text.starts_with("CARGO_PKG_") || name_text.starts_with("CARGO_MANIFEST") {
            run = run.without_env(&name);
        }
    }
    if say::is_terminal() { run.env("CARGO_TERM_COLOR", "always") } else { run }
}

/// What cargo knows about the packages of the workspace: name, manifest, dependencies, targets.
pub(crate) fn packages(workspace: &Workspace) -> Outcome<Vec<Value>> {
    let printed = cargo(workspace, "metadata --no-deps --format-version 1").answer()?;
    let malformed = |why: String| Failure::Malformed { what: "cargo metadata".to_owned(), why };
    let metadata: Value =
        serde_json::from_str(&printed).map_err(|source| malformed(source.to_string()))?;
    let packages = metadata["packages"].as_array().cloned();
    packages.ok_or_else(|| malformed("it lists no packages".to_owned()))
}

/// The package selection of every step. A running program cannot be replaced on Windows, so
/// there this program leaves itself out.
pub(crate) const EVERYTHING: &str =
    if cfg!(windows) { "--workspace --exclude xtask" } else { "--workspace" };

/// Builds programs of the workspace in the debug profile.
///
/// `--examples` is there for its side effect: with it cargo counts development dependencies
/// when it unites features, as it does for tests, so programs and tests share one build.
pub(crate) fn build_programs(workspace: &Workspace, names: &[&str]) -> Run {
    let bins: Vec<String> = names.iter().map(|name| format!("--bin {name}")).collect();
    cargo(workspace, &format!("build {EVERYTHING} {} --examples", bins.join(" ")))
}
