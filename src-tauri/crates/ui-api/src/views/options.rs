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
    /// The code taken when the agent goes Not Ready without choosing; one of the list.
    pub default_reason_code: Option<String>,
    /// Activity codes that a contact may be given.
    pub activity_codes: Vec<ReasonCodeView>,
    /// Whether a closed reason must be chosen.
    pub closed_reason_required: bool,
    /// The longest text of one message, in characters.
    pub max_message_chars: u32,
    /// What the agent may change and the profile keeps.
    pub preferences: Preferences,
    /// Space around rows.
    pub density: Density,
    /// Size of text in percent of the shipped size, 80 to 200.
    pub font_scale_percent: u32,
    /// The keys of every action, joined by `+`; an action that is absent has none.
    pub shortcuts: BTreeMap<ShortcutAction, String>,
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
    /// Whether keeping the password in the keychain is ticked at first.
    pub remember: bool,
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

/// Space around rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Density {
    /// Room around each row.
    Comfortable,
    /// More on the screen.
    Compact,
}

/// What keys can do; named as in the settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ShortcutAction {
    /// Accept the offer that waits longest.
    AcceptOffer,
    /// Decline the offer that waits longest, and with it every other one.
    DeclineOffer,
    /// Go Ready, or Not Ready.
    ToggleReady,
    /// The contact whose answer is due next.
    NextDue,
    /// The contact at a place of the work list; the keys name the first, 2 to 9 follow.
    ContactByPlace,
    /// Change between reply and whisper.
    SwitchAudience,
    /// The field to write in.
    FocusComposer,
    /// Push a page to the customer.
    PushPage,
    /// Close the contact.
    CloseContact,
    /// Show or hide what is known of the customer.
    ToggleCustomer,
    /// The command palette.
    CommandPalette,
    /// The list of shortcuts.
    ShortcutList,
    /// Consult another agent, or hand the contact over.
    Consult,
    /// Take the newest suggested reply into the draft.
    TakeSuggestion,
    /// Two conversations side by side, or one.
    SideBySide,
    /// Between the desk and the supervisor's board.
    Supervise,
    /// Observe the contact that needs a look most.
    NextUrgent,
    /// Sign out.
    SignOut,
}
