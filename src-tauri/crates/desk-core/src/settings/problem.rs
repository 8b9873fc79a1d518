//! What is wrong in a settings file: where, which entry, what was found, what is accepted.

use std::fmt;
use std::ops::Range;

use super::position;

/// One thing that could not be taken from a settings file; the entry keeps the value it had.
///
/// `Display` says all of it in one sentence for an administrator. No secret and no person's name
/// is ever in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file, as the caller named it.
    pub file: String,
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
    /// The entry as written in that file: `WebSocketURL`, `servers.ewc_url`; empty where the file
    /// as a whole cannot be read.
    pub entry: String,
    /// What is wrong; for code to match on.
    pub kind: ProblemKind,
    /// The offending value, shortened; none where it may be a secret or name a person.
    pub found: Option<String>,
    /// What is accepted in this place, in words, with an example where that helps.
    pub accepted: String,
}

/// What is wrong with an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProblemKind {
    /// The file is not well-formed here; what the parser said.
    Syntax {
        /// The parser's words.
        detail: String,
    },
    /// The file's bytes are no text that can be read.
    Encoding,
    /// The value is none of those accepted.
    BadValue,
    /// There is no such entry.
    UnknownEntry {
        /// The entry that was probably meant.
        suggestion: Option<String>,
    },
    /// The entry stands in the file more than once; the last one counts.
    Duplicate {
        /// Line of the one before.
        first_line: u32,
    },
    /// The value is fine by itself but not together with another entry.
    Conflict {
        /// The other entry.
        with: String,
    },
    /// An entry that a known one needs is not there.
    Missing,
    /// A password or token stands in the file.
    SecretInFile,
    /// The file was written for a newer program; nothing of it is used.
    NewerVersion,
    /// The `AppSettings.xml` that the file names could not be read.
    ImportMissing,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, line {}, column {}: ", self.file, self.line, self.column)?;
        if !self.entry.is_empty() {
            write!(f, "{}: ", self.entry)?;
        }
        match &self.kind {
            ProblemKind::Syntax { detail } => write!(f, "cannot be read ({detail})")?,
            ProblemKind::Encoding => f.write_str("the file is not readable text")?,
            ProblemKind::BadValue => match &self.found {
                Some(found) => write!(f, "{found} is not accepted")?,
                None => f.write_str("this value is not accepted")?,
            },
            ProblemKind::UnknownEntry { suggestion } => {
                f.write_str("there is no such entry")?;
                if let Some(suggestion) = suggestion {
                    write!(f, "; did you mean {suggestion}?")?;
                }
            }
            ProblemKind::Duplicate { first_line } => {
                write!(f, "stands also in line {first_line}; this one counts")?;
            }
            ProblemKind::Conflict { with } => write!(f, "does not go together with {with}")?,
            ProblemKind::Missing => f.write_str("is missing")?,
            ProblemKind::SecretInFile => {
                f.write_str("passwords and tokens are never read from a file")?;
            }
            ProblemKind::NewerVersion => {
                f.write_str("written for a newer Frontdesk")?;
                if let Some(found) = &self.found {
                    write!(f, " (version {found})")?;
                }
                f.write_str("; nothing of this file is used")?;
            }
            ProblemKind::ImportMissing => {
                f.write_str("the file named here could not be read")?;
                if let Some(found) = &self.found {
                    write!(f, " ({found})")?;
                }
            }
        }
        write!(f, ". Accepted: {}.", self.accepted.trim_end_matches('.'))
    }
}

impl std::error::Error for Problem {}

/// The problems of one file while it is read.
#[derive(Debug)]
pub(super) struct Report<'t> {
    pub(super) file: &'t str,
    pub(super) text: &'t str,
    pub(super) problems: Vec<Problem>,
}

impl<'t> Report<'t> {
    pub(super) fn new(file: &'t str, text: &'t str) -> Self {
        Self { file, text, problems: Vec::new() }
    }

    /// Notes a problem at a byte of the text.
    pub(super) fn add(
        &mut self,
        at: usize,
        entry: &str,
        kind: ProblemKind,
        found: Option<String>,
        accepted: &str,
    ) {
        let (line, column) = position::of(self.text, at);
        self.problems.push(Problem {
            file: self.file.to_owned(),
            line,
            column,
            entry: entry.replace(char::is_control, " "),
            kind,
            found,
            accepted: accepted.to_owned(),
        });
    }

    /// Says of the parser's problems on these lines which entry they are about.
    pub(super) fn explain(&mut self, lines: &Range<usize>, entry: &str, accepted: &str) {
        let lines = self.line(lines.start)..=self.line(lines.end);
        for problem in &mut self.problems {
            let by_parser = matches!(problem.kind, ProblemKind::Syntax { .. });
            if by_parser && lines.contains(&problem.line) {
                entry.clone_into(&mut problem.entry);
                accepted.clone_into(&mut problem.accepted);
            }
        }
    }

    pub(super) fn line(&self, at: usize) -> u32 {
        position::of(self.text, at).0
    }
}

/// A parser's words on one line.
pub(super) fn one_line(words: &str) -> String {
    words.replace(char::is_control, " ")
}

/// A value for a message: in quotes, control characters escaped, cut at 80 characters.
pub(super) fn quoted(value: &str) -> String {
    let short: String = value.chars().take(80).collect();
    let cut = if short.len() < value.len() { "…" } else { "" };
    format!("\"{}{cut}\"", short.escape_debug())
}

/// Where a secret belongs instead; what to accept in its place.
pub(super) const SECRET_ACCEPTED: &str = "nothing: remove the entry; the password is typed at \
     sign-in, where \"remember\" keeps it in the system's keychain";

/// Whether an entry's name says that its value is a secret.
pub(super) fn names_a_secret(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    ["password", "passwd", "passphrase", "passcode", "pwd", "secret", "token", "credential"]
        .iter()
        .any(|word| name.contains(word))
}
