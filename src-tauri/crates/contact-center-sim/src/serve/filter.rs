//! The call of a transcript filter before a chat is stored (guide chapter 6).

use std::time::Duration;

use serde_json::Value;

use crate::center::{Guid, Input};
use crate::serve::handle::CenterHandle;

/// The filter has this long, in seconds.
const LIMIT: u64 = 10;

/// POSTs the messages and feeds the answer, or the failure, back to the rules.
pub(crate) async fn run(handle: CenterHandle, guid: Guid, url: String, messages: Value) {
    let messages = ask(&url, &messages).await;
    handle.input(Input::Filtered { guid, messages });
}

async fn ask(url: &str, messages: &Value) -> Result<Value, String> {
    let client = reqwest::Client::builder()
        .timeout(Duration::from_secs(LIMIT))
        .build()
        .map_err(|error| error.without_url().to_string())?;
    let answer = client
        .post(url)
        .header("Content-Type", "application/json")
        .body(messages.to_string())
        .send()
        .await
        .and_then(reqwest::Response::error_for_status)
        .map_err(|error| error.without_url().to_string())?;
    let text = answer.text().await.map_err(|error| error.without_url().to_string())?;
    serde_json::from_str(&text).map_err(|error| format!("the filter's answer is not JSON: {error}"))
}
