//! The bodies of the two HTTP resources of chapter 10.

use ewc_wire::customer_rest::{
    CallBackRequest, CallBackResponse, CallbackRequest, QueueMetric, QueueMetricsRequest,
    QueueMetricsResponse, SkillsetsResponse,
};
use ewc_wire::{FrameError, RequestError, Timestamp};

use crate::fixtures::{json, private, text};

fn body(name: &str) -> String {
    text(&format!("customer-rest/{name}"))
}

#[test]
fn skillsets() {
    let request = CallbackRequest::decode(&body("callback-skillsets-request")).unwrap();
    assert_eq!(request, CallbackRequest::GetSkillsets);
    assert_eq!(json(&request.encode()), json(&body("callback-skillsets-request")));
    let response = SkillsetsResponse::decode(&body("callback-skillsets-response")).unwrap();
    assert_eq!(response.skillsets["OB_Claims"], "Claims");
    assert_eq!(json(&response.encode()), json(&body("callback-skillsets-response")));
}

#[test]
fn call_back() {
    let expected = CallbackRequest::CallBack(CallBackRequest {
        name: private("Mira Holm"),
        phone: private("554433"),
        email: private("mira@mail.example"),
        country_code: private("+47"),
        area_code: private("022"),
        skillset: "OB_Parcels".to_owned(),
        date: Timestamp::from_millis(1_755_100_000_000),
    });
    assert_eq!(CallbackRequest::decode(&body("callback-request")), Ok(expected.clone()));
    assert_eq!(json(&expected.encode()), json(&body("callback-request")));
    let expected = CallBackResponse { status: "We will call you".to_owned() };
    for name in ["callback-response", "lenient-callback-response-list"] {
        assert_eq!(CallBackResponse::decode(&body(name)), Ok(expected.clone()), "{name}");
    }
    assert_eq!(json(&expected.encode()), json(&body("callback-response")));
}

#[test]
fn a_call_back_without_a_number_is_refused() {
    let text = r#"{"method":"callBack","skillset":"OB_Parcels","date":1755100000}"#;
    let Err(RequestError::Misfit { misfit, .. }) = CallbackRequest::decode(text) else {
        panic!("taken without a number");
    };
    assert_eq!(misfit.path(), "phone");
    let unnamed = CallbackRequest::decode("{}");
    assert_eq!(unnamed, Err(RequestError::Frame(FrameError::NoMethod { len: 2 })));
}

#[test]
fn queue_metrics() {
    for (name, skillset) in
        [("queue-metrics-request", "WC_Parcels"), ("queue-metrics-request-all", "")]
    {
        let request = QueueMetricsRequest { skillset: skillset.to_owned() };
        assert_eq!(QueueMetricsRequest::decode(&body(name)), Ok(request.clone()));
        assert_eq!(json(&request.encode()), json(&body(name)));
    }
    let metric = |name: &str, agents, customers| QueueMetric {
        queue_name: name.to_owned(),
        available_agents_in_queue: agents,
        customers_in_queue: customers,
        max_concurrent_chats: Some(40),
    };
    let expected = QueueMetricsResponse {
        metrics: vec![metric("wc_parcels", 6, 11), metric("wc_claims", 0, 2)],
        skipped: 0,
    };
    let frame = body("queue-metrics-response");
    assert_eq!(QueueMetricsResponse::decode(&frame), Ok(expected.clone()));
    assert_eq!(json(&expected.encode()), json(&frame));
}
