//! Things that happen at once, are refused, come too late, or meet a link that breaks: nobody loses
//! a line, the customer always has somebody, and every screen says what is so.

use contact_center_sim::center::Refusals;
use contact_center_sim::serve::Fault;
use journeys::{Person, Place, Screen};
use serde_json::Value;
use ui_api::ErrorCode;
use ui_api::commands::Handlers;
use ui_api::commands::args::ContactArg;
use ui_api::views::contact::{ContactPhase, ParticipantRole};
use ui_api::views::joint::{JointStep, PartView};
use ui_api::views::possible::{Possible, WhyNot};

use crate::chat::hears;
use crate::floor::{ANN, Floor, SAM, TOM, place, place_with};

fn one(contact: &str) -> ContactArg {
    ContactArg { contact: contact.to_owned() }
}

/// Waits until the centre's room is so; gives it.
async fn room_is(place: &Place, guid: u64, is_so: impl Fn(&Value) -> bool) -> Value {
    let so = |center: &contact_center_sim::Center| {
        let state = center.snapshot();
        let mut rooms = state["rooms"].as_array().into_iter().flatten();
        rooms.find(|room| room["guid"] == guid && is_so(room)).cloned()
    };
    let found = place.simulator.wait_for(journeys::LIMIT, |center, _| so(center)).await;
    found.unwrap_or_else(|_| panic!("the room never becomes so: {}", place.room(guid)))
}

/// The failure of the consult or transfer on a screen.
fn failure(screen: &Screen, contact: &str) -> Option<ErrorCode> {
    screen.joint(contact)?.failure.as_ref().map(|failure| failure.code)
}

/// Breaks somebody's link to the chat server and waits until the contact is worked on again.
async fn loses_link(place: &Place, person: &mut Person, agent: &str, contact: &str) {
    let count = |screen: &Screen| {
        screen.told(contact).iter().filter(|row| *row == "* LinkRestored").count()
    };
    let before = count(&person.screen);
    place.cause(&Fault::DropAgent { agent: agent.to_owned() });
    person.sees("the link again", |screen| count(screen) > before).await;
    person.sees_phase(contact, ContactPhase::Active).await;
}

#[tokio::test]
async fn the_customer_leaves_while_it_rings() {
    let place = place().await;
    let mut floor = Floor::open(&place).await;
    floor.ann.consults(&floor.chat, TOM, None).await;
    let asked = floor.tom.is_asked_for_help("Jo Marsh").await;
    floor.jo.leave().await.expect("left");
    floor.ann.sees_closing_form(&floor.chat).await;
    floor.tom.sees_gone(&asked).await;
    assert!(floor.ann.screen.joint(&floor.chat).is_none(), "there is nothing to consult about");
    floor.ann.finishes(&floor.chat, "4", "", false).await;
    floor.ends().await;
}

#[tokio::test]
async fn a_line_on_its_way_when_a_supervisor_barges_is_refused_and_said_so() {
    let place = place().await;
    let mut floor = Floor::open(&place).await;
    let seen = floor.observes().await;
    // Nothing of the barge reaches Ann before she has sent.
    place.cause(&Fault::DelayAgents { millis: 300 });
    floor.sam.api.barge(one(&seen)).await.expect("barging is possible");
    room_is(&place, floor.jo.guid(), |room| room["barged"] == true).await;
    floor.ann.says(&floor.chat, "Half a second late").await;
    floor.ann.reads(&floor.chat, "me: Half a second late [refused]").await;
    place.cause(&Fault::DelayAgents { millis: 0 });
    floor.ann.sees_part(&floor.chat, PartView::Bystander).await;
    floor.sam.sees_part(&seen, PartView::Owner).await;
    floor.sam.says(&seen, "Sam here").await;
    hears(&mut floor.jo, "Sam here").await;
    let heard =
        floor.jo.seen().iter().any(|frame| frame["body"]["message"] == "Half a second late");
    assert!(!heard, "what is shown as refused was not heard");
    floor.sam.removes(&seen).await;
    floor.sam.closes(&seen).await;
    assert!(place.simulator.defects().is_empty());
}

