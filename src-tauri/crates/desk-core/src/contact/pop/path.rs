//! What a screen pop opens, as it is written down: an address or a program line with gaps.
//!
//! The gaps are filled when the pop opens. What is filled in can come from a customer, so the
//! line is taken apart before: a value stays inside its own part of the address or its own
//! argument, and host, scheme and program are never filled in.

mod parse;
mod program;
mod web;

use log_safe::Private;

use super::PopTarget;
use crate::failure::{Failure, FailureKind};
use crate::settings::Pops;

pub use web::allows_host;

/// An address or a program line with gaps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PopPath(Line);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Line {
    Web(Vec<Piece>),
    Program(Vec<Word>),
}

/// One argument.
type Word = Vec<Piece>;

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    /// May hold a token.
    Text(Private<String>),
    Gap(Gap),
}

/// What a gap is filled with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gap {
    /// The contact id: `%VALUE%`.
    ContactId,
    /// The intrinsic of this key: `{Skillset}`.
    Named(String),
    /// The intrinsic that the pop's parameters name at this place, from 0: `{0}`.
    Numbered(usize),
}

/// Why a text is no address and no program line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PathFault {
    /// There is nothing.
    Empty,
    /// A gap stands where the host or the program is named.
    OpenHost,
    /// It is no address.
    BadAddress,
    /// A quote or brace is not closed.
    Unclosed,
}

impl PopPath {
    /// Reads what the server sends: `%VALUE%` is the only gap.
    ///
    /// # Errors
    /// See [`PathFault`].
    pub fn of_server(text: &str) -> Result<Self, PathFault> {
        Self::of(parse::value_gaps(text))
    }

    /// Reads what the settings say: `{KEY}`, `{0}` and `%VALUE%` are gaps, `{{` and `}}` braces.
    ///
    /// # Errors
    /// See [`PathFault`].
    pub fn of_settings(text: &str) -> Result<Self, PathFault> {
        Self::of(parse::braced_gaps(text)?)
    }

    fn of(pieces: Vec<Piece>) -> Result<Self, PathFault> {
        if web::is_address(&pieces) {
            web::checked(pieces).map(|pieces| Self(Line::Web(pieces)))
        } else {
            program::words(pieces).map(|words| Self(Line::Program(words)))
        }
    }

    /// True for a page.
    pub const fn is_web(&self) -> bool {
        matches!(self.0, Line::Web(_))
    }

    /// The host of a page.
    pub fn host(&self) -> Option<String> {
        match &self.0 {
            Line::Web(pieces) => web::reference(pieces)?.host_str().map(str::to_owned),
            Line::Program(_) => None,
        }
    }

    /// What it is filled with, in order.
    pub fn gaps(&self) -> Vec<&Gap> {
        let pieces: Vec<&Piece> = match &self.0 {
            Line::Web(pieces) => pieces.iter().collect(),
            Line::Program(words) => words.iter().flatten().collect(),
        };
        let gap = |piece: &&Piece| matches!(piece, Piece::Gap(_));
        let gaps = pieces.into_iter().filter(gap);
        gaps.filter_map(|piece| if let Piece::Gap(gap) = piece { Some(gap) } else { None })
            .collect()
    }

    /// Fills the gaps, where the settings allow what it opens.
    ///
    /// # Errors
    /// [`FailureKind::PopNotAllowed`], which names the host or the program only.
    pub fn fill(&self, rules: &Pops, value: impl Fn(&Gap) -> String) -> Result<PopTarget, Failure> {
        /// Longer values are cut: no address and no command line takes them.
        const LONGEST: usize = 1_000;
        let value = |gap: &Gap| -> String {
            let clean = |c: &char| !c.is_control();
            let value: String = value(gap).chars().filter(clean).collect();
            value.trim().chars().take(LONGEST).collect()
        };
        match &self.0 {
            Line::Web(pieces) => web::fill(pieces, &rules.allowed_hosts, value),
            Line::Program(words) => program::fill(words, &rules.allowed_programs, value),
        }
    }
}

/// The settings do not allow it; the text names a host or a program, never more.
fn not_allowed(name: &str) -> Failure {
    Failure::of(FailureKind::PopNotAllowed(name.to_owned()))
}

/// What to call a path that cannot be read: the first word without its folder, query or address.
pub(crate) fn shown_name(text: &str) -> String {
    const LONGEST: usize = 60;
    let word = text.split_whitespace().next().unwrap_or_default().trim_matches('"');
    let word = word.split(['?', '#', '%', '{', '@', '=']).next().unwrap_or_default();
    let name = word.rsplit(['/', '\\']).find(|part| !part.is_empty()).unwrap_or_default();
    // `javascript:…` and its like are named by their scheme.
    let name = name.split(':').next().unwrap_or_default();
    name.chars().take(LONGEST).collect()
}

#[cfg(test)]
mod tests;
