//! What the desk asks of the program around it: attention, pages, screen pops.

use desk_core::contact::{ContactKey, PopId};
use desk_core::{Cue, Failure, PopOrder};
use url::Url;

/// The program around the desk. Called on the desk's own task: return at once, and leave anything
/// slow to another thread.
pub trait Host: Send + 'static {
    /// Draw the agent's attention, or stop doing so.
    fn attention(&mut self, cue: Cue);

    /// Open an address in the system's browser. It may hold customer data: never log it.
    fn open_link(&mut self, url: &Url);

    /// Open a screen pop, or show it again. Answers how it went, or `None` when
    /// [`desk_core::Desk::pop_opened`] hears that later; that one also hears when the agent closes
    /// it. What it opens may hold customer data: never log it.
    fn open_pop(&mut self, order: PopOrder) -> Option<Result<(), Failure>>;

    /// Close a screen pop.
    fn close_pop(&mut self, contact: ContactKey, pop: PopId);

    /// Close every screen pop, those of contacts that are gone too: the next agent at this computer
    /// must not see them.
    fn close_pops(&mut self) {}
}
