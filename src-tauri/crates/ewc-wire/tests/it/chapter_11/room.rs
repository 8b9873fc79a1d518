//! Entering a room, and the largest message: all there is to know of one.

use ewc_wire::agent::{
    AgentJoinRoomNotification, AgentJoinRoomRequest, Incoming, JoinType, MessageEntry,
    Notification, PagePushEntry, Participant, ParticipantList, Phrase, PhraseGroup, PushUrl,
    Request, Resources, SenderKind, TimerList, Transcript, TranscriptEntry, UrlGroup, decode,
};
use ewc_wire::{Destination, InboundMessageType, UserType};
use log_safe::Private;
use serde_json::json;

use super::{request, seconds};
use crate::fixtures::{ROOM, agent, at, named, private};

fn transcript() -> Transcript {
    Transcript {
        messages: vec![
            TranscriptEntry::Message(MessageEntry {
                sender: SenderKind::Customer,
                display_name: named("Mira"),
                timestamp: at(1_755_000_120_000),
                message: private("My parcel has not come"),
                message_type: InboundMessageType::Normal,
            }),
            TranscriptEntry::Message(MessageEntry {
                sender: SenderKind::Agent(agent("00731")),
                display_name: named("Jonas"),
                timestamp: at(1_755_000_150_000),
                message: private("Ask the depot first"),
                message_type: InboundMessageType::Whisper,
            }),
            TranscriptEntry::PagePush(PagePushEntry {
                sender: SenderKind::Agent(agent("00731")),
                url: private("https://parcels.example/track"),
                display_name: named("Jonas"),
                timestamp: at(1_755_000_180_000),
                destination: Some(Destination::NewTab),
            }),
        ],
    }
}

fn participants() -> ParticipantList {
    let table = [
        ("00731", UserType::ActiveParticipant),
        ("731", UserType::PassiveParticipant),
        ("04410", UserType::SupervisorObserve),
    ];
    let participants =
        table.map(|(id, user_type)| Participant { agent_id: agent(id), user_type }).to_vec();
    ParticipantList { participants, skipped: 0 }
}

fn phrases(skillset: &str, phrases: &[(&str, &str)]) -> PhraseGroup {
    let phrases = phrases
        .iter()
        .map(|(name, text)| Phrase { name: (*name).to_owned(), text: (*text).to_owned() })
        .collect();
    PhraseGroup { skillset: skillset.to_owned(), phrases, skipped: 0 }
}

fn urls(skillset: &str, urls: &[(&str, &str)]) -> UrlGroup {
    let urls = urls
        .iter()
        .map(|(url, description)| PushUrl {
            url: (*url).to_owned(),
            description: (*description).to_owned(),
        })
        .collect();
    UrlGroup { skillset: skillset.to_owned(), urls, skipped: 0 }
}

#[test]
pub(super) fn agent_join_room_request() {
    for (name, join_type) in [
        ("agent-join-room-request-active", JoinType::Active),
        ("agent-join-room-request-consult", JoinType::Consult),
        ("agent-join-room-request-observe", JoinType::Observe),
    ] {
        let join = AgentJoinRoomRequest { guid: ROOM, join_type };
        request(name, &Request::AgentJoinRoom(join));
    }
}

#[test]
pub(super) fn agent_join_room_notification() {
    let room = AgentJoinRoomNotification {
        guid: ROOM,
        device_type: named(
            "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
        ),
        previous_transcripts: Some(3),
        transcript: transcript(),
        participants: participants(),
        timers: TimerList {
            keep_alive_time: Some(45),
            desirable_response_to_cust: Some(25),
            desirable_response_to_agent: Some(50),
            consult_request_timeout: Some(35),
            force_idle_customer_check: Some(true),
            force_idle_customer_check_timeout: Some(240),
            save_timestamp_on_messages: Some(true),
            save_chat_history: Some(false),
            concurrent_chats_limit_per_customer: Some(5),
            requested_call_backs_limit_per_customer: Some(2),
            email_chat_log_to_customer: Some(false),
        },
        resources: Resources { agent_label: named("Jonas Berg"), customer_label: named("guest") },
        phrases: vec![
            phrases(
                "all",
                &[("hello", "Good morning, parcel desk"), ("wait", "One moment please")],
            ),
            phrases("WC_Parcels", &[("number", "What is your parcel number?")]),
        ],
        page_push_urls: vec![
            urls("all", &[("parcels.example", "Our front page")]),
            urls(
                "WC_Parcels",
                &[
                    ("https://parcels.example/find-it", "Tracking"),
                    ("https://parcels.example/all-depots", "Depots"),
                ],
            ),
        ],
        skipped: 0,
    };
    seconds("agent-join-room-notification", Notification::AgentJoinRoom(Box::new(room)));
}

fn room_of(body: &serde_json::Value) -> AgentJoinRoomNotification {
    let frame = json!({"type": "notification", "body": body});
    match decode(&frame.to_string()) {
        Ok(Incoming::Notification(Notification::AgentJoinRoom(room))) => *room,
        other => panic!("not a room: {other:?}"),
    }
}

#[test]
fn a_room_with_nothing_but_its_id() {
    let room = room_of(&json!({"method": "agentJoinRoom", "guid": 5}));
    assert_eq!(room, AgentJoinRoomNotification::new(ewc_wire::Guid(5)));
}

#[test]
fn timer_keys_with_a_space_as_the_text_prints_them() {
    let timers = json!({"keepAliveTime inSeconds": 30, "consultRequestTimeout inSeconds": "40"});
    let room = room_of(&json!({"method": "agentJoinRoom", "guid": 5, "timerList": timers}));
    assert_eq!(room.timers.keep_alive_time, Some(30));
    assert_eq!(room.timers.consult_request_timeout, Some(40));
}

#[test]
fn roles_with_a_space_as_the_text_prints_them() {
    let participants = json!([{"agentId": "7", "userType": "passive participant"}]);
    let list = json!({"participants": participants});
    let room =
        room_of(&json!({"method": "agentJoinRoom", "guid": 5, "currentParticipantList": list}));
    assert_eq!(room.participants.participants[0].user_type, UserType::PassiveParticipant);
}

#[test]
fn a_transcript_entry_of_an_unknown_kind_is_kept() {
    let odd = json!({"type": "sticker", "id": 4});
    let list = json!({"messages": [odd, "text", {"message": "hi"}, {"url": "a.example"}]});
    let room =
        room_of(&json!({"method": "agentJoinRoom", "guid": 5, "conversationTranscript": list}));
    let entries = room.transcript.messages;
    assert_eq!(entries[0], TranscriptEntry::Other(Private::new(odd)));
    assert_eq!(entries[1], TranscriptEntry::Other(Private::new(json!("text"))));
    assert!(matches!(&entries[2], TranscriptEntry::Message(line) if line.sender.is_unstated()));
    assert!(matches!(&entries[3], TranscriptEntry::PagePush(_)));
    assert_eq!(entries.len(), 4);
}
