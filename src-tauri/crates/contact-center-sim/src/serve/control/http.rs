//! Control over HTTP: the routes, and who may use them.

use std::collections::BTreeMap;
use std::net::SocketAddr;

use axum::extract::{Query, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::center::{OtherContact, Wall};
use crate::scenario::Scenario;
use crate::serve::Fault;
use crate::serve::control::{Control, Customers, LogFilter, SequenceFilter};

#[derive(Clone)]
struct Gate {
    control: Control,
    address: SocketAddr,
}

/// All routes under `/control`.
pub(crate) fn router(control: Control, address: SocketAddr) -> Router {
    let gate = Gate { control: control.clone(), address };
    Router::new()
        .route("/control/customers", post(customers))
        .route("/control/script", post(customers))
        .route("/control/crowd", post(crowd))
        .route("/control/scenario", post(scenario))
        .route("/control/scenarios", get(scenarios))
        .route("/control/wall", post(wall))
        .route("/control/contacts", post(contacts))
        .route("/control/contacts/end", post(end_contact))
        .route("/control/intrinsics", post(intrinsics))
        .route("/control/log", get(log))
        .route("/control/sequence", get(sequence))
        .route("/control/state", get(state))
        .route("/control/quirks", post(quirks).get(read_quirks))
        .route("/control/cct-quirks", post(cct_quirks))
        .route("/control/faults", post(faults))
        .route("/control/stop", post(stop))
        .layer(from_fn_with_state(gate, check))
        .with_state(control)
}

async fn check(
    State(gate): State<Gate>,
    headers: HeaderMap,
    request: Request,
    next: Next,
) -> Response {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let own = gate.address.to_string();
    // A name that resolves to loopback is how a foreign page would get here: only the number.
    if text(header::HOST) != Some(own.as_str()) {
        return refuse(StatusCode::FORBIDDEN, "ask by the address, not by a name");
    }
    if headers.contains_key(header::ORIGIN)
        && text(header::ORIGIN) != Some(&format!("http://{own}"))
    {
        return refuse(StatusCode::FORBIDDEN, "requests of web pages are refused");
    }
    let wanted = format!("Bearer {}", gate.control.token());
    if text(header::AUTHORIZATION) != Some(wanted.as_str()) {
        return refuse(StatusCode::UNAUTHORIZED, "the token is missing or wrong");
    }
    next.run(request).await
}

fn refuse(status: StatusCode, why: &str) -> Response {
    (status, Json(json!({ "error": why }))).into_response()
}

async fn customers(State(control): State<Control>, Json(asked): Json<Customers>) -> Json<Value> {
    control.start_customers(&asked).await;
    Json(json!({ "started": asked.count }))
}

async fn crowd(State(control): State<Control>, Json(asked): Json<Value>) -> Json<Value> {
    let each = asked["chatsEach"].as_u64().and_then(|each| usize::try_from(each).ok());
    Json(json!({ "chats": control.crowd(each.unwrap_or(1)) }))
}

/// A scenario of our own or of the asker's; all waiting can be divided.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Played {
    name: Option<String>,
    scenario: Option<Scenario>,
    faster: Option<u64>,
}

async fn scenario(State(control): State<Control>, Json(asked): Json<Played>) -> Response {
    let found = match (asked.scenario, asked.name) {
        (Some(scenario), _) => Ok(scenario),
        (None, name) => Scenario::named(&name.unwrap_or_default()),
    };
    let played = match found {
        Ok(scenario) => control.play(&scenario.faster(asked.faster.unwrap_or(1))).await,
        Err(error) => Err(error),
    };
    match played {
        Ok(()) => Json(json!({})).into_response(),
        Err(error) => refuse(StatusCode::BAD_REQUEST, &error.to_string()),
    }
}

async fn scenarios() -> Json<Value> {
    let about = |name: &str| Scenario::named(name).map(|scenario| scenario.about).ok();
    Scenario::NAMES
        .iter()
        .map(|name| json!({ "name": name, "about": about(name) }))
        .collect::<Value>()
        .into()
}

async fn wall(State(control): State<Control>, Json(asked): Json<Wall>) -> Json<Value> {
    control.put_up_wall(asked);
    Json(json!({}))
}

async fn contacts(State(control): State<Control>, Json(asked): Json<OtherContact>) -> Response {
    match control.start_contact(&asked) {
        Ok(guid) => Json(json!({ "guid": guid })).into_response(),
        Err(refusal) => refuse(StatusCode::BAD_REQUEST, &refusal.to_string()),
    }
}

async fn end_contact(State(control): State<Control>, Json(asked): Json<Value>) -> Response {
    found(control.end_contact(asked["guid"].as_u64().unwrap_or_default()))
}

#[derive(Deserialize)]
struct Intrinsics {
    guid: u64,
    intrinsics: BTreeMap<String, String>,
}

async fn intrinsics(State(control): State<Control>, Json(asked): Json<Intrinsics>) -> Response {
    found(control.change_intrinsics(asked.guid, &asked.intrinsics))
}

fn found(done: bool) -> Response {
    if done {
        Json(json!({})).into_response()
    } else {
        refuse(StatusCode::NOT_FOUND, "no such contact")
    }
}

async fn log(State(control): State<Control>, Query(filter): Query<LogFilter>) -> Response {
    Json(control.log(&filter)).into_response()
}

/// Rows with a `line` each, as the tables have them.
async fn sequence(
    State(control): State<Control>,
    Query(filter): Query<SequenceFilter>,
) -> Json<Value> {
    let rows = control.sequence(&filter).into_iter().map(|row| {
        let mut json = json!(row);
        json["line"] = json!(row.to_string());
        json
    });
    Json(rows.collect())
}

async fn state(State(control): State<Control>) -> Json<Value> {
    Json(control.state())
}

async fn quirks(State(control): State<Control>, Json(changes): Json<Value>) -> Response {
    match control.change_quirks(&changes) {
        Ok(quirks) => Json(quirks).into_response(),
        Err(error) => refuse(StatusCode::BAD_REQUEST, &error.to_string()),
    }
}

async fn read_quirks(State(control): State<Control>) -> Json<Value> {
    Json(control.state()["quirks"].clone())
}

async fn cct_quirks(State(control): State<Control>, Json(changes): Json<Value>) -> Response {
    match control.change_cct_quirks(&changes) {
        Ok(quirks) => Json(quirks).into_response(),
        Err(error) => refuse(StatusCode::BAD_REQUEST, &error.to_string()),
    }
}

async fn faults(State(control): State<Control>, Json(fault): Json<Fault>) -> Json<Value> {
    control.cause(&fault);
    Json(json!({}))
}

async fn stop(State(control): State<Control>) -> Json<Value> {
    control.ask_stop();
    Json(json!({}))
}
