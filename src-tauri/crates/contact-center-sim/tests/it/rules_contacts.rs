//! E-mails, calls and call-backs by the rules: routing, answers, rejections, and no room for them.

use std::collections::BTreeMap;

use contact_center_sim::center::{
    Can, CctPort, CctRefusal, ContactKind, ContactRefusal, LegState, OtherContact, RejectReturns,
};
use serde_json::json;

use crate::stage::{ANN, Stage, TOM};

fn mail() -> OtherContact {
    let intrinsics = [("FROMADDRESS", "kim@example.org"), ("SUBJECT", "Invoice")];
    let intrinsics = intrinsics.map(|(name, value)| (name.to_owned(), value.to_owned())).into();
    OtherContact { intrinsics, ..OtherContact::default() }
}

fn start(stage: &mut Stage, contact: &OtherContact) -> u64 {
    stage.port(|center| center.start_contact(contact)).expect("started")
}

#[test]
fn a_mail_alerts_is_answered_and_released_without_a_room() {
    let mut stage = Stage::new();
    stage.ready(ANN);
    let guid = start(&mut stage, &mail());
    assert_eq!(stage.take(), ["cct 20001 offered Default"]);
    let leg = stage.center.agent_contacts(ANN).remove(0);
    assert_eq!((leg.kind, leg.state), (ContactKind::Email, LegState::Ringing));
    for (name, value) in [
        ("CONTACTID", guid.to_string().as_str()),
        ("CONTACTSUBTYPE", "EMail"),
        ("FROMADDRESS", "kim@example.org"),
        ("SUBJECT", "Invoice"),
        ("Skillset", "EM_Travel"),
    ] {
        let found: Vec<_> = leg.intrinsics.iter().filter(|(known, _)| known == name).collect();
        assert_eq!(found, [&(name.to_owned(), value.to_owned())]);
    }
    stage.answer(ANN, guid);
    stage.join(ANN, guid, "active");
    assert_eq!(
        stage.take(),
        ["cct 20001 answered", "20001 < error agentJoinRoom 1: no such room"],
        "the chat server knows nothing of it"
    );
    stage.port(|center| center.disconnect(ANN, guid)).expect("released");
    assert_eq!(stage.take(), ["cct 20001 dropped Disconnected"]);
    let room = &stage.center.snapshot()["rooms"][0];
    assert_eq!((&room["kind"], &room["phase"]), (&json!("email"), &json!("ended")));
    stage.port(|center| center.agent_logout(ANN)).expect("nothing is open");
}

#[test]
fn the_centre_ends_what_alerts_and_what_is_answered() {
    let mut stage = Stage::new();
    stage.ready(ANN);
    let call = OtherContact { kind: ContactKind::Voice, ..OtherContact::default() };
    let (first, second) = (start(&mut stage, &call), start(&mut stage, &mail()));
    let leg = stage.center.agent_contacts(ANN).remove(0);
    assert!(!leg.intrinsics.iter().any(|(name, _)| name == "CONTACTID"), "a call has none");
    stage.answer(ANN, second);
    stage.clear();
    assert!(stage.port(|center| center.end_contact(first)));
    assert!(stage.port(|center| center.end_contact(second)));
    assert_eq!(stage.take(), ["cct 20001 dropped Abandoned", "cct 20001 dropped Closed"]);
    assert!(!stage.port(|center| center.end_contact(second)), "once");
    let chat = stage.served();
    assert!(!stage.port(|center| center.end_contact(chat)), "a chat ends by its people");
}

#[test]
fn a_rejection_takes_the_chats_along_or_everything() {
    for (returns, chat_too, mail_too) in
        [(RejectReturns::WebChats, true, false), (RejectReturns::EveryContact, true, true)]
    {
        let mut stage = Stage::new();
        stage.ready(ANN);
        stage.quirks(|quirks| quirks.reject_returns = returns);
        let one = stage.ask("a@x.org", "WC_Sales").expect("a chat");
        let two = stage.ask("b@x.org", "WC_Sales").expect("a chat");
        let mail = start(&mut stage, &mail());
        stage.port(|center| center.reject(ANN, one)).expect("rejected");
        let rings = |guid| stage.center.agent_contacts(ANN).iter().any(|leg| leg.guid == guid);
        assert_eq!((rings(two), rings(mail)), (!chat_too, !mail_too));
    }
    let mut stage = Stage::new();
    stage.ready(ANN);
    let chat = stage.ask("a@x.org", "WC_Sales").expect("a chat");
    let mail = start(&mut stage, &mail());
    stage.clear();
    stage.port(|center| center.reject(ANN, mail)).expect("rejected");
    assert_eq!(stage.take(), ["cct 20001 not ready -", "cct 20001 dropped Rejected"]);
    assert!(stage.center.agent_contacts(ANN).iter().any(|leg| leg.guid == chat));
}

