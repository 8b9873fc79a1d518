//! The texts being written; kept with the contact, so that no text can reach another one.

use ewc_wire::Audience;
use log_safe::Private;

use crate::time::Millis;

/// The drafts of one contact, one per audience, and what the room was told of the typing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Drafts {
    reply: Draft,
    whisper: Draft,
}

/// One draft.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Draft {
    text: Private<String>,
    /// When the room was last told that the agent types, while it believes so.
    told_at: Option<Millis>,
    /// When the agent last typed.
    typed_at: Millis,
}

/// Repeat "is typing" after this long, in milliseconds: a receiver forgets it after three seconds
/// (chapter 10, "Is Typing Notification").
const REPEAT_MS: i64 = 2_000;
/// Say that typing has stopped after this long without a key, in milliseconds.
const STOPPED_MS: i64 = 3_000;

impl Drafts {
    /// A draft's text.
    pub const fn text(&self, audience: Audience) -> &Private<String> {
        &self.of(audience).text
    }

    /// Keeps a text; answers whether the room should be told that the agent types (`true`), has
    /// stopped (`false`), or nothing.
    pub fn set(&mut self, now: Millis, audience: Audience, text: Private<String>) -> Option<bool> {
        let draft = self.of_mut(audience);
        if draft.text == text {
            return None;
        }
        draft.text = text;
        draft.typed_at = now;
        if draft.text.is_empty() {
            return draft.told_at.take().map(|_| false);
        }
        let due = draft.told_at.is_none_or(|told| now.since(told) >= REPEAT_MS);
        due.then(|| {
            draft.told_at = Some(now);
            true
        })
    }

    /// Empties a draft that was sent; answers whether the room believes the agent is typing.
    pub fn clear(&mut self, audience: Audience) -> bool {
        let draft = self.of_mut(audience);
        draft.text = Private::default();
        draft.told_at.take().is_some()
    }

    /// The audiences whose rooms should be told that typing has stopped.
    pub fn stopped(&mut self, now: Millis) -> Vec<Audience> {
        let mut stopped = Vec::new();
        for audience in [Audience::Normal, Audience::Whisper] {
            let draft = self.of_mut(audience);
            if draft.told_at.is_some() && now.since(draft.typed_at) >= STOPPED_MS {
                draft.told_at = None;
                stopped.push(audience);
            }
        }
        stopped
    }

    /// When [`Self::stopped`] has something to say.
    pub fn next_deadline(&self) -> Option<Millis> {
        [&self.reply, &self.whisper]
            .into_iter()
            .filter(|draft| draft.told_at.is_some())
            .map(|draft| draft.typed_at + STOPPED_MS)
            .min()
    }

    /// After a lost link the room believes nothing.
    pub const fn forget_told(&mut self) {
        self.reply.told_at = None;
        self.whisper.told_at = None;
    }

    /// Nobody heard that a draft is being typed.
    pub const fn was_not_told(&mut self, audience: Audience) {
        self.of_mut(audience).told_at = None;
    }

    const fn of(&self, audience: Audience) -> &Draft {
        match audience {
            Audience::Normal => &self.reply,
            Audience::Whisper => &self.whisper,
        }
    }

    const fn of_mut(&mut self, audience: Audience) -> &mut Draft {
        match audience {
            Audience::Normal => &mut self.reply,
            Audience::Whisper => &mut self.whisper,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Drafts;
    use crate::time::Millis;
    use ewc_wire::Audience::{Normal, Whisper};

    #[test]
    fn typing_is_told_repeated_and_ended() {
        let mut drafts = Drafts::default();
        for (at, text, told) in [
            (0, "h", Some(true)),
            (500, "he", None),
            (2_000, "hel", Some(true)),
            (2_100, "hel", None),
            (2_200, "", Some(false)),
            (2_300, "x", Some(true)),
        ] {
            assert_eq!(drafts.set(Millis(at), Normal, text.into()), told, "{at} {text}");
        }
        assert_eq!(drafts.next_deadline(), Some(Millis(5_300)));
        assert!(drafts.stopped(Millis(5_299)).is_empty());
        assert_eq!(drafts.stopped(Millis(5_300)), [Normal]);
        assert_eq!(drafts.text(Normal).as_str(), "x");
    }

    #[test]
    fn audiences_do_not_mix() {
        let mut drafts = Drafts::default();
        drafts.set(Millis(0), Whisper, "secret".into());
        assert!(drafts.text(Normal).is_empty());
        assert!(!drafts.clear(Normal));
        assert_eq!(drafts.text(Whisper).as_str(), "secret");
        assert!(drafts.clear(Whisper));
    }
}
