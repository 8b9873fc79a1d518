//! The table of steps.

use super::tally::{Tally, cargo_line, playwright_line, vitest_line};
use super::{Step, product};
use crate::cargo::{EVERYTHING, cargo};
use crate::failure::{Failure, Outcome};
use crate::run::Run;
use crate::workspace::Workspace;
use crate::{bindings, setup, tidy, ui};

/// All of them, in order.
pub(crate) const STEPS: &[Step] = &[
    Step {
        name: "setup",
        what: "tools, system packages, npm packages",
        run: |workspace, _| setup::run(workspace, setup::For::Test),
    },
    Step {
        name: "fmt",
        what: "Rust sources are formatted",
        run: |workspace, _| cargo(workspace, "fmt --all --check").check(),
    },
    Step {
        name: "tidy",
        what: "the project's own rules",
        run: |workspace, _| tidy::tidy(workspace),
    },
    Step { name: "ui", what: "types, lint, unit tests, build", run: ui_checks },
    Step {
        name: "bindings",
        what: "the UI's types are those of ui-api",
        // Not counted: the same test is counted once more among all Rust tests.
        run: |workspace, _| bindings::test(workspace).check(),
    },
    Step { name: "clippy", what: "lints, warnings are errors", run: clippy },
    Step {
        name: "build",
        what: "the programs the journeys drive",
        run: |workspace, _| {
            cargo(workspace, &format!("build {EVERYTHING} --bins --examples")).check()
        },
    },
    Step { name: "rust", what: "every Rust test but the window's", run: rust_tests },
    Step {
        name: "docs",
        what: "documentation builds without a warning",
        run: |workspace, _| {
            // --lib --examples, not the default: the same united features as everywhere.
            cargo(workspace, &format!("doc {EVERYTHING} --no-deps --lib --examples"))
                .env("RUSTDOCFLAGS", "-D warnings")
                .check()
        },
    },
    Step { name: "browser", what: "journeys in Chromium", run: browser_journeys },
    Step { name: "product", what: "journeys in the built window", run: product::journeys },
];

/// The longest the browser journeys may take, in seconds.
const LIMIT: u64 = 900;

fn ui_checks(workspace: &Workspace, tally: &mut Tally) -> Outcome {
    ui::script(workspace, "ui", "check")?.check()?;
    ui::script(workspace, "ui", "lint")?.check()?;
    let tests = ui::script(workspace, "ui", "test")?.env("CI", "true");
    counted(tests, tally, vitest_line)?;
    ui::build(workspace)
}

fn clippy(workspace: &Workspace, _: &mut Tally) -> Outcome {
    let lint = |targets: &str| {
        cargo(workspace, &format!("clippy {EVERYTHING} {targets} -- -D warnings")).check()
    };
    lint("--all-targets")?;
    // "All" leaves out targets that `cargo test` does not run by itself.
    if workspace.path(product::SOURCE).is_file() { lint("--test product") } else { Ok(()) }
}

fn rust_tests(workspace: &Workspace, tally: &mut Tally) -> Outcome {
    let tests = cargo(workspace, &format!("test {EVERYTHING} --no-fail-fast"));
    counted(tests, tally, cargo_line)
}

fn browser_journeys(workspace: &Workspace, tally: &mut Tally) -> Outcome {
    let journeys = ui::script(workspace, "tests/browser", "test")?
        .env("CI", "true")
        .env("DEV_HOST_BIN", workspace.program("dev-host"))
        .env("DESK_BIN", workspace.program("desk"))
        .env("CHROMIUM_BIN", chromium());
    counted(journeys.within(LIMIT), tally, playwright_line)
}

/// Debian's Chromium, or whatever the person prefers.
fn chromium() -> std::ffi::OsString {
    std::env::var_os("CHROMIUM_BIN").unwrap_or_else(|| "/usr/bin/chromium".into())
}

/// Runs a test command, adding up what it says; running no test at all is a failure.
pub(super) fn counted(run: Run, tally: &mut Tally, read: fn(&str) -> Option<Tally>) -> Outcome {
    let what = run.line();
    let verdict = run.watched(|line| {
        if let Some(more) = read(line) {
            tally.add(more);
        }
    });
    verdict?;
    if tally.is_empty() {
        return Err(Failure::Malformed { what, why: "it ran no test at all".to_owned() });
    }
    Ok(())
}
