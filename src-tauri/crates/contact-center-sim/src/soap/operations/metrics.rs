//! MetricsService: the call that keeps a session alive on a real desktop (`cct.md` 3.2).

use crate::soap::call::{Answer, Call};
use crate::soap::fault::Refusal;

pub(super) fn perform(call: &mut Call<'_>) -> Answer {
    match call.operation.name.as_str() {
        "GetLicenseConsumedCount" | "GetActiveSessionCount" => {
            let count = call.state.sessions.len().to_string();
            Ok(vec![call.leaf("count", &count)])
        }
        _ => Err(Refusal::not_available()),
    }
}
