//! Growing waits between attempts: 1, 2, 4, 8, 16, then 30 seconds.

/// How long to wait before the next attempt.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Backoff {
    attempts: u32,
}

/// The longest wait, in milliseconds.
const LONGEST: i64 = 30_000;

impl Backoff {
    /// The wait before the next attempt, in milliseconds; longer each time.
    #[expect(clippy::should_implement_trait, reason = "not an iterator: it never ends")]
    pub fn next(&mut self) -> i64 {
        let wait = 1_000_i64.checked_shl(self.attempts.min(5)).unwrap_or(LONGEST).min(LONGEST);
        self.attempts = self.attempts.saturating_add(1);
        wait
    }

    /// How many waits have been handed out since the last reset.
    pub const fn attempts(&self) -> u32 {
        self.attempts
    }

    /// Begins again at one second, after an attempt that succeeded.
    pub const fn reset(&mut self) {
        self.attempts = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::Backoff;

    #[test]
    fn doubles_to_thirty_seconds_and_stays() {
        let mut backoff = Backoff::default();
        let waits: Vec<i64> = (0..7).map(|_| backoff.next()).collect();
        assert_eq!(waits, [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
        backoff.reset();
        assert_eq!(backoff.next(), 1_000);
    }
}
