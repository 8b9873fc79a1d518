//! What the settings give a screen.

use desk_core::settings::{Loaded, Settings};
use ui_api::views::options::{OptionsView, Preferences, ReasonCodeView, SignInDefaults, Theme};
use url::Url;

/// The options of a desk without a window.
pub(super) fn view(loaded: &Loaded, profile: &str) -> OptionsView {
    let Settings { servers, sign_in, ready, chat, attention, .. } = &loaded.settings;
    OptionsView {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        profile: profile.to_owned(),
        sign_in: SignInDefaults {
            contact_control: servers.cct_order().first().map(host_and_port).unwrap_or_default(),
            chat_server: servers.ewc_url.as_ref().map(host_and_port).unwrap_or_default(),
            user: sign_in.user.as_ref().map(|user| user.expose().clone()).unwrap_or_default(),
            domain: sign_in.domain.clone().unwrap_or_default(),
            use_agent_id_as_ccmm_password: sign_in.use_agent_id_as_ccmm_password,
            // Asking the keychain may put a window in front of somebody who sees none.
            password_remembered: false,
        },
        reason_codes: ready
            .reason_codes
            .iter()
            .map(|reason| ReasonCodeView { code: reason.code.clone(), label: reason.label.clone() })
            .collect(),
        closed_reason_required: chat.closed_reason_required,
        max_message_chars: chat.max_message_characters,
        preferences: Preferences {
            theme: Theme::System,
            sound: attention.sound,
            notifications: attention.notify,
        },
        shortcuts: std::collections::BTreeMap::new(),
        settings_problems: loaded.problems.iter().map(ToString::to_string).collect(),
    }
}

/// `host:port`, the port also where it is the scheme's usual one.
fn host_and_port(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default();
    url.port_or_known_default().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
}
