//! Which alternative of each unconfirmed fact a server shows, read from a trace.
//!
//! The facts are those of `QUIRKS.md` of the two wire crates. A trace holds shapes only, so a fact
//! that hides in the values of texts cannot be told here.

mod chat_server;
mod contact_control;

use serde_json::Value;

use super::report::Report;

/// A fact and what the trace shows of it.
pub(super) struct Fact {
    /// The question.
    subject: &'static str,
    /// The answer; none when nothing in the trace tells.
    answer: Option<String>,
}

/// Tells every fact that is visible, then names those that are not.
pub(super) fn tell(report: &mut Report, trace: &[Value]) {
    report.heading("What these servers show of the facts that no document settles");
    let facts = contact_control::facts(trace).into_iter().chain(chat_server::facts(trace));
    let (seen, unseen): (Vec<_>, Vec<_>) = facts.partition(|fact| fact.answer.is_some());
    for fact in &seen {
        let answer = fact.answer.as_deref().unwrap_or_default();
        report.line(&format!("  {}: {answer}", fact.subject));
    }
    if !unseen.is_empty() {
        let subjects: Vec<_> = unseen.iter().map(|fact| fact.subject).collect();
        report.line(&format!("  not seen: {}", subjects.join(", ")));
        report.line("  a chat with `desk record`, then `desk doctor --trace FILE`, shows more");
    }
}

/// The lines of one link and event.
fn of<'t>(
    trace: &'t [Value],
    link: &'static str,
    direction: &'static str,
    event: &'static str,
) -> impl Iterator<Item = &'t Value> {
    trace.iter().filter(move |line| {
        line["link"] == link && line["direction"] == direction && line["event"] == event
    })
}
