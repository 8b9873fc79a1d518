//! The one place that reads the system's clock: wall time for the desk, instants for waiting.

use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use desk_core::Millis;
use tokio::time::Instant;

/// A step of the wall clock that the monotonic clock did not make, or a wake-up this late, means
/// that the machine slept, in milliseconds. Connections may be dead then without looking so.
const JUMP_MS: i64 = 30_000;

/// Where wall time comes from.
#[derive(Clone)]
pub struct Clock {
    wall: Arc<dyn Fn() -> SystemTime + Send + Sync>,
}

impl Clock {
    /// The system's clock.
    #[must_use]
    pub fn system() -> Self {
        #[expect(clippy::disallowed_methods, reason = "this is the one clock")]
        Self::of(SystemTime::now)
    }

    /// A clock that asks `wall` for the time of day; for tests of sleep and set clocks.
    pub fn of(wall: impl Fn() -> SystemTime + Send + Sync + 'static) -> Self {
        Self { wall: Arc::new(wall) }
    }

    /// The wall time in milliseconds since 1970; zero for a clock before that.
    pub(crate) fn wall(&self) -> Millis {
        let since = (self.wall)().duration_since(UNIX_EPOCH).unwrap_or_default();
        Millis(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
    }
}

/// The time as the desk sees it: it never goes back, and it never stands still while the machine
/// runs, whatever is done to the wall clock.
pub(crate) struct DeskTime {
    clock: Clock,
    last: Millis,
    last_instant: Instant,
}

/// One look at the clock.
pub(crate) struct Reading {
    /// The time.
    pub(crate) at: Millis,
    /// True when the machine seems to have slept since the last look.
    pub(crate) slept: bool,
}

impl DeskTime {
    pub(crate) fn start(clock: Clock) -> Self {
        let last = clock.wall();
        Self { clock, last, last_instant: Instant::now() }
    }

    /// Looks at the clock. `planned` is when the desk wanted to be woken at the latest: some
    /// systems' monotonic clocks run on during sleep, so that only the delay shows it.
    pub(crate) fn read(&mut self, planned: Option<Millis>) -> Reading {
        let instant = Instant::now();
        let elapsed = instant.duration_since(self.last_instant).as_millis();
        let expected = self.last + i64::try_from(elapsed).unwrap_or(i64::MAX);
        let wall = self.clock.wall();
        let at = wall.max(expected);
        let late = planned.is_some_and(|planned| at.since(planned) > JUMP_MS);
        // Where the monotonic clock leads, the base moves by whole milliseconds: what is cut off
        // above would add up over many looks.
        self.last_instant = if at == expected {
            self.last_instant + duration(at.since(self.last))
        } else {
            instant
        };
        self.last = at;
        Reading { at, slept: late || wall.since(expected) > JUMP_MS }
    }

    /// The instant of a moment seen from the last reading.
    pub(crate) fn instant_of(&self, moment: Millis) -> Instant {
        self.last_instant + duration(moment.since(self.last))
    }
}

/// Measures how long something takes.
pub(crate) struct Stopwatch(Instant);

impl Stopwatch {
    pub(crate) fn start() -> Self {
        Self(Instant::now())
    }

    pub(crate) fn took(&self) -> Duration {
        self.0.elapsed()
    }
}

/// Milliseconds of the desk as a duration; nothing for negative ones.
pub(crate) fn duration(ms: i64) -> Duration {
    Duration::from_millis(u64::try_from(ms).unwrap_or_default())
}

#[cfg(test)]
mod tests;
