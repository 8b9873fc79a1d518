//! Any text, read as every message of both sides: no panic, and what was written reads the same.

#![no_main]

use ewc_wire::agent::Incoming as AgentIncoming;
use ewc_wire::customer::Incoming as CustomerIncoming;
use ewc_wire::{agent, customer, customer_rest};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    // Raw bodies may hold fractions, whose last digit the JSON reader does not promise to keep.
    if let Ok(incoming @ (AgentIncoming::Notification(_) | AgentIncoming::Error(_))) =
        agent::decode(text)
    {
        let written =
            agent::decode(&incoming.encode()).expect("invariant: what we write can be read");
        assert!(!matches!(written, AgentIncoming::Unknown(_)), "our own frame is unknown to us");
    }
    if let Ok(incoming @ (CustomerIncoming::Notification(_) | CustomerIncoming::Error(_))) =
        customer::decode(text)
    {
        let written =
            customer::decode(&incoming.encode()).expect("invariant: what we write can be read");
        assert!(!matches!(written, CustomerIncoming::Unknown(_)), "our own frame is unknown to us");
    }
    if let Ok(request) = agent::Request::decode(text) {
        assert_eq!(agent::Request::decode(&request.encode()), Ok(request));
    }
    if let Ok(customer::Request::RequestChat(_)) = customer::Request::decode(text) {
        // A list of custom fields may have lost items, which are counted only once.
    } else if let Ok(request) = customer::Request::decode(text) {
        assert_eq!(customer::Request::decode(&request.encode()), Ok(request));
    }
    let _ = customer_rest::CallbackRequest::decode(text);
    let _ = customer_rest::CallBackResponse::decode(text);
    let _ = customer_rest::SkillsetsResponse::decode(text);
    let _ = customer_rest::QueueMetricsRequest::decode(text);
    let _ = customer_rest::QueueMetricsResponse::decode(text);
});
