//! A key with its modifiers, as written in settings: `Ctrl+Shift+K`.

use std::fmt;

/// A key with its modifiers. `Display` writes it in the one canonical form.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct KeyChord {
    /// The Control key.
    pub ctrl: bool,
    /// The Alt key (Option on macOS).
    pub alt: bool,
    /// The Shift key.
    pub shift: bool,
    /// The Windows key or Command.
    pub meta: bool,
    /// The key, named as `KeyboardEvent.key` names it; letters in upper case.
    pub key: String,
}

/// What a shortcut accepts.
pub(super) const ACCEPTED: &str = "keys joined by +, for example \"Alt+D\", \"Ctrl+Shift+K\" or \
     \"F6\": Ctrl, Alt or Meta, or a function key, so that typing stays typing; \"\" for none";

const NAMED: [&str; 16] = [
    "ArrowDown",
    "ArrowLeft",
    "ArrowRight",
    "ArrowUp",
    "Backspace",
    "Delete",
    "End",
    "Enter",
    "Escape",
    "Home",
    "Insert",
    "PageDown",
    "PageUp",
    "Plus",
    "Space",
    "Tab",
];

impl KeyChord {
    /// Reads `Ctrl+Shift+K`; case does not matter. None for an unknown key or modifier, and for a
    /// key that types a character and has neither Ctrl, Alt nor Meta.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts: Vec<&str> = text.split('+').map(str::trim).collect();
        let key = canonical_key(parts.pop()?)?;
        let mut chord = Self { ctrl: false, alt: false, shift: false, meta: false, key };
        for part in parts {
            let flag = match part.to_ascii_lowercase().as_str() {
                "ctrl" | "control" => &mut chord.ctrl,
                "alt" | "option" => &mut chord.alt,
                "shift" => &mut chord.shift,
                "meta" | "cmd" | "command" | "win" | "super" => &mut chord.meta,
                _ => return None,
            };
            if std::mem::replace(flag, true) {
                return None;
            }
        }
        let free = chord.ctrl || chord.alt || chord.meta || is_function_key(&chord.key);
        free.then_some(chord)
    }
}

fn canonical_key(text: &str) -> Option<String> {
    if let Some(named) = NAMED.iter().find(|name| name.eq_ignore_ascii_case(text)) {
        return Some((*named).to_owned());
    }
    let upper = text.to_ascii_uppercase();
    let mut characters = upper.chars();
    let single = characters.next()?;
    if characters.next().is_none() {
        return (single.is_ascii_graphic() && single != '+').then_some(upper);
    }
    is_function_key(&upper).then_some(upper)
}

fn is_function_key(key: &str) -> bool {
    key.strip_prefix('F')
        .filter(|digits| !digits.starts_with('0'))
        .and_then(|digits| digits.parse::<u8>().ok())
        .is_some_and(|number| (1..=24).contains(&number))
}

impl fmt::Display for KeyChord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let modifiers = [
            (self.ctrl, "Ctrl+"),
            (self.alt, "Alt+"),
            (self.shift, "Shift+"),
            (self.meta, "Meta+"),
        ];
        for (held, name) in modifiers {
            if held {
                f.write_str(name)?;
            }
        }
        f.write_str(&self.key)
    }
}
