//! The desk's host: hands cues and screen pops to their tasks, addresses to the system's browser.

use desk_core::contact::{ContactKey, PopId};
use desk_core::{Cue, Failure, PopOrder};
use desk_runtime::Host;
use tokio::sync::mpsc;
use url::Url;

use crate::pops::Wish;

/// The window as the desk knows it.
#[derive(Clone)]
pub(crate) struct WindowHost {
    cues: mpsc::UnboundedSender<Cue>,
    wishes: mpsc::UnboundedSender<Wish>,
}

/// What the tasks of the window follow.
pub(crate) struct Given {
    /// Calls for attention.
    pub(crate) cues: mpsc::UnboundedReceiver<Cue>,
    /// Screen pops.
    pub(crate) wishes: mpsc::UnboundedReceiver<Wish>,
}

impl WindowHost {
    /// A host, and what it is given.
    pub(crate) fn new() -> (Self, Given) {
        let (cues, cues_given) = mpsc::unbounded_channel();
        let (wishes, wishes_given) = mpsc::unbounded_channel();
        (Self { cues, wishes }, Given { cues: cues_given, wishes: wishes_given })
    }
}

impl Host for WindowHost {
    fn attention(&mut self, cue: Cue) {
        // The task ends only with the program.
        let _ = self.cues.send(cue);
    }

    fn open_link(&mut self, url: &Url) {
        browse(url);
    }

    fn open_pop(&mut self, order: PopOrder) -> Option<Result<(), Failure>> {
        // The task ends only with the program.
        let _ = self.wishes.send(Wish::Open(order));
        None
    }

    fn close_pop(&mut self, contact: ContactKey, pop: PopId) {
        let _ = self.wishes.send(Wish::Close(contact, pop));
    }

    fn close_pops(&mut self) {
        let _ = self.wishes.send(Wish::CloseAll);
    }
}

/// Opens a page in the system's browser; false when it does not open.
pub(crate) fn browse(url: &Url) -> bool {
    if !opens(url) {
        tracing::warn!(scheme = url.scheme(), "an address that is no web page is not opened");
        return false;
    }
    // No shell takes part: the address is one argument, and parsing has encoded the rest.
    let started = open::that_detached(url.as_str());
    if let Err(error) = &started {
        tracing::warn!(kind = ?error.kind(), "the system's browser does not start");
    }
    started.is_ok()
}

/// Only web pages; other schemes start programs.
fn opens(url: &Url) -> bool {
    matches!(url.scheme(), "http" | "https")
}

#[cfg(test)]
mod tests {
    use url::Url;

    #[test]
    fn only_web_pages_open() {
        for (address, does) in [
            ("https://demo.example/a?b=c", true),
            ("http://demo.example", true),
            ("file:///etc/passwd", false),
            ("javascript:alert(1)", false),
            ("mailto:jo@example.org", false),
            ("ms-msdt:/id", false),
        ] {
            assert_eq!(super::opens(&Url::parse(address).unwrap()), does, "{address}");
        }
    }
}
