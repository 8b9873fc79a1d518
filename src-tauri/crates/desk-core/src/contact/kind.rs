//! What kind of contact it is, by what CCT says.

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
        let subtype = contact
            .intrinsics
            .iter()
            .filter(|intrinsic| intrinsic.key.eq_ignore_ascii_case("CONTACTSUBTYPE"))
            .map(|intrinsic| intrinsic.value.as_str());
        subtype
            .chain(contact.types.iter().map(String::as_str))
            .find_map(|word| match fold(word).as_str() {
                "webcommunications" | "webchat" => Some(Self::WebChat),
                "email" => Some(Self::Email),
                "voice" => Some(Self::Voice),
                _ => None,
            })
            .unwrap_or(Self::Other)
    }
}

fn fold(word: &str) -> String {
    word.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}
