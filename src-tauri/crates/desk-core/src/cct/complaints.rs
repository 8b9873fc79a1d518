//! Reads that keep failing while the rest works: told once, for without them offers or the ready
//! state would stay away in silence.

use std::collections::BTreeMap;

use cct_wire::Call;

use super::trouble::Trouble;
use crate::failure::{Failure, FailureKind};

/// Failures in a row of each operation that nothing else tells of.
#[derive(Debug, Default)]
pub(super) struct Complaints {
    failures: BTreeMap<&'static str, u32>,
}

/// How many failures in a row are told; `None` for operations whose failure is told by an event of
/// its own, or does no harm. The terminals are asked for only around the log-in.
const fn told_at(call: &Call) -> Option<u32> {
    match call {
        Call::GetAgentTerminals(_) => Some(1),
        Call::IsReady(_)
        | Call::GetTerminalConnections(_)
        | Call::GetTerminalConnectionState(..)
        | Call::GetTerminalConnectionContact(..)
        | Call::GetTerminalConnectionConnection(..)
        | Call::GetIntrinsics(_) => Some(2),
        _ => None,
    }
}

impl Complaints {
    /// Takes an outcome in; gives what to tell the agent, once for each row of failures.
    pub(super) fn note(
        &mut self,
        call: &Call,
        trouble: Option<&Trouble>,
        server: &str,
    ) -> Option<Failure> {
        let told_at = told_at(call)?;
        let Some(trouble) = trouble else {
            self.failures.remove(call.operation());
            return None;
        };
        let failures = self.failures.entry(call.operation()).or_default();
        *failures += 1;
        if *failures != told_at {
            return None;
        }
        let mut failure = trouble.failure(FailureKind::ServerFault, server);
        let words = failure.detail.take().unwrap_or_default();
        failure.detail = Some(format!("{}: {words}", call.operation()));
        Some(failure)
    }
}

#[cfg(test)]
mod tests {
    use cct_wire::{Agent, Call};

    use super::Complaints;
    use crate::cct::trouble::Trouble;

    #[test]
    fn told_once_for_each_row_of_failures() {
        let call = Call::IsReady(Agent::by_login_id("5001"));
        let trouble = Trouble::Strange("odd".to_owned());
        let mut complaints = Complaints::default();
        let mut told =
            |failed: bool| complaints.note(&call, failed.then_some(&trouble), "cct.test").is_some();
        let rows = [true, true, true, false, true, true];
        let answers: Vec<bool> = rows.into_iter().map(&mut told).collect();
        assert_eq!(answers, [false, true, false, false, false, true]);
    }
}
