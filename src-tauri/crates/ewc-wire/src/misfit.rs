//! Why a value of a known message did not fit its type, as a field path without content.

use std::fmt;

/// What was wrong with one field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The field is absent or null.
    Missing,
    /// The field is there, but is not what the documents say it is.
    WrongType,
}

/// The field that kept a known message from being read.
///
/// The path is made of the field names of the documents only (`sender.agentId`), so it can be
/// logged: nothing that came over the wire is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misfit {
    path: String,
    problem: Problem,
}

impl Misfit {
    pub(crate) const fn missing() -> Self {
        Self { path: String::new(), problem: Problem::Missing }
    }

    pub(crate) const fn wrong_type() -> Self {
        Self { path: String::new(), problem: Problem::WrongType }
    }

    /// The same misfit, seen from the object that holds the field.
    pub(crate) fn under(mut self, name: &str) -> Self {
        if !self.path.is_empty() {
            self.path.insert(0, '.');
        }
        self.path.insert_str(0, name);
        self
    }

    /// The field, from the message body inwards, joined with dots.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What was wrong with it.
    pub const fn problem(&self) -> Problem {
        self.problem
    }
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let problem = match self.problem {
            Problem::Missing => "is missing",
            Problem::WrongType => "has another type than documented",
        };
        write!(f, "field {} {problem}", self.path)
    }
}
