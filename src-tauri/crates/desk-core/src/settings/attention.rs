//! How an offer or a message calls for attention.

use super::section::Section;

/// Sound and native notification.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attention {
    /// Whether an offer and an unread message sound.
    pub sound: bool,
    /// Time after which an offer that nobody handled sounds again, in seconds; 0: once only.
    pub repeat_seconds: u32,
    /// Whether the system's notification is shown.
    pub notify: bool,
}

impl Default for Attention {
    fn default() -> Self {
        Self { sound: true, repeat_seconds: 5, notify: true }
    }
}

impl Attention {
    pub(super) fn read(&mut self, section: &mut Section<'_, '_>) {
        section.flag("sound", &mut self.sound);
        section.whole("repeat_seconds", 0..=300, &mut self.repeat_seconds);
        section.flag("notify", &mut self.notify);
    }
}
