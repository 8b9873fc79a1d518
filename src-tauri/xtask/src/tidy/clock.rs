//! Time is an argument: a clock is read in one file of the desk and one of the simulator.

use super::tree::{Source, Tree};
use super::{Finding, Rule};

pub(super) const RULE: Rule = Rule { name: "clock", check };

/// The two clocks.
const CLOCKS: [&str; 2] = [
    "src-tauri/crates/desk-runtime/src/clock.rs",
    "src-tauri/crates/contact-center-sim/src/serve/clock.rs",
];

/// Ways to read a clock.
const READINGS: [&str; 5] =
    ["Instant::now", "SystemTime::now", "Utc::now", "Local::now", ".elapsed()"];

fn check(tree: &Tree) -> Vec<Finding> {
    let files = tree.of_kind(&["rs"]).filter(|file| !may_read(file));
    files.flat_map(readings).collect()
}

fn may_read(file: &Source) -> bool {
    CLOCKS.contains(&file.path.as_str())
        || file.is_test()
        || file.path.contains("/benches/")
        || file.path.starts_with("src-tauri/xtask/")
}

fn readings(file: &Source) -> Vec<Finding> {
    let code =
        file.lines().map(|(number, line)| (number, line.split("//").next().unwrap_or_default()));
    let found = code.flat_map(|(number, code)| {
        let readings = READINGS.iter().filter(move |reading| code.contains(**reading));
        readings.map(move |reading| (number, reading))
    });
    found
        .map(|(number, reading)| {
            Finding::new(
                &file.path,
                number,
                format!("`{reading}` reads a clock: take time as an argument"),
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{CLOCKS, Tree, check};

    #[test]
    fn only_the_clock_reads_a_clock() {
        let text = "//! A file.\nlet now = Instant::now();\n";
        assert_eq!(check(&Tree::sample("src-tauri/crates/desk-core/src/desk.rs", text)).len(), 1);
        assert_eq!(check(&Tree::sample(CLOCKS[0], text)).len(), 0);
        assert_eq!(check(&Tree::sample("tests/src/wait.rs", text)).len(), 0);
    }

    #[test]
    fn speaking_of_a_clock_is_allowed() {
        let text = "/// Never `Instant::now`.\nfn a(now: Instant) {}\n";
        assert_eq!(check(&Tree::sample("src/a.rs", text)).len(), 0);
    }
}
