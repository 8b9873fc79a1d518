//! Handing a chat over to a skillset or an agent, and sharing it in a conference.

use journeys::Screen;
use ui_api::ErrorCode;
use ui_api::views::contact::ParticipantRole;
use ui_api::views::joint::{PartView, QueueView};
use ui_api::views::possible::{Possible, WhyNot};
use ui_api::views::session::ReadyState;

use crate::chat::{gets, hears};
use crate::floor::{Floor, TOM, place};

fn queue<'q>(queues: &'q [QueueView], name: &str) -> &'q QueueView {
    queues.iter().find(|queue| queue.name == name).expect("the skillset is listed")
}

#[tokio::test]
pub(super) async fn performing_a_transfer_to_a_skillset() {
    let place = place().await;
    let mut floor = Floor::open(&place).await;
    floor.jo.say("My screen is blank").await.expect("said");
    floor.ann.reads(&floor.chat, "customer: My screen is blank").await;
    assert_eq!(floor.ann.screen.actions(&floor.chat).transfer_to_skillset, Possible::Yes);
    let list = floor.ann.asks_where_to(&floor.chat).await;
    let support = queue(&list.queues, "WC_Support").clone();
    assert_eq!(support.transfer, Possible::Yes);
    assert!(support.agents.iter().any(|agent| agent.id == TOM), "who is active there");
    // Nobody is active in another one.
    floor.tom.goes_not_ready("1").await;
    floor.tom.signs_out().await;
    let list = floor.ann.asks_where_to(&floor.chat).await;
    let support = queue(&list.queues, "WC_Support").clone();
    assert_eq!(support.transfer, Possible::No(WhyNot::NobodyActive));
    let refused = floor.ann.tries_skillset(&floor.chat, &support.id, None).await;
    assert_eq!(
        refused.expect_err("the customer would wait for nobody").code,
        ErrorCode::NotPossible
    );
    floor.tom.signs_in().await;
    floor.tom.goes_ready().await;
    floor.ann.asks_where_to(&floor.chat).await;
    let reason = "Technical: wants help with the app";
    floor.ann.transfers_to_skillset(&floor.chat, &support.id, Some(reason)).await;
    assert_eq!(place.room(floor.jo.guid())["skillset"], "WC_Support");
    // Whoever answers reads what was said before, and why the chat was handed over.
    let chat = floor.tom.takes("Jo Marsh").await;
    floor.tom.reads(&chat, "customer: My screen is blank").await;
    floor
        .tom
        .sees("the reason", |screen: &Screen| {
            screen.told(&chat).iter().any(|row| row.contains(" whispers: ") && row.contains(reason))
        })
        .await;
    floor.tom.sees_part(&chat, PartView::Owner).await;
    floor.tom.says(&chat, "Hello from support").await;
    hears(&mut floor.jo, "Hello from support").await;
    floor.tom.closes(&chat).await;
    floor.ends().await;
}

#[tokio::test]
pub(super) async fn transferring_a_chat_session() {
    let place = place().await;
    let mut floor = Floor::open(&place).await;
    floor.jo.say("Can you ask somebody?").await.expect("said");
    floor.ann.reads(&floor.chat, "customer: Can you ask somebody?").await;
    let list = floor.ann.asks_where_to(&floor.chat).await;
    let tom = queue(&list.queues, "WC_Support").agents.iter().find(|agent| agent.id == TOM);
    assert_eq!(tom.expect("Tom is listed").consult, Possible::Yes);
    floor.ann.consults(&floor.chat, TOM, Some("A question about trains")).await;
    let helps = floor.tom.comes_to_help("Jo Marsh").await;
    // Why, first of all, and among the two only; the conversation is visible to both.
    floor
        .tom
        .sees("the brief", |screen: &Screen| {
            screen.told(&helps).iter().any(|row| row == "agent whispers: A question about trains")
        })
        .await;
    floor.tom.reads(&helps, "customer: Can you ask somebody?").await;
    floor.ann.says(&floor.chat, "One moment").await;
    floor.tom.reads(&helps, "agent: One moment").await;
    floor.ann.sees_in_room(&floor.chat, TOM, ParticipantRole::Passive).await;
    floor.ann.goes_not_ready("1").await;
    floor.ann.completes_transfer(&floor.chat).await;
    assert!(floor.ann.screen.contact_with(&floor.chat).is_none(), "it is not hers any more");
    floor
        .ann
        .sees("Ready", |screen| screen.drawn.session.readiness.actual == ReadyState::Ready)
        .await;
    floor.tom.sees_part(&helps, PartView::Owner).await;
    floor.tom.says(&helps, "Tom here").await;
    hears(&mut floor.jo, "Tom here").await;
    let spoken = |text: &str| floor.jo.seen().iter().any(|frame| frame.to_string().contains(text));
    assert!(!spoken("A question about trains"), "the customer read the brief");
    // Only once.
    let actions = floor.tom.screen.actions(&helps);
    assert_eq!(actions.transfer_to_skillset, Possible::No(WhyNot::TransferUsed));
    floor.tom.closes(&helps).await;
    floor.ends().await;
}

#[tokio::test]
pub(super) async fn conferencing_a_chat_session() {
    let place = place().await;
    let mut floor = Floor::open(&place).await;
    let helps = floor.confers().await;
    let types = |screen: &Screen, key: &str| {
        let contact = screen.contact_with(key).expect("it is there");
        contact.typing.iter().any(|one| !one.customer && !one.whisper)
    };
    floor.tom.types(&helps, "Good").await;
    floor.ann.sees("Tom typing", |screen| types(screen, &floor.chat)).await;
    while gets(&mut floor.jo, "isTyping").await["isTyping"] != true {}
    floor.tom.says(&helps, "Good day").await;
    floor.ann.reads(&floor.chat, "agent: Good day").await;
    hears(&mut floor.jo, "Good day").await;
    // One extra agent, and one conference for the one who began it.
    let actions = floor.ann.screen.actions(&floor.chat);
    assert!(matches!(actions.consult, Possible::No(_)));
    let again = floor.ann.invites(&floor.chat, TOM, None).await;
    assert_eq!(again.expect_err("no further consult").code, ErrorCode::NotPossible);
    // One leaves by closing, which is told; the other goes on; after both it is over.
    floor.ann.closes(&floor.chat).await;
    floor.tom.reads(&helps, "* AgentLeft").await;
    floor.tom.sees_part(&helps, PartView::Owner).await;
    assert_eq!(gets(&mut floor.jo, "participantLeave").await["endChatFlag"], false);
    floor.tom.says(&helps, "Anything else?").await;
    hears(&mut floor.jo, "Anything else?").await;
    floor.tom.closes(&helps).await;
    assert_eq!(gets(&mut floor.jo, "participantLeave").await["endChatFlag"], true);
    assert_eq!(place.room(floor.jo.guid())["phase"], "ended");
    floor.ends().await;
}
