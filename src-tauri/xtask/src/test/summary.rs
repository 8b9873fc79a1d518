//! The table at the end, and the closing line for whoever reads only that.

use super::tally::Tally;
use crate::say;
use crate::stopwatch::clock_face;
use std::time::Duration;

/// How a step ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    Passed,
    Failed,
    NotRun,
}

/// One line of the table.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) name: &'static str,
    pub(super) ending: Ending,
    pub(super) tally: Tally,
    pub(super) time: Duration,
}

impl Row {
    /// A step that an earlier failure kept from running.
    pub(super) fn not_run(name: &'static str) -> Self {
        Self { name, ending: Ending::NotRun, tally: Tally::default(), time: Duration::ZERO }
    }
}

/// Prints the table; the last line is the closing line and nothing else.
pub(super) fn print(rows: &[Row]) {
    say::heading("summary");
    println!("   {:<10} {:>7} {:>8} {:>7} {:>8}  time", "step", "", "passed", "failed", "skipped");
    for row in rows {
        println!("   {}", table_line(row));
    }
    println!("\n{}", closing_line(rows));
}

fn table_line(row: &Row) -> String {
    let ending = match row.ending {
        Ending::Passed => "ok",
        Ending::Failed => "FAILED",
        Ending::NotRun => "not run",
    };
    let Tally { passed, failed, skipped } = row.tally;
    let time = clock_face(row.time);
    format!("{:<10} {ending:>7} {passed:>8} {failed:>7} {skipped:>8}  {time}", row.name)
}

fn closing_line(rows: &[Row]) -> String {
    let mut all = Tally::default();
    rows.iter().for_each(|row| all.add(row.tally));
    format!("{} passed, {} failed, {} skipped", all.passed, all.failed, all.skipped)
}

#[cfg(test)]
mod tests {
    use super::{Ending, Row, closing_line, table_line};
    use crate::test::tally::Tally;
    use std::time::Duration;

    #[test]
    fn the_closing_line_adds_up_all_steps() {
        let row = |passed, failed| Row {
            name: "rust",
            ending: Ending::Passed,
            tally: Tally { passed, failed, skipped: 1 },
            time: Duration::from_secs(61),
        };
        assert_eq!(closing_line(&[row(3, 0), row(4, 1)]), "7 passed, 1 failed, 2 skipped");
        assert!(table_line(&row(3, 0)).ends_with("1:01"));
    }

    #[test]
    fn what_did_not_run_says_so() {
        assert!(table_line(&Row::not_run("docs")).contains("not run"));
    }
}
