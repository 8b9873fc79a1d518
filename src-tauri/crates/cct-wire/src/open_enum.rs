//! Inbound word lists that keep what they do not know.

/// Defines an enum of wire words with an `Other` variant for words this version does not list.
///
/// `known()` is what may be written back: an unknown word never leaves again.
macro_rules! open_enum {
    ($(#[$meta:meta])* $name:ident { $($variant:ident = $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name {
            $(
                #[doc = concat!("`", $word, "`")]
                $variant,
            )+
            /// A word this version does not list, as received.
            Other(String),
        }

        impl $name {
            /// Reads a wire word; surrounding white space does not count.
            pub fn from_wire(word: &str) -> Self {
                match word.trim() {
                    $($word => Self::$variant,)+
                    other => Self::Other(other.to_owned()),
                }
            }

            /// The word as on the wire.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $word,)+
                    Self::Other(other) => other,
                }
            }

            /// The word if this version lists it, else `None`.
            pub fn known(&self) -> Option<&'static str> {
                match self {
                    $(Self::$variant => Some($word),)+
                    Self::Other(_) => None,
                }
            }

            /// Every word this version lists, in the order of the schema.
            pub fn listed() -> Vec<Self> {
                vec![$(Self::$variant),+]
            }
        }
    };
}

pub(crate) use open_enum;
