//! What the tables show as refused: a desk knows it before, says why, and asks nobody.

use journeys::Person;
use ui_api::ErrorCode;
use ui_api::commands::Handlers;
use ui_api::commands::args::{ContactArg, Observe, WatchBoard};
use ui_api::views::joint::PartView;
use ui_api::views::possible::{Possible, WhyNot};

use crate::floor::{Floor, SAM, TOM, place};

/// Every way to hand over or to share a contact is refused by the desk itself.
async fn nothing_is_possible(person: &mut Person, contact: &str) {
    let one = || ContactArg { contact: contact.to_owned() };
    let invited = person.invites(contact, SAM, None).await;
    let queued = person.tries_skillset(contact, "13", None).await;
    for answer in [
        invited,
        queued,
        person.api.complete_transfer(one()).await,
        person.api.complete_conference(one()).await,
        person.api.change_owner(one()).await,
        person.api.close_conference(one()).await,
    ] {
        assert_eq!(answer.expect_err("it is not possible").code, ErrorCode::NotPossible);
    }
}

#[tokio::test]
async fn refusals_during_the_consult() {
    let place = place().await;
    let mut floor = Floor::open(&place).await;
    let helps = floor.consults().await;
    let mut chart = place.chart(floor.jo.guid());
    let ann = floor.ann.screen.actions(&floor.chat);
    assert_eq!(ann.consult, Possible::No(WhyNot::ConsultRunning));
    assert_eq!(ann.transfer_to_skillset, Possible::No(WhyNot::ConsultRunning));
    assert_eq!(ann.close_conference, Possible::No(WhyNot::ConsultRunning));
    assert!(matches!(ann.close, Possible::No(_)), "the customer would lose the owner");
    let again = floor.ann.invites(&floor.chat, SAM, None).await;
    assert_eq!(again.expect_err("one consult at a time").code, ErrorCode::NotPossible);
    let queued = floor.ann.tries_skillset(&floor.chat, "13", None).await;
    assert_eq!(queued.expect_err("the consult goes first").code, ErrorCode::NotPossible);
    nothing_is_possible(&mut floor.tom, &helps).await;
    let tom = floor.tom.screen.actions(&helps);
    assert_eq!(tom.reply, Possible::No(WhyNot::ConsultedOnly));
    assert!(matches!(tom.close, Possible::No(_)) && matches!(tom.push_page, Possible::No(_)));
    assert_eq!((tom.whisper, tom.leave), (Possible::Yes, Possible::Yes));
    floor.tom.tries_to_say(&helps, "Good day").await.expect_err("only the owner replies");
    let removed = floor.tom.api.drop_participant(ContactArg { contact: helps.clone() }).await;
    assert_eq!(removed.expect_err("only the owner removes").code, ErrorCode::NotPossible);
    chart.tells("refusals during the consult").await;
    chart.is_over();
    floor.ann.ends_consult(&floor.chat).await;
    floor.ann.closes(&floor.chat).await;
    floor.ends().await;
}

#[tokio::test]
async fn refusals_in_the_conference() {
    let place = place().await;
    let mut floor = Floor::open(&place).await;
    let helps = floor.confers().await;
    let mut chart = place.chart(floor.jo.guid());
    let ann = floor.ann.screen.actions(&floor.chat);
    for refused in
        [ann.consult, ann.complete_transfer, ann.complete_conference, ann.transfer_to_skillset]
    {
        assert!(matches!(refused, Possible::No(_)));
    }
    assert_eq!(
        [ann.change_owner, ann.drop_participant, ann.close_conference],
        [Possible::Yes, Possible::Yes, Possible::Yes]
    );
    let again = floor.ann.invites(&floor.chat, TOM, None).await;
    assert_eq!(again.expect_err("one extra agent").code, ErrorCode::NotPossible);
    nothing_is_possible(&mut floor.tom, &helps).await;
    let tom = floor.tom.screen.actions(&helps);
    assert_eq!((tom.reply, tom.leave), (Possible::Yes, Possible::Yes));
    chart.tells("refusals in the conference").await;
    chart.is_over();
    // Once it is over, the one who began it still cannot consult again.
    floor.tom.leaves(&helps).await;
    floor.ann.sees_alone(&floor.chat).await;
    assert_eq!(floor.ann.screen.actions(&floor.chat).consult, Possible::No(WhyNot::ConsultUsed));
    floor.ann.closes(&floor.chat).await;
    floor.ends().await;
}

#[tokio::test]
async fn refusals_after_the_transfer() {
    let place = place().await;
    let mut floor = Floor::open(&place).await;
    let helps = floor.consults().await;
    floor.ann.completes_transfer(&floor.chat).await;
    floor.tom.sees_part(&helps, PartView::Owner).await;
    let mut chart = place.chart(floor.jo.guid());
    let tom = floor.tom.screen.actions(&helps);
    assert_eq!(tom.transfer_to_skillset, Possible::No(WhyNot::TransferUsed));
    let queued = floor.tom.tries_skillset(&helps, "11", None).await;
    assert_eq!(queued.expect_err("only once").code, ErrorCode::NotPossible);
    let said = floor.ann.tries_to_say(&floor.chat, "One more thing").await;
    assert_eq!(said.expect_err("Ann is out").code, ErrorCode::NoSuchContact);
    let closed = floor.ann.api.close(ContactArg { contact: floor.chat.clone() }).await;
    assert_eq!(closed.expect_err("Ann is out").code, ErrorCode::NoSuchContact);
    chart.tells("refusals after the transfer").await;
    chart.is_over();
    floor.tom.closes(&helps).await;
    floor.ends().await;
}

#[tokio::test]
async fn v_refusals() {
    let place = place().await;
    let mut floor = Floor::open(&place).await;
    let mut chart = place.chart(floor.jo.guid());
    let guid = floor.jo.guid().to_string();
    let observed = floor.ann.api.observe(Observe { guid }).await;
    assert_eq!(observed.expect_err("Ann is no supervisor").code, ErrorCode::NotPossible);
    let watched = floor.ann.api.watch_board(WatchBoard { watch: true }).await;
    assert_eq!(watched.expect_err("Ann is no supervisor").code, ErrorCode::NotPossible);
    let barged = floor.ann.api.barge(ContactArg { contact: floor.chat.clone() }).await;
    assert_eq!(barged.expect_err("nor does she barge").code, ErrorCode::NotPossible);
    chart.tells("v refusals").await;
    chart.is_over();
    floor.ann.closes(&floor.chat).await;
    floor.ends().await;
}
