//! The built-in scenarios, a hundred times faster, with raw frames in place of the one human.

use contact_center_sim::center::{CctPort, LegState, OfferReason};
use contact_center_sim::log::LineKind;
use contact_center_sim::{Options, Scenario, Simulator};
use serde_json::{Value, json};

use crate::agent_client::{AgentClient, LIMIT};
use crate::stage::{ANN, SAM, TOM};

struct Human {
    simulator: Simulator,
    agent: AgentClient,
    guid: u64,
}

impl Human {
    /// Ann is ready; the scenario begins, and its customer is hers.
    async fn plays(name: &str) -> Self {
        let simulator = Simulator::start(Options::default()).await.expect("it starts");
        simulator.handle().with(|center| {
            center.agent_login(ANN).expect("login");
            center.set_ready(ANN, true).expect("ready");
        });
        let mut agent = AgentClient::logged_in(&simulator.ewc_url, ANN, false).await;
        let scenario = Scenario::named(name).expect("a scenario").faster(100);
        simulator.control().play(&scenario).await.expect("it is played");
        let rings = |center: &contact_center_sim::Center, _: &_| {
            let legs = center.agent_contacts(ANN);
            legs.iter().find(|leg| leg.state == LegState::Ringing).map(|leg| leg.guid)
        };
        let guid = simulator.wait_for(LIMIT, rings).await.expect("the customer comes");
        simulator.handle().with(|center| center.answer(ANN, guid)).expect("answered");
        agent.send("agentJoinRoom", json!({ "guid": guid, "joinType": "active" })).await;
        Self { simulator, agent, guid }
    }

    async fn ask(&mut self, method: &str, fields: Value) {
        let mut fields = fields;
        fields["guid"] = json!(self.guid);
        self.agent.send(method, fields).await;
    }

    async fn operate(&mut self, kind: &str) {
        let fields = json!({ "destinationType": kind, "destinationId": TOM });
        self.ask("operationRequest", fields).await;
    }

    /// Reads until a frame fits.
    async fn until(&mut self, fits: impl Fn(&Value) -> bool) -> Value {
        loop {
            let frame = self.agent.next().await;
            if fits(&frame["body"]) {
                return frame["body"].clone();
            }
        }
    }

    async fn whispered(&mut self, part: &str) {
        self.until(|body| body["messageType"] == "whisper" && says(body, part)).await;
    }

    /// The customer got a line with these words.
    async fn customer_reads(&self, part: &str) {
        let found = |_: &_, log: &contact_center_sim::log::Log| {
            log.lines()
                .any(|line| line.guid.is_some() && line.agent.is_none() && line.text.contains(part))
                .then_some(())
        };
        self.simulator.wait_for(LIMIT, found).await.expect(part);
    }

