//! The states of the session, one file each.

use super::live::Live;
use super::restoring::Restoring;
use super::signing_in::SigningIn;
use super::signing_out::SigningOut;
use super::subscribing::Subscribing;

/// Where the session stands.
#[derive(Debug, Default)]
pub(super) enum State {
    /// Nobody is signed in.
    #[default]
    SignedOut,
    /// A log-in is under way.
    SigningIn(Box<SigningIn>),
    /// The agent is logged in; the subscription is made.
    Subscribing(Box<Subscribing>),
    /// Contacts come and go.
    Live(Box<Live>),
    /// The link or the session was lost.
    Restoring(Box<Restoring>),
    /// A log-off is under way.
    SigningOut(Box<SigningOut>),
}
