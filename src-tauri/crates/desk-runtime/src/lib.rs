//! The drivers, the clock and the actor around the desk: everything that waits or touches a socket.
//!
//! [`start`] spawns one task that owns the [`desk_core::Desk`]; a [`DeskHandle`] asks it.

mod actor;
mod cct_driver;
mod cct_listener;
mod clock;
mod config;
mod dial;
mod ewc_driver;
mod handle;
mod host;
mod link_failure;
mod preferences;
mod probe;
mod profile;
mod recorder;
mod secret_store;
mod settings_store;
mod soap_http;
mod start;
mod tls;
mod websocket;

pub use clock::Clock;
pub use config::{ConfigError, RuntimeConfig};
pub use handle::{DeskHandle, Gone};
pub use host::Host;
pub use preferences::{Preferences, PreferencesError};
pub use probe::{Handshake, Probe, ServerCertificate, Timed, WsdlAnswer};
pub use profile::{Profile, ProfileError};
pub use recorder::{Direction, Entry, FileRecorder, Link, Recorder};
pub use secret_store::{KeyringStore, MemoryStore, SecretStore, SecretStoreError};
pub use settings_store::{SettingsFiles, SettingsStoreError, read_settings};
pub use start::{StartError, start, start_with_clock};
pub use tls::{TlsConfig, TlsError};
