//! What the settings give a screen: sign-in defaults, reason codes, looks, shortcuts.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the settings give a screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OptionsView {
    /// The product's version.
    pub version: String,
    /// The profile's name.
    pub profile: String,
    /// What the sign-in form is filled with.
    pub sign_in: SignInDefaults,
    /// Not Ready reason codes.
    pub reason_codes: Vec<ReasonCodeView>,
    /// Whether a closed reason must be chosen.
    pub closed_reason_required: bool,
    /// The longest text of one message, in characters.
    pub max_message_chars: u32,
    /// What the agent may change and the profile keeps.
    pub preferences: Preferences,
    /// Key combinations by action, where the settings change them.
    pub shortcuts: BTreeMap<String, String>,
    /// What the settings files got wrong, one sentence each.
    pub settings_problems: Vec<String>,
}

/// What the sign-in form is filled with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SignInDefaults {
    /// Host and port of the CCT server.
    pub contact_control: String,
    /// Host and port of the chat server.
    pub chat_server: String,
    /// The CCT user.
    pub user: String,
    /// The CCT user's domain.
    pub domain: String,
    /// True when the agent id is the CCMM password.
    pub use_agent_id_as_ccmm_password: bool,
    /// True when the keychain holds the password of this user.
    pub password_remembered: bool,
}

/// A Not Ready reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReasonCodeView {
    /// The code as the server knows it.
    pub code: String,
    /// What it says.
    pub label: String,
}

/// What the agent may change and the profile keeps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Preferences {
    /// The theme.
    pub theme: Theme,
    /// Whether offers and messages make a sound.
    pub sound: bool,
    /// Whether native notifications are shown.
    pub notifications: bool,
}

/// The theme of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// Follow the system.
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// High contrast.
    Contrast,
}
