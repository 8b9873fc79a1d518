//! Contacts that are no chats: calls with their screen pops, and what contact control withholds.

use contact_center_sim::cct::Capability;
use contact_center_sim::center::{Can, ContactKind, OtherContact};
use journeys::{Person, Place, Screen};
use ui_api::ErrorCode;
use ui_api::commands::Handlers;
use ui_api::commands::args::ContactArg;
use ui_api::views::contact::{ActivityState, ContactKind as Kind, ContactPhase};
use ui_api::views::pop::PopState;
use ui_api::views::possible::{Possible, WhyNot};

use crate::chat::ann_is_ready;

const POPS: &str = r#"
[pops]
allowed_hosts = ["crm.example"]
[[pops.applications]]
name = "Callers"
path = "https://crm.example/callers?number={FROM}"
[[pops.filters]]
name = "travel"
intrinsic = "Skillset"
values = ["VO_Travel"]
[[pops.pops]]
name = "Caller"
application = "Callers"
contact_types = ["voice"]
event = "alerting"
filter = "travel"
close_on_release = true
[[pops.pops]]
name = "Chats only"
application = "Callers"
contact_types = ["chat"]
event = "alerting"
"#;

fn a_call(place: &Place, can: Can) -> u64 {
    let call = OtherContact { kind: ContactKind::Voice, can, ..OtherContact::default() };
    place.simulator.control().start_contact(&call).expect("it is queued")
}

/// Waits for a contact of a kind to alert; gives its key.
async fn is_offered(ann: &mut Person, kind: Kind) -> String {
    ann.finds("an offer", |screen: &Screen| {
        let contact = screen.drawn.contacts.iter().find(|contact| contact.kind == kind)?;
        (contact.phase == ContactPhase::Offered).then(|| contact.key.clone())
    })
    .await
}

#[tokio::test]
async fn a_call_alerts_with_its_screen_pop_and_is_answered_and_ended() {
    let place = Place::open().await;
    let mut settings = place.settings();
    settings.more = POPS.to_owned();
    let mut ann = Person::at(&settings, "ann").await;
    ann.signs_in().await;
    ann.goes_ready().await;
    let guid = a_call(&place, Can::default());
    let call = is_offered(&mut ann, Kind::Voice).await;
    ann.sees_pop_in(&call, "Caller", PopState::Open).await;
    assert_eq!(ann.screen.phase(&call), Some(ContactPhase::Offered), "while it still rings");
    assert!(ann.screen.pop(&call, "Chats only").is_none());
    ann.accepts(&call).await;
    assert_eq!(place.heard("agentJoinRoom"), 0, "there is no room to enter");
    ann.ends(&call).await;
    assert_eq!(place.room(guid)["phase"], "ended");
    assert!(ann.host.pops().is_empty(), "its pop closed with it");
    ann.goes_home().await;
    place.nothing_was_wrong();
}

#[tokio::test]
async fn what_the_contact_centre_withholds_is_not_offered() {
    let place = Place::open().await;
    let mut ann = ann_is_ready(&place).await;
    let can = Can { answer: false, reject: false, disconnect: false };
    let guid = a_call(&place, can);
    let call = is_offered(&mut ann, Kind::Voice).await;
    ann.sees("that nothing is allowed", |screen| {
        let actions = screen.actions(&call);
        let no = Possible::No(WhyNot::NotAllowedByCentre);
        actions.accept == no && actions.decline == no
    })
    .await;
    let asked = || ContactArg { contact: call.clone() };
    let refused = ann.api.accept(asked()).await.expect_err("it may not be answered");
    assert_eq!(refused.code, ErrorCode::NotPossible);
    let refused = ann.api.decline(asked()).await.expect_err("nor rejected");
    assert_eq!(refused.code, ErrorCode::NotPossible);
    assert!(place.simulator.control().end_contact(guid), "the caller hangs up");
    ann.sees_gone(&call).await;
    ann.goes_home().await;
    place.nothing_was_wrong();
}

#[tokio::test]
async fn a_call_that_the_agent_may_not_end_is_ended_by_the_caller() {
    let place = Place::open().await;
    let mut ann = ann_is_ready(&place).await;
    let can = Can { disconnect: false, ..Can::default() };
    let guid = a_call(&place, can);
    let call = is_offered(&mut ann, Kind::Voice).await;
    ann.accepts(&call).await;
    ann.sees("that it may not be ended", |screen| {
        screen.actions(&call).close == Possible::No(WhyNot::NotAllowedByCentre)
    })
    .await;
    assert!(place.simulator.control().end_contact(guid), "the caller hangs up");
    ann.sees_gone(&call).await;
    ann.goes_home().await;
    place.nothing_was_wrong();
}

#[tokio::test]
async fn a_call_back_is_a_contact_of_its_own_kind() {
    let place = Place::open().await;
    let mut ann = ann_is_ready(&place).await;
    let call = OtherContact { kind: ContactKind::CallBack, ..OtherContact::default() };
    place.simulator.control().start_contact(&call).expect("it is queued");
    let call = is_offered(&mut ann, Kind::CallBack).await;
    ann.accepts(&call).await;
    ann.ends(&call).await;
    ann.goes_home().await;
    place.nothing_was_wrong();
}

#[tokio::test]
async fn an_activity_code_that_the_contact_centre_does_not_take_is_told() {
    let place = Place::with(|options| {
        options.cct_quirks.withheld = vec![Capability::CanSetActivityCode];
    })
    .await;
    let mut settings = place.settings();
    settings.more = "[[activity_codes]]\ncode = \"7\"\nlabel = \"Booking\"\n".to_owned();
    let mut ann = Person::at(&settings, "ann").await;
    ann.signs_in().await;
    ann.goes_ready().await;
    let jo = place.customer("Jo Marsh").await;
    let chat = ann.takes("Jo Marsh").await;
    let unknown = ann.tries_activity(&chat, "8").await.expect_err("the settings know none such");
    assert_eq!(unknown.code, ErrorCode::NoSuchItem);
    ann.tries_activity(&chat, "7").await.expect("it looks possible");
    ann.sees("the refusal", |screen| {
        let activity = screen.contact_with(&chat).and_then(|contact| contact.activity.as_ref());
        matches!(activity.map(|one| &one.state), Some(ActivityState::Refused { .. }))
    })
    .await;
    let codes = place.room(jo.guid())["activityCodes"].to_string();
    assert!(!codes.contains('7'), "{codes}");
    ann.closes(&chat).await;
    ann.goes_home().await;
    assert!(place.simulator.defects().is_empty());
}
