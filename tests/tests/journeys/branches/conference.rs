//! Ann asks Tom for help: consult, transfer, conference, and all the ways out.

use ui_api::ErrorCode;
use ui_api::views::joint::{JointStep, PartView};
use ui_api::views::possible::{Possible, WhyNot};
use ui_api::views::session::ReadyState;

use crate::chat::{gets, hears};
use crate::floor::{Floor, TOM, place};

/// The parts with Tom in Ann's place.
const TOM_FOR_ANN: [(&str, &str); 1] = [("A", "B")];

#[tokio::test]
async fn a1_destinations_and_invitation() {
    let place = place().await;
    let mut floor = Floor::open(&place).await;
    let mut chart = place.chart(floor.jo.guid());
    let destinations = floor.ann.asks_where_to(&floor.chat).await;
    let of_tom = |queue: &&ui_api::views::joint::QueueView| queue.name == "WC_Support";
    let queue = destinations.queues.iter().find(of_tom).expect("Tom's skillset is listed");
    assert_eq!(queue.transfer, Possible::Yes);
    let tom = queue.agents.iter().find(|agent| agent.id == TOM).expect("Tom is listed");
    assert_eq!((tom.name.as_str(), tom.consult), ("Tom Brand", Possible::Yes));
    let me = destinations.queues.iter().flat_map(|queue| &queue.agents);
    for agent in me.filter(|agent| agent.id == "20001") {
        assert_eq!(agent.consult, Possible::No(WhyNot::ThatIsMe));
    }
    floor.ann.invites(&floor.chat, TOM, None).await.expect("it is possible");
    let asked = floor.tom.is_asked_for_help("Jo Marsh").await;
    chart.tells("1 consult request").await;
    floor.tom.declines(&asked).await;
    floor.tom.sees_gone(&asked).await;
    floor
        .ann
        .sees("that Tom does not come", |screen| {
            screen.joint(&floor.chat).is_some_and(|joint| joint.failure.is_some())
        })
        .await;
    floor.ann.closes(&floor.chat).await;
    floor.ends().await;
}

#[tokio::test]
async fn a1_consult_rejected() {
    let place = place().await;
    let mut floor = Floor::open(&place).await;
    floor.ann.consults(&floor.chat, TOM, None).await;
    let asked = floor.tom.is_asked_for_help("Jo Marsh").await;
    let mut chart = place.chart(floor.jo.guid());
    floor.tom.declines(&asked).await;
    floor.tom.sees_gone(&asked).await;
    chart.tells("1 consult rejected").await;
    floor.ann.sees_step(&floor.chat, JointStep::Failed).await;
    let failure = floor.ann.screen.joint(&floor.chat).and_then(|joint| joint.failure.clone());
    assert_eq!(failure.expect("it says why").code, ErrorCode::ConsultDeclined);
    assert_eq!(floor.ann.screen.actions(&floor.chat).consult, Possible::Yes, "another may help");
    floor.ann.closes(&floor.chat).await;
    chart.tells("6 close").await;
    chart.is_over();
    floor.ends().await;
}

#[tokio::test]
async fn a1_consult_called_off() {
    let place = place().await;
    let mut floor = Floor::open(&place).await;
    floor.ann.consults(&floor.chat, TOM, None).await;
    let asked = floor.tom.is_asked_for_help("Jo Marsh").await;
    let mut chart = place.chart(floor.jo.guid());
    floor.ann.ends_consult(&floor.chat).await;
    floor.tom.sees_gone(&asked).await;
    chart.tells("1 consult called off").await;
    floor.ann.closes(&floor.chat).await;
    chart.tells("6 close").await;
    chart.is_over();
    floor.ends().await;
}

#[tokio::test]
async fn a2_consult_accepted() {
    let place = place().await;
    let mut floor = Floor::open(&place).await;
    floor.jo.say("Is there a night train?").await.expect("said");
    floor.ann.reads(&floor.chat, "customer: Is there a night train?").await;
    let mut chart = place.chart(floor.jo.guid());
    let helps = floor.consults().await;
    chart.tells("1 consult request").await;
    chart.tells("2 consult accepted").await;
    floor.tom.reads(&helps, "customer: Is there a night train?").await;
    floor.ann.ends_consult(&floor.chat).await;
    floor.tom.sees_gone(&helps).await;
    floor.ann.closes(&floor.chat).await;
    floor.ends().await;
}

