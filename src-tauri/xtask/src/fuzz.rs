//! A short fuzz run of both decoders.

use crate::failure::{Failure, Outcome};
use crate::run::Run;
use crate::workspace::Workspace;
use crate::{cargo::cargo, say};

/// The crates with a `fuzz/` folder whose target is called `decode`.
const DECODERS: [&str; 2] = ["src-tauri/crates/ewc-wire", "src-tauri/crates/cct-wire"];

/// Fuzzes each decoder for so many seconds; a crash is a failure and leaves its input behind.
pub(crate) fn fuzz(workspace: &Workspace, seconds: u64) -> Outcome {
    if !Run::words("cargo fuzz --version").succeeds() {
        say::heading("cargo-fuzz is missing: installing it once");
        cargo(workspace, "install cargo-fuzz --locked").check()?;
    }
    DECODERS.iter().try_for_each(|decoder| fuzz_one(workspace, decoder, seconds))
}

fn fuzz_one(workspace: &Workspace, decoder: &str, seconds: u64) -> Outcome {
    say::heading(&format!("{decoder}: {seconds} s"));
    let home = workspace.path(decoder);
    // What the fuzzer finds goes into the first folder, which git ignores; others are only read.
    let corpus = home.join("fuzz/corpus/decode");
    std::fs::create_dir_all(&corpus).map_err(Failure::file(&corpus))?;
    let seeds = Some(home.join("tests/fixtures")).filter(|fixtures| fixtures.is_dir());
    cargo(workspace, "fuzz run decode")
        .args(std::iter::once(corpus).chain(seeds))
        .args(["--", "-rss_limit_mb=2048", "-timeout=10"])
        .args([format!("-max_total_time={seconds}")])
        .dir(&home)
        // The sanitizer needs unstable flags; the stable compiler of the project will do.
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_TARGET_DIR", workspace.target.join("fuzz"))
        .check()
}
