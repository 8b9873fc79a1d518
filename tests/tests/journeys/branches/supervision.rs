//! Sam looks into Ann's contact: the board, observing, barging in, and what comes after.

use ui_api::views::joint::PartView;
use ui_api::views::possible::{Possible, WhyNot};

use crate::chat::{gets, hears};
use crate::floor::{Floor, place};

#[tokio::test]
async fn v1_board() {
    let place = place().await;
    let mut floor = Floor::open(&place).await;
    let mut chart = place.chart(floor.jo.guid());
    let board = floor.sam.watches_board().await;
    let ann = board.agents.iter().find(|agent| agent.id == "20001").expect("Ann is on it");
    assert_eq!((ann.name.as_str(), ann.contacts), ("Ann Doyle", 1));
    let row = floor.sam.screen.board_row(floor.jo.guid()).expect("her contact is, too");
    assert_eq!(row.agent, "20001");
    assert_eq!(row.unanswered, Some(0));
    chart.tells("v1 board").await;
    floor.sam.closes_board().await;
    floor.ann.closes(&floor.chat).await;
    floor.ends().await;
}

#[tokio::test]
async fn v2_observe() {
    let place = place().await;
    let mut floor = Floor::open(&place).await;
    let mut chart = place.chart(floor.jo.guid());
    let seen = floor.observes().await;
    let sam = floor.sam.screen.actions(&seen);
    assert_eq!(sam.reply, Possible::No(WhyNot::ObservingOnly));
    assert_eq!((sam.whisper, sam.leave, sam.barge), (Possible::Yes, Possible::Yes, Possible::Yes));
    floor.sam.tries_to_say(&seen, "Good day").await.expect_err("an observer is not heard");
    floor.sam.whispers(&seen, "Offer the upgrade").await;
    floor.ann.reads(&floor.chat, "agent whispers: Offer the upgrade").await;
    chart.tells("v2 observe").await;
    chart.is_over();
    let ann = floor.ann.screen.actions(&floor.chat);
    assert_eq!((ann.reply, ann.close), (Possible::Yes, Possible::Yes), "nobody disturbs her");
    floor.sam.leaves(&seen).await;
    floor.ann.closes(&floor.chat).await;
    floor.ends().await;
}

#[tokio::test]
async fn v3a_leave() {
    let place = place().await;
    let mut floor = Floor::open(&place).await;
    let seen = floor.observes().await;
    let mut chart = place.chart(floor.jo.guid());
    floor.sam.leaves(&seen).await;
    floor.ann.sees("nobody watching", |screen| screen.others(&floor.chat).is_empty()).await;
    chart.tells("v3a leave").await;
    floor.ann.closes(&floor.chat).await;
    chart.tells("6 close").await;
    chart.is_over();
    floor.ends().await;
}

#[tokio::test]
async fn v3b_barge() {
    let place = place().await;
    let mut floor = Floor::open(&place).await;
    let seen = floor.observes().await;
    let mut chart = place.chart(floor.jo.guid());
    floor.sam.barges(&seen).await;
    floor.ann.sees_part(&floor.chat, PartView::Bystander).await;
    assert_eq!(floor.ann.screen.actions(&floor.chat).reply, Possible::No(WhyNot::TakenOver));
    floor.ann.tries_to_say(&floor.chat, "Still me").await.expect_err("Sam speaks now");
    floor.ann.whispers(&floor.chat, "Over to you").await;
    floor.sam.reads(&seen, "agent whispers: Over to you").await;
    chart.tells("v3b barge").await;
    chart.is_over();
    floor.sam.removes(&seen).await;
    floor.sam.closes(&seen).await;
    floor.ends().await;
}

#[tokio::test]
async fn v4a_drop_agents_and_v5_close() {
    let place = place().await;
    let mut floor = Floor::open(&place).await;
    let seen = floor.barges().await;
    let mut chart = place.chart(floor.jo.guid());
    floor.sam.removes(&seen).await;
    floor.ann.sees_gone(&floor.chat).await;
    chart.tells("v4a drop agents").await;
    floor.sam.closes(&seen).await;
    chart.tells("v5 close").await;
    chart.is_over();
    let left = |frame: &serde_json::Value| frame["body"]["endChatFlag"] == true;
    floor.jo.wait_for(journeys::LIMIT, "the end", left).await.expect("it is over");
    floor.ends().await;
}

#[tokio::test]
async fn v4b_keep_agents() {
    let place = place().await;
    let mut floor = Floor::open(&place).await;
    let seen = floor.barges().await;
    let mut chart = place.chart(floor.jo.guid());
    floor.sam.whispers(&seen, "I take this one").await;
    floor.ann.reads(&floor.chat, "agent whispers: I take this one").await;
    floor.ann.types_whisper(&floor.chat, "Thank").await;
    floor
        .sam
        .sees("Ann typing a whisper", |screen| {
            let contact = screen.contact_with(&seen).expect("it is there");
            contact.typing.iter().any(|one| one.whisper)
        })
        .await;
    floor.sam.says(&seen, "Sam Hale here").await;
    floor.ann.reads(&floor.chat, "agent: Sam Hale here").await;
    hears(&mut floor.jo, "Sam Hale here").await;
    chart.tells("v4b keep agents").await;
    floor.sam.removes(&seen).await;
    floor.sam.closes(&seen).await;
    gets(&mut floor.jo, "participantLeave").await;
    floor.ends().await;
}
