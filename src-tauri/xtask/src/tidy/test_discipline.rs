//! A test runs, every time, and waits for conditions: no ignoring, skipping, sleeping or retrying.

use super::tree::{Source, Tree};
use super::{Finding, Rule};

pub(super) const RULE: Rule = Rule { name: "test-discipline", check };

/// What to look for, in which kinds of file, only in test files or everywhere, and the advice.
struct Ban {
    text: &'static str,
    kinds: &'static [&'static str],
    in_tests_only: bool,
    advice: &'static str,
}

const RUST: &[&str] = &["rs"];
const SCRIPT: &[&str] = &["ts", "js", "mjs"];
const RUNS: &str = "every test runs: repair it or remove it";
const WAITS: &str = "wait for a condition, not for a time";

/// Split so that this file may stand.
const BANS: &[Ban] = &[
    Ban { text: concat!("#[", "ignore"), kinds: RUST, in_tests_only: false, advice: RUNS },
    Ban { text: concat!("thread::", "sleep"), kinds: RUST, in_tests_only: false, advice: WAITS },
    Ban { text: concat!("time::", "sleep("), kinds: RUST, in_tests_only: true, advice: WAITS },
    Ban { text: concat!(" sleep", "("), kinds: RUST, in_tests_only: true, advice: WAITS },
    Ban { text: concat!(".ski", "p("), kinds: SCRIPT, in_tests_only: true, advice: RUNS },
    Ban { text: concat!(".onl", "y("), kinds: SCRIPT, in_tests_only: true, advice: RUNS },
    Ban { text: concat!(".fixm", "e("), kinds: SCRIPT, in_tests_only: true, advice: RUNS },
    Ban {
        text: concat!("waitFor", "Timeout("),
        kinds: SCRIPT,
        in_tests_only: false,
        advice: WAITS,
    },
    Ban {
        text: concat!("setTimeout", "(resolve"),
        kinds: SCRIPT,
        in_tests_only: true,
        advice: WAITS,
    },
];

fn check(tree: &Tree) -> Vec<Finding> {
    tree.files.iter().flat_map(|file| bans(file).chain(retries(file))).collect()
}

fn bans(file: &Source) -> impl Iterator<Item = Finding> {
    let banned = BANS
        .iter()
        .filter(|ban| ban.kinds.contains(&file.kind()) && (file.is_test() || !ban.in_tests_only));
    banned.flat_map(|ban| {
        let lines = file.lines().filter(|(_, line)| line.contains(ban.text));
        lines.map(|(number, _)| {
            Finding::new(&file.path, number, format!("`{}`: {}", ban.text.trim(), ban.advice))
        })
    })
}

/// Settings of the test runners that try a failed test again.
fn retries(file: &Source) -> impl Iterator<Item = Finding> {
    let is_setting = file.name() == "nextest.toml" || file.name().starts_with("playwright.config");
    let lines = file.lines().filter(move |(_, line)| is_setting && allows_retry(line));
    lines.map(|(number, _)| {
        Finding::new(&file.path, number, "a test that fails has failed: no retries")
    })
}

fn allows_retry(line: &str) -> bool {
    let setting = line.trim_start().strip_prefix("retries");
    let value =
        setting.map(|rest| rest.trim_start_matches([' ', '=', ':']).trim_end_matches([',', ' ']));
    value.is_some_and(|value| value != "0")
}

#[cfg(test)]
mod tests {
    use super::{Tree, check};

    fn found(path: &str, text: &str) -> usize {
        check(&Tree::sample(path, text)).len()
    }

    #[test]
    fn tests_that_run() {
        assert_eq!(found("tests/tests/a.rs", "it.iter().skip(1); wait_until(ready).await;\n"), 0);
        assert_eq!(found("src/driver.rs", "tokio::time::sleep(pause).await;\n"), 0);
        assert_eq!(found("tests/browser/playwright.config.ts", "  retries: 0,\n"), 0);
    }

    #[test]
    fn tests_that_may_not() {
        assert_eq!(found("src/a/tests.rs", concat!("#[", "ignore]\n")), 1);
        assert_eq!(found("tests/src/wait.rs", concat!("tokio::time::", "sleep(a).await;\n")), 1);
        assert_eq!(found("tests/browser/a.spec.ts", concat!("test.ski", "p('x')\n")), 1);
        assert_eq!(found("tests/browser/a.ts", concat!("page.waitFor", "Timeout(5)\n")), 1);
        assert_eq!(found("tests/browser/playwright.config.ts", "  retries: 2,\n"), 1);
        assert_eq!(found(".config/nextest.toml", "retries = 1\n"), 1);
    }
}
