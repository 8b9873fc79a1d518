//! Rust and Node: present, new enough, with the parts the checks use.

use crate::failure::{Failure, Outcome};
use crate::run::Run;
use crate::say;

/// The oldest Rust, as `Cargo.toml` says.
const RUST: &str = env!("CARGO_PKG_RUST_VERSION");
/// The oldest Node that runs the UI's tools.
const NODE: &str = "20.19";

/// Checks both and names what is wrong.
pub(super) fn check() -> Outcome {
    let rust = version_of("rustc", "rustup update stable, or https://rustup.rs")?;
    at_least("Rust", &rust, RUST, "rustup update stable")?;
    let node = version_of("node", "Install Node 20 LTS or newer: https://nodejs.org")?;
    at_least("Node", &node, NODE, "Install Node 20 LTS or newer: https://nodejs.org")?;
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let npm = version_of(npm, "npm comes with Node: https://nodejs.org")?;
    for (command, component) in [("clippy-driver", "clippy"), ("rustfmt", "rustfmt")] {
        if !Run::words(&format!("{command} --version")).succeeds() {
            Run::words(&format!("rustup component add {component}")).check()?;
        }
    }
    say::line(&format!("Rust {rust}, Node {node}, npm {npm}"));
    Ok(())
}

fn version_of(program: &str, advice: &str) -> Outcome<String> {
    let printed = Run::new(program)
        .args(["--version"])
        .printed()
        .map_err(|_| Failure::missing(program, advice))?;
    first_version(&printed).ok_or_else(|| Failure::Malformed {
        what: format!("`{program} --version`"),
        why: format!("no version number in `{}`", printed.trim()),
    })
}

fn at_least(name: &str, have: &str, need: &str, advice: &str) -> Outcome {
    if numbers(have) >= numbers(need) {
        return Ok(());
    }
    Err(Failure::missing(format!("{name} {need} or newer (this is {have})"), advice))
}

/// The first word that starts with a digit, without a leading `v`.
fn first_version(printed: &str) -> Option<String> {
    let mut words = printed.split_whitespace().map(|word| word.trim_start_matches('v'));
    words.find(|word| word.starts_with(|c: char| c.is_ascii_digit())).map(str::to_owned)
}

fn numbers(version: &str) -> Vec<u32> {
    let plain = version.split(['-', '+']).next().unwrap_or_default();
    plain.split('.').map(|part| part.parse().unwrap_or(0)).collect()
}

#[cfg(test)]
mod tests {
    use super::{at_least, first_version};

    #[test]
    fn versions_are_found_in_what_the_tools_print() {
        let rust = first_version("rustc 1.95.0 (59807616e 2026-04-14)\n");
        assert_eq!(rust.as_deref(), Some("1.95.0"));
        assert_eq!(first_version("v20.20.2\n").as_deref(), Some("20.20.2"));
        assert_eq!(first_version("no number here"), None);
    }

    #[test]
    fn versions_compare_as_numbers() {
        assert!(at_least("Node", "20.20.2", "20.19", "").is_ok());
        assert!(at_least("Rust", "1.100.0-nightly", "1.95", "").is_ok());
        assert!(at_least("Node", "18.19.0", "20.19", "").is_err());
    }
}
