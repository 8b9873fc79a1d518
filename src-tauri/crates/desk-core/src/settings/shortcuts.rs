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
    AcceptOffer, "accept_offer", "F2";
    /// Decline the offer that waits longest, and with it every other one.
    DeclineOffer, "decline_offer", "Alt+D";
    /// Go Ready, or Not Ready.
    ToggleReady, "toggle_ready", "Alt+R";
    /// The contact whose answer is due next.
    NextDue, "next_due", "Ctrl+ArrowDown";
    /// The contact at a place of the work list; the keys name the first, 2 to 9 follow.
    ContactByPlace, "contact_by_place", "Alt+1";
    /// Change between reply and whisper.
    SwitchAudience, "switch_audience", "Alt+W";
    /// The field to write in.
    FocusComposer, "focus_composer", "Alt+M";
    /// Push a page to the customer.
    PushPage, "push_page", "Alt+P";
    /// Close the contact.
    CloseContact, "close_contact", "Alt+C";
    /// Show or hide what is known of the customer.
    ToggleCustomer, "toggle_customer", "Alt+I";
    /// The command palette.
    CommandPalette, "command_palette", "Ctrl+K";
    /// The list of shortcuts.
    ShortcutList, "shortcut_list", "F1";
    /// Consult another agent, or hand the contact over.
    Consult, "consult", "Alt+T";
    /// Take the newest suggested reply into the draft.
    TakeSuggestion, "take_suggestion", "Alt+U";
    /// Two conversations side by side, or one.
    SideBySide, "side_by_side", "Alt+S";
    /// Between the desk and the supervisor's board.
    Supervise, "supervise", "Alt+V";
    /// Observe the contact that needs a look most.
    NextUrgent, "next_urgent", "Alt+N";
    /// Sign out.
    SignOut, "sign_out", "Ctrl+Shift+Q";
}

/// How many contacts have keys for their place.
const PLACES: u8 = 9;

/// What the keys for the first place accept.
const PLACE_ACCEPTED: &str = "keys joined by + that end in 1, for example \"Alt+1\": the same keys \
     with 2 to 9 choose the next places; \"\" for none";

/// What an action accepts, in words.
const fn accepted(action: Action) -> &'static str {
    match action {
        Action::ContactByPlace => PLACE_ACCEPTED,
        _ => ACCEPTED,
    }
}

fn parse(action: Action, text: &str) -> Result<KeyChord, Refusal> {
    KeyChord::parse(text)
        .filter(|keys| action != Action::ContactByPlace || keys.key == "1")
        .ok_or(Refusal::Bad)
}

/// All keys that an action answers to.
fn answers_to(action: Action, keys: &KeyChord) -> Vec<KeyChord> {
    match action {
        Action::ContactByPlace => {
            (1..=PLACES).map(|place| KeyChord { key: place.to_string(), ..keys.clone() }).collect()
        }
        _ => vec![keys.clone()],
    }
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
        section.optional(action.name(), accepted(*action), &mut keys, |text| parse(*action, text));
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
        let all = answers_to(*action, keys);
        let Some((keys, first)) = all.iter().find_map(|keys| taken.get_key_value(keys)) else {
            taken.extend(all.into_iter().map(|keys| (keys, *action)));
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
