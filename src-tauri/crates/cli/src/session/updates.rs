//! The stream of updates, each as a line `{"update": …}`; the first is a snapshot.

use std::sync::Arc;

use serde_json::json;
use tokio::sync::watch;
use ui_api::commands::args::NextUpdates;
use ui_api::views::session::SessionPhase;
use ui_api::{Change, DeskApi, Handlers, Updates};

use super::lines_out::LinesOut;

/// Writes updates until the desk is gone; `seen` gets each phase of the session after its line.
pub(super) async fn run(
    api: Arc<DeskApi>,
    out: LinesOut,
    seen: watch::Sender<Option<SessionPhase>>,
) {
    let mut revision = None;
    while let Ok(updates) = api.next_updates(NextUpdates { revision }).await {
        revision = Some(updates.revision.clone());
        if updates.snapshot.is_none() && updates.changes.is_empty() {
            continue;
        }
        out.value(&json!({ "update": updates }));
        if let Some(phase) = last_phase(&updates) {
            seen.send_replace(Some(phase));
        }
    }
}

fn last_phase(updates: &Updates) -> Option<SessionPhase> {
    let changed = updates.changes.iter().rev().find_map(|change| match change {
        Change::Session(session) => Some(session.phase),
        _ => None,
    });
    changed.or_else(|| updates.snapshot.as_ref().map(|snapshot| snapshot.session.phase))
}
