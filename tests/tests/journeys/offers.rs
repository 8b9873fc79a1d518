//! Offers that end before anybody has answered them.

use journeys::{Attention, Place};

use crate::chat::ann_is_ready;

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