#[test]
fn what_is_withheld_is_refused() {
    let mut stage = Stage::new();
    stage.ready(ANN);
    let can = Can { answer: true, reject: false, disconnect: false };
    let stuck = start(&mut stage, &OtherContact { can, ..mail() });
    let withheld = Err(CctRefusal::Withheld);
    assert_eq!(stage.port(|center| center.reject(ANN, stuck)), withheld);
    stage.answer(ANN, stuck);
    assert_eq!(stage.port(|center| center.disconnect(ANN, stuck)), withheld);
    assert!(stage.port(|center| center.end_contact(stuck)), "only the centre can");
    let can = Can { answer: false, ..Can::default() };
    let pushed = start(&mut stage, &OtherContact { can, ..mail() });
    assert_eq!(stage.port(|center| center.answer(ANN, pushed)), withheld);
}

#[test]
fn changed_intrinsics_are_told_to_whoever_has_the_contact() {
    let mut stage = Stage::new();
    stage.ready(ANN);
    let guid = stage.served();
    let changes: BTreeMap<_, _> = [("Loyalty".to_owned(), "gold".to_owned())].into();
    assert!(stage.port(|center| center.change_intrinsics(guid, &changes)));
    assert_eq!(stage.take(), ["cct 20001 intrinsics"]);
    let leg = stage.center.agent_contacts(ANN).remove(0);
    assert_eq!(leg.intrinsics.last(), Some(&("Loyalty".to_owned(), "gold".to_owned())));
    // The next agent gets them with the offer.
    stage.ready(TOM);
    stage.operate(ANN, guid, "consult", TOM);
    let leg = stage.center.agent_contacts(TOM).remove(0);
    assert!(leg.intrinsics.contains(&("Loyalty".to_owned(), "gold".to_owned())));
    assert!(!stage.port(|center| center.change_intrinsics(99, &changes)));
}

#[test]
fn contacts_that_nobody_could_take_are_not_started() {
    let mut stage = Stage::new();
    let chat = OtherContact { kind: ContactKind::WebChat, ..mail() };
    let lost = OtherContact { skillset: Some("EM_Moon".to_owned()), ..mail() };
    assert_eq!(stage.port(|c| c.start_contact(&chat)), Err(ContactRefusal::IsChat));
    let nobody = ContactRefusal::NobodyFor("EM_Moon".to_owned());
    assert_eq!(stage.port(|c| c.start_contact(&lost)), Err(nobody));
}

#[test]
fn a_mail_is_no_customer_in_a_chat_queue() {
    let mut stage = Stage::new();
    let asked = OtherContact { skillset: Some("WC_Sales".to_owned()), ..mail() };
    start(&mut stage, &asked);
    let metrics = stage.center.queue_metrics("WC_Sales");
    assert_eq!(metrics["body"]["metrics"][0]["customersInQueue"], 0);
}

#[test]
fn an_activity_code_belongs_to_the_agent_of_an_answered_contact() {
    use crate::stage::SAM;
    let mut stage = Stage::new();
    stage.ready(ANN);
    stage.ready(SAM);
    let guid = stage.ask("a@x.org", "WC_Sales").expect("a chat");
    let set = |stage: &mut Stage, agent: &str, contact| {
        let agent = agent.to_owned();
        stage.port(move |center| center.set_activity_code(&agent, contact, "4711"))
    };
    assert_eq!(set(&mut stage, ANN, Some(guid)), Err(CctRefusal::NotActive), "it only alerts");
    assert_eq!(set(&mut stage, ANN, None), Err(CctRefusal::NotActive));
    stage.answer(ANN, guid);
    stage.join(ANN, guid, "active");
    stage.join(SAM, guid, "observe");
    stage.clear();
    assert_eq!(set(&mut stage, SAM, Some(guid)), Err(CctRefusal::UnknownContact), "she observes");
    assert_eq!(set(&mut stage, SAM, None), Err(CctRefusal::NotActive));
    assert_eq!(set(&mut stage, ANN, Some(guid)), Ok(()));
    assert_eq!(stage.take(), ["cct 20001 activity 4711"]);
    assert_eq!(set(&mut stage, ANN, None), Ok(()));
    assert_eq!(stage.center.activity_code(ANN, guid).as_deref(), Some("4711"));
    assert_eq!(stage.center.snapshot()["rooms"][0]["activityCodes"][ANN], "4711");
}

/// What a customer asked for on the web page alerts when it is time.
#[test]
fn a_requested_call_back_comes_when_it_is_time() {
    let mut stage = Stage::new();
    stage.ready(ANN);
    let (now, later) = (stage.now, stage.now + 60_000);
    for (date, name) in [(now / 1000, "Kim"), (later, "Lee")] {
        let asked = json!({
            "method": "callBack", "email": "", "phone": "4960123", "countryCode": "+353",
            "areaCode": "1", "name": name, "skillset": "OB_Complaints", "date": date,
        });
        stage.port(|center| center.request_callback(&asked)).expect("taken");
    }
    stage.pass(1_000);
    assert_eq!(stage.take(), ["cct 20001 offered Default"], "only the first");
    let leg = stage.center.agent_contacts(ANN).remove(0);
    assert_eq!(leg.kind, ContactKind::CallBack);
    assert!(leg.intrinsics.contains(&("PHONENUMBER".to_owned(), "+35314960123".to_owned())));
    stage.pass(60_000);
    assert_eq!(stage.take(), ["cct 20001 offered Default"]);
    assert_eq!(stage.center.next_deadline(), None, "each once");
}
