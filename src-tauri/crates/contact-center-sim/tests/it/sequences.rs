//! Every branch of conference and supervision by raw frames over real sockets; the log must equal
//! `tests/tables/ewc_4a.txt`, arrow by arrow.

use std::time::Duration;

use contact_center_sim::center::CctPort;
use contact_center_sim::customer::Chat;
use contact_center_sim::sequence::{ASIDE, Cast, rows, sections};
use contact_center_sim::{CustomerClient, Options, Simulator};
use serde_json::{Value, json};

use crate::agent_client::{AgentClient, LIMIT};
use crate::stage::{ANN, SAM, TOM};

const TABLES: &str = include_str!("../../../../../tests/tables/ewc_4a.txt");

/// A serves g; B is ready; V is there.
struct Floor {
    sim: Simulator,
    a: AgentClient,
    b: AgentClient,
    v: AgentClient,
    customer: CustomerClient,
    guid: u64,
    since: u64,
}

#[derive(Clone, Copy)]
enum Who {
    A,
    B,
    V,
}
use Who::{A, B, V};

impl Floor {
    async fn open() -> Self {
        let sim = Simulator::start(Options::default()).await.expect("it starts");
        for agent in [ANN, TOM] {
            sim.handle().with(|center| {
                center.agent_login(agent).expect("login");
                center.set_ready(agent, true).expect("ready");
            });
        }
        let mut a = AgentClient::logged_in(&sim.ewc_url, ANN, false).await;
        let b = AgentClient::logged_in(&sim.ewc_url, TOM, false).await;
        let v = AgentClient::logged_in(&sim.ewc_url, SAM, false).await;
        // Both are free; Ann was ready first.
        let chat = Chat { skillset: "WC_Sales".to_owned(), ..Chat::default() };
        let customer = CustomerClient::start(&sim.customer_url, None, &chat).await.expect("a chat");
        let guid = customer.guid();
        sim.handle().with(|center| center.answer(ANN, guid)).expect("it alerts at Ann");
        a.send("agentJoinRoom", json!({ "guid": guid, "joinType": "active" })).await;
        let mut floor = Self { sim, a, b, v, customer, guid, since: 0 };
        floor.settled(A).await;
        floor.start();
        floor
    }

    /// Only what comes from here on counts.
    fn start(&mut self) {
        self.since = self.sim.handle().read(|_, log| log.newest());
    }

    fn client(&mut self, who: Who) -> &mut AgentClient {
        match who {
            A => &mut self.a,
            B => &mut self.b,
            V => &mut self.v,
        }
    }

    /// Whatever this agent asked before has been answered, to everybody: frames of one socket are
    /// dealt with in order, each with all its consequences.
    async fn settled(&mut self, who: Who) {
        let client = self.client(who);
        client.send("screenPops", json!({})).await;
        while client.next().await["body"]["method"] != "screenPops" {}
    }

    async fn act(&mut self, who: Who, method: &str, fields: Value) {
        let mut fields = fields;
        if method != "agentData" {
            fields["guid"] = json!(self.guid);
        }
        self.client(who).send(method, fields).await;
        self.settled(who).await;
    }

    async fn verb(&mut self, who: Who, method: &str) {
        self.act(who, method, json!({})).await;
    }

    async fn join(&mut self, who: Who, kind: &str) {
        self.act(who, "agentJoinRoom", json!({ "joinType": kind })).await;
    }

    async fn say(&mut self, who: Who, kind: &str) {
        self.act(who, "newMessage", json!({ "message": "words", "messageType": kind })).await;
    }

    async fn types(&mut self, who: Who, kind: &str, on: bool) {
        self.act(who, "isTyping", json!({ "isTyping": on, "messageType": kind })).await;
    }

    async fn operate(&mut self, who: Who, kind: &str, target: &str) {
        let fields = json!({ "destinationType": kind, "destinationId": target });
        self.act(who, "operationRequest", fields).await;
    }

    async fn close(&mut self, who: Who) {
        self.verb(who, "agentQuitChat").await;
        self.reason(who).await;
    }

    async fn reason(&mut self, who: Who) {
        let fields = json!({ "closedReasonCode": 1, "agentNote": "", "sendTranscript": false });
        self.act(who, "agentSetClosedReason", fields).await;
    }

    async fn ask(&mut self) {
        self.verb(A, "getDestinations").await;
        self.operate(A, "consult", TOM).await;
    }

    async fn accept(&mut self) {
        let guid = self.guid;
        self.sim.handle().with(|center| center.answer(TOM, guid)).expect("it alerts at Tom");
        self.join(B, "consult").await;
    }

    async fn consulting() -> Self {
        let mut floor = Self::open().await;
        floor.ask().await;
        floor.accept().await;
        floor.start();
        floor
    }

