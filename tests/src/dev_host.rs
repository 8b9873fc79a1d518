//! The development host: the window's page and its commands over HTTP, for browsers and tests.
//!
//! Loopback only, behind a random token and a check of the origin; never a part of the product.

mod gate;
mod pages;

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;

use axum::extract::State;
use axum::http::header;
use axum::middleware::from_fn_with_state;
use axum::response::IntoResponse;
use axum::routing::{get, post};
use axum::{Json, Router};
use desk_core::PopOrder;
use desk_core::contact::pop::{PopPlace, PopTarget};
use desk_core::settings::Loaded;
use desk_runtime::{MemoryStore, RuntimeConfig};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use ui_api::{DeskApi, json_line};

use crate::person::KeptPreferences;
use crate::recorded_host::RecordedHost;
use crate::settings::options_view;
use gate::Gate;

/// What may be said about where it runs.
#[derive(Debug, Clone)]
pub struct Running {
    /// The page, with the token in its fragment.
    pub url: String,
    /// What `/api/…` wants to see as `Authorization: Bearer …`.
    pub token: String,
}

#[derive(Clone)]
struct Serving {
    desk: Arc<DeskApi>,
    host: RecordedHost,
    ui: Arc<PathBuf>,
}

/// Serves a new desk with these settings and the built page in `ui`, until the runtime ends.
///
/// # Errors
/// Says why there is no desk: the settings name no servers, or no port is free.
pub async fn serve(loaded: &Loaded, ui: PathBuf, port: u16) -> Result<Running, String> {
    let config = RuntimeConfig::from_settings(&loaded.settings).map_err(|e| e.to_string())?;
    let host = RecordedHost::default();
    let desk = desk_runtime::start(config, host.clone()).map_err(|e| e.to_string())?;
    let desk = Arc::new(DeskApi::new(
        desk,
        Arc::new(MemoryStore::new()),
        Arc::new(KeptPreferences::default()),
        options_view(loaded, "dev-host"),
        None,
        std::process::id(),
    ));
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let listener = TcpListener::bind(address).await.map_err(|e| format!("{address}: {e}"))?;
    let address = listener.local_addr().map_err(|e| e.to_string())?;
    let gate = Gate::new(address);
    let token = gate.token().to_owned();
    let serving = Serving { desk, host, ui: Arc::new(ui) };
    let api = Router::new()
        .route("/api/desk", post(command))
        .route("/api/attention", get(attention))
        .route("/api/opened", get(opened))
        .route("/api/pops", get(pops))
        .layer(from_fn_with_state(gate.clone(), gate::check_token));
    let routes = api
        .fallback(pages::page)
        .layer(from_fn_with_state(gate, gate::check_origin))
        .with_state(serving);
    tokio::spawn(async move { axum::serve(listener, routes).await });
    Ok(Running { url: format!("http://{address}/#token={token}"), token })
}

async fn command(State(serving): State<Serving>, text: String) -> impl IntoResponse {
    let answer = json_line::run(&*serving.desk, &text).await;
    ([(header::CONTENT_TYPE, "application/json")], answer)
}

async fn attention(State(serving): State<Serving>) -> impl IntoResponse {
    Json(serving.host.attention())
}

async fn opened(State(serving): State<Serving>) -> impl IntoResponse {
    Json(serving.host.opened())
}

async fn pops(State(serving): State<Serving>) -> impl IntoResponse {
    Json(serving.host.pops().iter().map(about_pop).collect::<Vec<_>>())
}

/// What the product would open, in full: who has the token is the test that wrote it.
fn about_pop(order: &PopOrder) -> Value {
    let opens = match &order.target {
        PopTarget::Web(url) => json!(url.expose().as_str()),
        PopTarget::Program(arguments) => json!(arguments.expose()),
    };
    let in_tab = order.place == PopPlace::Tab;
    let contact = order.contact.0.to_string();
    json!({ "contact": contact, "name": order.name, "opens": opens, "in_tab": in_tab })
}
