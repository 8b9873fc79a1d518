//! What is written to the log.

use super::section::Section;

/// How much is written to the log; each level includes those before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LogLevel {
    /// What failed.
    Error,
    /// What may fail soon.
    Warn,
    /// What a support person wants to see.
    Info,
    /// What a developer wants to see.
    Debug,
    /// Everything.
    Trace,
}

/// What is written to the log. Customers' words never are, at any level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logging {
    /// How much is written.
    pub level: LogLevel,
}

impl Default for Logging {
    fn default() -> Self {
        Self { level: LogLevel::Info }
    }
}

impl Logging {
    pub(super) fn read(&mut self, section: &mut Section<'_, '_>) {
        section.choice(
            "level",
            &[
                ("error", LogLevel::Error),
                ("warn", LogLevel::Warn),
                ("info", LogLevel::Info),
                ("debug", LogLevel::Debug),
                ("trace", LogLevel::Trace),
            ],
            &mut self.level,
        );
    }
}
