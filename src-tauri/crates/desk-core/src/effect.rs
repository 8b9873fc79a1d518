//! What the desk wants done outside.

use log_safe::Private;
use url::Url;

use crate::cct::CctOutput;
use crate::contact::{ContactKey, PopId, PopPlace, PopTarget};
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
    /// Open a screen pop; [`crate::Desk::pop_opened`] hears how it went.
    OpenPop(PopOrder),
    /// Close a screen pop that is open.
    ClosePop {
        /// The contact.
        contact: ContactKey,
        /// Which.
        pop: PopId,
    },
    /// Close every screen pop: nobody is signed in any more.
    ClosePops,
}

/// A screen pop to open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PopOrder {
    /// The contact.
    pub contact: ContactKey,
    /// Which of its pops.
    pub pop: PopId,
    /// Its name.
    pub name: String,
    /// Whom the contact is with.
    pub title: Private<String>,
    /// What to open.
    pub target: PopTarget,
    /// Where.
    pub place: PopPlace,
    /// The hosts that the page may lead to; everything else opens in the system's browser.
    pub hosts: Vec<String>,
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
