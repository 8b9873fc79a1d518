//! The main job: from sign-in over a chat to sign-out.

use journeys::{Person, Place};
use ui_api::views::session::LinkState;

use contact_center_sim::CustomerClient;
use journeys::LIMIT;

#[tokio::test]
async fn an_agent_signs_in_chats_closes_and_signs_out() {
    let place = Place::open().await;
    let mut ann = Person::ann(&place).await;
    ann.signs_in().await;
    ann.goes_ready().await;
    assert_eq!(ann.screen.drawn.session.contact_control.state, LinkState::Up);
    let mut jo = place.customer("Jo Marsh").await;
    let chat = ann.takes("Jo Marsh").await;
    jo.say("Is there a night train?").await.unwrap();
    ann.reads(&chat, "customer: Is there a night train?").await;
    ann.says(&chat, "On Fridays.").await;
    ann.reads(&chat, "me: On Fridays. [delivered]").await;
    hears(&mut jo, "On Fridays.").await;
    ann.closes(&chat).await;
    ann.signs_out().await;
    ann.goes_home().await;
    place.nothing_was_wrong();
}

/// Waits until the customer has read a line.
pub(crate) async fn hears(customer: &mut CustomerClient, line: &str) {
    customer
        .wait_for(LIMIT, "the line", |frame| frame["body"]["message"] == line)
        .await
        .unwrap_or_else(|error| panic!("the customer does not hear `{line}`: {error}"));
}
