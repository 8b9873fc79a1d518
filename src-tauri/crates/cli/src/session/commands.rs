//! Commands, one JSON object per line of standard input, run in the order in which they stand.

use std::sync::Arc;

use tokio::io::{AsyncBufReadExt as _, BufReader};
use ui_api::{DeskApi, json_line};

use super::lines_out::LinesOut;

/// Commands that wait for something to happen: they run beside the others.
const WAITING: [&str; 1] = ["next_updates"];

/// Runs commands until the end of standard input.
pub(super) async fn run(api: &Arc<DeskApi>, out: &LinesOut) {
    let mut lines = BufReader::new(tokio::io::stdin()).split(b'\n');
    // An input that cannot be read any more has ended.
    while let Ok(Some(line)) = lines.next_segment().await {
        // What is no text is answered as what it is: not JSON.
        let line = String::from_utf8_lossy(&line).into_owned();
        if line.trim().is_empty() {
            continue;
        }
        let waits = WAITING.iter().any(|name| line.contains(name)) && {
            let (_, command) = json_line::read(&line);
            command.is_ok_and(|command| WAITING.contains(&command.name()))
        };
        if waits {
            let (api, out) = (Arc::clone(api), out.clone());
            tokio::spawn(async move { out.line(json_line::run(&*api, &line).await) });
        } else {
            out.line(json_line::run(&**api, &line).await);
        }
    }
}
