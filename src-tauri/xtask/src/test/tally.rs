//! How many tests ran, read from what the test programs print.

use std::iter::Peekable;

/// Counted tests.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) passed: usize,
    pub(super) failed: usize,
    pub(super) skipped: usize,
}

impl Tally {
    /// Adds another count.
    pub(super) fn add(&mut self, more: Self) {
        self.passed += more.passed;
        self.failed += more.failed;
        self.skipped += more.skipped;
    }

    /// Whether no test was seen.
    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// A step that failed without a failed test (a lint, a build) counts as one.
    pub(super) fn count_failed_step(&mut self) {
        self.failed = self.failed.max(1);
    }
}

/// Cargo: `test result: ok. 5 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; …`.
pub(super) fn cargo_line(line: &str) -> Option<Tally> {
    let plain = without_colours(line);
    Some(pairs(plain.trim().strip_prefix("test result: ")?))
}

/// Vitest: `Tests  2 failed | 10 passed | 1 skipped (13)`.
pub(super) fn vitest_line(line: &str) -> Option<Tally> {
    let plain = without_colours(line);
    Some(pairs(plain.trim().strip_prefix("Tests ")?))
}

/// Playwright, one count a line: `7 passed (12.3s)`.
pub(super) fn playwright_line(line: &str) -> Option<Tally> {
    let plain = without_colours(line);
    let words: Vec<&str> = plain.split_whitespace().collect();
    let is_count = matches!(
        words.as_slice(),
        [number, "passed" | "failed" | "skipped" | "flaky" | "interrupted", ..]
        | [number, "did", "not", "run", ..] if number.parse::<usize>().is_ok()
    );
    is_count.then(|| pairs(&plain))
}

/// Sums every "number word" pair. A test that needed a second try (flaky) or never ran failed.
fn pairs(text: &str) -> Tally {
    let mut tally = Tally::default();
    let mut words = text.split(|c: char| c.is_whitespace() || c == ';').peekable();
    while let Some(word) = words.next() {
        let Ok(number) = word.parse::<usize>() else { continue };
        match next_word(&mut words) {
            Some("passed") => tally.passed += number,
            Some("failed" | "flaky" | "interrupted" | "did") => tally.failed += number,
            Some("ignored" | "skipped" | "todo") => tally.skipped += number,
            _ => {}
        }
    }
    tally
}

fn next_word<'a>(words: &mut Peekable<impl Iterator<Item = &'a str>>) -> Option<&'a str> {
    while words.next_if(|word| word.is_empty()).is_some() {}
    words.peek().copied()
}

fn without_colours(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut chars = line.chars();
    while let Some(c) = chars.next() {
        if c == '\u{1b}' {
            // ESC [ numbers letter
            let _ = chars.by_ref().find(char::is_ascii_alphabetic);
        } else {
            plain.push(c);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::{Tally, cargo_line, playwright_line, vitest_line};

    fn tally(passed: usize, failed: usize, skipped: usize) -> Option<Tally> {
        Some(Tally { passed, failed, skipped })
    }

    #[test]
    fn cargo_says() {
        let line = "test result: FAILED. 5 passed; 2 failed; 1 ignored; 0 measured; 3 filtered out";
        assert_eq!(cargo_line(line), tally(5, 2, 1));
        assert_eq!(
            cargo_line("test result: \u{1b}[32mok\u{1b}[m. 4 passed; 0 failed"),
            tally(4, 0, 0)
        );
        assert_eq!(cargo_line("test it::passed ... ok"), None);
    }

    #[test]
    fn vitest_says() {
        let line = "\u{1b}[2m      Tests \u{1b}[22m \u{1b}[31m2 failed\u{1b}[39m | \u{1b}[32m10 passed\u{1b}[39m (12)";
        assert_eq!(vitest_line(line), tally(10, 2, 0));
        assert_eq!(vitest_line(" Test Files  3 passed (3)"), None);
    }

    #[test]
    fn playwright_says() {
        assert_eq!(playwright_line("  7 passed (12.3s)"), tally(7, 0, 0));
        assert_eq!(playwright_line("  1 failed"), tally(0, 1, 0));
        assert_eq!(playwright_line("  2 did not run"), tally(0, 2, 0));
        assert_eq!(playwright_line("Running 7 tests using 1 worker"), None);
        assert_eq!(playwright_line("  ✓  1 sign-in.spec.ts:3:1 › 2 passed pages"), None);
    }

    #[test]
    fn a_failed_lint_shows_in_the_closing_line() {
        let mut none = Tally::default();
        none.count_failed_step();
        assert_eq!(none.failed, 1);
    }
}
