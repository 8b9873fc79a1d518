//! What kind of contact it is, by what CCT says.

use cct_wire::Intrinsic;

use crate::cct::CctContact;

/// What kind of contact it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// An Enterprise Web Chat.
    WebChat,
    /// An e-mail.
    Email,
    /// A voice call.
    Voice,
    /// A call that the customer has asked for.
    CallBack,
    /// Anything else.
    Other,
}

impl Kind {
    /// By the intrinsic `CONTACTSUBTYPE` or the contact types, compared without case, spaces and
    /// underscores: the literal text of a chat's contact type is not confirmed.
    pub fn of(contact: &CctContact) -> Self {
        words(contact)
            .find_map(|word| match fold(word).as_str() {
                "webcommunications" | "webchat" => Some(Self::WebChat),
                "email" => Some(Self::Email),
                "voice" => Some(Self::Voice),
                // The first was seen on a server; the second is a guess.
                "scheduledcallback" | "callback" => Some(Self::CallBack),
                _ => None,
            })
            .unwrap_or(Self::Other)
    }

    /// The word for it in the settings.
    pub const fn word(self) -> &'static str {
        match self {
            Self::WebChat => "chat",
            Self::Email => "email",
            Self::Voice => "voice",
            Self::CallBack => "callback",
            Self::Other => "other",
        }
    }
}

/// The server's words for what a contact is, the most telling first.
pub(crate) fn words(contact: &CctContact) -> impl Iterator<Item = &str> {
    let subtype = Intrinsic::find(&contact.intrinsics, "CONTACTSUBTYPE");
    subtype
        .map(|word| word.as_str())
        .filter(|word| !word.trim().is_empty())
        .into_iter()
        .chain(contact.types.iter().map(String::as_str))
}

/// A word without case, blanks and signs.
pub(crate) fn fold(word: &str) -> String {
    word.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}
