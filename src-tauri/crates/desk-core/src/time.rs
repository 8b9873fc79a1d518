//! Points in time as the desk sees them: always an argument, never read from a clock.

use std::ops::{Add, Sub};

/// Milliseconds since 1970-01-01 (UTC).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Millis(pub i64);

impl Millis {
    /// Milliseconds from `earlier` to this moment; zero when `earlier` is later.
    pub const fn since(self, earlier: Self) -> i64 {
        let elapsed = self.0 - earlier.0;
        if elapsed > 0 { elapsed } else { 0 }
    }
}

impl Add<i64> for Millis {
    type Output = Self;

    /// Moves by milliseconds.
    fn add(self, millis: i64) -> Self {
        Self(self.0.saturating_add(millis))
    }
}

impl Sub<i64> for Millis {
    type Output = Self;

    /// Moves back by milliseconds.
    fn sub(self, millis: i64) -> Self {
        Self(self.0.saturating_sub(millis))
    }
}
