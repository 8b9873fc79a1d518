//! A desk that speaks JSON lines: commands in on standard input, replies and updates out.

mod commands;
mod ending;
mod host;
mod lines_out;
mod options;
mod updates;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::Args;
use desk_runtime::{KeyringStore, Recorder, RuntimeConfig};
use tokio::sync::watch;
use ui_api::views::options::Preferences;
use ui_api::{DeskApi, PreferenceStore};

use crate::ending as program_ending;
use crate::failure::Failure;
use crate::settings_file;
use host::LineHost;
use lines_out::LinesOut;

/// The name under which passwords stand in the system's keychain; the window's is the same.
pub(crate) const KEYCHAIN: &str = "Frontdesk";

/// Where the settings are and whose they are.
#[derive(Debug, Clone, Args)]
pub(crate) struct Place {
    /// The settings: frontdesk.toml, or the reference desktop's AppSettings.xml
    #[arg(long, value_name = "FILE")]
    pub(crate) settings: PathBuf,
    /// The profile's name, as shown in the options
    #[arg(long, value_name = "NAME", default_value = "desk")]
    pub(crate) profile: String,
}

/// Preferences are for a window; here they last as long as the program.
struct Unkept;

impl PreferenceStore for Unkept {
    fn keep(&self, _: &Preferences) {}
}

/// Runs until the end of standard input or Ctrl+C, then signs out where that is possible.
///
/// # Errors
/// The settings cannot be read or name no servers, or the desk does not start.
pub(crate) async fn run(
    place: &Place,
    recorder: Option<Arc<dyn Recorder>>,
) -> Result<ExitCode, Failure> {
    let loaded = settings_file::load(&place.settings)?;
    let config = settings_file::config(&place.settings, &loaded.settings)?;
    let config = RuntimeConfig { recorder, ..config };
    let out = LinesOut::start();
    let desk = desk_runtime::start(config, LineHost::new(out.clone()))?;
    let agent_id = loaded.settings.sign_in.agent_id.as_ref();
    let api = Arc::new(DeskApi::new(
        desk,
        Arc::new(KeyringStore::new(KEYCHAIN)),
        Arc::new(Unkept),
        options::view(&loaded, &place.profile),
        agent_id.map(|id| ewc_wire::AgentId::from(id.expose().clone())),
        std::process::id(),
    ));
    let (seen, phases) = watch::channel(None);
    let updates = tokio::spawn(updates::run(Arc::clone(&api), out.clone(), seen));
    tokio::select! {
        () = commands::run(&api, &out) => {}
        () = program_ending::asked() => {}
    }
    let code = ending::sign_out(&*api, phases).await;
    updates.abort();
    out.finish().await;
    Ok(code)
}
