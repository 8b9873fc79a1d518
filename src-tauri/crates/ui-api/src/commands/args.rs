//! The arguments and replies of the commands.

use log_safe::{Private, Secret};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::views::timeline::{Audience, TimelineItem};

/// The argument of `sign_in`.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    /// The CCT user.
    pub user: String,
    /// The CCT user's domain; may be empty.
    #[serde(default)]
    pub domain: String,
    /// The CCT password; absent: the one in the keychain.
    #[serde(default)]
    #[ts(as = "Option<String>")]
    pub password: Option<Secret>,
    /// The CCMM password; absent: the agent id, as the reference desktop does.
    #[serde(default)]
    #[ts(as = "Option<String>")]
    pub ccmm_password: Option<Secret>,
    /// Whether to keep the password in the system's keychain.
    #[serde(default)]
    pub remember: bool,
    /// Which agent, where the CCT user has several.
    #[serde(default)]
    pub agent_id: Option<String>,
}

/// The argument of `set_ready`.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetReady {
    /// Ready, or Not Ready.
    pub ready: bool,
    /// The reason code of Not Ready.
    #[serde(default)]
    pub reason_code: Option<String>,
}

/// A contact.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ContactArg {
    /// The contact's key.
    pub contact: String,
}

/// The argument of `select`.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Select {
    /// The contact's key; absent when the agent looks at none.
    pub contact: Option<String>,
    /// The key of the one beside it, where two are on the screen.
    #[serde(default)]
    pub beside: Option<String>,
}

/// The argument of `set_draft`.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetDraft {
    /// The contact's key.
    pub contact: String,
    /// For whom.
    pub audience: Audience,
    /// The text so far.
    #[ts(as = "String")]
    pub text: Private<String>,
}

/// The argument of `send`.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Send {
    /// The contact's key.
    pub contact: String,
    /// For whom.
    pub audience: Audience,
    /// The text.
    #[ts(as = "String")]
    pub text: Private<String>,
    /// Whether a whisper suggests a reply; never with another audience.
    #[serde(default)]
    pub suggestion: bool,
}

/// The reply of `send` and `push_page`.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Sent {
    /// The id of the new row.
    pub item: String,
}

/// A row of a timeline.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ItemArg {
    /// The contact's key.
    pub contact: String,
    /// The row's id.
    pub item: String,
}

/// The argument of `push_page`.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PushPage {
    /// The contact's key.
    pub contact: String,
    /// The address, as it stands in the contact's list of pages.
    #[ts(as = "String")]
    pub url: Private<String>,
}

/// The argument of `set_wrap_up`.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetWrapUp {
    /// The contact's key.
    pub contact: String,
    /// The code of the reason.
    pub reason: Option<String>,
    /// The note.
    #[ts(as = "String")]
    pub note: Private<String>,
    /// Whether to send the transcript to the customer.
    pub send_transcript: bool,
}

/// The argument of `finish`: the form as it stands, so that nothing typed last is missed.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Finish {
    /// The contact's key.
    pub contact: String,
    /// The code of the reason.
    pub reason: Option<String>,
    /// The note.
    #[ts(as = "String")]
    pub note: Private<String>,
    /// Whether to send the transcript to the customer.
    pub send_transcript: bool,
}

/// The argument of `timeline_page`.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TimelinePage {
    /// The contact's key.
    pub contact: String,
    /// Rows older than this one.
    pub before: String,
    /// How many at most (1 to 200).
    pub limit: u32,
}

/// The reply of `timeline_page`.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TimelinePageReply {
    /// The rows, oldest first.
    pub items: Vec<TimelineItem>,
    /// True when there are still older ones.
    pub more_before: bool,
}

/// The argument of `dismiss_notice`.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DismissNotice {
    /// The notice's id.
    pub notice: String,
}

/// The argument of `open_link`.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OpenLink {
    /// The address; only http and https open.
    #[ts(as = "String")]
    pub url: Private<String>,
}

/// The argument of `next_updates`.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NextUpdates {
    /// The revision of the last answer; absent: a snapshot at once.
    #[serde(default)]
    pub revision: Option<String>,
}

/// The argument of `consult`.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Consult {
    /// The contact's key.
    pub contact: String,
    /// The agent's id.
    pub agent: String,
    /// What the agent is told first, as a whisper.
    #[serde(default)]
    #[ts(as = "Option<String>")]
    pub brief: Option<Private<String>>,
}

/// The argument of `transfer_to_skillset`.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TransferToSkillset {
    /// The contact's key.
    pub contact: String,
    /// The skillset's queue.
    pub queue: String,
    /// Why, as a whisper just before.
    #[serde(default)]
    #[ts(as = "Option<String>")]
    pub reason: Option<Private<String>>,
}

/// The argument of `watch_board`.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WatchBoard {
    /// Whether the board is on the screen.
    pub watch: bool,
}

/// The argument of `observe`.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Observe {
    /// The room, as it stands on the board.
    pub guid: String,
}

/// The reply of `observe`.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Observed {
    /// The key of the contact that is looked into.
    pub contact: String,
}

/// The argument of `load_history`.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LoadHistory {
    /// The contact's key.
    pub contact: String,
    /// How many at most (1 to 200).
    pub amount: u32,
}

/// A screen pop.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PopArg {
    /// The contact's key.
    pub contact: String,
    /// The pop's number.
    pub pop: String,
}

/// The argument of `set_activity_code`.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetActivityCode {
    /// The contact's key.
    pub contact: String,
    /// The code.
    pub code: String,
}
