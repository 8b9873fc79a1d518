//! Suggested replies: taken, sent as they are or changed, or not wanted; the supervisor sees which.

use ui_api::views::timeline::SuggestionState;

use crate::chat::hears;
use crate::floor::{Floor, place};

#[tokio::test]
async fn a_suggestion_is_used_edited_or_declined_and_the_supervisor_sees_which() {
    let place = place().await;
    let mut floor = Floor::open(&place).await;
    let seen = floor.observes().await;
    let Floor { ann, sam, jo, chat, .. } = &mut floor;
    sam.suggests(&seen, "There are seats on Friday.").await;
    ann.takes_suggestion(chat, "There are seats on Friday.").await;
    ann.sees("the draft", |screen| {
        screen.contact_with(chat).is_some_and(|c| c.drafts.reply == "There are seats on Friday.")
    })
    .await;
    ann.says(chat, "There are seats on Friday.").await;
    hears(jo, "There are seats on Friday.").await;
    sam.sees_suggestion(&seen, "There are seats on Friday.", SuggestionState::Used).await;

    sam.suggests(&seen, "Take the night train.").await;
    ann.takes_suggestion(chat, "Take the night train.").await;
    ann.says(chat, "Take the night train, it is quieter.").await;
    hears(jo, "Take the night train, it is quieter.").await;
    sam.sees_suggestion(&seen, "Take the night train.", SuggestionState::Edited).await;

    sam.suggests(&seen, "Offer a voucher.").await;
    ann.declines_suggestion(chat, "Offer a voucher.").await;
    sam.sees_suggestion(&seen, "Offer a voucher.", SuggestionState::Declined).await;
    let heard = |text: &str| jo.seen().iter().any(|frame| frame.to_string().contains(text));
    assert!(!heard("voucher"), "a suggestion is a whisper until it is sent");

    sam.leaves(&seen).await;
    ann.closes(chat).await;
    floor.ends().await;
}
