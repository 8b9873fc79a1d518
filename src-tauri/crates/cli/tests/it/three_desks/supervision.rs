//! The branches of supervision, one chat after the other in the same three processes.

use serde_json::json;

use super::chart::Chart;
use super::{Office, reads};

#[tokio::test]
async fn every_branch_of_supervision() {
    let mut office = Office::open().await;
    the_board_and_a_look(&mut office).await;
    a_barge_that_drops(&mut office).await;
    a_barge_that_keeps(&mut office).await;
    office.closes().await;
}

async fn observes(office: &mut Office, guid: u64) {
    let reply = office.sam.orders("observe", json!({ "guid": guid.to_string() })).await;
    assert!(reply["ok"]["contact"].is_string(), "{reply}");
    office.sam.sees_part("observer").await;
    office
        .ann
        .until("somebody watching", |contact| {
            let mut all = contact["participants"].as_array().into_iter().flatten();
            all.any(|one| one["role"] == "observer")
        })
        .await;
}

async fn the_board_and_a_look(office: &mut Office) {
    let kim = office.serves().await;
    let mut chart = Chart::new(&office.simulator, kim.guid());
    let reply = office.sam.orders("watch_board", json!({ "watch": true })).await;
    assert!(reply["error"].is_null(), "{reply}");
    chart.tells("v1 board").await;
    office.sam.orders("watch_board", json!({ "watch": false })).await;

    let mut chart = Chart::new(&office.simulator, kim.guid());
    let guid = json!({ "guid": kim.guid().to_string() });
    let reply = office.ann.orders("observe", guid).await;
    assert_eq!(reply["error"]["code"], "not_possible", "{reply}");
    let reply = office.ann.orders("watch_board", json!({ "watch": true })).await;
    assert_eq!(reply["error"]["code"], "not_possible", "{reply}");
    assert_eq!(office.ann.is_refused("barge", json!({})).await, "not_possible");
    chart.tells("v refusals").await;

    observes(office, kim.guid()).await;
    assert_eq!(office.sam.may("reply"), "observing_only");
    let reply = json!({ "audience": "everyone", "text": "Good day" });
    assert_eq!(office.sam.is_refused("send", reply).await, "not_possible");
    office.sam.says("whisper", "Offer the upgrade").await;
    office.ann.reads("whisper", "Offer the upgrade").await;
    chart.tells("v2 observe").await;

    office.sam.does("leave_room", json!({})).await;
    office.sam.sees_gone().await;
    chart.tells("v3a leave").await;
    office.ann.closes().await;
    chart.tells("6 close").await;
    chart.is_over();
}

async fn a_barge_that_drops(office: &mut Office) {
    let kim = office.serves().await;
    observes(office, kim.guid()).await;
    let Office { simulator, ann, sam, .. } = office;
    let mut chart = Chart::new(simulator, kim.guid());
    sam.does("barge", json!({})).await;
    sam.sees_part("owner").await;
    ann.sees_part("bystander").await;
    assert_eq!(ann.may("reply"), "taken_over");
    let reply = json!({ "audience": "everyone", "text": "Still me" });
    assert_eq!(ann.is_refused("send", reply).await, "not_possible");
    ann.says("whisper", "Over to you").await;
    sam.reads("whisper", "Over to you").await;
    chart.tells("v3b barge").await;
    sam.does("drop_participant", json!({})).await;
    ann.sees_gone().await;
    sam.sees_alone().await;
    chart.tells("v4a drop agents").await;
    sam.closes().await;
    chart.tells("v5 close").await;
    chart.is_over();
}

async fn a_barge_that_keeps(office: &mut Office) {
    let mut kim = office.serves().await;
    observes(office, kim.guid()).await;
    let Office { simulator, ann, sam, .. } = office;
    sam.does("barge", json!({})).await;
    sam.sees_part("owner").await;
    ann.sees_part("bystander").await;
    let mut chart = Chart::new(simulator, kim.guid());
    sam.says("whisper", "I take this one").await;
    ann.reads("whisper", "I take this one").await;
    ann.types_whisper("Thank").await;
    sam.sees_whisper_typed().await;
    sam.says("everyone", "Sam Hale here").await;
    ann.reads("everyone", "Sam Hale here").await;
    reads(&mut kim, "Sam Hale here").await;
    chart.tells("v4b keep agents").await;
    sam.does("drop_participant", json!({})).await;
    ann.sees_gone().await;
    sam.sees_alone().await;
    sam.closes().await;
}