    /// No colleague did anything that the rules refuse, and no script got stuck.
    fn went_well(&self) {
        let bad = |kind| matches!(kind, LineKind::Defect | LineKind::BadFrame | LineKind::Note);
        for line in self.simulator.log() {
            let refused = line.text.contains(r#""type":"error""#);
            assert!(!bad(line.kind) && !refused, "{line:?}");
        }
    }
}

fn says(body: &Value, part: &str) -> bool {
    body["message"].as_str().is_some_and(|text| text.contains(part))
}

fn is(method: &'static str) -> impl Fn(&Value) -> bool {
    move |body| body["method"] == method
}

#[tokio::test]
async fn consult_to_transfer() {
    let mut human = Human::plays("consult-to-transfer").await;
    human.until(|body| says(body, "no heating")).await;
    human.operate("consult").await;
    human.until(|body| body["userType"] == "passive_participant").await;
    human.whispered("Tom here").await;
    let text = json!({ "messageType": "whisper", "message": "Heating in 12 B." });
    human.ask("newMessage", text).await;
    human.whispered("Got it").await;
    human.operate("agent").await;
    human.until(|body| body["scenario"] == "transferred").await;
    human.customer_reads("My colleague has told me").await;
    human.customer_reads("papers").await;
    let ended = |center: &contact_center_sim::Center, _: &_| {
        (center.snapshot()["rooms"][0]["phase"] == "ended").then_some(())
    };
    human.simulator.wait_for(LIMIT, ended).await.expect("Tom closes what the customer has left");
    human.went_well();
}

#[tokio::test]
async fn consult_to_conference() {
    let mut human = Human::plays("consult-to-conference").await;
    human.until(|body| says(body, "quiet")).await;
    human.operate("consult").await;
    human.whispered("Take me in").await;
    human.operate("conference").await;
    human.until(|body| body["userType"] == "active_participant" && body["agentId"] == TOM).await;
    let line = human.until(|body| says(body, "garden")).await;
    assert_eq!((&line["sender"]["agentId"], &line["messageType"]), (&json!(TOM), &json!("normal")));
    human.customer_reads("garden").await;
    human.until(|body| says(body, "take one of those")).await;
    human.until(|body| says(body, "note on your booking")).await;
    human.went_well();
}

#[tokio::test]
async fn barge() {
    let mut human = Human::plays("barge").await;
    human.until(|body| body["userType"] == "supervisor_observe").await;
    human.whispered("Suggested reply").await;
    let barge = human.until(is("supervisorBarge")).await;
    assert_eq!(barge["supervisorId"], SAM);
    human.whispered("You did well").await;
    human.customer_reads("Sam Hale here").await;
    let owner = human.until(is("changeConferenceOwner")).await;
    assert_eq!(owner["newOwner"], ANN, "she gives it back");
    human.until(|body| body["method"] == "exitRoom" && body["agentId"] == SAM).await;
    human.went_well();
}

#[tokio::test]
async fn a_busy_hour_brings_all_kinds_and_a_colleague_helps() {
    let human = Human::plays("busy-hour").await;
    let all = |center: &contact_center_sim::Center, _: &_| {
        let rooms = center.snapshot()["rooms"].clone();
        let rooms = rooms.as_array()?.clone();
        let kinds: std::collections::BTreeSet<_> =
            rooms.iter().filter_map(|room| room["kind"].as_str().map(str::to_owned)).collect();
        let helped = rooms.iter().filter(|room| room["owner"] == TOM).count();
        (kinds.len() == 4 && rooms.len() == 28 && helped > 0).then_some(())
    };
    human.simulator.wait_for(LIMIT, all).await.expect("all have come, and Tom serves some");
}

#[tokio::test]
async fn a_quiet_day_begins_with_one_customer() {
    let mut human = Human::plays("quiet-day").await;
    human.until(|body| says(body, "ferry")).await;
    human.went_well();
}

/// The colleague's desk breaks down and is up again: the room is entered anew.
#[tokio::test]
async fn a_colleague_comes_back_after_a_lost_connection() {
    let mut human = Human::plays("consult-to-transfer").await;
    human.operate("consult").await;
    human.whispered("Tom here").await;
    let dropped = contact_center_sim::serve::Fault::DropAgent { agent: TOM.to_owned() };
    human.simulator.handle().cause(&dropped);
    let back = |_: &_, log: &contact_center_sim::log::Log| {
        let joined = |line: &&contact_center_sim::log::Line| {
            line.agent.as_deref() == Some(TOM)
                && line.method.as_deref() == Some("agentJoinRoom")
                && line.text.contains("conversationTranscript")
        };
        (log.lines().filter(joined).count() == 2).then_some(())
    };
    human.simulator.wait_for(LIMIT, back).await.expect("Tom enters the room again");
    let text = json!({ "messageType": "whisper", "message": "Still there?" });
    human.ask("newMessage", text).await;
    human.whispered("Got it").await;
}

/// Whoever is signed in already plays that part.
#[tokio::test]
async fn a_person_is_never_replaced() {
    let simulator = Simulator::start(Options::default()).await.expect("it starts");
    simulator.handle().with(|center| center.agent_login(TOM)).expect("a person");
    let scenario = Scenario::named("consult-to-transfer").expect("a scenario");
    simulator.control().play(&scenario).await.expect("it is played");
    let came = |center: &contact_center_sim::Center, _: &_| {
        (center.snapshot()["rooms"].as_array().map(Vec::len) == Some(1)).then_some(())
    };
    simulator.wait_for(LIMIT, came).await.expect("the customer comes");
    assert!(!simulator.log().iter().any(|line| line.method.as_deref() == Some("agentLogin")));
}

#[tokio::test]
async fn control_plays_and_lists_scenarios() {
    let simulator = Simulator::start(Options::default()).await.expect("it starts");
    let client = reqwest::Client::new();
    let url = |path: &str| format!("{}/{path}", simulator.control_url);
    let listed = client.get(url("scenarios")).bearer_auth(&simulator.token).send().await;
    let listed: Value =
        serde_json::from_str(&listed.expect("answered").text().await.expect("text")).expect("JSON");
    assert_eq!(listed.as_array().map(Vec::len), Some(Scenario::NAMES.len()));
    let play = |body: Value| {
        client
            .post(url("scenario"))
            .bearer_auth(&simulator.token)
            .header("Content-Type", "application/json")
            .body(body.to_string())
            .send()
    };
    let cases = [
        (json!({ "name": "supervisor-wall", "faster": 10 }), 200),
        (json!({ "name": "no-such" }), 400),
        (json!({ "scenario": { "colleagues": [{ "agent": "1" }] } }), 400),
        (json!({ "scenario": { "quirks": { "no_such": 1 } } }), 400),
        (json!({ "scenario": { "contacts": [{ "contact": { "kind": "email" } }] } }), 200),
    ];
    for (body, status) in cases {
        assert_eq!(play(body.clone()).await.expect("answered").status(), status, "{body}");
    }
    let mail = |center: &contact_center_sim::Center, _: &_| {
        (center.snapshot()["rooms"][0]["kind"] == "email").then_some(())
    };
    simulator.wait_for(LIMIT, mail).await.expect("the mail comes");
    let mut sam = AgentClient::logged_in(&simulator.ewc_url, SAM, false).await;
    sam.send("agentData", json!({})).await;
    assert_eq!(sam.expect("agentData").await["agents"].as_array().map(Vec::len), Some(1_000));
}

/// A consult offer for a colleague is one, and not from a queue.
#[tokio::test]
async fn a_colleague_takes_nothing_from_the_queue_that_is_not_its_own() {
    let mut human = Human::plays("consult-to-transfer").await;
    human.operate("consult").await;
    let rings = |center: &contact_center_sim::Center, _: &_| center.agent_contacts(TOM).pop();
    let leg = human.simulator.wait_for(LIMIT, rings).await.expect("it alerts");
    assert_eq!(leg.reason, OfferReason::ConsultInit);
}
