//! A settings file as handed in: its name, its format, its text.

use super::problem::{Problem, ProblemKind};

/// The two formats that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// The reference desktop's `AppSettings.xml` (guide, chapter 6).
    AppSettingsXml,
    /// Our own `frontdesk.toml`.
    Toml,
}

impl Format {
    /// The format a file's name promises: by its ending, case not counted.
    #[must_use]
    pub fn of_file_name(file_name: &str) -> Option<Self> {
        let name = file_name.to_ascii_lowercase();
        if name.ends_with(".toml") {
            Some(Self::Toml)
        } else if name.ends_with(".xml") || name.ends_with(".config") {
            Some(Self::AppSettingsXml)
        } else {
            None
        }
    }
}

/// A settings file that somebody else has read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Name for messages, and what `app_settings` in a TOML file refers to.
    pub file_name: String,
    /// How the text is written.
    pub format: Format,
    /// The text; a byte order mark is ignored.
    pub text: String,
}

impl Source {
    /// Makes text of a file's bytes: UTF-8, or UTF-16 where a byte order mark says so (editors on
    /// Windows write it).
    ///
    /// # Errors
    /// [`ProblemKind::Encoding`] with the place of the first byte that is no text.
    pub fn from_bytes(file_name: &str, format: Format, bytes: &[u8]) -> Result<Self, Box<Problem>> {
        let decoded = match bytes {
            [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
            [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
            _ => std::str::from_utf8(bytes).map(str::to_owned).map_err(|error| {
                String::from_utf8_lossy(&bytes[..error.valid_up_to()]).into_owned()
            }),
        };
        match decoded {
            Ok(text) => Ok(Self { file_name: file_name.to_owned(), format, text }),
            Err(before) => {
                let (line, column) = super::position::of(&before, before.len());
                Err(Box::new(Problem {
                    file: file_name.to_owned(),
                    line,
                    column,
                    entry: String::new(),
                    kind: ProblemKind::Encoding,
                    found: None,
                    accepted: "text saved as UTF-8".to_owned(),
                }))
            }
        }
    }

    pub(super) fn plain_text(&self) -> &str {
        self.text.strip_prefix('\u{feff}').unwrap_or(&self.text)
    }
}

/// The text, or the part before the first unit that is none.
fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, String> {
    let pairs = bytes.chunks_exact(2);
    let whole = pairs.remainder().is_empty();
    let mut text = String::with_capacity(bytes.len() / 2);
    for character in char::decode_utf16(pairs.map(|pair| unit([pair[0], pair[1]]))) {
        match character {
            Ok(character) => text.push(character),
            Err(_) => return Err(text),
        }
    }
    if whole { Ok(text) } else { Err(text) }
}
