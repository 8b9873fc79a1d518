//! Which of the servers is asked: two failed calls in a row lead to the next one (section 7.2).

use url::Url;

/// The ordered servers and the one in use.
#[derive(Debug)]
pub(super) struct ServerChoice {
    urls: Vec<String>,
    current: usize,
    failed: u32,
    /// The server whose call failed last.
    last_failed: usize,
}

/// Failed calls in a row after which the next server is tried.
const FAILED_CALLS: u32 = 2;

impl ServerChoice {
    pub(super) const fn new(urls: Vec<String>) -> Self {
        Self { urls, current: 0, failed: 0, last_failed: 0 }
    }

    /// The URL of a service on the server in use.
    pub(super) fn url_of(&self, path_name: &str) -> String {
        let base = self.base().trim_end_matches('/');
        format!("{base}/{path_name}")
    }

    /// Host and port of the server in use, for the agent.
    pub(super) fn label(&self) -> String {
        label(self.base())
    }

    /// Host and port of the server whose call failed last.
    pub(super) fn failed_label(&self) -> String {
        label(self.urls.get(self.last_failed).map_or("", String::as_str))
    }

    pub(super) fn count(&self) -> usize {
        self.urls.len().max(1)
    }

    /// A call was answered.
    pub(super) const fn answered(&mut self) {
        self.failed = 0;
    }

    /// A call failed; true when that led to the next server.
    pub(super) fn failed(&mut self) -> bool {
        self.last_failed = self.current;
        self.failed += 1;
        if self.failed < FAILED_CALLS {
            return false;
        }
        self.give_up();
        true
    }

    /// Goes to the next server without a second try.
    pub(super) fn give_up(&mut self) {
        self.failed = 0;
        self.current = (self.current + 1) % self.count();
    }

    /// Begins with the default server again.
    pub(super) const fn restart(&mut self) {
        self.failed = 0;
        self.current = 0;
    }

    fn base(&self) -> &str {
        self.urls.get(self.current).map_or("", String::as_str)
    }
}

fn label(base: &str) -> String {
    let url = Url::parse(base).ok();
    let host = url.as_ref().and_then(|url| Some((url.host_str()?, url.port_or_known_default())));
    match host {
        Some((host, Some(port))) => format!("{host}:{port}"),
        Some((host, None)) => host.to_owned(),
        None => base.to_owned(),
    }
}
