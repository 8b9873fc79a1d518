//! What can go wrong in a chore: each says what failed, why, and what to try.

use std::fmt;
use std::path::PathBuf;

/// The result of a chore.
pub(crate) type Outcome<T = ()> = Result<T, Failure>;

/// Why a chore stopped.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The command line made no sense.
    Usage(String),
    /// A command could not be started at all.
    Start { line: String, source: std::io::Error },
    /// A command ran and said no.
    Command { line: String, code: Option<i32> },
    /// A command or a condition took longer than it may.
    TooSlow { what: String },
    /// Something the machine or the tree must have is not there.
    Missing { what: String, advice: String },
    /// A file could not be read or written.
    File { path: PathBuf, source: std::io::Error },
    /// A file or an answer was not what it must be.
    Malformed { what: String, why: String },
    /// Checks ran and found something; the findings are already printed.
    Found { what: String, count: usize },
}

impl Failure {
    /// A file error with its path.
    pub(crate) fn file(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.into();
        move |source| Self::File { path, source }
    }

    /// A missing thing and the way to get it.
    pub(crate) fn missing(what: impl Into<String>, advice: impl Into<String>) -> Self {
        Self::Missing { what: what.into(), advice: advice.into() }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(why) => write!(f, "{why}\nTry: cargo xtask help"),
            Self::Start { line, source } => {
                write!(
                    f,
                    "could not start `{line}`: {source}\nIs the program installed and in PATH?"
                )
            }
            Self::Command { line, code: Some(code) } => {
                write!(f, "`{line}` ended with code {code}; its own words are above")
            }
            Self::Command { line, code: None } => write!(f, "`{line}` was stopped by a signal"),
            Self::TooSlow { what } => {
                write!(f, "{what}: not done in the time it has, so it was stopped")
            }
            Self::Missing { what, advice } => write!(f, "{what} is missing\n{advice}"),
            Self::File { path, source } => write!(f, "{}: {source}", path.display()),
            Self::Malformed { what, why } => write!(f, "{what}: {why}"),
            Self::Found { what, count } => write!(f, "{what}: {count} found, listed above"),
        }
    }
}