#[tokio::test]
async fn a_line_and_a_barge_at_once_end_in_what_the_screen_says() {
    let place = place().await;
    let mut floor = Floor::open(&place).await;
    let seen = floor.observes().await;
    let Floor { ann, sam, jo, chat, .. } = &mut floor;
    tokio::join!(ann.says(chat, "At once"), sam.barges(&seen));
    ann.sees_part(chat, PartView::Bystander).await;
    let fate = ann
        .finds("the line's fate", |screen| {
            let told = screen.told(chat);
            let row = told.iter().find(|row| row.starts_with("me: At once"))?;
            let over = row.ends_with("[delivered]") || row.ends_with("[refused]");
            over.then(|| row.clone())
        })
        .await;
    sam.says(&seen, "Sam here").await;
    hears(jo, "Sam here").await;
    let heard = jo.seen().iter().any(|frame| frame["body"]["message"] == "At once");
    assert_eq!(heard, fate.ends_with("[delivered]"), "{fate}");
    sam.removes(&seen).await;
    sam.closes(&seen).await;
    assert!(place.simulator.defects().is_empty());
}

#[tokio::test]
async fn a_new_owner_who_leaves_at_once_leaves_nobody_alone() {
    let place = place().await;
    let mut floor = Floor::open(&place).await;
    let helps = floor.confers().await;
    let guid = floor.jo.guid();
    let Floor { ann, tom, jo, chat, .. } = &mut floor;
    let (promoted, left) =
        tokio::join!(ann.api.change_owner(one(chat)), tom.api.leave_room(one(&helps)));
    promoted.expect("promoting is possible");
    left.expect("leaving is possible");
    // Whichever came first: one of them owns the room, and knows it.
    place.hears("changeConferenceOwner", 1).await;
    place.hears("leaveRoom", 1).await;
    let owner = room_is(&place, guid, |room| !room["owner"].is_null()).await["owner"].clone();
    let (person, key) = if owner == ANN { (&mut *ann, &*chat) } else { (&mut *tom, &helps) };
    person.sees_part(key, PartView::Owner).await;
    person.says(key, "I am here").await;
    hears(jo, "I am here").await;
    if owner == ANN {
        tom.sees_gone(&helps).await;
        ann.closes(chat).await;
    } else {
        ann.sees_part(chat, PartView::Member).await;
        ann.leaves(chat).await;
        tom.sees_alone(&helps).await;
        tom.closes(&helps).await;
    }
    assert!(place.simulator.defects().is_empty());
}

#[tokio::test]
async fn leaving_and_being_removed_at_once_end_in_the_same() {
    let place = place().await;
    let mut floor = Floor::open(&place).await;
    let helps = floor.confers().await;
    let Floor { ann, tom, jo, chat, .. } = &mut floor;
    let (removed, left) =
        tokio::join!(ann.api.drop_participant(one(chat)), tom.api.leave_room(one(&helps)));
    removed.expect("removing is possible");
    left.expect("leaving is possible");
    tom.sees_gone(&helps).await;
    ann.sees_alone(chat).await;
    ann.says(chat, "Just us").await;
    hears(jo, "Just us").await;
    ann.closes(chat).await;
    assert!(place.simulator.defects().is_empty());
}

#[tokio::test]
async fn removing_and_a_barge_at_once_end_in_what_the_screens_say() {
    let place = place().await;
    let mut floor = Floor::open(&place).await;
    let seen = floor.observes().await;
    let helps = floor.confers().await;
    let Floor { ann, tom, sam, jo, chat, .. } = &mut floor;
    let (removed, ()) = tokio::join!(ann.api.drop_participant(one(chat)), sam.barges(&seen));
    removed.expect("removing is possible");
    ann.sees_part(chat, PartView::Bystander).await;
    let there = room_is(&place, jo.guid(), |room| room["barged"] == true).await;
    let tom_stays = there["members"].as_array().unwrap().iter().any(|m| m["agent"] == TOM);
    if tom_stays {
        tom.sees_part(&helps, PartView::Bystander).await;
    } else {
        tom.sees_gone(&helps).await;
    }
    sam.says(&seen, "Sam here").await;
    hears(jo, "Sam here").await;
    sam.removes(&seen).await;
    ann.sees_gone(chat).await;
    tom.sees_gone(&helps).await;
    sam.closes(&seen).await;
    assert!(place.simulator.defects().is_empty());
}

