//! The one clock of the simulator; everything else is told the time.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::center::Millis;

/// Milliseconds since 1970, never going back within one process by more than the system clock does.
#[allow(clippy::disallowed_methods)] // the simulator's single place that reads a clock
pub(crate) fn now() -> Millis {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Millis::try_from(since.as_millis()).unwrap_or(Millis::MAX)
}
