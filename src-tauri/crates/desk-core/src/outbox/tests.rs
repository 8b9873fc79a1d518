//! The life of a line, as tables of what happened and what the row says.

use ewc_wire::{Audience, Method};

use super::Outbox;
use crate::ewc::{Answer, RequestId};
use crate::failure::{Failure, FailureKind};
use crate::revision::Revision;
use crate::time::Millis;
use crate::timeline::{Author, Content, ItemId, Line, SendState, Timeline};

const NOW: Revision = Revision(1);

fn room(lines: usize) -> (Timeline, Outbox, Vec<ItemId>) {
    let mut timeline = Timeline::default();
    let mut outbox = Outbox::default();
    let mut ids = Vec::new();
    for index in 0..lines {
        let id = timeline.append(
            NOW,
            Millis(0),
            Content::Line(Line {
                author: Author::Me,
                name: "Ann".into(),
                audience: Audience::Normal,
                text: "hello".into(),
                send: Some(SendState::Queued),
                suggestion: None,
            }),
        );
        outbox.submitted(RequestId(index as u64), id);
        ids.push(id);
    }
    (timeline, outbox, ids)
}

fn state(timeline: &Timeline, id: ItemId) -> SendState {
    timeline.item(id).unwrap().content.send().unwrap().clone()
}

#[test]
fn answers_become_states() {
    let refused = Failure::of(FailureKind::ServerError(500));
    for (answer, expected, out) in [
        (Answer::Accepted, SendState::Delivered, true),
        (Answer::HandedOver, SendState::Sent, true),
        (Answer::NoAnswer, SendState::Sent, true),
        (Answer::Lost, SendState::Unknown, false),
        (Answer::NotSent, SendState::Queued, false),
        (Answer::Refused(refused.clone()), SendState::Refused(refused), false),
    ] {
        let (mut timeline, mut outbox, ids) = room(1);
        outbox.transmitted(&mut timeline, NOW, RequestId(0));
        assert_eq!(state(&timeline, ids[0]), SendState::InFlight);
        let row = outbox.answered(&mut timeline, NOW, RequestId(0), answer);
        assert_eq!((state(&timeline, ids[0]), row), (expected, out));
    }
}

#[test]
fn a_line_in_doubt_holds_back_the_next_and_takes_it_along() {
    let (mut timeline, mut outbox, ids) = room(2);
    outbox.transmitted(&mut timeline, NOW, RequestId(0));
    outbox.answered(&mut timeline, NOW, RequestId(0), Answer::Lost);
    outbox.answered(&mut timeline, NOW, RequestId(1), Answer::NotSent);
    outbox.link_lost(&mut timeline, NOW);
    assert!(outbox.ready(&timeline).is_empty());
    outbox.rejoined(&timeline, Millis(1_000));
    assert_eq!(outbox.settle_at(), Some(Millis(4_000)));
    assert_eq!(outbox.settled(&mut timeline, NOW), 2);
    assert_eq!(state(&timeline, ids[0]), SendState::NotDelivered);
    assert_eq!(state(&timeline, ids[1]), SendState::NotDelivered);
}

#[test]
fn a_line_that_was_never_written_goes_out_after_the_rejoin() {
    let (mut timeline, mut outbox, ids) = room(1);
    outbox.answered(&mut timeline, NOW, RequestId(0), Answer::NotSent);
    outbox.link_lost(&mut timeline, NOW);
    outbox.rejoined(&timeline, Millis(0));
    assert_eq!(outbox.settle_at(), None);
    assert_eq!(outbox.ready(&timeline), ids);
}

#[test]
fn a_late_acknowledgement_confirms_the_oldest_line() {
    let (mut timeline, mut outbox, ids) = room(2);
    outbox.answered(&mut timeline, NOW, RequestId(0), Answer::HandedOver);
    outbox.answered(&mut timeline, NOW, RequestId(1), Answer::HandedOver);
    outbox.acknowledged_late(&mut timeline, NOW, &Method::NewMessage);
    assert_eq!(state(&timeline, ids[0]), SendState::Delivered);
    assert_eq!(state(&timeline, ids[1]), SendState::Sent);
}
