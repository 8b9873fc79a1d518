//! Wakes the rules when a timer of theirs is due, and sleeps otherwise.

use std::time::Duration;

use crate::center::Input;
use crate::serve::handle::CenterHandle;

/// Runs until aborted.
pub(crate) async fn run(handle: CenterHandle) {
    let mut changes = handle.changes();
    loop {
        changes.mark_unchanged();
        let due = handle.read(|center, _| center.next_deadline());
        match due {
            Some(at) => {
                let wait = u64::try_from(at - handle.now()).unwrap_or(0);
                tokio::select! {
                    () = tokio::time::sleep(Duration::from_millis(wait)) => {
                        handle.input(Input::Tick);
                    }
                    changed = changes.changed() => if changed.is_err() { return },
                }
            }
            None => {
                if changes.changed().await.is_err() {
                    return;
                }
            }
        }
    }
}
