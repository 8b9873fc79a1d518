//! Draws the agent's attention: the system's notification with its sound, and the taskbar.
//!
//! One notification per contact: a newer cue takes the place of the older, so that a burst of
//! lines is one notification, and quiet takes it away.

#[cfg_attr(any(windows, target_os = "macos"), path = "attention/plain.rs")]
#[cfg_attr(not(any(windows, target_os = "macos")), path = "attention/desktop.rs")]
mod shown;

use std::collections::BTreeMap;
use std::sync::Arc;

use desk_core::Cue;
use desk_core::contact::ContactKey;
use tauri::{AppHandle, Manager as _, UserAttentionType};
use tokio::sync::mpsc;

use crate::preferences::PreferenceFile;
use crate::{text, window};
use shown::Shown;

/// How a notification should behave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Manner {
    /// It is about an offer, which somebody waits for.
    urgent: bool,
    /// It may be heard.
    sounds: bool,
}

/// Follows the cues until the desk ends.
pub(crate) async fn run(
    app: AppHandle,
    preferences: Arc<PreferenceFile>,
    mut cues: mpsc::UnboundedReceiver<Cue>,
) {
    let mut up: BTreeMap<ContactKey, Option<Shown>> = BTreeMap::new();
    while let Some(cue) = cues.recv().await {
        let (contact, urgent) = match cue {
            Cue::Offer { contact, .. } => (contact, true),
            Cue::Message { contact, .. } => (contact, false),
            Cue::Quiet { contact } => (contact, false),
        };
        if let Some(Some(older)) = up.remove(&contact) {
            older.close().await;
        }
        if let Some(words) = text::notice(&cue) {
            let wanted = preferences.current();
            let manner = Manner { urgent, sounds: wanted.sound };
            let shown =
                if wanted.notifications { Shown::show(&app, &words, manner).await } else { None };
            up.insert(contact, shown);
            flash(&app, Some(urgent));
        } else if up.is_empty() {
            flash(&app, None);
        }
    }
}

/// Lights the taskbar or dock, or stops it; a window that is looked at stays as it is.
fn flash(app: &AppHandle, urgent: Option<bool>) {
    let Some(window) = app.get_webview_window(window::LABEL) else { return };
    let kind = urgent.map(|urgent| {
        if urgent { UserAttentionType::Critical } else { UserAttentionType::Informational }
    });
    if kind.is_none() || !window.is_focused().unwrap_or(false) {
        let _ = window.request_user_attention(kind);
    }
}
