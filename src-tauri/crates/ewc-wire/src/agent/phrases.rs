//! "Agent Join Room Notification", `frequentlyUsedPhraseList`: phrases ready to send.

use serde::Serialize;
use serde_json::Value;

use crate::from_json::{Fields, FromJson};
use crate::misfit::Misfit;

/// The phrases of one skillset.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PhraseGroup {
    /// The skillset; `all` for every one.
    pub skillset: String,
    /// Its phrases.
    pub phrases: Vec<Phrase>,
    /// Phrases that did not fit.
    #[serde(skip)]
    pub skipped: u32,
}

/// One phrase.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Phrase {
    /// Its short name.
    pub name: String,
    /// What is sent.
    #[serde(rename = "phraseText")]
    pub text: String,
}

impl FromJson for PhraseGroup {
    fn from_json(value: &Value) -> Result<Self, Misfit> {
        let group = Fields::of(value)?;
        let (phrases, skipped) = group.list("phrases");
        Ok(Self { skillset: group.want("skillset").unwrap_or_default(), phrases, skipped })
    }
}

impl FromJson for Phrase {
    fn from_json(value: &Value) -> Result<Self, Misfit> {
        let phrase = Fields::of(value)?;
        let text: String = phrase.need("phraseText")?;
        Ok(Self { name: phrase.want("name").unwrap_or_default(), text })
    }
}
