//! A recording shows shapes and words of the protocol, and nothing that anybody wrote.

use std::sync::{Arc, Mutex};

use desk_runtime::{Clock, Entry, FileRecorder, Recorder};
use serde_json::{Value, json};

use crate::chat_server::notification;
use crate::desk::Scene;
use crate::disk::scratch;

/// Keeps the trace.
#[derive(Default)]
struct Kept(Mutex<Vec<Value>>);

impl Recorder for Kept {
    fn record(&self, entry: &Entry) {
        self.0.lock().unwrap().push(serde_json::to_value(entry).unwrap());
    }
}

/// A frame with a marker in every place where something of a person's could stand.
fn marked() -> Value {
    notification(json!({
        "method": "newMessage-MARKER",
        "guid": 7_310_042,
        "agentId": "agent-MARKER",
        "message": "my card is 4111, MARKER",
        "messageType": "MARKER",
        "displayName": "Kim MARKER",
        "MARKER": "MARKER",
        "type": "MARKER",
        "timestamp": 1_434_019_311_123_i64,
        "phone": 4_930_123_456_i64,
        "customFields": [{"title": "MARKER", "text": "MARKER"}],
        "timerList": {"keepAliveTime_inSeconds": 75, "holdTime MARKER": 9},
        "intrinsics": {"MARKER": {"deeper MARKER": ["MARKER", {"MARKER": "MARKER"}]}},
        "url": "https://shop.example.test/?q=MARKER",
    }))
}

#[tokio::test]
async fn a_whole_session_leaves_no_marker_in_the_trace() {
    let kept = Arc::new(Kept::default());
    let recorder: Arc<dyn Recorder> = Arc::clone(&kept) as Arc<dyn Recorder>;
    let record = |config: &mut desk_runtime::RuntimeConfig| config.recorder = Some(recorder);
    let mut scene = Scene::with(record, Clock::system()).await;
    scene.socket.text(marked().to_string()).await;
    scene.socket.text("no json at all, MARKER".to_owned()).await;
    scene
        .desk
        .finds("the unreadable frame", |desk| (!desk.notices().get().is_empty()).then_some(()))
        .await;
    scene.desk.handle.shut_down().await;
    let trace = kept.0.lock().unwrap();
    let text = serde_json::to_string(&*trace).unwrap();
    for secret in ["MARKER", "7310042", "4111", "4930123456", "1434019311123", "00731"] {
        assert!(!text.contains(secret), "{secret} in {text}");
    }
    // What it is for must still be there.
    let methods = ["agentLogin", "LogInToCCTServerRequest", "GetAgentsResponse", "loginSuccess"];
    for word in methods.into_iter().chain(["keepAliveTime_inSeconds\":75", "unreadable"]) {
        assert!(text.contains(word), "{word} not in {text}");
    }
    let frame = trace.iter().find(|line| line["shape"]["body"].get("timerList").is_some());
    let frame = frame.expect("the marked frame");
    assert_eq!(frame["direction"], "in");
    assert_eq!(frame["link"], "ewc");
    assert_eq!(frame["shape"]["body"]["message"], "text 23");
    assert!(frame["shape"]["body"]["guid"].as_str().unwrap().starts_with("id "));
}

#[tokio::test]
async fn a_file_gets_one_json_object_per_line_and_is_never_overwritten() {
    let path = scratch("trace").join("trace.jsonl");
    let recorder: Arc<dyn Recorder> = Arc::new(FileRecorder::create(&path).unwrap());
    let record = |config: &mut desk_runtime::RuntimeConfig| config.recorder = Some(recorder);
    let scene = Scene::with(record, Clock::system()).await;
    scene.desk.handle.shut_down().await;
    let text = std::fs::read_to_string(&path).unwrap();
    let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(lines.iter().any(|line| line["event"] == "opened"), "{text}");
    let again = FileRecorder::create(&path);
    assert_eq!(again.err().unwrap().kind(), std::io::ErrorKind::AlreadyExists);
}
