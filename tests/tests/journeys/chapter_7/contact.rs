//! Accepting and declining a web chat, and what stands on the screen then.

use contact_center_sim::customer::Chat;
use journeys::{Attention, Person, Place};
use ui_api::views::contact::{CustomerPresence, IntrinsicMeaning};
use ui_api::views::notice::OfferEnd;
use ui_api::views::possible::Possible;
use ui_api::views::session::{ReadyCause, ReadyState};
use ui_api::views::timeline::{Author, TimelineContent};

use crate::chat::{ann_is_ready, hears, the_day_ends};

#[tokio::test]
pub(super) async fn accepting_a_web_communications_contact() {
    // The administrator lets two contacts reach her at a time.
    let place = Place::with(|options| options.setup.agents[0].multiplicity = 2).await;
    let mut ann = ann_is_ready(&place).await;
    let asked = Chat {
        name: "Jo Marsh".to_owned(),
        email: "jo@example.org".to_owned(),
        device: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0".to_owned(),
        custom_fields: vec![("Booking".to_owned(), "NW-77".to_owned())],
        ..Chat::default()
    };
    let mut jo = place.asking(&asked).await;
    let first = ann.is_offered("Jo Marsh").await;
    // The call for attention names the skillset.
    let called = |one: &Attention| {
        matches!(one, Attention::Offer { contact, skillset: Some(skillset), .. }
            if *contact == first && skillset == "WC_Travel")
    };
    assert!(ann.host.attention().iter().any(called), "{:?}", ann.host.attention());
    let actions = ann.screen.actions(&first);
    assert_eq!((actions.accept, actions.decline), (Possible::Yes, Possible::Yes));
    let _kim = place.customer("Kim Berg").await;
    let lee = place.customer("Lee Stone").await;
    let second = ann.is_offered("Kim Berg").await;
    assert_eq!(place.room(lee.guid())["phase"], "queued", "a third one is too many");
    ann.accepts(&first).await;

    // The conversation: both directions, told apart, with their times.
    jo.say("Is there a night train?").await.unwrap();
    ann.reads(&first, "customer: Is there a night train?").await;
    ann.says(&first, "On Fridays.").await;
    ann.reads(&first, "me: On Fridays. [delivered]").await;
    hears(&mut jo, "On Fridays.").await;
    let lines: Vec<_> = ann
        .screen
        .rows(&first)
        .iter()
        .filter_map(|row| match &row.content {
            TimelineContent::Line { author, .. } => Some((*author, row.at > 0)),
            _ => None,
        })
        .collect();
    assert_eq!(lines, [(Author::Customer, true), (Author::Me, true)]);
    jo.types(true).await.unwrap();
    ann.sees("that Jo types", |screen| {
        screen.contact_with(&first).is_some_and(|contact| contact.typing.iter().any(|t| t.customer))
    })
    .await;
    let contact = ann.screen.contact_with(&first).unwrap().clone();
    let actions = contact.actions;
    for possible in [actions.reply, actions.push_page, actions.close, actions.history] {
        assert_eq!(possible, Possible::Yes);
    }
    assert!(!contact.phrases.is_empty() && !contact.pages.is_empty());
    assert_eq!(contact.device.as_deref(), Some("Firefox on Linux"));
    assert_eq!(contact.customer, CustomerPresence::Connected);

    // Who it is: what the contact centre knows, how much was said before, the screen pops.
    let known = |meaning| {
        let intrinsics = &contact.intrinsics;
        intrinsics.iter().find(|one| one.meaning == Some(meaning)).map(|one| one.value.as_str())
    };
    assert_eq!(known(IntrinsicMeaning::Email), Some("jo@example.org"));
    assert_eq!(known(IntrinsicMeaning::Skillset), Some("WC_Travel"));
    assert_eq!(known(IntrinsicMeaning::Custom), Some("NW-77"));
    assert!(contact.previous_transcripts.is_some_and(|count| count > 0));
    ann.sees_pop(&first, "Booking file").await;

    ann.closes(&first).await;
    ann.accepts(&second).await;
    ann.closes(&second).await;
    let third = ann.takes("Lee Stone").await;
    the_day_ends(ann, &third, &place).await;
}

#[tokio::test]
pub(super) async fn declining_a_web_communications_contact() {
    let place = Place::open().await;
    let mut ann = ann_is_ready(&place).await;
    let jo = place.customer("Jo Marsh").await;
    let kim = place.customer("Kim Berg").await;
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
    // Both wait in the queue, and come back.
    for customer in [&jo, &kim] {
        assert_eq!(place.room(customer.guid())["phase"], "queued");
    }
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
