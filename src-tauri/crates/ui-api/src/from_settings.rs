//! The only conversion from the settings to what a screen is told of them.

use desk_core::settings::{self, Action, Settings};
use log_safe::Private;
use url::Url;

use crate::views::options::{
    Density, OptionsView, Preferences, ReasonCodeView, ShortcutAction, SignInDefaults, Theme,
};

/// What a screen is told: the settings, what is wrong in their files (one sentence each), the
/// profile's name, and whether the keychain holds the password of the settings' user.
pub fn options_view(
    settings: &Settings,
    problems: Vec<String>,
    profile: &str,
    password_remembered: bool,
) -> OptionsView {
    let Settings { servers, sign_in, ready, activity_codes, chat, window, shortcuts, .. } =
        settings;
    OptionsView {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        profile: profile.to_owned(),
        sign_in: SignInDefaults {
            contact_control: servers.cct_order().first().map(host_and_port).unwrap_or_default(),
            chat_server: servers.ewc_url.as_ref().map(host_and_port).unwrap_or_default(),
            user: sign_in.user.as_ref().map(Private::expose).cloned().unwrap_or_default(),
            domain: sign_in.domain.clone().unwrap_or_default(),
            use_agent_id_as_ccmm_password: sign_in.use_agent_id_as_ccmm_password,
            remember: sign_in.remember,
            password_remembered,
        },
        reason_codes: codes(&ready.reason_codes),
        default_reason_code: ready.default_reason_code.clone(),
        activity_codes: codes(activity_codes),
        closed_reason_required: chat.closed_reason_required,
        max_message_chars: chat.max_message_characters,
        preferences: preferences(settings),
        density: match window.density {
            settings::Density::Comfortable => Density::Comfortable,
            settings::Density::Compact => Density::Compact,
        },
        font_scale_percent: window.font_scale_percent,
        shortcuts: shortcuts
            .iter()
            .map(|(action, keys)| (shortcut_action(*action), keys.to_string()))
            .collect(),
        settings_problems: problems,
    }
}

fn codes(codes: &[settings::ReasonCode]) -> Vec<ReasonCodeView> {
    let view = |code: &settings::ReasonCode| ReasonCodeView {
        code: code.code.clone(),
        label: code.label.clone(),
    };
    codes.iter().map(view).collect()
}

/// What the settings say of the things that the agent may change.
pub fn preferences(settings: &Settings) -> Preferences {
    Preferences {
        theme: match settings.window.theme {
            settings::Theme::System => Theme::System,
            settings::Theme::Light => Theme::Light,
            settings::Theme::Dark => Theme::Dark,
            settings::Theme::Contrast => Theme::Contrast,
        },
        sound: settings.attention.sound,
        notifications: settings.attention.notify,
    }
}

const fn shortcut_action(action: Action) -> ShortcutAction {
    match action {
        Action::AcceptOffer => ShortcutAction::AcceptOffer,
        Action::DeclineOffer => ShortcutAction::DeclineOffer,
        Action::ToggleReady => ShortcutAction::ToggleReady,
        Action::NextDue => ShortcutAction::NextDue,
        Action::ContactByPlace => ShortcutAction::ContactByPlace,
        Action::SwitchAudience => ShortcutAction::SwitchAudience,
        Action::FocusComposer => ShortcutAction::FocusComposer,
        Action::PushPage => ShortcutAction::PushPage,
        Action::CloseContact => ShortcutAction::CloseContact,
        Action::ToggleCustomer => ShortcutAction::ToggleCustomer,
        Action::CommandPalette => ShortcutAction::CommandPalette,
        Action::ShortcutList => ShortcutAction::ShortcutList,
        Action::Consult => ShortcutAction::Consult,
        Action::TakeSuggestion => ShortcutAction::TakeSuggestion,
        Action::SideBySide => ShortcutAction::SideBySide,
        Action::Supervise => ShortcutAction::Supervise,
        Action::NextUrgent => ShortcutAction::NextUrgent,
        Action::SignOut => ShortcutAction::SignOut,
    }
}

/// `host:port`, the port also where it is the scheme's usual one.
fn host_and_port(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default();
    url.port_or_known_default().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
}

#[cfg(test)]
mod tests;
