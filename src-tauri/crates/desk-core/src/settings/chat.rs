//! Behaviour of a web chat.

use super::section::Section;

/// Behaviour of a web chat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chat {
    /// Whether `&lt;`, `&gt;`, `&amp;`, `&quot;` and `&apos;` in a customer's line are shown as the
    /// characters the customer typed; some servers deliver them escaped.
    pub decode_entities: bool,
    /// The longest line an agent may send, in characters; the protocol's limit is 10 000.
    pub max_message_characters: u32,
    /// Whether the closing form asks for a reason; false: the server's default reason is chosen
    /// already.
    pub closed_reason_required: bool,
    /// Whether the closing form's tick "send transcript to customer" is set at first.
    pub send_transcript: bool,
}

impl Default for Chat {
    fn default() -> Self {
        Self {
            decode_entities: true,
            max_message_characters: 10_000,
            closed_reason_required: false,
            send_transcript: false,
        }
    }
}

impl Chat {
    pub(super) fn read(&mut self, section: &mut Section<'_, '_>) {
        section.flag("decode_entities", &mut self.decode_entities);
        section.whole("max_message_characters", 1..=10_000, &mut self.max_message_characters);
        section.flag("closed_reason_required", &mut self.closed_reason_required);
        section.flag("send_transcript", &mut self.send_transcript);
    }
}
