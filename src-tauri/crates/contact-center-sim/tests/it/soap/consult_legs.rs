//! What CCT tells of consults, transfers and barges: reasons of offers, ends of legs, ready state.

use contact_center_sim::cct::CctQuirks;
use contact_center_sim::center::{CctPort as _, Quirks};
use contact_center_sim::{Options, Simulator};
use serde_json::json;

use super::bench::{AGENT, Bench, Consumer};
use crate::agent_client::AgentClient;

const TOM: &str = "20002";
const SAM: &str = "20090";

/// Ann serves a chat, by SOAP and over her agent socket; Tom's notifications are read.
struct Scene {
    bench: Bench,
    ann: AgentClient,
    tom: AgentClient,
    sam: AgentClient,
    anns: Consumer,
    toms: Consumer,
    guid: u64,
}

impl Scene {
    async fn set(quirks: Quirks) -> Self {
        let cct_quirks = CctQuirks {
            strictness: contact_center_sim::soap::Strictness::Strict,
            ..CctQuirks::default()
        };
        let options = Options { quirks, cct_quirks, ..Options::default() };
        let bench = Bench::around(Simulator::start(options).await.unwrap());
        let token = bench.ready().await;
        let anns = Consumer::start().await;
        anns.subscribe(&bench, &token).await;
        let chat = bench.chat().await;
        let guid = chat.guid.parse().unwrap();
        let url = bench.sim.ewc_url.clone();
        let mut ann = AgentClient::logged_in(&url, AGENT, false).await;
        bench.sim.handle().with(|center| center.answer(AGENT, guid)).unwrap();
        ann.send("agentJoinRoom", json!({ "guid": guid, "joinType": "active" })).await;
        ann.expect("agentJoinRoom").await;
        let toms_token = bench.log_in_as("tom").await;
        bench.sim.handle().with(|center| {
            center.agent_login(TOM).unwrap();
            center.set_ready(TOM, true).unwrap();
        });
        let toms = Consumer::start().await;
        toms.subscribe(&bench, &toms_token).await;
        let tom = AgentClient::logged_in(&url, TOM, false).await;
        let sam = AgentClient::logged_in(&url, SAM, false).await;
        Self { bench, ann, tom, sam, anns, toms, guid }
    }

    async fn operate(&mut self, kind: &str, target: &str) {
        let guid = self.guid;
        let fields = json!({ "guid": guid, "destinationType": kind, "destinationId": target });
        self.ann.send("operationRequest", fields).await;
        loop {
            let frame = self.ann.next().await;
            if frame["body"]["method"] == "operationRequest" {
                assert_eq!(frame["body"]["success"], true);
                return;
            }
        }
    }

    async fn consult(&mut self) {
        self.operate("consult", TOM).await;
        let guid = self.guid;
        self.bench.sim.handle().with(|center| center.answer(TOM, guid)).unwrap();
        self.tom.send("agentJoinRoom", json!({ "guid": guid, "joinType": "consult" })).await;
        self.tom.expect("agentJoinRoom").await;
    }
}

#[tokio::test]
async fn a_consult_is_offered_with_its_reason_or_as_any_other() {
    for (named, reason) in [(true, "CONSULT_INIT"), (false, "DEFAULT")] {
        let quirks = Quirks { consult_init_reason: named, ..Quirks::default() };
        let mut scene = Scene::set(quirks).await;
        scene.operate("consult", TOM).await;
        let offered = scene.toms.next_about("ALERTING").await;
        assert_eq!(offered.texts("Reason"), [reason; 2]);
        let guid = scene.guid.to_string();
        assert!(
            offered.texts("externalContactId").iter().all(|id| *id == guid),
            "the same contact"
        );
        scene.bench.no_defects();
        scene.bench.valid_to_libxml2();
    }
}

#[tokio::test]
async fn a_transfer_ends_the_first_leg_and_makes_ready() {
    let mut scene = Scene::set(Quirks::default()).await;
    scene.consult().await;
    scene.bench.sim.handle().with(|center| center.set_ready(AGENT, false)).unwrap();
    scene.anns.next_about("READY_STATUS").await;
    scene.operate("agent", TOM).await;
    let ended = scene.anns.next_about("DISCONNECTED").await;
    assert_eq!(ended.texts("Reason"), ["TRANSFER_COMPLETE"; 2]);
    let ready = scene.anns.next_about("READY_STATUS").await;
    assert!(ready.text.contains(">true</"), "{}", ready.text);
    let legs = |agent: &str| scene.bench.sim.handle().with(|center| center.agent_contacts(agent));
    assert_eq!((legs(AGENT).len(), legs(TOM).len()), (0, 1));
    scene.bench.no_defects();
    scene.bench.valid_to_libxml2();
}

#[tokio::test]
async fn a_transfer_to_a_skillset_ends_the_leg_too() {
    let mut scene = Scene::set(Quirks::default()).await;
    scene.operate("queue", "13").await;
    let ended = scene.anns.next_about("DISCONNECTED").await;
    assert_eq!(ended.texts("Reason"), ["TRANSFER_COMPLETE"; 2]);
    let offered = scene.toms.next_about("ALERTING").await;
    assert_eq!(offered.texts("Reason"), ["DEFAULT"; 2]);
    scene.bench.no_defects();
}

#[tokio::test]
async fn a_barge_gives_the_supervisor_a_leg_or_none() {
    for gives in [false, true] {
        let quirks = Quirks { barge_gives_leg: gives, ..Quirks::default() };
        let mut scene = Scene::set(quirks).await;
        let guid = scene.guid;
        let token = scene.bench.log_in_as("sam").await;
        scene.bench.sim.handle().with(|center| center.agent_login(SAM)).unwrap();
        let mut sams = Consumer::start().await;
        sams.subscribe(&scene.bench, &token).await;
        scene.sam.send("agentJoinRoom", json!({ "guid": guid, "joinType": "observe" })).await;
        scene.sam.expect("agentJoinRoom").await;
        let fields = json!({ "guid": guid, "destinationType": "barge", "destinationId": SAM });
        scene.sam.send("operationRequest", fields).await;
        assert_eq!(scene.sam.expect("operationRequest").await["success"], true);
        let legs = |agent: &str| scene.bench.sim.handle().with(|c| c.agent_contacts(agent).len());
        assert_eq!((legs(AGENT), legs(SAM)), (1, usize::from(gives)), "Ann keeps hers");
        if gives {
            sams.next_about("ALERTING").await;
            let told = sams.next_about("ESTABLISHED").await;
            assert_eq!(told.texts("NewState"), ["ESTABLISHED", "ACTIVE"]);
        }
        scene.sam.send("dropPassiveParticipant", json!({ "guid": guid })).await;
        scene.anns.next_about("DISCONNECTED").await;
        scene.sam.send("agentQuitChat", json!({ "guid": guid })).await;
        scene.sam.expect("agentQuitChat").await;
        let fields = json!({
            "guid": guid, "closedReasonCode": 1, "agentNote": "", "sendTranscript": false,
        });
        scene.sam.send("agentSetClosedReason", fields).await;
        scene.sam.expect("agentSetClosedReason").await;
        if gives {
            sams.next_about("DISCONNECTED").await;
        }
        assert_eq!((legs(AGENT), legs(SAM)), (0, 0));
        scene.bench.no_defects();
    }
}
