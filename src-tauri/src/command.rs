//! The one command of the window: what the page says to the desk.

use std::sync::Arc;

use serde_json::Value;
use tauri::State;
use ui_api::commands::Command;
use ui_api::{ApiError, DeskApi, dispatch, json_line};

use crate::ready_file::ReadyFile;

/// Runs `{"command":…,"args":{…}}`; see [`ui_api::commands`].
#[tauri::command]
pub(crate) async fn desk(
    api: State<'_, Arc<DeskApi>>,
    ready: State<'_, ReadyFile>,
    command: Value,
) -> Result<Value, ApiError> {
    let command = json_line::read(&command.to_string()).1?;
    // Whoever names a revision has drawn what came with it.
    if matches!(&command, Command::NextUpdates(question) if question.revision.is_some()) {
        ready.page_is_up();
    }
    dispatch(&**api, command).await
}

#[cfg(test)]
mod tests;
