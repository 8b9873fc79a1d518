//! Lines for the person or program at the other end.

use std::io::{self, Write as _};

/// A line on standard output, at once. Where nobody reads any more, nobody misses it.
pub(crate) fn say(line: &str) {
    let mut out = io::stdout().lock();
    let _ = writeln!(out, "{line}").and_then(|()| out.flush());
}

/// A line on standard error.
pub(crate) fn complain(line: &str) {
    let _ = writeln!(io::stderr().lock(), "{line}");
}
