//! REST for pages: queue metrics and call-backs, with the configured origins.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::Value;

use crate::center::error_frame;
use crate::schema::check_rest;
use crate::serve::app::App;

/// `POST /CustomerControllerWeb/currentqueue`.
pub(crate) async fn current_queue(
    State(app): State<App>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    answer(&app, &headers, &body, |app, asked| {
        check_rest("currentqueue-request", asked).map_err(|bad| bad.what)?;
        let skillset = asked["skillset"].as_str().unwrap_or_default();
        let metrics = app.handle.with(|center| center.queue_metrics(skillset));
        Ok(("currentqueue-response", metrics))
    })
}

/// `POST /CustomerControllerWeb/callback`.
pub(crate) async fn callback(State(app): State<App>, headers: HeaderMap, body: Bytes) -> Response {
    answer(&app, &headers, &body, |app, asked| match asked["method"].as_str() {
        Some("getSkillsets") => {
            check_rest("getSkillsets-request", asked).map_err(|bad| bad.what)?;
            Ok(("getSkillsets-response", app.handle.with(|center| center.outbound_skillsets())))
        }
        Some("callBack") => {
            check_rest("callBack-request", asked).map_err(|bad| bad.what)?;
            let taken = app.handle.with(|center| center.request_callback(asked));
            Ok(("callBack-response", taken.map_err(str::to_owned)?))
        }
        _ => Err("unknown method".to_owned()),
    })
}

/// The browser's question before a request from another origin.
pub(crate) async fn preflight(State(app): State<App>, headers: HeaderMap) -> Response {
    let Some(allowed) = allowed_origin(&app, &headers) else {
        return StatusCode::FORBIDDEN.into_response();
    };
    let mut response = StatusCode::NO_CONTENT.into_response();
    let fields = response.headers_mut();
    if let Some(origin) = allowed {
        fields.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    }
    fields.insert(header::ACCESS_CONTROL_ALLOW_METHODS, HeaderValue::from_static("POST, OPTIONS"));
    fields.insert(header::ACCESS_CONTROL_ALLOW_HEADERS, HeaderValue::from_static("Content-Type"));
    response
}

type Answer = Result<(&'static str, Value), String>;

fn answer(
    app: &App,
    headers: &HeaderMap,
    body: &[u8],
    run: impl FnOnce(&App, &Value) -> Answer,
) -> Response {
    let Some(allowed) = allowed_origin(app, headers) else {
        return StatusCode::FORBIDDEN.into_response();
    };
    let asked = serde_json::from_slice::<Value>(body).map_err(|error| format!("not JSON: {error}"));
    let method = asked.as_ref().ok().and_then(|asked| asked["method"].as_str().map(str::to_owned));
    let (status, json) = match asked.and_then(|asked| run(app, &asked)) {
        Ok((schema, json)) => {
            if let Err(bad) = check_rest(schema, &json) {
                app.handle.note(format!("defect: {schema}: {bad}"));
            }
            (StatusCode::OK, json)
        }
        Err(why) => (StatusCode::BAD_REQUEST, error_frame(method.as_deref(), 1, &why)),
    };
    let mut response = (status, axum::Json(json)).into_response();
    if let Some(origin) = allowed {
        response.headers_mut().insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        response.headers_mut().insert(header::VARY, HeaderValue::from_static("Origin"));
    }
    response
}

/// None: refused. `Some(None)`: no other origin is involved. `Some(Some(o))`: `o` may read it.
fn allowed_origin(app: &App, headers: &HeaderMap) -> Option<Option<HeaderValue>> {
    let Some(origin) = headers.get(header::ORIGIN) else { return Some(None) };
    let text = origin.to_str().ok()?;
    let own = headers.get(header::HOST).and_then(|host| host.to_str().ok());
    if own == Some(authority(text)) {
        return Some(None);
    }
    let listed = app.origins.iter().any(|allowed| allowed == "*" || host(allowed) == host(text));
    listed.then(|| Some(origin.clone()))
}

/// Host and port of an origin; what is given without a scheme is that already.
fn authority(origin: &str) -> &str {
    origin.split_once("://").map_or(origin, |(_, rest)| rest).trim_end_matches('/')
}

/// The host alone: administration lists hosts (guide chapter 6), and takes whole origins, too.
fn host(origin: &str) -> &str {
    let authority = authority(origin);
    match authority.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
        _ => authority,
    }
}
