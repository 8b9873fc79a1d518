//! What the desk wants done outside.

use log_safe::Private;
use url::Url;

use crate::cct::CctOutput;
use crate::contact::ContactKey;
use crate::ewc::EwcOutput;

/// Something to do outside.
#[derive(Debug)]
pub enum Effect {
    /// For the SOAP driver and the listener; never an event.
    Cct(CctOutput),
    /// For the WebSocket driver; never an event.
    Ewc(EwcOutput),
    /// Draw the agent's attention.
    Attention(Cue),
    /// Open an address in the system's browser.
    OpenLink(Private<Url>),
}

/// What to draw attention to. It never holds what a customer wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cue {
    /// An offer alerts; repeated until it is handled.
    Offer {
        /// The contact.
        contact: ContactKey,
        /// Whom it is with.
        title: Private<String>,
        /// The skillset.
        skillset: Option<String>,
        /// True for a repetition.
        again: bool,
    },
    /// A line arrived in a contact that the agent does not look at.
    Message {
        /// The contact.
        contact: ContactKey,
        /// Whom it is with.
        title: Private<String>,
    },
    /// The contact needs no attention any more: take its notification away.
    Quiet {
        /// The contact.
        contact: ContactKey,
    },
}
