//! Where the contact centre's servers live, and whom to trust.

use url::Url;

use super::Fingerprint;
use super::endpoint::{self, AGENT_ACCEPTED, CCT_ACCEPTED};
use super::section::{Refusal, Section};

/// Addresses of the servers, what to do when one is lost, and trust.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Servers {
    /// CCT Open Interfaces base URLs in the order in which they are tried: the default server,
    /// then the campus alternate. Each ends in `/`; a service's name is appended to it.
    /// Use [`Servers::cct_order`], which obeys [`Servers::ha_enabled`].
    pub cct_base_urls: Vec<Url>,
    /// CCT base URL of the remote geographic node, kept for a person to read: nothing connects to
    /// it, since it keeps no contacts (guide, chapter 4).
    pub cct_geographic_url: Option<Url>,
    /// The agent WebSocket; in a high-availability system the managed name of the pair.
    pub ewc_url: Option<Url>,
    /// The agent WebSocket of the remote geographic node, kept for a person to read.
    pub ewc_geographic_url: Option<Url>,
    /// True where the contact centre is a high-availability pair; only then is more than the first
    /// of [`Servers::cct_base_urls`] tried.
    pub ha_enabled: bool,
    /// Whether a connection that is lost is made again without a click.
    pub auto_reconnect: bool,
    /// Path of a PEM file with certificate authorities to trust beside the system's.
    pub ca_certificate_file: Option<String>,
    /// Server certificates to accept by their SHA-256 fingerprint; empty: by the usual chain only.
    pub pinned_sha256: Vec<Fingerprint>,
}

impl Default for Servers {
    fn default() -> Self {
        Self {
            cct_base_urls: Vec::new(),
            cct_geographic_url: None,
            ewc_url: None,
            ewc_geographic_url: None,
            ha_enabled: false,
            auto_reconnect: true,
            ca_certificate_file: None,
            pinned_sha256: Vec::new(),
        }
    }
}

impl Servers {
    /// The CCT base URLs to try, in order: all of them in a high-availability system, else only
    /// the first. The geographic node is never among them.
    #[must_use]
    pub fn cct_order(&self) -> &[Url] {
        let tried = if self.ha_enabled {
            self.cct_base_urls.len()
        } else {
            self.cct_base_urls.len().min(1)
        };
        &self.cct_base_urls[..tried]
    }

    pub(super) fn read(&mut self, section: &mut Section<'_, '_>) {
        section.list(
            "cct_base_urls",
            CCT_ACCEPTED,
            &mut self.cct_base_urls,
            endpoint::cct_base_url,
        );
        section.optional(
            "cct_geographic_url",
            CCT_ACCEPTED,
            &mut self.cct_geographic_url,
            endpoint::cct_base_url,
        );
        section.optional("ewc_url", AGENT_ACCEPTED, &mut self.ewc_url, endpoint::agent_url);
        section.optional(
            "ewc_geographic_url",
            AGENT_ACCEPTED,
            &mut self.ewc_geographic_url,
            endpoint::agent_url,
        );
        section.flag("ha_enabled", &mut self.ha_enabled);
        section.flag("auto_reconnect", &mut self.auto_reconnect);
        section.optional(
            "ca_certificate_file",
            "the path of a PEM file",
            &mut self.ca_certificate_file,
            |text| Ok(text.to_owned()),
        );
        section.list(
            "pinned_sha256",
            "the SHA-256 fingerprint of a certificate: 64 hexadecimal digits, colons allowed",
            &mut self.pinned_sha256,
            |text| Fingerprint::parse(text).ok_or(Refusal::Bad),
        );
    }
}
