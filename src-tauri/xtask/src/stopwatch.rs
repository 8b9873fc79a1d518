//! Measured time and waiting for a condition; the only clock of the chores.
#![expect(
    clippy::disallowed_methods,
    reason = "chores report how long they took; the desk never does"
)]

use crate::failure::{Failure, Outcome};
use std::time::{Duration, Instant};

/// Time since a piece of work began.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stopwatch(Instant);

impl Stopwatch {
    /// Begins now.
    pub(crate) fn start() -> Self {
        Self(Instant::now())
    }

    /// Time since the start.
    pub(crate) fn elapsed(self) -> Duration {
        self.0.elapsed()
    }
}

/// Asks `ready` ten times a second until it has an answer, at most for `limit`.
pub(crate) fn wait_for<T>(
    what: &str,
    limit: Duration,
    mut ready: impl FnMut() -> Outcome<Option<T>>,
) -> Outcome<T> {
    let watch = Stopwatch::start();
    loop {
        if let Some(value) = ready()? {
            return Ok(value);
        }
        if watch.elapsed() > limit {
            return Err(Failure::TooSlow { what: format!("{what}, {} s", limit.as_secs()) });
        }
        std::thread::park_timeout(Duration::from_millis(100));
    }
}

/// Minutes and seconds, as `3:07`.
pub(crate) fn clock_face(time: Duration) -> String {
    let seconds = time.as_secs();
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::{clock_face, wait_for};
    use crate::failure::Failure;
    use std::time::Duration;

    #[test]
    fn a_minute_and_a_bit() {
        assert_eq!(clock_face(Duration::from_millis(67_900)), "1:07");
    }

    #[test]
    fn a_condition_that_never_comes_names_itself() {
        let waited = wait_for::<()>("the moon", Duration::ZERO, || Ok(None));
        assert!(matches!(waited, Err(Failure::TooSlow { what }) if what == "the moon, 0 s"));
    }
}
