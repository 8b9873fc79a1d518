//! The branches of a conference, one chat after the other in the same three processes.

use serde_json::json;

use super::chart::Chart;
use super::{Office, TOM, reads};

/// The parts with Tom in Ann's place, and the two exchanged.
const TOM_FOR_ANN: [(&str, &str); 1] = [("A", "B")];
const EXCHANGED: [(&str, &str); 2] = [("A", "B"), ("B", "A")];

#[tokio::test]
async fn every_branch_of_the_conference() {
    let mut office = Office::open().await;
    whispers_and_a_transfer(&mut office).await;
    a_transfer_by_an_agent_who_is_not_ready(&mut office).await;
    a_conference_and_a_new_owner(&mut office).await;
    the_owner_drops(&mut office).await;
    the_other_leaves(&mut office).await;
    the_owner_closes_for_all(&mut office).await;
    closing_with_and_without_another(&mut office).await;
    office.closes().await;
}

async fn whispers_and_a_transfer(office: &mut Office) {
    let kim = office.serves().await;
    let Office { simulator, ann, tom, .. } = office;
    let mut chart = Chart::new(simulator, kim.guid());
    ann.does("request_destinations", json!({})).await;
    ann.until("the destinations", |contact| contact["destinations"]["at"].is_number()).await;
    ann.does("consult", json!({ "agent": TOM })).await;
    tom.sees_offer().await;
    chart.tells("1 consult request").await;
    tom.accepts().await;
    tom.sees_part("consulted").await;
    ann.sees_step("talking").await;
    chart.tells("2 consult accepted").await;

    ann.types_whisper("Is").await;
    tom.sees_whisper_typed().await;
    ann.says("whisper", "Is it full?").await;
    tom.reads("whisper", "Is it full?").await;
    tom.says("whisper", "Two seats").await;
    ann.reads("whisper", "Two seats").await;
    chart.tells("3 whispers").await;

    assert_eq!(ann.may("consult"), "consult_running");
    assert_eq!(ann.may("transfer_to_skillset"), "consult_running");
    assert_eq!(ann.is_refused("consult", json!({ "agent": TOM })).await, "not_possible");
    let queue = json!({ "queue": "13" });
    assert_eq!(ann.is_refused("transfer_to_skillset", queue).await, "not_possible");
    for command in ["complete_transfer", "complete_conference", "drop_participant"] {
        assert_eq!(tom.is_refused(command, json!({})).await, "not_possible", "{command}");
    }
    assert_eq!(tom.may("reply"), "consulted_only");
    let reply = json!({ "audience": "everyone", "text": "Good day" });
    assert_eq!(tom.is_refused("send", reply).await, "not_possible");
    chart.tells("refusals during the consult").await;

    ann.does("complete_transfer", json!({})).await;
    ann.sees_gone().await;
    tom.sees_part("owner").await;
    chart.tells("4a transfer").await;

    assert_eq!(tom.may("transfer_to_skillset"), "transfer_used");
    let queue = json!({ "queue": "11" });
    assert_eq!(tom.is_refused("transfer_to_skillset", queue).await, "not_possible");
    chart.tells("refusals after the transfer").await;
    tom.closes().await;
    chart.tells_as("6 close", &TOM_FOR_ANN).await;
    chart.is_over();
}

async fn a_transfer_by_an_agent_who_is_not_ready(office: &mut Office) {
    let kim = office.serves().await;
    office.consults().await;
    office.ann.goes(false).await;
    let mut chart = Chart::new(&office.simulator, kim.guid());
    office.ann.does("complete_transfer", json!({})).await;
    office.ann.sees_gone().await;
    office.ann.sees_ready(true).await;
    chart.tells("4a transfer by an agent who is not ready").await;
    office.tom.sees_part("owner").await;
    office.tom.closes().await;
    chart.tells_as("6 close", &TOM_FOR_ANN).await;
    chart.is_over();
}

