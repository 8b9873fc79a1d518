//! Why a frame is no request, for the side that answers requests.

use crate::envelope::Kind;
use crate::frame_error::FrameError;
use crate::method::Method;
use crate::misfit::Misfit;

/// A frame that a server cannot take for a request.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RequestError {
    /// The frame cannot be opened.
    #[error(transparent)]
    Frame(#[from] FrameError),
    /// The frame is of another type.
    #[error("a frame of another type stands where a request should")]
    NotARequest {
        /// Its type, if it has one.
        kind: Option<Kind>,
        /// What it names.
        method: Method,
    },
    /// No request of this side has this name.
    #[error("no request is called {method}")]
    UnknownMethod {
        /// The name.
        method: Method,
    },
    /// A field keeps a known request from being read.
    #[error("the {method} request cannot be read: {misfit}")]
    Misfit {
        /// The request.
        method: Method,
        /// The field.
        misfit: Misfit,
    },
}
