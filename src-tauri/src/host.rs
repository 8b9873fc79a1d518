//! The desk's host: hands cues to the attention task and addresses to the system's browser.

use desk_core::contact::{ContactKey, PopId};
use desk_core::{Cue, Failure, FailureKind, PopOrder};
use desk_runtime::Host;
use tokio::sync::mpsc;
use url::Url;

/// The window as the desk knows it.
#[derive(Clone)]
pub(crate) struct WindowHost {
    cues: mpsc::UnboundedSender<Cue>,
}

impl WindowHost {
    /// A host, and the cues it is given.
    pub(crate) fn new() -> (Self, mpsc::UnboundedReceiver<Cue>) {
        let (cues, given) = mpsc::unbounded_channel();
        (Self { cues }, given)
    }
}

impl Host for WindowHost {
    fn attention(&mut self, cue: Cue) {
        // The task ends only with the program.
        let _ = self.cues.send(cue);
    }

    fn open_link(&mut self, url: &Url) {
        if !opens(url) {
            tracing::warn!(scheme = url.scheme(), "an address that is no web page is not opened");
            return;
        }
        // No shell takes part: the address is one argument, and parsing has encoded the rest.
        if let Err(error) = open::that_detached(url.as_str()) {
            tracing::warn!(kind = ?error.kind(), "the system's browser does not start");
        }
    }

    fn open_pop(&mut self, _: PopOrder) -> Option<Result<(), Failure>> {
        Some(Err(Failure::of(FailureKind::PopFailed)))
    }

    fn close_pop(&mut self, _: ContactKey, _: PopId) {}
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
