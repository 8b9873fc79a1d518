//! Words the other side chooses: the documented ones by name, any other one kept as it came.

/// Declares an open enum of wire words with its text forms, both directions.
macro_rules! open_enum {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name {
            $($(#[$variant_meta])* $variant,)+
            /// A word outside the documents, kept as it came.
            Other(String),
        }

        impl $name {
            /// The word as it stands on the wire.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)+
                    Self::Other(text) => text,
                }
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                match text {
                    $($text => Self::$variant,)+
                    // The guide prints some words with a space where the underscore was.
                    _ if text.contains(' ') => match text.replace(' ', "_").as_str() {
                        $($text => Self::$variant,)+
                        _ => Self::Other(text.to_owned()),
                    },
                    _ => Self::Other(text.to_owned()),
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl $crate::from_json::FromJson for $name {
            fn from_json(value: &serde_json::Value) -> Result<Self, $crate::misfit::Misfit> {
                value
                    .as_str()
                    .map(Self::from)
                    .ok_or($crate::misfit::Misfit::wrong_type())
            }
        }
    };
}

pub(crate) use open_enum;
