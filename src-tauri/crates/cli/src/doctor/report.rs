//! What the doctor found, as words for a person and for a file.

use std::fmt::Write as _;
use std::time::Duration;

/// How a step ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It works.
    Ok,
    /// It does not; the advice says what to do.
    Failed,
    /// It was not tried; the words say why.
    Skipped,
}

impl Verdict {
    const fn word(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Failed => "FAILED",
            Self::Skipped => "skipped",
        }
    }
}

/// One step.
#[derive(Debug, Clone)]
pub(super) struct Step {
    /// What was tried.
    pub(super) name: &'static str,
    /// How it ended.
    pub(super) verdict: Verdict,
    /// What was seen; never a secret, a user's name or a person's address.
    pub(super) seen: String,
    /// What else the server said: for the screen only, for it may name a person.
    pub(super) private: Option<String>,
    /// What to do about it.
    pub(super) advice: Option<String>,
    /// How long it took.
    pub(super) took: Option<Duration>,
}

impl Step {
    pub(super) fn ok(name: &'static str, seen: impl Into<String>) -> Self {
        Self {
            name,
            verdict: Verdict::Ok,
            seen: seen.into(),
            private: None,
            advice: None,
            took: None,
        }
    }

    pub(super) fn failed(
        name: &'static str,
        seen: impl Into<String>,
        advice: impl Into<String>,
    ) -> Self {
        let advice = Some(advice.into());
        Self {
            name,
            verdict: Verdict::Failed,
            seen: seen.into(),
            private: None,
            advice,
            took: None,
        }
    }

    pub(super) fn skipped(name: &'static str, why: impl Into<String>) -> Self {
        Self {
            name,
            verdict: Verdict::Skipped,
            seen: why.into(),
            private: None,
            advice: None,
            took: None,
        }
    }

    pub(super) fn advise(mut self, advice: impl Into<String>) -> Self {
        self.advice = Some(advice.into());
        self
    }

    pub(super) fn privately(mut self, words: Option<String>) -> Self {
        self.private = words.filter(|words| !words.is_empty());
        self
    }

    pub(super) const fn within(mut self, took: Duration) -> Self {
        self.took = Some(took);
        self
    }

    fn line(&self, whole: bool) -> String {
        let took = self.took.map(|took| format!(" ({} ms)", took.as_millis())).unwrap_or_default();
        let mut line = format!("  {:<8}{}: {}{took}", self.verdict.word(), self.name, self.seen);
        if let Some(words) = self.private.as_ref().filter(|_| whole) {
            let _ = write!(line, "\n          the server says: {}", words.escape_debug());
        }
        if let Some(advice) = &self.advice {
            let _ = write!(line, "\n          → {advice}");
        }
        line
    }
}

/// Everything, in the order in which it was found; each line is passed on at once.
pub(super) struct Report {
    text: String,
    failed: bool,
    show: fn(&str),
}

impl Report {
    /// An empty report whose lines are shown as they come.
    pub(super) const fn new(show: fn(&str)) -> Self {
        Self { text: String::new(), failed: false, show }
    }

    pub(super) fn heading(&mut self, words: &str) {
        self.line(&format!("\n{words}"));
    }

    pub(super) fn line(&mut self, line: &str) {
        (self.show)(line);
        self.keep(line);
    }

    fn keep(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    pub(super) fn step(&mut self, step: &Step) {
        self.failed |= step.verdict == Verdict::Failed;
        (self.show)(&step.line(true));
        self.keep(&step.line(false));
    }

    /// True once a step has failed.
    pub(super) const fn has_failed(&self) -> bool {
        self.failed
    }

    /// The whole text.
    pub(super) fn text(&self) -> &str {
        self.text.trim_start()
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Report, Step};

    #[test]
    fn a_step_is_a_line_and_its_advice() {
        let mut report = Report::new(|_| {});
        report.heading("Chat server");
        report.step(&Step::ok("connection", "port 8081 is open").within(Duration::from_millis(7)));
        assert!(!report.has_failed());
        let refused = Step::failed("TLS", "no", "check the port");
        report.step(&refused.privately(Some("ann may not".to_owned())));
        report.step(&Step::skipped("WebSocket", "no connection"));
        assert!(report.has_failed());
        assert_eq!(
            report.text(),
            "Chat server\n  ok      connection: port 8081 is open (7 ms)\n  FAILED  TLS: no\n          \
             → check the port\n  skipped WebSocket: no connection\n"
        );
    }
}