    async fn conference() -> Self {
        let mut floor = Self::consulting().await;
        floor.operate(A, "conference", TOM).await;
        floor.start();
        floor
    }

    async fn observed() -> Self {
        let mut floor = Self::open().await;
        floor.join(V, "observe").await;
        floor.start();
        floor
    }

    async fn barged() -> Self {
        let mut floor = Self::observed().await;
        floor.operate(V, "barge", SAM).await;
        floor.start();
        floor
    }

    /// What crossed the sockets since the start equals the section of the tables.
    fn equals(&self, section: &str) {
        let cast = Cast::new()
            .with_agent(ANN, "A")
            .with_agent(TOM, "B")
            .with_agent(SAM, "V")
            .with_contact(self.guid, "g");
        let found: Vec<String> = self.sim.handle().read(|_, log| {
            let rows = rows(log, &cast, Some(self.guid), self.since, ASIDE);
            rows.iter().map(ToString::to_string).collect()
        });
        let tables = sections(TABLES);
        let wanted = tables.get(section).unwrap_or_else(|| panic!("no section {section}"));
        assert_eq!(&found, wanted, "{section}\n{}", found.join("\n"));
        assert!(self.sim.defects().is_empty());
    }
}

#[tokio::test]
async fn branch_1_consult_request() {
    let mut floor = Floor::open().await;
    floor.ask().await;
    floor.equals("1 consult request");
}

#[tokio::test]
async fn branch_1_consult_rejected_or_called_off() {
    let mut floor = Floor::open().await;
    floor.ask().await;
    floor.start();
    let guid = floor.guid;
    floor.sim.handle().with(|center| center.reject(TOM, guid)).expect("rejected");
    floor.equals("1 consult rejected");
    let mut floor = Floor::open().await;
    floor.ask().await;
    // The offer stands behind the last frame; this one is the next.
    floor.settled(A).await;
    floor.start();
    floor.verb(A, "dropPassiveParticipant").await;
    floor.equals("1 consult called off");
}

#[tokio::test]
async fn branch_6_the_customer_leaves_during_the_consult() {
    let mut floor = Floor::consulting().await;
    floor.customer.leave().await.expect("left");
    floor.operate(A, "agent", TOM).await;
    floor.reason(A).await;
    floor.reason(B).await;
    floor.equals("6 the customer leaves during the consult");
}

#[tokio::test]
async fn branch_2_consult_accepted() {
    let mut floor = Floor::open().await;
    floor.ask().await;
    floor.start();
    floor.accept().await;
    floor.equals("2 consult accepted");
}

#[tokio::test]
async fn branch_3_whispers() {
    let mut floor = Floor::consulting().await;
    floor.types(A, "whisper", true).await;
    floor.types(A, "whisper", false).await;
    floor.say(A, "whisper").await;
    floor.say(B, "whisper").await;
    floor.equals("3 whispers");
}

#[tokio::test]
async fn branch_4a_transfer() {
    let mut floor = Floor::consulting().await;
    floor.operate(A, "agent", TOM).await;
    floor.equals("4a transfer");
    floor.start();
    floor.operate(B, "queue", "11").await;
    floor.say(A, "normal").await;
    floor.verb(A, "agentQuitChat").await;
    floor.equals("refusals after the transfer");
}

#[tokio::test]
async fn branch_4a_transfer_makes_ready() {
    let mut floor = Floor::consulting().await;
    floor.sim.handle().with(|center| center.set_ready(ANN, false)).expect("not ready");
    // The event stands behind the last frame; this one is the next.
    floor.settled(A).await;
    floor.start();
    floor.operate(A, "agent", TOM).await;
    floor.equals("4a transfer by an agent who is not ready");
}

#[tokio::test]
async fn branch_4b_conference() {
    let mut floor = Floor::consulting().await;
    floor.operate(A, "conference", TOM).await;
    floor.say(B, "normal").await;
    floor.say(A, "normal").await;
    floor.customer.say("words").await.expect("sent");
    floor.customer.send("queueStatus", json!({})).await.expect("sent");
    let answered = |frame: &Value| frame["body"]["method"] == "queueStatus";
    floor.customer.wait_for(LIMIT, "queueStatus", answered).await.expect("answered");
    floor.equals("4b conference");
}

#[tokio::test]
async fn branch_5a_promote() {
    let mut floor = Floor::conference().await;
    floor.verb(A, "changeConferenceOwner").await;
    floor.equals("5a promote");
}

#[tokio::test]
async fn branch_5b_drop() {
    let mut floor = Floor::conference().await;
    floor.verb(A, "dropPassiveParticipant").await;
    floor.equals("5b drop");
}

