//! The words that the system shows for us: notifications, tray, questions. Never a customer's.

use desk_core::Cue;

/// The program's name.
pub(crate) const NAME: &str = "Frontdesk";
/// In the tray's menu: bring the window to the front.
pub(crate) const SHOW: &str = "Show Frontdesk";
/// In the tray's menu: ask for chats.
pub(crate) const READY: &str = "Ready";
/// In the tray's menu: ask for no chats.
pub(crate) const NOT_READY: &str = "Not Ready";
/// The tray's state while nobody is signed in, or a server is not reached.
pub(crate) const OFFLINE: &str = "not connected";
/// In the tray's menu: sign out and end.
pub(crate) const QUIT: &str = "Quit";
/// Above the refusal to quit.
pub(crate) const STILL_OPEN: &str = "Frontdesk stays open";

/// A notification's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Notice {
    /// The first line: who.
    pub(crate) title: String,
    /// The second: what to do.
    pub(crate) body: String,
}

/// The notification of a cue; none for one that ends another.
pub(crate) fn notice(cue: &Cue) -> Option<Notice> {
    match cue {
        Cue::Offer { title, skillset, again, .. } => Some(Notice {
            title: format!(
                "{}: {}",
                if *again { "Still waiting" } else { "New chat" },
                title.as_str()
            ),
            body: skillset.as_ref().map_or_else(
                || "Open Frontdesk to accept it.".to_owned(),
                |skillset| format!("{skillset}. Open Frontdesk to accept it."),
            ),
        }),
        Cue::Message { title, .. } => Some(Notice {
            title: format!("New message: {}", title.as_str()),
            body: "Open Frontdesk to read it.".to_owned(),
        }),
        Cue::Quiet { .. } => None,
    }
}

/// Why the window does not close.
pub(crate) fn contacts_open(count: usize) -> String {
    match count {
        1 => "One chat is still open. Close it, then quit.".to_owned(),
        _ => format!("{count} chats are still open. Close them, then quit."),
    }
}

/// The title of the window.
pub(crate) fn window_title(profile: &str) -> String {
    if profile == "default" { NAME.to_owned() } else { format!("{NAME} ({profile})") }
}

#[cfg(test)]
mod tests {
    use desk_core::Cue;
    use desk_core::contact::ContactKey;

    use super::{contacts_open, notice};

    #[test]
    fn an_offer_says_whom_and_which_queue() {
        let offer = |again| Cue::Offer {
            contact: ContactKey(1),
            title: "Jo Marsh".into(),
            skillset: Some("WC_Travel".to_owned()),
            again,
        };
        let words = notice(&offer(false)).unwrap();
        assert_eq!(words.title, "New chat: Jo Marsh");
        assert_eq!(words.body, "WC_Travel. Open Frontdesk to accept it.");
        assert_eq!(notice(&offer(true)).unwrap().title, "Still waiting: Jo Marsh");
        assert_eq!(notice(&Cue::Quiet { contact: ContactKey(1) }), None);
    }

    #[test]
    fn refusals_count() {
        assert!(contacts_open(1).starts_with("One chat is"));
        assert!(contacts_open(3).starts_with("3 chats are"));
    }
}
