//! Offers that are not accepted: declined, given up, taken by somebody else.

use journeys::{Attention, Person, Place};
use ui_api::views::notice::OfferEnd;
use ui_api::views::session::{ReadyCause, ReadyState};

use crate::chat::{ann_is_ready, the_day_ends};

#[tokio::test]
async fn declining_one_of_two_returns_both_and_leaves_the_agent_not_ready() {
    let place = Place::open().await;
    let mut ann = ann_is_ready(&place).await;
    let _jo = place.customer("Jo Marsh").await;
    let _kim = place.customer("Kim Berg").await;
    let first = ann.is_offered("Jo Marsh").await;
    let second = ann.is_offered("Kim Berg").await;
    ann.sees("the count", |screen| {
        screen.contact_with(&first).is_some_and(|contact| contact.actions.decline_returns == 2)
    })
    .await;
    ann.declines(&first).await;
    ann.sees_gone(&first).await;
    ann.sees_gone(&second).await;
    ann.sees("Not Ready", |screen| screen.drawn.session.readiness.actual == ReadyState::NotReady)
        .await;
    let readiness = &ann.screen.drawn.session.readiness;
    assert_eq!(readiness.cause, ReadyCause::DeclinedOffer);
    let ends: Vec<_> = ann.screen.drawn.recent_offers.iter().map(|offer| offer.end).collect();
    assert!(ends.contains(&OfferEnd::Declined), "{ends:?}");
    assert!(ends.contains(&OfferEnd::ReturnedWithAnother), "{ends:?}");
    // Both wait still, and come back.
    ann.goes_ready().await;
    let again = ann.takes("Jo Marsh").await;
    ann.closes(&again).await;
    let again = ann.takes("Kim Berg").await;
    the_day_ends(ann, &again, &place).await;
}

#[tokio::test]
async fn a_declined_customer_is_offered_to_a_colleague() {
    let place = Place::open().await;
    let mut ann = ann_is_ready(&place).await;
    let _jo = place.customer("Jo Marsh").await;
    let offer = ann.is_offered("Jo Marsh").await;
    let mut tom = Person::tom(&place).await;
    tom.signs_in().await;
    tom.goes_ready().await;
    ann.declines(&offer).await;
    let chat = tom.takes("Jo Marsh").await;
    ann.sees_gone(&offer).await;
    ann.signs_out().await;
    ann.goes_home().await;
    the_day_ends(tom, &chat, &place).await;
}

#[tokio::test]
async fn a_customer_who_gives_up_while_waiting_is_told() {
    let place = Place::open().await;
    let mut ann = ann_is_ready(&place).await;
    let mut jo = place.customer("Jo Marsh").await;
    let offer = ann.is_offered("Jo Marsh").await;
    jo.leave().await.unwrap();
    ann.sees_gone(&offer).await;
    assert_eq!(ann.screen.drawn.recent_offers.len(), 1);
    let attention = ann.host.attention();
    assert!(
        matches!(&attention[0], Attention::Offer { title, .. } if title == "jo@example.org"),
        "{attention:?}"
    );
    assert_eq!(attention.last(), Some(&Attention::Quiet { contact: offer }));
    ann.signs_out().await;
    ann.goes_home().await;
    place.nothing_was_wrong();
}
