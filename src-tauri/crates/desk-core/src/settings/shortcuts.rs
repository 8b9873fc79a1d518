//! Which keys do what: the actions, their shipped keys, and reading the rest.

use std::collections::BTreeMap;

use super::key_chord::{ACCEPTED, KeyChord};
use super::section::{Refusal, Section};

macro_rules! actions {
    ($($(#[$doc:meta])* $action:ident, $name:literal, $keys:literal;)*) => {
        /// What a shortcut can do.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Action { $($(#[$doc])* $action,)* }

        impl Action {
            /// Every action.
            pub const ALL: &[Self] = &[$(Self::$action),*];

            /// Its name in the settings file and for the screen.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$action => $name),* }
            }

            const fn shipped(self) -> &'static str {
                match self { $(Self::$action => $keys),* }
            }
        }
    };
}

actions! {
    /// Accept the offer that waits longest.
    AcceptOffer, "accept_offer", "Alt+A";
    /// Decline the offer that waits longest.
    DeclineOffer, "decline_offer", "Alt+D";
    /// Go Ready, or Not Ready.
    ToggleReady, "toggle_ready", "Alt+R";
    /// The next contact of the work list.
    NextContact, "next_contact", "Alt+ArrowDown";
    /// The previous contact of the work list.
    PreviousContact, "previous_contact", "Alt+ArrowUp";
    /// The contact whose customer waits longest.
    MostUrgent, "most_urgent", "F6";
    /// The reply field.
    FocusReply, "focus_reply", "Alt+M";
    /// Search the phrases.
    SearchPhrases, "search_phrases", "Alt+P";
    /// Push a page to the customer.
    PushPage, "push_page", "Alt+U";
    /// Close the contact.
    CloseContact, "close_contact", "Alt+C";
    /// Show or hide the context panel.
    ToggleContext, "toggle_context", "Alt+I";
    /// The command palette.
    CommandPalette, "command_palette", "Ctrl+K";
    /// The list of shortcuts.
    ShortcutList, "shortcut_list", "F1";
    /// Sign out.
    SignOut, "sign_out", "Ctrl+Shift+Q";
}

/// The shipped keys.
pub(super) fn shipped() -> BTreeMap<Action, KeyChord> {
    Action::ALL
        .iter()
        .filter_map(|action| Some((*action, KeyChord::parse(action.shipped())?)))
        .collect()
}

/// Takes over what the file says; where two actions have the same keys, the one the file names
/// keeps them and the other has none.
pub(super) fn read(shortcuts: &mut BTreeMap<Action, KeyChord>, section: &mut Section<'_, '_>) {
    for action in Action::ALL {
        let mut keys = shortcuts.remove(action);
        section.optional(action.name(), ACCEPTED, &mut keys, |text| {
            KeyChord::parse(text).ok_or(Refusal::Bad)
        });
        shortcuts.extend(keys.map(|keys| (*action, keys)));
    }
    let named = |action: &Action| section.has(action.name());
    let (mut order, others): (Vec<_>, Vec<_>) = Action::ALL.iter().partition(|a| named(a));
    order.extend(others);
    let mut taken: BTreeMap<KeyChord, Action> = BTreeMap::new();
    for action in order {
        let Some(keys) = shortcuts.get(action) else {
            continue;
        };
        let Some(first) = taken.get(keys).copied() else {
            taken.insert(keys.clone(), *action);
            continue;
        };
        // Told at the entry that the file has: that of the loser, else that of the winner.
        let (here, other) = if section.has(action.name()) {
            (action.name(), first.name())
        } else {
            (first.name(), action.name())
        };
        section.conflict(
            &[here],
            &format!("shortcuts.{other}"),
            &format!("keys of its own: {keys} stays with {}", first.name()),
        );
        shortcuts.remove(action);
    }
}
