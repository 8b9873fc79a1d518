//! "Queue Status Request" (no fields), "Queue Status Notification".

use serde::Serialize;

use crate::from_json::Fields;
use crate::misfit::Misfit;

/// Where the customer stands in the queue. A page shows it only for a wait of 60 seconds or
/// more and a position above 0.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct QueueStatusNotification {
    /// How many wait before this customer.
    pub position_in_queue: i64,
    /// Seconds until an agent answers, as the server guesses.
    pub estimated_wait_time: i64,
}

impl QueueStatusNotification {
    pub(crate) fn read(body: Fields<'_>) -> Result<Self, Misfit> {
        Ok(Self {
            position_in_queue: body.need("positionInQueue")?,
            estimated_wait_time: body.need("estimatedWaitTime")?,
        })
    }
}
