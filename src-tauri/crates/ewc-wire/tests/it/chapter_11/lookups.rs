//! What a desk looks up: screen pops, the customer's earlier contacts, where a chat can go.

use ewc_wire::QueueId;
use ewc_wire::agent::{
    CustomerHistoryNotification, CustomerHistoryRequest, DestinationAgent,
    GetDestinationsNotification, GetDestinationsRequest, HistoryEntry, Notification,
    QueueDestination, Request, ScreenPop, ScreenPopsNotification,
};

use super::{millis, request};
use crate::fixtures::{ROOM, agent, at, named, private};

#[test]
pub(super) fn screen_pops_request() {
    request("screen-pops-request", &Request::ScreenPops);
}

#[test]
pub(super) fn screen_pops_notification() {
    let pop = |name: &str, path: &str, force_launch| ScreenPop {
        name: name.to_owned(),
        path: path.into(),
        force_launch,
    };
    millis(
        "screen-pops-notification",
        Notification::ScreenPops(ScreenPopsNotification {
            screen_pops: vec![
                pop("CRM", "https://crm.example/find?contact=%VALUE%", true),
                pop("Notes", "gedit %VALUE%", false),
            ],
            skipped: 0,
        }),
    );
}

#[test]
pub(super) fn read_customer_history_request() {
    let history = CustomerHistoryRequest { guid: ROOM, amount: 4 };
    request("customer-history-request", &Request::CustomerHistory(history));
}

#[test]
pub(super) fn read_customer_history_notification() {
    let entry = |start, transcript: &str, source: Option<&str>, contact_type: &str| HistoryEntry {
        start_time: at(start),
        transcript: private(transcript),
        source: source.map(str::to_owned),
        contact_type: Some(contact_type.to_owned()),
    };
    millis(
        "customer-history-notification",
        Notification::CustomerHistory(CustomerHistoryNotification {
            guid: ROOM,
            history: vec![
                entry(
                    1_751_000_000_123,
                    "where is it",
                    Some("Text Chat History"),
                    "Web_Communications",
                ),
                entry(
                    1_752_000_000_456,
                    "where is it, ask the depot",
                    Some("Text Chat History With Whispers"),
                    "Web_Communications",
                ),
                entry(1_753_000_000_789, "please write back", None, "EMail"),
            ],
            skipped: 0,
        }),
    );
}

#[test]
pub(super) fn get_destinations_request() {
    let destinations = GetDestinationsRequest { guid: ROOM };
    request("get-destinations-request", &Request::GetDestinations(destinations));
}

#[test]
pub(super) fn get_destinations_notification() {
    let queue = |name: &str, id: &str, ccms, agents| QueueDestination {
        queue_name: name.to_owned(),
        queue_id: QueueId::from(id),
        queue_ccms_id: Some(ccms),
        routepoint: Some("ParcelsRP".to_owned()),
        agents,
        skipped: 0,
    };
    let person =
        |id: &str, name: &str| DestinationAgent { agent_id: agent(id), display_name: named(name) };
    millis(
        "get-destinations-notification",
        Notification::GetDestinations(GetDestinationsNotification {
            guid: Some(ROOM),
            allow_transfer_to_skillset: Some(true),
            allow_transfer_to_agent: Some(false),
            queues: vec![
                queue(
                    "WC_Parcels",
                    "31",
                    8001,
                    vec![person("00732", "Nils"), person("733", "Oda")],
                ),
                queue("WC_Claims", "32", 8002, vec![]),
            ],
            skipped: 0,
        }),
    );
}
