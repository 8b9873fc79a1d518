//! A supervisor who observes a chat and barges in.

use contact_center_sim::CustomerClient;
use journeys::Screen;
use ui_api::ErrorCode;
use ui_api::commands::Handlers;
use ui_api::commands::args::ContactArg;
use ui_api::views::board::MeasureView;
use ui_api::views::joint::PartView;
use ui_api::views::possible::{Possible, WhyNot};
use ui_api::views::timeline::TimelineContent;

use crate::chat::{gets, hears};
use crate::floor::{ANN, Floor, place_with};

/// How many frames about who is in the chat the customer has got.
fn participants_told(customer: &CustomerClient) -> usize {
    let about = |frame: &&serde_json::Value| {
        frame["body"]["method"] == "newParticipant" || frame["body"]["method"] == "participantLeave"
    };
    customer.seen().iter().filter(about).count()
}

#[tokio::test]
pub(super) async fn observing_a_web_communications_contact() {
    // The administrator wants to know of two unanswered lines, above all.
    let place = place_with(|options| {
        options.setup.thresholds = vec![
            ("numberOfUnansweredCustomerMessages".to_owned(), false, 1, 1),
            ("numberOfAgentMessages".to_owned(), false, 0, 5),
        ];
    })
    .await;
    let mut settings = place.settings();
    settings.more = "[[activity_codes]]\ncode = \"7\"\nlabel = \"Booking\"\n".to_owned();
    let mut floor = Floor::with(&place, &settings).await;
    let mut kim = place.customer("Kim Berg").await;
    let second = floor.ann.takes("Kim Berg").await;
    kim.say("Hello").await.expect("said");
    floor.ann.reads(&second, "customer: Hello").await;
    floor.ann.says(&second, "Good day").await;
    floor.ann.reads(&second, "me: Good day [delivered]").await;
    for line in ["Hello?", "Anybody?"] {
        floor.jo.say(line).await.expect("said");
        floor.ann.reads(&floor.chat, &format!("customer: {line}")).await;
    }
    let board = floor.sam.watches_board().await;
    assert!(board.agents.iter().any(|agent| agent.id == ANN && agent.contacts == 2), "{board:?}");
    // What exceeds its threshold is flagged; what matters most stands first.
    let flags = |at: usize| {
        let row = &board.rows[at];
        let of = |flag: &ui_api::views::board::FlagView| (flag.measure, flag.priority);
        (row.guid.clone(), row.flags.iter().map(of).collect::<Vec<_>>())
    };
    assert_eq!(flags(0), (floor.jo.guid().to_string(), vec![(MeasureView::Unanswered, Some(1))]));
    assert_eq!(flags(1), (kim.guid().to_string(), vec![(MeasureView::AgentLines, Some(5))]));
    assert_eq!((board.rows[0].unanswered, board.rows[1].agent_lines), (Some(2), Some(1)));
    floor.sam.closes_board().await;

    let told = participants_told(&floor.jo);
    let seen = floor.observes().await;
    floor.sam.reads(&seen, "customer: Hello?").await;
    floor.ann.reads(&floor.chat, "* ObserverJoined").await;
    assert!(floor.sam.screen.contact_with(&seen).unwrap().observed);
    // Nobody disturbs the conversation, and the observer has no voice in it.
    floor.ann.says(&floor.chat, "Here I am").await;
    hears(&mut floor.jo, "Here I am").await;
    floor.sam.reads(&seen, "agent: Here I am").await;
    assert_eq!(participants_told(&floor.jo), told, "the customer knows nothing of it");
    let sam = floor.sam.screen.actions(&seen);
    assert_eq!(sam.reply, Possible::No(WhyNot::ObservingOnly));
    floor.sam.tries_to_say(&seen, "Good day").await.expect_err("an observer is not heard");
    // Only the contact's own agent gives it an activity code.
    assert_eq!(sam.set_activity_code, Possible::No(WhyNot::NotOwnContact));
    let refused = floor.sam.tries_activity(&seen, "7").await;
    assert_eq!(refused.expect_err("it is Ann's").code, ErrorCode::NotPossible);
    floor.ann.sets_activity(&floor.chat, "7").await;
    let codes = place.room(floor.jo.guid())["activityCodes"].to_string();
    assert!(codes.contains('7'), "{codes}");
    floor.sam.leaves(&seen).await;
    floor.ann.reads(&floor.chat, "* AgentLeft").await;
    floor.ann.closes(&floor.chat).await;
    floor.ann.closes(&second).await;
    floor.ends().await;
}

#[tokio::test]
pub(super) async fn barging_in_on_a_web_communications_contact() {
    let place = place_with(|_| ()).await;
    let mut floor = Floor::open(&place).await;
    // Not before observing, and not by an agent.
    let barged = floor.ann.api.barge(ContactArg { contact: floor.chat.clone() }).await;
    assert_eq!(barged.expect_err("Ann is no supervisor").code, ErrorCode::NotPossible);
    let seen = floor.observes().await;
    assert_eq!(floor.sam.screen.actions(&seen).barge, Possible::Yes);
    floor.sam.barges(&seen).await;
    floor.ann.reads(&floor.chat, "* SupervisorBarged").await;
    // The supervisor owns the room and speaks to the customer, with a name before the line.
    floor.sam.says(&seen, "Sam Hale here").await;
    hears(&mut floor.jo, "Sam Hale here").await;
    let named = |screen: &Screen| {
        screen.rows(&seen).iter().any(|row| {
            matches!(&row.content, TimelineContent::Line { name, text, .. }
                if text == "Sam Hale here" && !name.is_empty())
        })
    };
    floor.sam.sees("the own line with a name", named).await;
    // The agent is passive: whispers, but no word to the customer.
    floor.ann.sees_part(&floor.chat, PartView::Bystander).await;
    assert_eq!(floor.ann.screen.actions(&floor.chat).reply, Possible::No(WhyNot::TakenOver));
    floor.ann.tries_to_say(&floor.chat, "Me too").await.expect_err("Sam speaks");
    floor.ann.whispers(&floor.chat, "Booking 77").await;
    floor.sam.reads(&seen, "agent whispers: Booking 77").await;
    // The supervisor closes; the chat goes on until the last one has left.
    floor.sam.closes(&seen).await;
    assert_eq!(gets(&mut floor.jo, "participantLeave").await["endChatFlag"], false);
    floor.ann.sees_part(&floor.chat, PartView::Owner).await;
    floor.ann.says(&floor.chat, "Back with me").await;
    hears(&mut floor.jo, "Back with me").await;
    floor.jo.leave().await.expect("left");
    floor.ann.sees_closing_form(&floor.chat).await;
    floor.ann.finishes(&floor.chat, "1", "", false).await;
    assert_eq!(place.room(floor.jo.guid())["phase"], "ended");
    floor.ends().await;
}
