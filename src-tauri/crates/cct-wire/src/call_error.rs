//! Why a call has no usable answer.

use crate::fault::Fault;
use crate::xml_reader::{Position, Problem};

/// What went wrong with an answer. No text of the answer is in any of these but [`Fault`], which
/// keeps it private.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CallError {
    /// The server refused the call; see the kind for what to try.
    #[error("the server answered with a fault ({:?}); see its kind for what to try", .0.kind)]
    Fault(Fault),
    /// The answer is not XML: not a CCT server, or a proxy in between.
    #[error("the answer is not XML at {position}; check the CCT address and any proxy")]
    NotXml {
        /// Where reading stopped.
        position: Position,
    },
    /// The answer is SOAP, or at least XML, but not the answer to this call.
    #[error("the answer holds `{found}`, not the reply to this call; check the CCT address")]
    UnexpectedBody {
        /// Name of the element found; empty for an empty body.
        found: String,
    },
    /// The answer lacks an element that the call needs.
    #[error("the answer lacks `{path}`; the server's version may differ")]
    MissingElement {
        /// Parent and element.
        path: String,
    },
    /// An element's text is not of the type the schema gives it.
    #[error("`{path}` in the answer is not of its type; the server's version may differ")]
    BadValue {
        /// Parent and element.
        path: String,
    },
    /// The server answered with an HTTP error and no fault.
    #[error("the server answered HTTP {0} without a fault; check the CCT address, or try again")]
    HttpStatus(u16),
}

impl From<Problem> for CallError {
    fn from(problem: Problem) -> Self {
        match problem {
            Problem::Missing(path) => Self::MissingElement { path },
            Problem::BadValue(path) => Self::BadValue { path },
        }
    }
}
