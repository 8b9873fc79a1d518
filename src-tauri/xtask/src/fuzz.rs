//! A short fuzz run of both decoders.

use crate::failure::Outcome;
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
    for decoder in DECODERS {
        say::heading(&format!("{decoder}: {seconds} s"));
        let time = format!("-max_total_time={seconds}");
        cargo(workspace, "fuzz run decode --")
            .args([time, "-rss_limit_mb=2048".to_owned(), "-timeout=10".to_owned()])
            .dir(workspace.path(decoder))
            // The sanitizer needs unstable flags; the stable compiler of the project will do.
            .env("RUSTC_BOOTSTRAP", "1")
            .check()?;
    }
    Ok(())
}