#[tokio::test]
async fn branch_5c_leave() {
    let mut floor = Floor::conference().await;
    floor.verb(B, "leaveRoom").await;
    floor.equals("5c leave");
    let mut floor = Floor::consulting().await;
    floor.verb(B, "leaveRoom").await;
    floor.equals("5c leave during the consult");
}

#[tokio::test]
async fn branch_5d_close_for_all() {
    let mut floor = Floor::conference().await;
    floor.verb(A, "conferenceClose").await;
    floor.close(A).await;
    floor.equals("5d close for all");
}

#[tokio::test]
async fn branch_6_close() {
    let mut floor = Floor::open().await;
    floor.close(A).await;
    floor.equals("6 close");
    let mut floor = Floor::conference().await;
    floor.close(A).await;
    floor.equals("6 close in a conference");
}

#[tokio::test]
async fn refusals_during_consult_and_conference() {
    let mut floor = Floor::consulting().await;
    floor.operate(A, "consult", TOM).await;
    floor.operate(A, "agent", SAM).await;
    floor.operate(A, "conference", SAM).await;
    floor.operate(A, "queue", "13").await;
    floor.operate(B, "agent", TOM).await;
    floor.say(B, "normal").await;
    floor.verb(B, "dropPassiveParticipant").await;
    floor.equals("refusals during the consult");
    let mut floor = Floor::conference().await;
    floor.operate(A, "consult", TOM).await;
    floor.operate(A, "conference", TOM).await;
    floor.operate(A, "agent", TOM).await;
    floor.verb(B, "changeConferenceOwner").await;
    floor.verb(B, "conferenceClose").await;
    floor.equals("refusals in the conference");
}

#[tokio::test]
async fn supervisor_1_board() {
    let mut floor = Floor::open().await;
    floor.verb(V, "agentData").await;
    floor.equals("v1 board");
}

#[tokio::test]
async fn supervisor_2_observe() {
    let mut floor = Floor::open().await;
    floor.join(V, "observe").await;
    floor.say(V, "normal").await;
    floor.say(V, "whisper").await;
    floor.equals("v2 observe");
}

#[tokio::test]
async fn supervisor_3a_leave() {
    let mut floor = Floor::observed().await;
    floor.verb(V, "leaveRoom").await;
    floor.equals("v3a leave");
}

#[tokio::test]
async fn supervisor_3b_barge() {
    let mut floor = Floor::observed().await;
    floor.operate(V, "barge", SAM).await;
    floor.say(A, "normal").await;
    floor.say(A, "whisper").await;
    floor.equals("v3b barge");
}

#[tokio::test]
async fn supervisor_4a_drop_and_5_close() {
    let mut floor = Floor::barged().await;
    floor.verb(V, "dropPassiveParticipant").await;
    floor.equals("v4a drop agents");
    floor.start();
    floor.close(V).await;
    floor.equals("v5 close");
}

#[tokio::test]
async fn supervisor_4b_keep() {
    let mut floor = Floor::barged().await;
    floor.say(V, "whisper").await;
    floor.types(A, "whisper", true).await;
    floor.say(V, "normal").await;
    floor.equals("v4b keep agents");
}

#[tokio::test]
async fn supervisor_refusals() {
    let mut floor = Floor::open().await;
    floor.operate(V, "barge", SAM).await;
    floor.join(A, "observe").await;
    floor.verb(A, "agentData").await;
    floor.equals("v refusals");
}

/// Control gives the same rows over HTTP.
#[tokio::test]
async fn the_chart_is_told_by_control() {
    let mut floor = Floor::consulting().await;
    floor.operate(A, "agent", TOM).await;
    let url = format!(
        "{}/sequence?guid={}&after={}&cast={ANN}:A,{TOM}:B,{SAM}:V,{}:g",
        floor.sim.control_url, floor.guid, floor.since, floor.guid
    );
    let asked = reqwest::Client::new().get(url).bearer_auth(&floor.sim.token);
    let answer = tokio::time::timeout(Duration::from_secs(10), asked.send()).await;
    let text = answer.expect("in time").expect("answered").text().await.expect("text");
    let rows: Value = serde_json::from_str(&text).expect("JSON");
    let lines: Vec<_> = rows.as_array().into_iter().flatten().map(|row| &row["line"]).collect();
    assert_eq!(json!(lines), json!(sections(TABLES)["4a transfer"]));
    assert_eq!(rows[0]["fields"][0], json!(["guid", "g"]));
}

/// No row tells what anybody wrote.
#[tokio::test]
async fn no_row_holds_a_text() {
    let mut floor = Floor::consulting().await;
    floor.say(A, "whisper").await;
    let all = floor.sim.handle().read(|_, log| rows(log, &Cast::new(), None, 0, &[]));
    assert!(all.len() > 10);
    for row in all {
        assert!(!row.to_string().contains("words"), "{row}");
    }
}
