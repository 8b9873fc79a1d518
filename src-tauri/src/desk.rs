//! Brings the desk to life with what the settings and the profile say.

use std::sync::Arc;
use std::time::Duration;

use desk_core::DeskConfig;
use desk_core::cct::config::CctConfig;
use desk_core::ewc::EwcConfig;
use desk_runtime::{
    DeskHandle, KeyringStore, Profile, RuntimeConfig, SecretStore, StartError, TlsConfig,
};
use ui_api::{DeskApi, keychain_account, options_view};

use crate::host::WindowHost;
use crate::preferences::PreferenceFile;
use crate::settings;

/// The name under which passwords stand in the system's keychain.
const KEYCHAIN: &str = "Frontdesk";
/// A keychain that asks a person first must not keep the window from opening.
const KEYCHAIN_PATIENCE: Duration = Duration::from_secs(1);

/// The running desk, as the page and as the shell see it.
pub(crate) struct Started {
    /// For the page.
    pub(crate) api: Arc<DeskApi>,
    /// For the shell.
    pub(crate) handle: DeskHandle,
}

/// Starts it; needs a tokio runtime. Settings that make no desk still open a window that says so.
///
/// # Errors
/// [`StartError`], when a desk cannot run even without the settings' certificates.
pub(crate) async fn start(
    profile: &Profile,
    mut read: settings::Read,
    preferences: Arc<PreferenceFile>,
    host: impl Fn() -> WindowHost,
) -> Result<Started, StartError> {
    let config = RuntimeConfig::from_settings(&read.settings).unwrap_or_else(|why| {
        read.problems.push(why.to_string());
        nowhere()
    });
    let handle = match desk_runtime::start(config.clone(), host()) {
        Err(StartError::Tls(why)) => {
            // Without the wanted authorities, secure servers are refused one by one, in words.
            read.problems.push(why.to_string());
            desk_runtime::start(RuntimeConfig { tls: TlsConfig::default(), ..config }, host())?
        }
        started => started?,
    };
    let secrets: Arc<dyn SecretStore> = Arc::new(KeyringStore::new(KEYCHAIN));
    let remembered = is_remembered(&secrets, &read).await;
    let mut options = options_view(&read.settings, read.problems, profile.name(), remembered);
    options.preferences = preferences.current();
    let agent_id = read.settings.sign_in.agent_id.as_ref();
    let api = DeskApi::new(
        handle.clone(),
        secrets,
        preferences,
        options,
        agent_id.map(|id| id.expose().clone().into()),
        std::process::id(),
    );
    Ok(Started { api: Arc::new(api), handle })
}

/// A desk without servers: it can say what its settings lack.
fn nowhere() -> RuntimeConfig {
    let ewc = EwcConfig { url: String::new(), auto_reconnect: false };
    RuntimeConfig::new(DeskConfig::new(CctConfig::new(Vec::new()), ewc))
}

async fn is_remembered(secrets: &Arc<dyn SecretStore>, read: &settings::Read) -> bool {
    let sign_in = &read.settings.sign_in;
    let Some(user) = &sign_in.user else { return false };
    let account = keychain_account(user.expose(), sign_in.domain.as_deref().unwrap_or_default());
    let secrets = Arc::clone(secrets);
    let ask = tokio::task::spawn_blocking(move || matches!(secrets.get(&account), Ok(Some(_))));
    matches!(tokio::time::timeout(KEYCHAIN_PATIENCE, ask).await, Ok(Ok(true)))
}
