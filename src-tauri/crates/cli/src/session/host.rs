//! What the desk asks of the program around it, as lines for whoever reads them.

use desk_core::Cue;
use desk_runtime::Host;
use serde_json::json;
use url::Url;

use super::lines_out::LinesOut;

/// Passes cues and links on as lines.
pub(super) struct LineHost(LinesOut);

impl LineHost {
    pub(super) const fn new(out: LinesOut) -> Self {
        Self(out)
    }
}

impl Host for LineHost {
    /// Names the contact by its key only: whom it is with stands in the updates.
    fn attention(&mut self, cue: Cue) {
        let attention = match cue {
            Cue::Offer { contact, skillset, again, .. } => json!({
                "kind": "offer",
                "contact": contact.0.to_string(),
                "skillset": skillset,
                "again": again,
            }),
            Cue::Message { contact, .. } => {
                json!({ "kind": "message", "contact": contact.0.to_string() })
            }
            Cue::Quiet { contact } => {
                json!({ "kind": "quiet", "contact": contact.0.to_string() })
            }
        };
        self.0.value(&json!({ "attention": attention }));
    }

    /// There is no browser here: opening it is left to the reader of the line.
    fn open_link(&mut self, url: &Url) {
        self.0.value(&json!({ "open_link": { "url": url.as_str() } }));
    }
}
