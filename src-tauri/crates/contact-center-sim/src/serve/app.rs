//! The routes of the web chat servers: agent socket, customer socket, REST, the customer page.

use std::sync::Arc;

use axum::Router;
use axum::extract::ws::WebSocketUpgrade;
use axum::extract::{DefaultBodyLimit, State};
use axum::response::Response;
use axum::routing::{any, get, post};

use crate::schema::Door;
use crate::serve::handle::CenterHandle;
use crate::serve::socket::LARGEST;
use crate::serve::{page, rest, socket};

/// What every route needs.
#[derive(Clone)]
pub(crate) struct App {
    pub(crate) handle: CenterHandle,
    /// Host names of pages on other servers that may ask, or `*`.
    pub(crate) origins: Arc<Vec<String>>,
}

/// All web chat routes.
pub(crate) fn router(app: App) -> Router {
    Router::new()
        .route("/AgentControllerWeb/chat", any(agent))
        .route("/CustomerControllerWeb/chat", any(customer))
        .route(
            "/CustomerControllerWeb/currentqueue",
            post(rest::current_queue).options(rest::preflight),
        )
        .route("/CustomerControllerWeb/callback", post(rest::callback).options(rest::preflight))
        .route("/", get(page::index))
        .route("/page/{file}", get(page::file))
        .route("/favicon.ico", get(page::no_icon))
        .layer(DefaultBodyLimit::max(LARGEST))
        .with_state(app)
}

async fn agent(State(app): State<App>, upgrade: WebSocketUpgrade) -> Response {
    accept(app, Door::Agent, upgrade)
}

async fn customer(State(app): State<App>, upgrade: WebSocketUpgrade) -> Response {
    accept(app, Door::Customer, upgrade)
}

fn accept(app: App, door: Door, upgrade: WebSocketUpgrade) -> Response {
    upgrade
        .max_message_size(LARGEST)
        .max_frame_size(LARGEST)
        .on_upgrade(move |socket| socket::serve(app.handle, door, socket))
}
