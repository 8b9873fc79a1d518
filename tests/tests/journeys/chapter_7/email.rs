//! E-mails: no chat, but a contact like others, as far as contact control goes.

use contact_center_sim::center::{ContactKind, OtherContact};
use journeys::{Person, Place};
use ui_api::views::contact::{ContactKind as Kind, ContactPhase};
use ui_api::views::possible::{Possible, WhyNot};
use ui_api::views::session::{ReadyCause, ReadyState};

use crate::chat::ann_is_ready;

/// An e-mail of Jo Marsh; gives its id.
fn an_email(place: &Place) -> u64 {
    let mut email = OtherContact { kind: ContactKind::Email, ..OtherContact::default() };
    email.intrinsics.insert("FROMADDRESS".to_owned(), "jo@example.org".to_owned());
    place.simulator.control().start_contact(&email).expect("it is queued")
}

/// Waits for it to alert; gives its key.
async fn is_offered(ann: &mut Person) -> String {
    ann.finds("an e-mail", |screen| {
        let contact = screen.contact("jo@example.org")?;
        (contact.phase == ContactPhase::Offered && contact.kind == Kind::Email)
            .then(|| contact.key.clone())
    })
    .await
}

#[tokio::test]
pub(super) async fn accepting_an_incoming_email_message() {
    let place = Place::open().await;
    let mut ann = ann_is_ready(&place).await;
    let guid = an_email(&place);
    let email = is_offered(&mut ann).await;
    assert_eq!(ann.screen.actions(&email).accept, Possible::Yes);
    ann.accepts(&email).await;
    let contact = ann.screen.contact_with(&email).unwrap().clone();
    // Who it is from, and since when it is worked on; no chat room is entered for it.
    assert_eq!(contact.title, "jo@example.org");
    assert!(contact.connected_at.is_some(), "its timer runs");
    assert_eq!(place.heard("agentJoinRoom"), 0);
    let actions = contact.actions;
    for impossible in [actions.reply, actions.whisper, actions.push_page, actions.consult] {
        assert_eq!(impossible, Possible::No(WhyNot::NotAChat));
    }
    // It ends with the contact centre's leave.
    assert_eq!(actions.close, Possible::Yes);
    ann.ends(&email).await;
    assert_eq!(place.room(guid)["phase"], "ended");
    ann.goes_home().await;
    place.nothing_was_wrong();
}

#[tokio::test]
pub(super) async fn declining_an_incoming_email_message() {
    let place = Place::open().await;
    let mut ann = ann_is_ready(&place).await;
    let guid = an_email(&place);
    let email = is_offered(&mut ann).await;
    ann.declines(&email).await;
    ann.sees_gone(&email).await;
    ann.sees("Not Ready", |screen| screen.drawn.session.readiness.actual == ReadyState::NotReady)
        .await;
    assert_eq!(ann.screen.drawn.session.readiness.cause, ReadyCause::DeclinedOffer);
    assert_eq!(place.room(guid)["phase"], "queued", "it waits for somebody else");
    ann.goes_home().await;
    place.nothing_was_wrong();
}
