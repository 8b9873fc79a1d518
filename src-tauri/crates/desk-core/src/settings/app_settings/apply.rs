//! The entries named in the guide's chapter 6 and what they mean for our settings.

use std::collections::BTreeMap;

use log_safe::Private;
use url::Url;

use super::entries::Entry;
use crate::settings::Settings;
use crate::settings::endpoint::{
    AGENT_ACCEPTED, CCT_ACCEPTED, HOST_ACCEPTED, agent_url, agent_url_of_host, cct_base_url,
};
use crate::settings::problem::{ProblemKind, Report, SECRET_ACCEPTED, quoted};
use crate::settings::section::Refusal;

macro_rules! known_entries {
    ($($(#[$doc:meta])* $entry:ident = $name:literal,)*) => {
        /// An entry named in the guide's chapter 6.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub(super) enum Known { $($(#[$doc])* $entry,)* }

        impl Known {
            pub(super) const ALL: &[Self] = &[$(Self::$entry),*];

            pub(super) const fn name(self) -> &'static str {
                match self { $(Self::$entry => $name),* }
            }
        }
    };
}

known_entries! {
    /// The CCT server; in a high-availability system the active voice server, not a managed name.
    CctServer = "DefaultCCTServer",
    /// The CCT user.
    CctUser = "DefaultCCTUserID",
    /// The domain of the CCT user's account.
    CctDomain = "DefaultCCTUserDomain",
    /// The multimedia server.
    MultimediaServer = "DefaultMMServer",
    /// The agent WebSocket.
    WebSocket = "WebSocketURL",
    /// Whether the system is a high-availability pair.
    HaEnabled = "HAEnabled",
    /// Whether a lost connection is made again.
    AutoReconnect = "AutoReconnect",
    /// Security of the e-mail server; says nothing about the WebSocket.
    IsSecure = "IsSecure",
    /// Folder for e-mail attachments.
    Attachments = "DownloadAttachmentsLocation",
    /// The standby CCT server.
    CampusAlternate = "CampusAlternateServer",
    /// The remote node's CCT server.
    GeographicAlternate = "GeographicAlternateServer",
    /// The remote node's agent WebSocket.
    RgnWebSocket = "RGNWebSocket",
    /// The remote node's multimedia server.
    RgnMultimediaServer = "RGNMMServer",
}

impl Known {
    /// The entry of a name; case does not matter.
    pub(super) fn of_name(name: &str) -> Option<Self> {
        let mut all = Self::ALL.iter().copied();
        all.find(|known| known.name().eq_ignore_ascii_case(name))
    }
}

/// Takes over the entries; an empty value means that the entry is not used.
pub(super) fn apply(
    entries: &BTreeMap<Known, Entry>,
    settings: &mut Settings,
    report: &mut Report<'_>,
) {
    let mut file = File { entries, report };
    let servers = &mut settings.servers;
    let cct: Vec<Url> = [Known::CctServer, Known::CampusAlternate]
        .into_iter()
        .filter_map(|known| file.parsed(known, CCT_ACCEPTED, cct_base_url))
        .collect();
    if !cct.is_empty() {
        servers.cct_base_urls = cct;
    }
    if let Some(url) = file.parsed(Known::GeographicAlternate, CCT_ACCEPTED, cct_base_url) {
        servers.cct_geographic_url = Some(url);
    }
    if let Some(url) = file.agent_url(Known::WebSocket, Known::MultimediaServer) {
        servers.ewc_url = Some(url);
    }
    if let Some(url) = file.agent_url(Known::RgnWebSocket, Known::RgnMultimediaServer) {
        servers.ewc_geographic_url = Some(url);
    }
    file.flag(Known::HaEnabled, &mut servers.ha_enabled);
    file.flag(Known::AutoReconnect, &mut servers.auto_reconnect);
    file.flag(Known::IsSecure, &mut settings.email.is_secure);
    if let Some(folder) = file.text(Known::Attachments) {
        settings.email.attachments_folder = Some(folder.value.clone());
    }
    if let Some(user) = file.text(Known::CctUser) {
        settings.sign_in.user = Some(Private::from(user.value.as_str()));
    }
    if let Some(domain) = file.text(Known::CctDomain) {
        settings.sign_in.domain = Some(domain.value.clone());
    }
}

struct File<'e, 'r, 't> {
    entries: &'e BTreeMap<Known, Entry>,
    report: &'r mut Report<'t>,
}

impl<'e> File<'e, '_, '_> {
    fn text(&self, known: Known) -> Option<&'e Entry> {
        self.entries.get(&known).filter(|entry| !entry.value.is_empty())
    }

    fn flag(&mut self, known: Known, into: &mut bool) {
        if let Some(flag) = self.parsed(known, "true or false", |text| {
            text.to_ascii_lowercase().parse().map_err(|_| Refusal::Bad)
        }) {
            *into = flag;
        }
    }

    /// The WebSocket's URL, or the usual one on the multimedia server. The host is checked in
    /// either case: e-mail needs it, and a slip in it is told.
    fn agent_url(&mut self, url: Known, host: Known) -> Option<Url> {
        let of_host = self.parsed(host, HOST_ACCEPTED, agent_url_of_host);
        match self.text(url) {
            Some(_) => self.parsed(url, AGENT_ACCEPTED, agent_url),
            None => of_host,
        }
    }

    fn parsed<T>(
        &mut self,
        known: Known,
        accepted: &str,
        parse: impl FnOnce(&str) -> Result<T, Refusal>,
    ) -> Option<T> {
        let entry = self.text(known)?;
        let (kind, found, accepted) = match parse(&entry.value) {
            Ok(value) => return Some(value),
            Err(Refusal::Bad) => (ProblemKind::BadValue, Some(quoted(&entry.value)), accepted),
            Err(Refusal::Secret) => (ProblemKind::SecretInFile, None, SECRET_ACCEPTED),
        };
        self.report.add(entry.value_at, &entry.name, kind, found, accepted);
        None
    }
}
