//! A notification by Windows or macOS. Neither lets a program take one away that is shown, so a
//! newer one stands beside the older in the system's list.

use notify_rust::Notification;
use tauri::AppHandle;

use super::Manner;
use crate::text::{self, Notice};

/// A notification that was handed to the system.
pub(super) struct Shown;

impl Shown {
    /// Hands it over; none where the system refuses.
    pub(super) async fn show(_: &AppHandle, words: &Notice, manner: Manner) -> Option<Self> {
        let mut notification = Notification::new();
        notification.appname(text::NAME).summary(&words.title).body(&words.body);
        if manner.sounds {
            notification.sound_name("Default");
        }
        let show = move || notification.show().is_ok();
        tokio::task::spawn_blocking(show).await.unwrap_or(false).then_some(Self)
    }

    /// See the module.
    pub(super) async fn close(self) {}
}
