//! Revisions: what changed since a screen last asked.

/// A count of changes; everything that a screen sees carries the one that last touched it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Revision(pub u64);

/// A value with the revision of its last change.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Revised<T> {
    value: T,
    changed: Revision,
}

impl<T: PartialEq> Revised<T> {
    /// A value that counts as changed at a revision.
    pub const fn new(value: T, changed: Revision) -> Self {
        Self { value, changed }
    }

    /// The value.
    pub const fn get(&self) -> &T {
        &self.value
    }

    /// When it last changed.
    pub const fn changed(&self) -> Revision {
        self.changed
    }

    /// Sets the value; the same value is no change.
    pub fn set(&mut self, value: T, now: Revision) {
        if self.value != value {
            self.value = value;
            self.changed = now;
        }
    }

    /// Changes the value in place and counts as a change, without a copy and a comparison: for
    /// values that are large and change whenever they are touched.
    pub fn change(&mut self, now: Revision, change: impl FnOnce(&mut T)) {
        change(&mut self.value);
        self.changed = now;
    }

    /// Changes the value in place; leaving it as it is is no change.
    pub fn update(&mut self, now: Revision, change: impl FnOnce(&mut T))
    where
        T: Clone,
    {
        let mut value = self.value.clone();
        change(&mut value);
        self.set(value, now);
    }
}