async fn a_transfer_is_refused(refusals: Refusals) {
    let place = place_with(|options| options.quirks.refusals = refusals).await;
    let mut floor = Floor::open(&place).await;
    let helps = floor.consults().await;
    place.cause(&Fault::RefuseNext { method: "operationRequest".to_owned() });
    floor.ann.api.complete_transfer(one(&floor.chat)).await.expect("it looks possible");
    floor.ann.sees("the refusal", |screen| failure(screen, &floor.chat).is_some()).await;
    // The consult goes on, and so does the chat; a conference is still possible.
    assert_eq!(floor.ann.screen.step(&floor.chat), Some(JointStep::Talking));
    assert_eq!(floor.ann.screen.part(&floor.chat), Some(PartView::Owner));
    floor.ann.says(&floor.chat, "Still here").await;
    hears(&mut floor.jo, "Still here").await;
    floor.ann.completes_conference(&floor.chat).await;
    floor.tom.sees_part(&helps, PartView::Member).await;
    floor.ann.removes(&floor.chat).await;
    floor.ann.closes(&floor.chat).await;
    assert!(place.simulator.defects().is_empty());
}

#[tokio::test]
async fn a_transfer_refused_by_its_result_leaves_the_consult() {
    a_transfer_is_refused(Refusals::SuccessFalse).await;
}

#[tokio::test]
async fn a_transfer_refused_by_an_error_leaves_the_consult() {
    a_transfer_is_refused(Refusals::Error).await;
}

async fn a_second_transfer_is_refused(refusals: Refusals) {
    let place = place_with(|options| options.quirks.refusals = refusals).await;
    let mut floor = Floor::open(&place).await;
    let list = floor.ann.asks_where_to(&floor.chat).await;
    let support = list.queues.iter().find(|queue| queue.name == "WC_Support").expect("listed");
    floor.ann.transfers_to_skillset(&floor.chat, &support.id.clone(), None).await;
    let Floor { ann, tom, jo, .. } = &mut floor;
    // Tom has it from the queue, and nothing tells his desk that it was handed over before.
    let chat = tom.takes("Jo Marsh").await;
    tom.sees_part(&chat, PartView::Owner).await;
    tom.consults(&chat, ANN, None).await;
    let helps = ann.comes_to_help("Jo Marsh").await;
    tom.sees_step(&chat, JointStep::Talking).await;
    if tom.screen.actions(&chat).complete_transfer == Possible::Yes {
        tom.api.complete_transfer(one(&chat)).await.expect("it looks possible");
        tom.sees("the refusal", |screen| failure(screen, &chat).is_some()).await;
        assert_eq!(tom.screen.step(&chat), Some(JointStep::Talking));
    }
    assert_eq!(tom.screen.actions(&chat).complete_transfer, Possible::No(WhyNot::TransferUsed));
    tom.says(&chat, "Tom here").await;
    hears(jo, "Tom here").await;
    tom.ends_consult(&chat).await;
    ann.sees_gone(&helps).await;
    tom.closes(&chat).await;
    assert!(place.simulator.defects().is_empty());
}

#[tokio::test]
async fn a_second_transfer_refused_by_its_result_is_the_last_try() {
    a_second_transfer_is_refused(Refusals::SuccessFalse).await;
}

#[tokio::test]
async fn a_second_transfer_refused_by_an_error_is_the_last_try() {
    a_second_transfer_is_refused(Refusals::Error).await;
}

#[tokio::test]
async fn a_consult_that_nobody_takes_ends_by_itself() {
    let place = place_with(|options| options.setup.timers.consult_request = 1).await;
    let mut floor = Floor::open(&place).await;
    floor.ann.asks_where_to(&floor.chat).await;
    floor.ann.invites(&floor.chat, TOM, None).await.expect("it is possible");
    let asked = floor.tom.is_asked_for_help("Jo Marsh").await;
    floor.ann.sees_step(&floor.chat, JointStep::Failed).await;
    assert_eq!(failure(&floor.ann.screen, &floor.chat), Some(ErrorCode::ConsultTimedOut));
    floor.tom.sees_gone(&asked).await;
    room_is(&place, floor.jo.guid(), |room| room["consult"].is_null()).await;
    assert_eq!(floor.ann.screen.actions(&floor.chat).consult, Possible::Yes);
    floor.ann.closes(&floor.chat).await;
    assert!(place.simulator.defects().is_empty());
}

#[tokio::test]
async fn an_agent_who_has_signed_out_meanwhile_cannot_be_consulted() {
    let place = place().await;
    let mut floor = Floor::open(&place).await;
    floor.ann.asks_where_to(&floor.chat).await;
    floor.tom.signs_out().await;
    floor.ann.invites(&floor.chat, TOM, None).await.expect("the list still has him");
    floor.ann.sees_step(&floor.chat, JointStep::Failed).await;
    assert_eq!(failure(&floor.ann.screen, &floor.chat), Some(ErrorCode::OperationRefused));
    floor.ann.says(&floor.chat, "One moment").await;
    hears(&mut floor.jo, "One moment").await;
    floor.ann.closes(&floor.chat).await;
    floor.ends().await;
}

