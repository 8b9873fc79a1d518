//! What the runtime must know before it starts, and how the settings say it.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use desk_core::DeskConfig;
use desk_core::cct::config::{CctConfig, EventsMode};
use desk_core::ewc::EwcConfig;
use desk_core::settings::{CctEvents, Settings};
use thiserror::Error;
use url::Url;

use crate::recorder::Recorder;
use crate::tls::TlsConfig;

/// What the runtime must know before it starts.
#[derive(Clone)]
pub struct RuntimeConfig {
    /// For the desk itself.
    pub desk: DeskConfig,
    /// Whom to trust.
    pub tls: TlsConfig,
    /// Where notifications of the contact server are received; none: no port is ever opened. An
    /// unspecified address listens everywhere and announces the one that reaches the server.
    pub listen: Option<SocketAddr>,
    /// Limit for connecting to the contact server; the limit for a whole call is the desk's.
    pub connect_timeout: Duration,
    /// Where a redacted trace of everything on the wire goes.
    pub recorder: Option<Arc<dyn Recorder>>,
}

impl RuntimeConfig {
    /// The usual habits for a desk: the system's trust, no open port, no trace.
    #[must_use]
    pub fn new(desk: DeskConfig) -> Self {
        Self {
            desk,
            tls: TlsConfig::default(),
            listen: None,
            connect_timeout: Duration::from_secs(3),
            recorder: None,
        }
    }

    /// What the settings say.
    ///
    /// # Errors
    /// [`ConfigError::Missing`] while a server's address is not set.
    pub fn from_settings(settings: &Settings) -> Result<Self, ConfigError> {
        let missing = settings.missing();
        let (true, Some(ewc_url)) = (missing.is_empty(), &settings.servers.ewc_url) else {
            return Err(ConfigError::Missing { entries: missing });
        };
        let ewc =
            EwcConfig { url: ewc_url.to_string(), auto_reconnect: settings.servers.auto_reconnect };
        let desk = DeskConfig {
            decode_entities: settings.chat.decode_entities,
            max_message_units: settings.chat.max_message_characters as usize,
            closed_reason_required: settings.chat.closed_reason_required,
            send_transcript: settings.chat.send_transcript,
            pops: settings.pops.clone(),
            activity_codes: settings.activity_codes.clone(),
            repeat_offer_ms: i64::from(settings.attention.repeat_seconds) * 1_000,
            ..DeskConfig::new(cct_config(settings), ewc)
        };
        Ok(Self {
            tls: TlsConfig {
                ca_certificate_file: settings.servers.ca_certificate_file.as_ref().map(Into::into),
                pinned_sha256: settings.servers.pinned_sha256.clone(),
            },
            listen: settings.cct.listen,
            connect_timeout: Duration::from_secs(settings.cct.connect_timeout_seconds.into()),
            ..Self::new(desk)
        })
    }
}

fn cct_config(settings: &Settings) -> CctConfig {
    let cct = &settings.cct;
    CctConfig {
        events: match cct.events {
            CctEvents::Auto => EventsMode::Auto,
            CctEvents::Simple => EventsMode::Simple,
            CctEvents::Filtered => EventsMode::Filtered,
            CctEvents::Poll => EventsMode::Poll,
        },
        listen: cct.listen.is_some(),
        call_timeout_ms: i64::from(cct.call_timeout_seconds) * 1_000,
        heartbeat_ms: i64::from(cct.heartbeat_seconds) * 1_000,
        poll_ms: i64::from(cct.poll_milliseconds),
        safety_poll_ms: i64::from(cct.safety_poll_seconds) * 1_000,
        ..CctConfig::new(settings.servers.cct_order().iter().map(Url::to_string).collect())
    }
}

/// Why settings do not make a desk.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ConfigError {
    /// These entries, by their names in `frontdesk.toml`, are needed and not set.
    #[error("the settings lack {}; set them in frontdesk.toml", entries.join(" and "))]
    Missing {
        /// The entries.
        entries: Vec<&'static str>,
    },
}
