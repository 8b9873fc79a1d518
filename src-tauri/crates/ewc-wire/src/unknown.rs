//! Messages the documents do not know, or whose fields do not fit: kept, never an error.

use log_safe::Private;
use serde_json::Value;

use crate::envelope::Kind;
use crate::method::Method;
use crate::misfit::Misfit;

/// A message that is kept as it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// Type of the frame, if it has one.
    pub kind: Option<Kind>,
    /// What it names.
    pub method: Method,
    /// Why it was not read any further.
    pub reason: UnknownReason,
    /// The whole body.
    pub body: Private<Value>,
}

/// Why a message was kept raw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UnknownReason {
    /// No message of the documents has this type and this name.
    Undocumented,
    /// The message is documented, but this field of it does not fit.
    Misfit(Misfit),
}
