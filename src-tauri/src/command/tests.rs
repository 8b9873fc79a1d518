//! The command over Tauri's own machinery, without a display.

use std::sync::Arc;

use desk_core::cct::config::CctConfig;
use desk_core::contact::{ContactKey, PopId};
use desk_core::ewc::EwcConfig;
use desk_core::settings::Settings;
use desk_core::{Cue, DeskConfig, PopOrder};
use desk_runtime::{Host, MemoryStore, RuntimeConfig};
use serde_json::{Value, json};
use tauri::ipc::{CallbackFn, InvokeBody};
use tauri::test::{
    INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder, mock_context, noop_assets,
};
use tauri::webview::InvokeRequest;
use tauri::{WebviewWindow, WebviewWindowBuilder};
use ui_api::DeskApi;
use ui_api::views::options::Preferences;
use url::Url;

use crate::ready_file::ReadyFile;

struct NoHost;

impl Host for NoHost {
    fn attention(&mut self, _: Cue) {}
    fn open_link(&mut self, _: &Url) {}
    fn open_pop(&mut self, _: PopOrder) -> Option<Result<(), desk_core::Failure>> {
        None
    }

    fn close_pop(&mut self, _: ContactKey, _: PopId) {}
}

struct Unkept;

impl ui_api::PreferenceStore for Unkept {
    fn keep(&self, _: &Preferences) {}
}

fn served() -> DeskApi {
    let ewc = EwcConfig { url: String::new(), auto_reconnect: true };
    let config = RuntimeConfig::new(DeskConfig::new(CctConfig::new(Vec::new()), ewc));
    let settings = Settings::default();
    let options = ui_api::options_view(&settings, Vec::new(), "ann", false);
    let desk =
        tauri::async_runtime::block_on(async { desk_runtime::start(config, NoHost).unwrap() });
    DeskApi::new(desk, Arc::new(MemoryStore::default()), Arc::new(Unkept), options, None, 1)
}

fn ask(window: &WebviewWindow<MockRuntime>, command: Value) -> Result<Value, Value> {
    let request = InvokeRequest {
        cmd: "desk".to_owned(),
        callback: CallbackFn(0),
        error: CallbackFn(1),
        url: "tauri://localhost".parse().unwrap(),
        body: InvokeBody::Json(json!({ "command": command })),
        headers: tauri::http::HeaderMap::default(),
        invoke_key: INVOKE_KEY.to_owned(),
    };
    get_ipc_response(window, request).map(|body| body.deserialize().unwrap())
}

#[test]
fn the_page_and_the_desk_understand_each_other() {
    let app = mock_builder()
        .manage(Arc::new(served()))
        .manage(ReadyFile::wanted())
        .invoke_handler(tauri::generate_handler![super::desk])
        .build(mock_context(noop_assets()))
        .unwrap();
    let window =
        WebviewWindowBuilder::new(&app, "main", tauri::WebviewUrl::default()).build().unwrap();
    let updates = json!({ "command": "next_updates", "args": { "revision": null } });
    let snapshot = ask(&window, updates).unwrap();
    assert_eq!(snapshot["snapshot"]["options"]["profile"], "ann", "{snapshot}");
    for (command, code) in [
        (json!({ "command": "fly", "args": {} }), "bad_command"),
        (json!("sign_out"), "bad_command"),
        (json!({ "command": "set_ready", "args": { "ready": true } }), "not_signed_in"),
    ] {
        assert_eq!(ask(&window, command).unwrap_err()["code"], code);
    }
}
