//! What the desk asks of the program around it: attention, and opening a page.

use desk_core::Cue;
use url::Url;

/// The program around the desk. Called on the desk's own task: return at once, and leave anything
/// slow to another thread.
pub trait Host: Send + 'static {
    /// Draw the agent's attention, or stop doing so.
    fn attention(&mut self, cue: Cue);

    /// Open an address in the system's browser. It may hold customer data: never log it.
    fn open_link(&mut self, url: &Url);
}
