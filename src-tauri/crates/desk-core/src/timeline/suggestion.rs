//! The words of suggested replies: a convention between desktops, in plain text.
//!
//! The protocol knows nothing of it, so a suggestion is a whisper that reads well on any desktop:
//!
//! - `Suggested reply: We can ship it on Monday.` suggests;
//! - `Suggested reply used: "We can ship it on Monday."`,
//!   `Suggested reply used with changes: "…"` and `Suggested reply declined: "…"` answer it, with
//!   the first words of the suggestion.
//!
//! Rows keep the words of the wire, for echoes and transcripts are compared with them; a screen
//! shows [`Line::shown`]. What became of a suggestion is read off the answers after it, so that a
//! transcript is enough to know it.

use ewc_wire::Audience;

use super::{Author, Content, Item, Line, SuggestionState, Timeline};
use crate::revision::Revision;
use crate::text::{decode_entities, excerpt};

const SUGGESTS: &str = "Suggested reply: ";
const ANSWERS: [(&str, SuggestionState); 3] = [
    ("Suggested reply used: ", SuggestionState::Used),
    ("Suggested reply used with changes: ", SuggestionState::Edited),
    ("Suggested reply declined: ", SuggestionState::Declined),
];
/// How much of a suggestion its answer quotes, in characters.
const QUOTED: usize = 60;

/// The whisper that suggests a text.
pub(crate) fn suggesting(text: &str) -> String {
    format!("{SUGGESTS}{}", text.trim())
}

/// The whisper that says what became of a suggested text; `None` while nothing has.
pub(crate) fn answering(text: &str, state: SuggestionState) -> Option<String> {
    let (words, _) = ANSWERS.iter().find(|(_, known)| *known == state)?;
    Some(format!("{words}\"{}\"", excerpt(text, QUOTED)))
}

/// What a whisper suggests; `None` for any other line.
pub(crate) fn suggested(audience: Audience, text: &str) -> Option<&str> {
    let bare = text.strip_prefix(SUGGESTS).filter(|_| audience == Audience::Whisper)?;
    Some(bare.trim()).filter(|bare| !bare.is_empty())
}

/// What a whisper answers, and to which first words.
fn answered(line: &Line) -> Option<(SuggestionState, &str)> {
    if line.audience != Audience::Whisper {
        return None;
    }
    ANSWERS.iter().find_map(|(words, state)| {
        let quoted = line.text.as_str().strip_prefix(words)?.trim();
        Some((*state, quoted.strip_prefix('"')?.strip_suffix('"')?))
    })
}

impl Line {
    /// The text as it is shown: of a suggested reply the bare suggestion.
    pub fn shown(&self) -> &str {
        let bare = self.suggestion.and_then(|_| suggested(self.audience, self.text.as_str()));
        bare.unwrap_or(self.text.as_str())
    }

    /// The same line, marked as a suggestion where its words say so.
    pub(crate) fn marked(mut self) -> Self {
        let suggests = suggested(self.audience, self.text.as_str()).is_some();
        self.suggestion = suggests.then_some(SuggestionState::Open);
        self
    }

    /// True for a line that says something about suggestions.
    pub(crate) fn is_about_suggestions(&self) -> bool {
        self.suggestion.is_some() || answered(self).is_some()
    }
}

impl Timeline {
    /// Reads off the answers what became of the suggestions: each answer is for the oldest
    /// suggestion before it with its first words that somebody else made and nobody has answered.
    pub(crate) fn settle_suggestions(&mut self, now: Revision) {
        let mut settled: Vec<(usize, SuggestionState)> = Vec::new();
        for (at, item) in self.items.iter().enumerate() {
            let Content::Line(line) = &item.content else { continue };
            let Some((state, quoted)) = answered(line) else { continue };
            let fits = |index: &usize| {
                !settled.iter().any(|(taken, _)| taken == index)
                    && is_answered_by(&self.items[*index], line, quoted)
            };
            // Of two equal ones the one that this desk knows to have ended so.
            let same = |index: &usize| {
                let Content::Line(line) = &self.items[*index].content else { return false };
                line.suggestion == Some(state)
            };
            let found = (0..at).find(|index| fits(index) && same(index));
            if let Some(index) = found.or_else(|| (0..at).find(fits)) {
                settled.push((index, state));
            }
        }
        for (index, state) in settled {
            set(&mut self.items[index], now, state);
        }
    }

    /// Says what became of a suggestion that this agent was made.
    pub(crate) fn set_suggestion(
        &mut self,
        now: Revision,
        id: super::ItemId,
        state: SuggestionState,
    ) {
        if let Some(item) = self.items.iter_mut().find(|item| item.id == id) {
            set(item, now, state);
        }
    }

    /// The suggestions that the agent has in the draft, oldest first.
    pub(crate) fn taken(&self) -> Vec<(super::ItemId, String)> {
        let taken = |item: &Item| match &item.content {
            Content::Line(line) if line.suggestion == Some(SuggestionState::Taken) => {
                Some((item.id, line.shown().to_owned()))
            }
            _ => None,
        };
        self.items.iter().filter_map(taken).collect()
    }
}

fn set(item: &mut Item, now: Revision, state: SuggestionState) {
    if let Content::Line(line) = &mut item.content
        && line.suggestion.is_some_and(|known| known != state)
    {
        line.suggestion = Some(state);
        item.changed = now;
    }
}

/// True for a suggestion of somebody else with these first words.
fn is_answered_by(item: &Item, answer: &Line, quoted: &str) -> bool {
    let Content::Line(line) = &item.content else { return false };
    let Some(bare) = suggested(line.audience, line.text.as_str()) else { return false };
    let same_author =
        line.author == answer.author && (line.author == Author::Me || line.name == answer.name);
    // Servers hand text back decoded or not.
    !same_author && excerpt(&decode_entities(bare), QUOTED) == decode_entities(quoted)
}
