//! One chat over real sockets, from the customer's request to the closed reason.

use contact_center_sim::center::{CctPort, LegState};
use contact_center_sim::customer::Chat;
use contact_center_sim::{CustomerClient, Options, Simulator};
use serde_json::json;

use crate::agent_client::{AgentClient, LIMIT};

#[tokio::test]
async fn a_chat_from_request_to_close() {
    let simulator = Simulator::start(Options::default()).await.expect("it starts");
    let cct = |run: &dyn Fn(&mut contact_center_sim::Center)| simulator.handle().with(|c| run(c));
    cct(&|center| {
        center.agent_login("20001").expect("login");
        center.set_ready("20001", true).expect("ready");
    });
    let mut agent = AgentClient::logged_in(&simulator.ewc_url, "20001", false).await;
    let chat = Chat { name: "Kim".to_owned(), ..Chat::default() };
    let mut customer =
        CustomerClient::start(&simulator.customer_url, None, &chat).await.expect("a chat");
    let guid = customer.guid();
    let leg = simulator
        .wait_for(LIMIT, |center, _| center.agent_contacts("20001").first().cloned())
        .await
        .expect("an offer");
    assert_eq!((leg.guid, leg.state), (guid, LegState::Ringing));
    assert!(leg.intrinsics.contains(&("CONTACTID".to_owned(), guid.to_string())));
    cct(&|center| center.answer("20001", guid).expect("answer"));

    agent.send("agentJoinRoom", json!({ "guid": guid, "joinType": "active" })).await;
    let room = agent.expect("agentJoinRoom").await;
    assert_eq!(room["deviceType"], "ScriptedCustomer/1.0");
    assert_eq!(agent.expect("newMessage").await["messageType"], "welcomeMessage");
    let joined = customer
        .wait_for(LIMIT, "an agent", |frame| frame["body"]["method"] == "newParticipant")
        .await
        .expect("an agent");
    assert_eq!(joined["body"]["displayName"], "Ann Doyle");

    customer.say("Is there a night train?").await.expect("said");
    assert_eq!(agent.expect("newMessage").await["message"], "Is there a night train?");
    let line = json!({ "guid": guid, "message": "On Fridays.", "messageType": "normal" });
    agent.send("newMessage", line).await;
    agent.expect("newMessage").await;
    customer
        .wait_for(LIMIT, "the line", |frame| frame["body"]["message"] == "On Fridays.")
        .await
        .expect("the line");

    agent.send("agentQuitChat", json!({ "guid": guid })).await;
    assert_eq!(agent.expect("agentQuitChat").await["closedReasonCodes"]["defaultReasonCode"], 1);
    let reason =
        json!({ "guid": guid, "closedReasonCode": 1, "agentNote": "", "sendTranscript": true });
    agent.send("agentSetClosedReason", reason).await;
    assert_eq!(agent.expect("agentSetClosedReason").await["accepted"], true);
    customer
        .wait_for(LIMIT, "the end", |frame| frame["body"]["endChatFlag"] == true)
        .await
        .expect("the end");
    let left = simulator.handle().with(|center| center.agent_contacts("20001").len());
    assert_eq!(left, 0, "the leg ended with the close");
    assert_eq!(simulator.control().state()["mailed"][0]["email"], "customer{n}@example.org");
    assert!(simulator.defects().is_empty(), "{:?}", simulator.defects());
}