#[tokio::test]
async fn a_consulted_agent_who_disappears_is_told_of() {
    let place = place().await;
    let mut floor = Floor::open(&place).await;
    floor.consults().await;
    // Another desk signs in as Tom, afresh: what his had is over.
    let Floor { place, ann, tom, sam, mut jo, chat } = floor;
    tom.goes_home().await;
    let mut again = Person::tom(place).await;
    again.signs_in().await;
    let mut ann = ann;
    ann.sees("that Tom is gone", |screen| screen.others(&chat).is_empty()).await;
    ann.says(&chat, "Back with me").await;
    hears(&mut jo, "Back with me").await;
    ann.closes(&chat).await;
    tokio::join!(ann.goes_home(), again.goes_home(), sam.goes_home());
    assert!(place.simulator.defects().is_empty());
}

#[tokio::test]
async fn a_link_lost_while_it_rings() {
    let place = place().await;
    let mut floor = Floor::open(&place).await;
    floor.ann.consults(&floor.chat, TOM, None).await;
    loses_link(&place, &mut floor.ann, ANN, &floor.chat).await;
    let helps = floor.tom.comes_to_help("Jo Marsh").await;
    floor.ann.sees_step(&floor.chat, JointStep::Talking).await;
    floor.ann.completes_transfer(&floor.chat).await;
    floor.tom.sees_part(&helps, PartView::Owner).await;
    floor.tom.closes(&helps).await;
    floor.ends().await;
}

#[tokio::test]
async fn links_lost_while_they_talk() {
    let place = place().await;
    let mut floor = Floor::open(&place).await;
    let helps = floor.consults().await;
    loses_link(&place, &mut floor.ann, ANN, &floor.chat).await;
    assert_eq!(floor.ann.screen.step(&floor.chat), Some(JointStep::Talking));
    loses_link(&place, &mut floor.tom, TOM, &helps).await;
    assert_eq!(floor.tom.screen.part(&helps), Some(PartView::Consulted));
    floor.ann.whispers(&floor.chat, "There you are").await;
    floor.tom.reads(&helps, "agent whispers: There you are").await;
    floor.ann.completes_conference(&floor.chat).await;
    floor.tom.sees_part(&helps, PartView::Member).await;
    // In the conference, too.
    loses_link(&place, &mut floor.tom, TOM, &helps).await;
    floor.tom.sees_part(&helps, PartView::Member).await;
    floor.tom.says(&helps, "And back").await;
    hears(&mut floor.jo, "And back").await;
    loses_link(&place, &mut floor.ann, ANN, &floor.chat).await;
    floor.ann.sees_part(&floor.chat, PartView::Owner).await;
    floor.ann.removes(&floor.chat).await;
    floor.ann.closes(&floor.chat).await;
    floor.ends().await;
}

/// The link breaks between a request and its answer: what the server did is what is shown.
async fn the_answer_is_lost(transfer: bool) {
    let place = place().await;
    let mut floor = Floor::open(&place).await;
    let helps = floor.consults().await;
    let guid = floor.jo.guid();
    place.cause(&Fault::DelayAgents { millis: 300 });
    if transfer {
        floor.ann.api.complete_transfer(one(&floor.chat)).await.expect("possible");
        room_is(&place, guid, |room| room["owner"] == TOM).await;
    } else {
        floor.ann.api.complete_conference(one(&floor.chat)).await.expect("possible");
        room_is(&place, guid, |room| room["conference"] == true).await;
    }
    place.cause(&Fault::DropAgent { agent: ANN.to_owned() });
    place.cause(&Fault::DelayAgents { millis: 0 });
    if transfer {
        floor.ann.sees_gone(&floor.chat).await;
        floor.tom.sees_part(&helps, PartView::Owner).await;
        floor.tom.closes(&helps).await;
    } else {
        floor.ann.reads(&floor.chat, "* LinkRestored").await;
        floor.tom.sees_part(&helps, PartView::Member).await;
        floor.ann.sees("no open step", |screen| screen.joint(&floor.chat).is_none()).await;
        floor.ann.sees_part(&floor.chat, PartView::Owner).await;
        floor.ann.removes(&floor.chat).await;
        floor.ann.closes(&floor.chat).await;
    }
    floor.ends().await;
}