#[tokio::test]
async fn a3_whispers() {
    let place = place().await;
    let mut floor = Floor::open(&place).await;
    let helps = floor.consults().await;
    let mut chart = place.chart(floor.jo.guid());
    floor.ann.types_whisper(&floor.chat, "Is it").await;
    floor
        .tom
        .sees("Ann typing a whisper", |screen| {
            let contact = screen.contact_with(&helps).expect("it is there");
            contact.typing.iter().any(|one| one.whisper && !one.customer)
        })
        .await;
    floor.ann.whispers(&floor.chat, "Is it full?").await;
    floor.tom.reads(&helps, "agent whispers: Is it full?").await;
    floor.tom.whispers(&helps, "Two seats").await;
    floor.ann.reads(&floor.chat, "agent whispers: Two seats").await;
    chart.tells("3 whispers").await;
    chart.is_over();
    let heard = |text: &str| floor.jo.seen().iter().any(|frame| frame.to_string().contains(text));
    assert!(!heard("Is it full?") && !heard("Two seats"), "a whisper reached the customer");
    floor.ann.ends_consult(&floor.chat).await;
    floor.ann.closes(&floor.chat).await;
    floor.ends().await;
}

#[tokio::test]
async fn a4a_transfer() {
    let place = place().await;
    let mut floor = Floor::open(&place).await;
    let helps = floor.consults().await;
    let mut chart = place.chart(floor.jo.guid());
    floor.ann.completes_transfer(&floor.chat).await;
    floor.tom.sees_part(&helps, PartView::Owner).await;
    chart.tells("4a transfer").await;
    let tom = floor.tom.screen.actions(&helps);
    assert_eq!(tom.transfer_to_skillset, Possible::No(WhyNot::TransferUsed));
    floor.tom.says(&helps, "Good day").await;
    hears(&mut floor.jo, "Good day").await;
    let mut chart = place.chart(floor.jo.guid());
    floor.tom.closes(&helps).await;
    chart.tells_as("6 close", &TOM_FOR_ANN).await;
    chart.is_over();
    floor.ends().await;
}

#[tokio::test]
async fn a4a_transfer_by_an_agent_who_is_not_ready() {
    let place = place().await;
    let mut floor = Floor::open(&place).await;
    let helps = floor.consults().await;
    floor.ann.goes_not_ready("1").await;
    let mut chart = place.chart(floor.jo.guid());
    floor.ann.completes_transfer(&floor.chat).await;
    chart.tells("4a transfer by an agent who is not ready").await;
    floor
        .ann
        .sees("Ready", |screen| screen.drawn.session.readiness.actual == ReadyState::Ready)
        .await;
    floor.tom.sees_part(&helps, PartView::Owner).await;
    floor.tom.closes(&helps).await;
    floor.ends().await;
}

#[tokio::test]
async fn a4b_conference() {
    let place = place().await;
    let mut floor = Floor::open(&place).await;
    let helps = floor.consults().await;
    let mut chart = place.chart(floor.jo.guid());
    floor.ann.completes_conference(&floor.chat).await;
    floor.tom.sees_part(&helps, PartView::Member).await;
    floor.tom.says(&helps, "Tom speaking").await;
    floor.ann.reads(&floor.chat, "agent: Tom speaking").await;
    hears(&mut floor.jo, "Tom speaking").await;
    floor.ann.says(&floor.chat, "And Ann").await;
    floor.tom.reads(&helps, "agent: And Ann").await;
    hears(&mut floor.jo, "And Ann").await;
    floor.jo.say("Hello both").await.expect("said");
    floor.ann.reads(&floor.chat, "customer: Hello both").await;
    floor.tom.reads(&helps, "customer: Hello both").await;
    chart.tells("4b conference").await;
    chart.is_over();
    floor.ann.removes(&floor.chat).await;
    floor.ann.closes(&floor.chat).await;
    floor.ends().await;
}

#[tokio::test]
async fn a5a_promote() {
    let place = place().await;
    let mut floor = Floor::open(&place).await;
    let helps = floor.confers().await;
    let mut chart = place.chart(floor.jo.guid());
    floor.ann.makes_owner(&floor.chat).await;
    floor.tom.sees_part(&helps, PartView::Owner).await;
    chart.tells("5a promote").await;
    // The parts are exchanged: now Ann leaves, and Tom closes.
    floor.ann.leaves(&floor.chat).await;
    chart.tells_as("5c leave", &[("A", "B"), ("B", "A")]).await;
    floor.tom.sees_alone(&helps).await;
    floor.tom.closes(&helps).await;
    chart.tells_as("6 close", &TOM_FOR_ANN).await;
    chart.is_over();
    floor.ends().await;
}

