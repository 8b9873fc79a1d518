//! The customer's web page, built in.

use axum::extract::Path;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
                      connect-src *; base-uri 'none'; form-action 'none'";

const HTML: &str = "text/html; charset=utf-8";
const CSS: &str = "text/css; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";

macro_rules! asset {
    ($name:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/customer/", $name))
    };
}

const FILES: &[(&str, &str, &str)] = &[
    ("style.css", CSS, asset!("style.css")),
    ("main.js", SCRIPT, asset!("main.js")),
    ("links.js", SCRIPT, asset!("links.js")),
    ("queues.js", SCRIPT, asset!("queues.js")),
    ("socket.js", SCRIPT, asset!("socket.js")),
    ("chat.js", SCRIPT, asset!("chat.js")),
    ("hold.js", SCRIPT, asset!("hold.js")),
    ("transcript.js", SCRIPT, asset!("transcript.js")),
    ("callback.js", SCRIPT, asset!("callback.js")),
];

/// `/`
pub(crate) async fn index() -> Response {
    serve(HTML, asset!("index.html"))
}

/// `/page/{file}`
pub(crate) async fn file(Path(name): Path<String>) -> Response {
    match FILES.iter().find(|(known, _, _)| *known == name) {
        Some((_, kind, text)) => serve(kind, text),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// `/favicon.ico`, which browsers ask for on their own.
pub(crate) async fn no_icon() -> StatusCode {
    StatusCode::NO_CONTENT
}

fn serve(kind: &'static str, text: &'static str) -> Response {
    let mut response = text.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}
