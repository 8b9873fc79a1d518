//! Everything the chores print about themselves, in one style.

use crate::failure::Failure;
use std::io::IsTerminal;

/// A heading before a longer piece of work.
pub(crate) fn heading(text: &str) {
    println!("\n{}", bold(&format!("── {text}")));
}

/// One line of progress.
pub(crate) fn line(text: &str) {
    println!("   {text}");
}

/// The reason a chore stopped.
pub(crate) fn failure(failure: &Failure) {
    eprintln!("\nxtask: {failure}");
}

/// Whether a person is looking at the output.
pub(crate) fn is_terminal() -> bool {
    std::io::stdout().is_terminal()
}

fn bold(text: &str) -> String {
    if is_terminal() { format!("\u{1b}[1m{text}\u{1b}[0m") } else { text.to_owned() }
}
