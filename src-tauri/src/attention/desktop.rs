//! A notification by the desktop's own server (freedesktop.org), over D-Bus.

use std::sync::Arc;
use std::time::Duration;

use notify_rust::{Hint, Notification, NotificationHandle, NotificationResponse, Timeout, Urgency};
use tauri::AppHandle;

use super::Manner;
use crate::text::{self, Notice};
use crate::window;

/// A server that does not answer must not hold up later cues.
const PATIENCE: Duration = Duration::from_secs(3);

/// A notification that is on the screen.
pub(super) struct Shown(Arc<NotificationHandle>);

impl Shown {
    /// Shows it; none where this desktop shows no notifications.
    pub(super) async fn show(app: &AppHandle, words: &Notice, manner: Manner) -> Option<Self> {
        let notification = notification(words, manner);
        let handle = match tokio::time::timeout(PATIENCE, notification.show_async()).await {
            Ok(Ok(handle)) => Arc::new(handle),
            Ok(Err(_)) => {
                tracing::debug!("no notification: this desktop has no server for them");
                return None;
            }
            Err(_) => {
                tracing::warn!("no notification: the desktop's server does not answer");
                return None;
            }
        };
        let (waiting, app) = (Arc::clone(&handle), app.clone());
        tauri::async_runtime::spawn(async move {
            let act = |response: &NotificationResponse| {
                if matches!(
                    response,
                    NotificationResponse::Default | NotificationResponse::Action(_)
                ) {
                    window::show(&app);
                }
            };
            waiting.wait_for_action_async(act).await;
        });
        Some(Self(handle))
    }

    /// Takes it away.
    pub(super) async fn close(self) {
        let _ = tokio::time::timeout(PATIENCE, self.0.close_async()).await;
    }
}

fn notification(words: &Notice, manner: Manner) -> Notification {
    let mut notification = Notification::new();
    notification
        .appname(text::NAME)
        .icon("frontdesk")
        .summary(&words.title)
        .body(&plain(&words.body))
        // The spelling of the specification: a click on the notification itself.
        .action("default", text::SHOW)
        .hint(Hint::DesktopEntry("Frontdesk".to_owned()))
        .hint(Hint::Category("im.received".to_owned()));
    if manner.urgent {
        notification.urgency(Urgency::Critical).timeout(Timeout::Never);
    }
    if manner.sounds {
        let name = if manner.urgent { "phone-incoming-call" } else { "message-new-instant" };
        notification.hint(Hint::SoundName(name.to_owned()));
    } else {
        notification.hint(Hint::SuppressSound(true));
    }
    notification.finalize()
}

/// Bodies may be read as markup: letters that begin some are spelled out.
fn plain(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::{Manner, notification, plain};
    use crate::text::Notice;
    use notify_rust::Hint;

    #[test]
    fn nothing_is_markup() {
        assert_eq!(plain("<b>A&B</b>"), "&lt;b&gt;A&amp;B&lt;/b&gt;");
    }

    #[test]
    fn silence_is_asked_for() {
        let words = Notice { title: "New chat".to_owned(), body: String::new() };
        let hints = |sounds| notification(&words, Manner { urgent: true, sounds }).hints;
        assert!(hints(false).contains(&Hint::SuppressSound(true)));
        assert!(hints(true).contains(&Hint::SoundName("phone-incoming-call".to_owned())));
    }
}