async fn a_conference_and_a_new_owner(office: &mut Office) {
    let mut kim = office.serves().await;
    office.consults().await;
    let Office { simulator, ann, tom, .. } = office;
    let mut chart = Chart::new(simulator, kim.guid());
    ann.does("complete_conference", json!({})).await;
    tom.sees_part("member").await;
    tom.says("everyone", "Tom speaking").await;
    ann.reads("everyone", "Tom speaking").await;
    reads(&mut kim, "Tom speaking").await;
    ann.says("everyone", "And Ann").await;
    tom.reads("everyone", "And Ann").await;
    reads(&mut kim, "And Ann").await;
    kim.say("Hello both").await.expect("said");
    ann.reads("everyone", "Hello both").await;
    tom.reads("everyone", "Hello both").await;
    chart.tells("4b conference").await;

    assert_ne!(ann.may("consult"), "yes");
    assert_eq!(ann.is_refused("consult", json!({ "agent": TOM })).await, "not_possible");
    for command in ["complete_conference", "complete_transfer"] {
        assert_eq!(ann.is_refused(command, json!({})).await, "not_possible", "{command}");
    }
    for command in ["change_owner", "close_conference"] {
        assert_eq!(tom.is_refused(command, json!({})).await, "not_possible", "{command}");
    }
    chart.tells("refusals in the conference").await;

    ann.does("change_owner", json!({})).await;
    tom.sees_part("owner").await;
    ann.sees_part("member").await;
    chart.tells("5a promote").await;
    ann.does("leave_room", json!({})).await;
    ann.sees_gone().await;
    tom.sees_alone().await;
    chart.tells_as("5c leave", &EXCHANGED).await;
    tom.closes().await;
    chart.tells_as("6 close", &TOM_FOR_ANN).await;
    chart.is_over();
}

async fn the_owner_drops(office: &mut Office) {
    let kim = office.serves().await;
    office.confers().await;
    let mut chart = Chart::new(&office.simulator, kim.guid());
    office.ann.does("drop_participant", json!({})).await;
    office.ann.sees_alone().await;
    office.tom.sees_gone().await;
    chart.tells("5b drop").await;
    office.ann.closes().await;
    chart.tells("6 close").await;
    chart.is_over();
}

async fn the_other_leaves(office: &mut Office) {
    let kim = office.serves().await;
    office.consults().await;
    let mut chart = Chart::new(&office.simulator, kim.guid());
    office.tom.does("leave_room", json!({})).await;
    office.tom.sees_gone().await;
    office
        .ann
        .until("the end of the consult", |contact| contact["joint"]["step"] != "talking")
        .await;
    chart.tells("5c leave during the consult").await;
    office.consults().await;
    office.makes_conference().await;
    let mut chart = Chart::new(&office.simulator, kim.guid());
    office.tom.does("leave_room", json!({})).await;
    office.tom.sees_gone().await;
    office.ann.sees_alone().await;
    chart.tells("5c leave").await;
    office.ann.closes().await;
    chart.tells("6 close").await;
    chart.is_over();
}

async fn the_owner_closes_for_all(office: &mut Office) {
    let kim = office.serves().await;
    office.confers().await;
    let mut chart = Chart::new(&office.simulator, kim.guid());
    office.ann.does("close_conference", json!({})).await;
    office.tom.sees_gone().await;
    office.ann.sees_alone().await;
    office.ann.closes().await;
    chart.tells("5d close for all").await;
    chart.is_over();
}

async fn closing_with_and_without_another(office: &mut Office) {
    let kim = office.serves().await;
    let mut chart = Chart::new(&office.simulator, kim.guid());
    office.ann.closes().await;
    chart.tells("6 close").await;
    chart.is_over();

    let kim = office.serves().await;
    office.confers().await;
    let mut chart = Chart::new(&office.simulator, kim.guid());
    office.ann.closes().await;
    office.tom.sees_part("owner").await;
    chart.tells("6 close in a conference").await;
    office.tom.closes().await;
    chart.tells_as("6 close", &TOM_FOR_ANN).await;
    chart.is_over();
}
