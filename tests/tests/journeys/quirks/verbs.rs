//! Every verb between three people, whatever the documents leave open about it.

use contact_center_sim::Options;
use contact_center_sim::center::{ExitNotices, Quirks};
use journeys::Place;
use serde_json::{Value, json};
use ui_api::views::joint::{JointStep, PartView};
use ui_api::views::possible::{Possible, WhyNot};

use crate::chat::{gets, hears};
use crate::floor::{Floor, TOM};

/// How long an invitation rings where nobody tells of its end, in seconds.
const RINGING: i64 = 4;

/// The switches that touch a verb between agents.
pub(super) fn alternatives() -> Vec<(Value, Value)> {
    [
        json!({}),
        json!({ "consult_init_reason": false }),
        json!({ "transfer_exit_notice": false }),
        json!({ "conference_active_notice": false }),
        json!({ "consult_end_notice": false }),
        json!({ "exit_notices": "everyone" }),
        json!({ "exit_notices": "thrown_out_only" }),
        json!({ "observer_leaves": "agent_quit_chat" }),
        json!({ "refusals": "error" }),
        json!({ "observer_may_whisper": false }),
        json!({ "passive_shown_to_customer": true }),
        json!({ "agent_data_push_ms": 500 }),
        json!({ "agent_data_repeats_agents": true }),
        json!({ "agent_data_status": "agent_status" }),
        json!({ "barge_needs_own_id": true }),
        json!({ "barge_gives_leg": true }),
        json!({ "acknowledge_verbs": true }),
        json!({ "echo_own_messages": true }),
        json!({ "ids_as_strings": true, "agent_ids_as_numbers": true }),
        json!({ "leg_ends_with_close": false }),
    ]
    .map(|ewc| (ewc, json!({})))
    .to_vec()
}

/// Chats about travel reach Ann only.
pub(super) fn set_up(options: &mut Options) {
    options.setup.agents[1].skillsets = vec!["WC_Support".to_owned()];
    if !options.quirks.consult_end_notice {
        options.setup.timers.consult_request = RINGING;
    }
}

/// Three people do whatever they can do with each other.
pub(super) async fn every_verb(place: &Place, cct: &str) {
    let quirks = place.simulator.handle().read(|center, _| center.quirks().clone());
    let mut settings = place.settings();
    settings.cct = cct.to_owned();
    let mut floor = Floor::with(place, &settings).await;
    a_look(&mut floor, &quirks).await;
    a_consult_and_a_conference(&mut floor).await;
    a_refused_consult_and_a_transfer(&mut floor).await;
    a_barge(&mut floor, &quirks).await;
    let Floor { mut ann, mut tom, mut sam, jo, .. } = floor;
    for person in [&mut ann, &mut tom, &mut sam] {
        person.signs_out().await;
    }
    tokio::join!(ann.goes_home(), tom.goes_home(), sam.goes_home());
    drop(jo);
}

async fn a_consult_and_a_conference(floor: &mut Floor<'_>) {
    let Floor { ann, tom, jo, chat, .. } = floor;
    ann.consults(chat, TOM, Some("He asks for Friday")).await;
    let helps = tom.comes_to_help("Jo Marsh").await;
    ann.sees_step(chat, JointStep::Talking).await;
    tom.reads(&helps, "agent whispers: He asks for Friday").await;
    tom.whispers(&helps, "Friday is full").await;
    ann.reads(chat, "agent whispers: Friday is full").await;
    ann.completes_conference(chat).await;
    tom.sees_part(&helps, PartView::Member).await;
    tom.says(&helps, "Tom here").await;
    ann.reads(chat, "agent: Tom here").await;
    hears(jo, "Tom here").await;
    ann.makes_owner(chat).await;
    tom.sees_part(&helps, PartView::Owner).await;
    tom.removes(&helps).await;
    ann.sees_gone(chat).await;
    tom.closes(&helps).await;
    let spoken = |text: &str| jo.seen().iter().any(|frame| frame.to_string().contains(text));
    for whisper in ["Friday is full", "He asks", "voucher"] {
        assert!(!spoken(whisper), "a whisper reached the customer");
    }
}

async fn a_refused_consult_and_a_transfer(floor: &mut Floor<'_>) {
    floor.jo = floor.place.customer("Kim Berg").await;
    floor.chat = floor.ann.takes("Kim Berg").await;
    let Floor { ann, tom, jo, chat, .. } = floor;
    ann.consults(chat, TOM, None).await;
    let asked = tom.is_offered("Kim Berg").await;
    tom.declines(&asked).await;
    tom.sees_gone(&asked).await;
    ann.sees_step(chat, JointStep::Failed).await;
    tom.goes_ready().await;
    ann.consults(chat, TOM, None).await;
    let helps = tom.comes_to_help("Kim Berg").await;
    ann.sees_step(chat, JointStep::Talking).await;
    ann.completes_transfer(chat).await;
    tom.sees_part(&helps, PartView::Owner).await;
    tom.says(&helps, "Tom here").await;
    hears(jo, "Tom here").await;
    tom.closes(&helps).await;
}

/// Sam looks into the contact and leaves it again.
async fn a_look(floor: &mut Floor<'_>, quirks: &Quirks) {
    let guid = floor.jo.guid();
    let Floor { ann, sam, chat, .. } = floor;
    let seen = sam.observes(guid).await;
    if quirks.observer_may_whisper {
        sam.whispers(&seen, "Offer a voucher").await;
        ann.reads(chat, "agent whispers: Offer a voucher").await;
    } else {
        sam.tries_to_whisper(&seen, "Offer a voucher", false).await.expect("it is tried once");
        sam.reads(&seen, "me whispers: Offer a voucher [refused]").await;
        let whisper = sam.screen.actions(&seen).whisper;
        assert_eq!(whisper, Possible::No(WhyNot::ServerRefusesWhisper));
    }
    sam.leaves(&seen).await;
}

async fn a_barge(floor: &mut Floor<'_>, quirks: &Quirks) {
    floor.jo = floor.place.customer("Lee Stone").await;
    floor.chat = floor.ann.takes("Lee Stone").await;
    let guid = floor.jo.guid();
    let Floor { ann, sam, jo, chat, .. } = floor;
    sam.watches_board().await;
    sam.sees("Ann's contact on the board", |screen| screen.board_row(guid).is_some()).await;
    sam.closes_board().await;
    let seen = sam.observes(guid).await;
    sam.barges(&seen).await;
    ann.sees_part(chat, PartView::Bystander).await;
    ann.whispers(chat, "Over to you").await;
    sam.reads(&seen, "agent whispers: Over to you").await;
    sam.says(&seen, "Sam here").await;
    hears(jo, "Sam here").await;
    if quirks.exit_notices == ExitNotices::ThrownOutOnly {
        // Nobody is told of one who leaves; the chat is closed all the same.
        ann.leaves(chat).await;
    } else {
        sam.removes(&seen).await;
        ann.sees_gone(chat).await;
    }
    sam.closes(&seen).await;
    gets(jo, "participantLeave").await;
}
