//! The server has received a request (chapters 10 and 11, "Acknowledgement Notification").

use serde::Serialize;

use crate::from_json::Fields;
use crate::ids::Guid;
use crate::method::Method;

/// Answers a request. There is no message id: acknowledgements of one method and room answer
/// its requests in order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Acknowledgement {
    /// The method of the request.
    pub method: Method,
    /// The room; always absent on the customer side.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guid: Option<Guid>,
    /// Whether the request was taken.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accepted: Option<bool>,
}

impl Acknowledgement {
    pub(crate) fn read(method: Method, body: Fields<'_>) -> Self {
        Self { method, guid: body.want("guid"), accepted: body.want("accepted") }
    }
}
