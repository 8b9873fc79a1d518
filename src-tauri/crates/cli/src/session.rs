//! A desk that speaks JSON lines: commands in on standard input, replies and updates out.

mod commands;
mod ending;
mod host;
mod lines_out;
mod updates;

use std::process::ExitCode;
use std::sync::Arc;

use desk_runtime::{KeyringStore, Recorder, RuntimeConfig};
use tokio::sync::watch;
use ui_api::views::options::Preferences;
use ui_api::{DeskApi, PreferenceStore, options_view};

use crate::ending::Ending;
use crate::failure::Failure;
use crate::place::{Desk, KEYCHAIN};
use host::LineHost;
use lines_out::LinesOut;

/// Preferences are for a window; here they last as long as the program.
struct Unkept;

impl PreferenceStore for Unkept {
    fn keep(&self, _: &Preferences) {}
}

/// Runs until the end of standard input or Ctrl+C, then signs out where that is possible.
///
/// # Errors
/// The desk does not start.
pub(crate) async fn run(
    desk: Desk,
    recorder: Option<Arc<dyn Recorder>>,
) -> Result<ExitCode, Failure> {
    let Desk { profile, loaded, config } = desk;
    let config = RuntimeConfig { recorder, ..config };
    let mut end = Ending::listen();
    let out = LinesOut::start();
    let running = desk_runtime::start(config, LineHost::new(out.clone()))?;
    let problems = loaded.problems.iter().map(ToString::to_string).collect();
    // Asking the keychain may put a window in front of somebody who sees none.
    let options = options_view(&loaded.settings, problems, &profile, false);
    let agent_id = loaded.settings.sign_in.agent_id.as_ref();
    let api = Arc::new(DeskApi::new(
        running,
        Arc::new(KeyringStore::new(KEYCHAIN)),
        Arc::new(Unkept),
        options,
        agent_id.map(|id| ewc_wire::AgentId::from(id.expose().clone())),
        std::process::id(),
    ));
    let (seen, phases) = watch::channel(None);
    let updates = tokio::spawn(updates::run(Arc::clone(&api), out.clone(), seen));
    tokio::select! {
        () = commands::run(&api, &out) => {}
        () = end.asked() => {}
    }
    let code = ending::sign_out(&*api, phases).await;
    updates.abort();
    out.finish().await;
    Ok(code)
}
