//! What the desk asks of the program around it, as lines for whoever reads them.

use desk_core::contact::{ContactKey, PopId, PopTarget};
use desk_core::{Cue, Failure, PopOrder};
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

    /// Opening it is left to the reader of the line, like a link.
    fn open_pop(&mut self, order: PopOrder) -> Option<Result<(), Failure>> {
        let opens = match &order.target {
            PopTarget::Web(url) => json!({ "url": url.expose().as_str() }),
            PopTarget::Program(line) => json!({ "program": line.expose() }),
        };
        self.0.value(&json!({ "open_pop": {
            "contact": order.contact.0.to_string(),
            "pop": order.pop.0.to_string(),
            "name": order.name,
            "opens": opens,
        } }));
        Some(Ok(()))
    }

    fn close_pop(&mut self, contact: ContactKey, pop: PopId) {
        self.0.value(&json!({ "close_pop": {
            "contact": contact.0.to_string(),
            "pop": pop.0.to_string(),
        } }));
    }
}