#[tokio::test]
async fn a_link_lost_before_the_answer_to_a_transfer() {
    the_answer_is_lost(true).await;
}

#[tokio::test]
async fn a_link_lost_before_the_answer_to_a_conference() {
    the_answer_is_lost(false).await;
}

#[tokio::test]
async fn links_lost_while_observing_and_after_a_barge() {
    let place = place().await;
    let mut floor = Floor::open(&place).await;
    let seen = floor.observes().await;
    loses_link(&place, &mut floor.sam, SAM, &seen).await;
    floor.sam.sees_part(&seen, PartView::Observer).await;
    loses_link(&place, &mut floor.ann, ANN, &floor.chat).await;
    floor.ann.says(&floor.chat, "Still watched").await;
    floor.sam.reads(&seen, "agent: Still watched").await;
    floor.sam.barges(&seen).await;
    floor.ann.sees_part(&floor.chat, PartView::Bystander).await;
    loses_link(&place, &mut floor.ann, ANN, &floor.chat).await;
    floor.ann.sees_part(&floor.chat, PartView::Bystander).await;
    loses_link(&place, &mut floor.sam, SAM, &seen).await;
    floor.sam.sees_part(&seen, PartView::Owner).await;
    floor.sam.says(&seen, "Sam here").await;
    hears(&mut floor.jo, "Sam here").await;
    floor.sam.removes(&seen).await;
    floor.sam.closes(&seen).await;
    floor.ends().await;
}

#[tokio::test]
async fn a_request_that_nobody_answers_is_told() {
    let place = place().await;
    let mut floor = Floor::open(&place).await;
    floor.ann.asks_where_to(&floor.chat).await;
    place.cause(&Fault::LoseNext { method: "operationRequest".to_owned() });
    floor.ann.invites(&floor.chat, TOM, None).await.expect("it is possible");
    floor.ann.sees_step(&floor.chat, JointStep::Failed).await;
    assert_eq!(failure(&floor.ann.screen, &floor.chat), Some(ErrorCode::NoAnswer));
    // It can be tried again.
    let helps = floor.consults().await;
    floor.ann.ends_consult(&floor.chat).await;
    floor.tom.sees_gone(&helps).await;
    floor.ann.closes(&floor.chat).await;
    floor.ends().await;
}

#[tokio::test]
async fn a_link_lost_before_the_answer_to_an_invitation() {
    let place = place().await;
    let mut floor = Floor::open(&place).await;
    floor.ann.asks_where_to(&floor.chat).await;
    place.cause(&Fault::DelayAgents { millis: 300 });
    floor.ann.invites(&floor.chat, TOM, None).await.expect("it is possible");
    room_is(&place, floor.jo.guid(), |room| !room["consult"].is_null()).await;
    place.cause(&Fault::DropAgent { agent: ANN.to_owned() });
    place.cause(&Fault::DelayAgents { millis: 0 });
    floor.ann.reads(&floor.chat, "* LinkRestored").await;
    // Tom is asked all the same, and comes; both know it.
    let helps = floor.tom.comes_to_help("Jo Marsh").await;
    floor.ann.sees_in_room(&floor.chat, TOM, ParticipantRole::Passive).await;
    floor.ann.sees_step(&floor.chat, JointStep::Talking).await;
    floor.ann.completes_transfer(&floor.chat).await;
    floor.tom.sees_part(&helps, PartView::Owner).await;
    floor.tom.closes(&helps).await;
    floor.ends().await;
}

#[tokio::test]
async fn a_link_lost_before_the_end_of_a_consult_is_known() {
    let place = place().await;
    let mut floor = Floor::open(&place).await;
    let helps = floor.consults().await;
    place.cause(&Fault::DelayAgents { millis: 300 });
    floor.ann.api.end_consult(one(&floor.chat)).await.expect("it is possible");
    room_is(&place, floor.jo.guid(), |room| room["consult"].is_null()).await;
    place.cause(&Fault::DropAgent { agent: ANN.to_owned() });
    place.cause(&Fault::DelayAgents { millis: 0 });
    floor.ann.reads(&floor.chat, "* LinkRestored").await;
    floor.tom.sees_gone(&helps).await;
    floor.ann.sees_alone(&floor.chat).await;
    floor.ann.closes(&floor.chat).await;
    floor.ends().await;
}