#[tokio::test]
async fn a5b_drop() {
    let place = place().await;
    let mut floor = Floor::open(&place).await;
    let helps = floor.confers().await;
    let mut chart = place.chart(floor.jo.guid());
    floor.ann.removes(&floor.chat).await;
    floor.tom.sees_gone(&helps).await;
    chart.tells("5b drop").await;
    floor.ann.closes(&floor.chat).await;
    chart.tells("6 close").await;
    chart.is_over();
    floor.ends().await;
}

#[tokio::test]
async fn a5c_leave() {
    let place = place().await;
    let mut floor = Floor::open(&place).await;
    let helps = floor.confers().await;
    let mut chart = place.chart(floor.jo.guid());
    floor.tom.leaves(&helps).await;
    floor.ann.sees_alone(&floor.chat).await;
    chart.tells("5c leave").await;
    floor.ann.closes(&floor.chat).await;
    chart.tells("6 close").await;
    chart.is_over();
    floor.ends().await;
}

#[tokio::test]
async fn a5c_leave_during_the_consult() {
    let place = place().await;
    let mut floor = Floor::open(&place).await;
    let helps = floor.consults().await;
    let mut chart = place.chart(floor.jo.guid());
    floor.tom.leaves(&helps).await;
    chart.tells("5c leave during the consult").await;
    floor.ann.sees("that Tom is gone", |screen| screen.others(&floor.chat).is_empty()).await;
    // Another consult is possible: this one came to nothing.
    let helps = floor.consults().await;
    chart.tells("1 consult request").await;
    chart.tells("2 consult accepted").await;
    floor.ann.ends_consult(&floor.chat).await;
    floor.tom.sees_gone(&helps).await;
    floor.ann.closes(&floor.chat).await;
    floor.ends().await;
}

#[tokio::test]
async fn a5d_close_for_all() {
    let place = place().await;
    let mut floor = Floor::open(&place).await;
    let helps = floor.confers().await;
    let mut chart = place.chart(floor.jo.guid());
    floor.ann.closes_conference(&floor.chat).await;
    floor.tom.sees_gone(&helps).await;
    // The owner's own close is part of the branch.
    floor.ann.closes(&floor.chat).await;
    chart.tells("5d close for all").await;
    chart.is_over();
    floor.ends().await;
}

#[tokio::test]
async fn a6_close() {
    let place = place().await;
    let mut floor = Floor::open(&place).await;
    let mut chart = place.chart(floor.jo.guid());
    floor.ann.closes(&floor.chat).await;
    chart.tells("6 close").await;
    chart.is_over();
    assert_eq!(gets(&mut floor.jo, "participantLeave").await["endChatFlag"], true);
    floor.ends().await;
}

#[tokio::test]
async fn a6_close_in_a_conference() {
    let place = place().await;
    let mut floor = Floor::open(&place).await;
    let helps = floor.confers().await;
    let mut chart = place.chart(floor.jo.guid());
    floor.ann.closes(&floor.chat).await;
    floor.tom.sees_part(&helps, PartView::Owner).await;
    chart.tells("6 close in a conference").await;
    assert_eq!(gets(&mut floor.jo, "participantLeave").await["endChatFlag"], false);
    floor.tom.closes(&helps).await;
    chart.tells_as("6 close", &TOM_FOR_ANN).await;
    chart.is_over();
    floor.ends().await;
}

#[tokio::test]
async fn a6_the_customer_leaves_during_the_consult() {
    let place = place().await;
    let mut floor = Floor::open(&place).await;
    let helps = floor.consults().await;
    let mut chart = place.chart(floor.jo.guid());
    floor.jo.leave().await.expect("left");
    floor.ann.sees_closing_form(&floor.chat).await;
    floor.tom.sees_closing_form(&helps).await;
    assert!(matches!(floor.ann.screen.actions(&floor.chat).complete_transfer, Possible::No(_)));
    floor.ann.finishes(&floor.chat, "1", "", false).await;
    floor.tom.finishes(&helps, "1", "", false).await;
    chart.tells("6 the customer leaves during the consult").await;
    chart.is_over();
    floor.ends().await;
}
